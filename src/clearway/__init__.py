"""Clearway: claims about a humanitarian crisis, with who said them, joined into a picture."""
