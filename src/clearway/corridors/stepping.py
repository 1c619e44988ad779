"""What long work asks between its steps: whether it is to go on."""


def go_on() -> None:
    """It is: nobody wants it to end before it is done. What is passed in its place ends it by what it raises."""
