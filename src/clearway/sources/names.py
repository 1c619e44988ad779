"""Words from strangers on one line of a terminal."""


def printable(words: str) -> str:
    """The words with line ends, terminal codes and marks that turn the direction of text shown as their codes."""
    if words.isprintable():
        return words
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode("ascii") for sign in words)
