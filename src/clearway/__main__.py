"""`python -m clearway`: the command line where its script is not on the path."""

from clearway.cli import main

if __name__ == "__main__":
    main()
