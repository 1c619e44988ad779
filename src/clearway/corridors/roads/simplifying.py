"""From lines over points to nodes and legs: a leg runs from one junction to the next."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from clearway.corridors.roads.assembling import assembled
from clearway.corridors.roads.lines import Lines
from clearway.corridors.roads.network import Network
from clearway.errors import RefusedDocument

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pieces:
    """Runs of a line's points between two nodes: the first and last place in `Lines.points`, and the line."""

    first: Ints
    last: Ints
    line: Ints


def network_of(lines: Lines) -> Network:
    """The network that lines make; raises `RefusedDocument` where there is none.

    A node is where lines meet, begin or end, where something stands, and where what is said of the road changes. Every
    other point is only part of a leg's shape.
    """
    lines = _without_repeats(lines)
    pieces = _pieces(lines)
    if not len(pieces.first):
        name = lines.source.name
        raise RefusedDocument(name, rule="it has no road with two points", remedy="give a file that holds roads")
    order, turned, starts = _chains(lines, pieces)
    at, of_leg = _positions(pieces, order, turned, starts)
    return assembled(lines, at, of_leg, pieces.line[order[starts[:-1]]])


def _without_repeats(lines: Lines) -> Lines:
    """The lines without points that repeat the one before them."""
    if len(lines.points) < 2:
        return lines
    repeats = np.zeros(len(lines.points), bool)
    repeats[1:] = lines.points[1:] == lines.points[:-1]
    repeats[lines.starts[:-1][np.diff(lines.starts) > 0]] = False
    if not repeats.any():
        return lines
    kept = np.concatenate([[0], np.cumsum(~repeats)])
    return replace(lines, points=lines.points[~repeats], starts=kept[lines.starts])


def _pieces(lines: Lines) -> Pieces:
    """The lines cut where they meet and where something stands."""
    count = np.bincount(lines.points, minlength=len(lines.lon))
    is_node = count > 1
    is_node[list(lines.special)] = True
    cut = is_node[lines.points] if len(lines.points) else np.zeros(0, bool)
    ends = np.zeros(len(cut), bool)
    long = np.diff(lines.starts) > 0
    ends[lines.starts[:-1][long]] = ends[lines.starts[1:][long] - 1] = True
    places = np.flatnonzero(cut | ends)
    line_of = np.repeat(np.arange(len(lines.starts) - 1), np.diff(lines.starts))
    same = line_of[places[1:]] == line_of[places[:-1]]
    first, last = places[:-1][same], places[1:][same]
    return Pieces(first=first, last=last, line=line_of[first])


def _chains(lines: Lines, pieces: Pieces) -> tuple[Ints, NDArray[np.bool_], Ints]:
    """Which pieces make a leg together: pieces in order, whether each is walked backwards, where each leg begins."""
    joins = _joins(lines, pieces)
    count = len(pieces.first)
    is_joined = np.zeros(count, bool)
    is_joined[[piece for pair in joins.values() for piece in pair]] = True
    single = np.flatnonzero(~is_joined)
    chains = list(_walks(lines, pieces, joins))
    linked = [piece for chain in chains for piece, _ in chain]
    order = np.concatenate([single, np.array(linked, np.int64)])
    turned = np.zeros(count, bool)
    turned[len(single) :] = [backwards for chain in chains for _, backwards in chain]
    lengths = np.concatenate([np.ones(len(single), np.int64), np.array([len(chain) for chain in chains], np.int64)])
    return order, turned, np.concatenate([[0], np.cumsum(lengths)])


def _joins(lines: Lines, pieces: Pieces) -> dict[int, tuple[int, int]]:
    """Points at which exactly two pieces meet that are one road: the two pieces, by point."""
    tail, head = lines.points[pieces.first], lines.points[pieces.last]
    ends = np.concatenate([tail, head])
    degree = np.bincount(ends, minlength=len(lines.lon))
    degree[list(lines.special)] = 0
    by_point = np.argsort(ends, kind="stable")
    twice = by_point[degree[ends[by_point]] == 2].reshape(-1, 2)
    one, other = twice[:, 0] % len(tail), twice[:, 1] % len(tail)
    kinds = lines.kinds[pieces.line]
    oneway = np.array([facts.oneway for facts in lines.facts])[kinds[one]]
    one_is_tail, other_is_tail = twice[:, 0] < len(tail), twice[:, 1] < len(tail)
    # two one-way pieces are one road only where one of them begins and the other ends; else both lead in, or out
    alike = (kinds[one] == kinds[other]) & (one != other) & ((oneway == 0) | (one_is_tail != other_is_tail))
    points = ends[twice[alike, 0]]
    return dict(zip(points.tolist(), zip(one[alike].tolist(), other[alike].tolist(), strict=True), strict=True))


def _walks(lines: Lines, pieces: Pieces, joins: dict[int, tuple[int, int]]) -> Iterator[list[tuple[int, bool]]]:
    """Each chain of joined pieces in order, with whether a piece is walked backwards."""
    tails, heads = lines.points[pieces.first].tolist(), lines.points[pieces.last].tolist()
    seen: set[int] = set()
    members = sorted({piece for pair in joins.values() for piece in pair})
    # chains from their ends first; what is left then are rings, which are cut at any node
    ends = [piece for piece in members if tails[piece] not in joins or heads[piece] not in joins]
    for begin in [*ends, *members]:
        if begin in seen:
            continue
        piece, backwards = begin, tails[begin] in joins and heads[begin] not in joins
        chain = []
        while piece not in seen:
            seen.add(piece)
            chain.append((piece, backwards))
            point = tails[piece] if backwards else heads[piece]
            if point not in joins:
                break
            one, other = joins[point]
            piece = other if piece == one else one
            backwards = heads[piece] == point and (tails[piece] != point)
        yield _downstream(chain)


def _downstream(chain: list[tuple[int, bool]]) -> list[tuple[int, bool]]:
    """The chain in the direction in which its first piece was drawn, which is that of one-way roads."""
    if chain[0][1]:
        return [(piece, not backwards) for piece, backwards in reversed(chain)]
    return chain


def _positions(pieces: Pieces, order: Ints, turned: NDArray[np.bool_], starts: Ints) -> tuple[Ints, Ints]:
    """The places in `Lines.points` that each leg runs over, and where each leg's begin."""
    begin = np.where(turned, pieces.last[order], pieces.first[order])
    count = pieces.last[order] - pieces.first[order] + 1
    is_first = np.zeros(len(order), bool)
    is_first[starts[:-1]] = True
    # a piece that goes on begins with the last point of the piece before it
    skip = np.where(is_first, 0, 1)
    taken = count - skip
    ends = np.cumsum(taken)
    offset = np.arange(int(ends[-1])) - np.repeat(ends - taken, taken) + np.repeat(skip, taken)
    at = np.repeat(begin, taken) + np.where(np.repeat(turned, taken), -offset, offset)
    total = np.concatenate([[0], ends])
    return at, total[starts]
