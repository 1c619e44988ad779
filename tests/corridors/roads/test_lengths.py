import numpy as np
import pytest

from clearway.corridors.roads.lengths import lengths_m


@pytest.mark.parametrize(
    ("start", "end", "metres"),
    [
        # Geodesics on WGS84, as Karney's GeographicLib gives them.
        ((37.0, 36.0), (37.01, 36.0), 901.64),
        ((37.0, 36.0), (37.0, 36.01), 1109.58),
        ((179.995, 0.0), (-179.995, 0.0), 1113.19),
    ],
)
def test_a_length_is_that_on_the_ellipsoid(start: tuple[float, float], end: tuple[float, float], metres: float) -> None:
    found = lengths_m(*(np.array([value]) for value in (*start, *end)))

    assert found[0] == pytest.approx(metres, abs=0.05)
