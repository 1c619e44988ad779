import pytest
from tests.lists.made import INDEPENDENT, counts

from clearway.errors import UsageError
from clearway.lists import estimating, extra
from clearway.lists.classes import latent_classes
from clearway.lists.estimate import Estimate, NotRun
from clearway.lists.estimating import Headline, estimate, refused


@pytest.fixture(autouse=True)
def _no_chains(monkeypatch: pytest.MonkeyPatch) -> None:
    """Chains take seconds, and are tested by themselves."""
    monkeypatch.setattr(estimating, "latent_classes", lambda *_, **__: said("latent classes", 1210, rhat=1.0))


def said(method: str, best: int, **more: object) -> Estimate:
    values = {"low": best - 10, "high": best + 10, "how": "made up", **more}
    return Estimate(method=method, best=best, **values)  # type: ignore[arg-type]


def test_where_the_methods_agree_there_is_one_number_with_the_widest_interval() -> None:
    done = estimate(INDEPENDENT)

    assert [one.method for one in done.estimates] == [
        "Chao's lower bound", "stepwise log-linear", "decomposable graphs", "latent classes",
    ]  # fmt: skip
    assert done.refusals == ()
    assert isinstance(done.headline, Headline)
    told = [one for one in done.estimates if not one.bound]
    assert done.headline.best == sorted(one.best for one in told)[1]
    assert (done.headline.low, done.headline.high) == (min(e.low for e in told), max(e.high for e in told))


def test_with_two_lists_there_is_a_bound_and_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(estimating, "latent_classes", latent_classes)
    done = estimate(counts(("10", 30), ("01", 20), ("11", 10)))

    assert [one.method for one in done.estimates] == ["Chao's lower bound"]
    assert {one.method for one in done.not_run} == {"stepwise log-linear", "decomposable graphs", "latent classes"}
    assert (done.headline, done.refusals) == (None, ("no method could be run",))


@pytest.mark.parametrize(
    ("estimates", "reasons"),
    [
        ((said("a", 1000), said("b", 1150)), ()),
        ((said("a", 1000), said("b", 1151)), ("the methods disagree: a says 1,000, b 1,151 (15% more, over 15%)",)),
        (
            (said("a", 1000), said("b", 1000, rhat=1.05)),
            ("the chains of b did not mix (R-hat 1.05, and it has to be under 1.05)",),
        ),
        (
            (said("a", 1000), said("b", 1000, rhat=float("nan"))),
            ("the chains of b did not mix (R-hat nan, and it has to be under 1.05)",),
        ),
        (
            (said("a", 1000), said("b", 1000), said("c", 1020, bound=True)),
            ("c (1,010 to 1,030) lies above every estimate: some list keeps people off another",),
        ),
        ((said("a", 1000), said("c", 900, bound=True)), ("only one method could be run, and no other can confirm it",)),
    ],
)
def test_one_number_is_refused_with_the_reason(estimates: tuple[Estimate, ...], reasons: tuple[str, ...]) -> None:
    assert refused(estimates) == reasons


def test_without_the_extra_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extra, "find_spec", lambda _: None)

    with pytest.raises(UsageError) as refusal:
        estimate(INDEPENDENT)

    assert str(refusal.value) == "scipy: it is not installed; pip install 'clearway[lists]'"


def test_a_method_that_cannot_be_run_says_why() -> None:
    done = estimate(counts(("1" * 6, 5), ("100000", 9), ("010000", 9), ("001000", 9)))

    assert (
        NotRun(
            method="decomposable graphs",
            why="6 lists are too many for all graphs, at most 5 are not; join lists that are alike",
        )
        in done.not_run
    )
