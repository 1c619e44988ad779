"""One migration a file, each built on the one before."""
