"""Putting numbered things together, pair by pair."""


def join(into: list[int], place: int, other: int) -> None:
    """Put two things, and all that is together with either, together under the smallest number."""
    one, two = sorted((root(into, place), root(into, other)))
    into[two] = one


def root(into: list[int], place: int) -> int:
    """The smallest number of what is together with a thing."""
    while into[place] != place:
        into[place] = into[into[place]]
        place = into[place]
    return place
