"""What a language is written with: one folder per language, the same file names in each."""
