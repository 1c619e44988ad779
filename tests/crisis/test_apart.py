"""Reading in processes of its own: what a text does to its reader, it does to nobody else."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest
from tests.crisis.odd_child import DEADLY, ENDLESS, LARGE, LATER
from tests.desk import SAMPLES, quick_reader
from tests.sources.making import document, docx

from clearway.claims import Reader
from clearway.crisis.apart import IDLE_S, Apart
from clearway.crisis.apart_child import Ask, Told
from clearway.errors import ClearwayError, ModelError, ReaderLost, RefusedDocument
from clearway.model import Claim, Document, Report, fingerprint
from clearway.places import Gazetteer
from clearway.sources import Sandbox

ROOT = Path(__file__).parents[2]
ODD = "tests.crisis.odd_child"
WAIT_S = 60.0
SENTENCE = "Shelling killed 4 people in Idlib on Monday, Dr Ahmad Karam of the civil defence said."


@pytest.fixture(scope="module")
def really() -> Iterator[Apart]:
    """What a desk reads with."""
    apart = Apart()
    yield apart
    apart.close()


@pytest.fixture
def oddly(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Apart]]:
    """Reads with a child that does what a text says."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = []

    def makes(**given: object) -> Apart:
        made.append(Apart(module=ODD, **given))  # type: ignore[arg-type]
        return made[-1]

    yield makes
    for apart in made:
        apart.close()


def report(text: str, name: str = "a.txt") -> Report:
    return Report(text=text, document=name, sha256=fingerprint(text.encode()), language="en")


def read(apart: Apart, text: str) -> list[tuple[Claim, ...]]:
    return [*apart.read_each([report(text)])]


def pids(apart: Apart) -> list[int]:
    return [child.pid for child in apart._all if child.pid is not None]


def kept_busy(apart: Apart, text: str) -> tuple[threading.Thread, int]:
    """Who has the one child that runs read a text, and the id of that child."""
    thread = threading.Thread(target=read, args=(apart, text))
    thread.start()
    wait_for(lambda: pids(apart))
    [busy] = pids(apart)
    return thread, busy


def wait_for(holds: Callable[[], object]) -> None:
    until = time.monotonic() + WAIT_S
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.01)


def test_what_is_read_apart_is_what_is_read_here(really: Apart) -> None:
    with Sandbox() as sandbox, Gazetteer.open() as gazetteer:
        here = quick_reader(gazetteer)
        for path in sorted(SAMPLES.glob("*"))[:4]:
            given = Document(name=path.name, data=path.read_bytes())
            reading = really.reading(given)
            assert reading == sandbox.reading(given)
            assert [*really.read_each(reading.reports)] == [*here.read_each(reading.reports)]
        assert really.names(SENTENCE) == here.names(SENTENCE)
    assert (really.extractor, really.version) == (Reader.extractor, Reader.version)
    assert len(pids(really)) == 1


def test_the_language_of_a_text_is_told_there(really: Apart) -> None:
    words = "Quatre personnes ont été blessées lundi dans une attaque contre la clinique, a dit le directeur."
    for given in (document(words), document(docx("Published: 2020-02-18", words), name="a.docx")):
        [found] = really.reading(given).reports
        assert found.language == "fr"
        with pytest.raises(RefusedDocument, match="only English is read so far"):
            [*really.read_each([found])]


def test_places_that_were_added_meanwhile_are_told_of_and_nothing_is_read_with_them(really: Apart) -> None:
    really._gazetteer = lambda: "another"
    try:
        with pytest.raises(ModelError, match="gazetteer: places were added to it since this was opened; open it again"):
            read(really, SENTENCE)
    finally:
        really._gazetteer = lambda: ""
    assert read(really, SENTENCE)[0] != ()


def test_a_reader_of_another_version_reads_nothing(really: Apart) -> None:
    version, really.version = really.version, "0 of before"
    try:
        rule = r"^reading: Clearway was installed anew since this was opened \(it reads by 0 of before, now by .*"
        with pytest.raises(ModelError, match=rule):
            read(really, SENTENCE)
        with pytest.raises(ModelError, match=rule):
            really.reading(document(SENTENCE))
    finally:
        really.version = version
    assert read(really, SENTENCE)[0] != ()


def test_whoever_asks_loads_none_of_what_reads(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"Published: 2020-02-18\n\n{SENTENCE}", encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body><p>{SENTENCE}</p></body></html>", encoding="utf-8")
    (tmp_path / "c.txt").write_text("Vier Menschen wurden am Montag verletzt, sagte der Direktor.", encoding="utf-8")
    code = f"""
import sys
from clearway import Crisis
with Crisis.open({str(tmp_path / "a.db")!r}, apart=True) as crisis:
    crisis.read([{str(tmp_path)!r}])
    reports = crisis.counts().reports
    answers = crisis.check({SENTENCE!r}).answers
heavy = [name for name in ("spacy", "thinc", "numpy", "trafilatura", "lxml", "py3langid") if name in sys.modules]
print(reports, bool(answers), heavy)
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=WAIT_S * 2)
    assert told.stdout.splitlines()[-1] == "2 True []"


def test_a_text_that_never_ends_is_refused_and_the_next_is_read(oddly: Callable[..., Apart]) -> None:
    apart = oddly(least_s=1.0)
    read(apart, "One.")
    [first] = pids(apart)
    with pytest.raises(RefusedDocument, match=r"^a\.txt: reading it takes longer than 1 s; cut it into parts"):
        read(apart, ENDLESS)
    assert read(apart, "Two.") == [()]
    assert not psutil.pid_exists(first)


def test_a_reader_that_dies_over_a_text_twice_refuses_it_and_the_next_is_read(oddly: Callable[..., Apart]) -> None:
    apart = oddly()
    with pytest.raises(ReaderLost, match=r"^a\.txt: its reader was ended by SIGABRT, .*, twice; save it again"):
        read(apart, DEADLY)
    assert read(apart, "Two.") == [()]


def test_where_no_reader_can_be_started_no_text_is_blamed() -> None:
    apart = Apart(module="tests.crisis.no_such_module")
    try:
        with pytest.raises(
            ModelError, match=r"^reading: what reads cannot run on this machine just now \(its reader end"
        ):
            read(apart, "One.")
    finally:
        apart.close()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.EMFILE, "Too many open files"), "Too many open files"),
        (OSError(errno.ENOMEM, "Cannot allocate memory"), "Cannot allocate memory"),
        (RuntimeError("can't start new thread"), "can't start new thread"),
        (MemoryError(), "out of memory"),
    ],
)
def test_a_machine_that_has_nothing_left_is_told_of_and_the_text_is_read_later(
    oddly: Callable[..., Apart], monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    apart = oddly()
    with monkeypatch.context() as patched:
        patched.setattr("clearway.sources.confined.subprocess.Popen", fails)
        with pytest.raises(ModelError) as raised:
            read(apart, "One.")
    assert raised.value.rule == f"this machine cannot run what reads just now ({told})"
    assert read(apart, "One.") == [()]


def test_a_machine_that_fails_in_the_midst_of_an_answer_is_told_of(
    oddly: Callable[..., Apart], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(errno.EMFILE, "Too many open files")

    apart = oddly()
    read(apart, "One.")
    with monkeypatch.context() as patched:
        patched.setattr("clearway.sources.confined.selectors.DefaultSelector", fails)
        with pytest.raises(ModelError, match="this machine cannot run what reads just now"):
            read(apart, "Two.")
    assert pids(apart) == []
    assert read(apart, "Two.") == [()]


def test_a_reader_that_is_killed_by_others_reads_once_more(oddly: Callable[..., Apart], tmp_path: Path) -> None:
    apart, sign = oddly(), tmp_path / "go"

    def kills() -> None:
        wait_for(lambda: pids(apart))
        os.kill(pids(apart)[0], signal.SIGKILL)
        sign.touch()

    thread = threading.Thread(target=kills)
    thread.start()
    assert read(apart, f"{LATER}{sign}") == [()]
    thread.join()


def test_a_text_that_takes_all_memory_is_refused_and_the_next_is_read(oddly: Callable[..., Apart]) -> None:
    apart = oddly(memory_bytes=200_000_000)
    with pytest.raises(RefusedDocument, match=r"^a\.txt: reading it takes more than 200 MB of memory; cut it into"):
        read(apart, LARGE)
    assert read(apart, "Two.") == [()]


def test_of_reports_that_are_read_together_only_the_bad_one_is_refused(oddly: Callable[..., Apart]) -> None:
    from clearway.crisis.reading import claims_of_each

    good, bad = report("One.", "good.txt"), report(DEADLY, "bad.txt")
    first, second, third = claims_of_each(oddly(), [bad, good, replace(good, ordinal=1)])
    assert isinstance(first, ReaderLost)
    assert (second, third) == ((), ())


def test_a_report_that_is_refused_does_not_have_the_others_read_again(
    really: Apart, monkeypatch: pytest.MonkeyPatch
) -> None:
    from clearway.crisis.reading import claims_of_each

    asked: list[int] = []
    ask = Apart._ask

    def counts(self: Apart, name: str, one: Ask, *more: bytes) -> Told:
        asked.append(len(one.reports))
        return ask(self, name, one, *more)

    monkeypatch.setattr(Apart, "_ask", counts)
    french = replace(report("Quatre personnes sont mortes.", "b.txt"), language="fr")
    first, second, third = claims_of_each(really, [report(SENTENCE, "a.txt"), french, report(SENTENCE, "c.txt")])
    assert isinstance(second, RefusedDocument)
    assert (second.subject, asked) == ("b.txt", [3])
    assert [bool(isinstance(one, tuple) and one) for one in (first, third)] == [True, True]


def test_a_sentence_is_read_while_a_report_is(oddly: Callable[..., Apart], tmp_path: Path) -> None:
    apart, sign = oddly(), tmp_path / "go"
    thread, busy = kept_busy(apart, f"{'It rains. ' * 1_000}{LATER}{sign}")
    assert apart.names("One.") != (str(busy),)
    sign.touch()
    thread.join()
    assert len(pids(apart)) == 2


def test_a_sentence_waits_for_a_sentence_and_no_second_reader_is_started(
    oddly: Callable[..., Apart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clearway.crisis.apart.SOON_S", WAIT_S)
    apart, sign, told = oddly(), tmp_path / "go", []
    first, _ = kept_busy(apart, f"{LATER}{sign}")
    second = threading.Thread(target=lambda: told.append(apart.names("One.")))
    second.start()
    assert told == []
    sign.touch()
    for thread in (first, second):
        thread.join()
    assert told == [(str(pid),) for pid in pids(apart)]


def test_a_sentence_that_never_ends_holds_up_the_next_for_a_moment(
    oddly: Callable[..., Apart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("clearway.crisis.apart.SOON_S", 0.1)
    apart, sign = oddly(), tmp_path / "go"
    thread, busy = kept_busy(apart, f"{LATER}{sign}")
    assert apart.names("One.") != (str(busy),)
    sign.touch()
    thread.join()


def test_a_reader_is_begun_before_anything_is_asked(oddly: Callable[..., Apart]) -> None:
    apart = oddly()
    apart.begin()
    wait_for(lambda: pids(apart))
    begun = pids(apart)
    apart.begin()
    assert apart.names("One.") == (str(begun[0]),)
    assert pids(apart) == begun


def test_where_all_read_for_others_it_is_told_soon(
    oddly: Callable[..., Apart], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    apart, sign = oddly(), tmp_path / "go"
    text = f"{'It rains. ' * 1_000}{LATER}{sign}"
    threads = [threading.Thread(target=read, args=(apart, text)) for _ in range(2)]
    for thread in threads:
        thread.start()
    wait_for(lambda: len(pids(apart)) == 2)
    monkeypatch.setattr("clearway.crisis.apart.PATIENCE_S", 0.1)
    with pytest.raises(ModelError, match="all that reads is at work for others; ask again in a moment"):
        apart.names("One.")
    sign.touch()
    for thread in threads:
        thread.join()


def test_a_reader_with_nothing_to_do_is_ended_after_a_while(oddly: Callable[..., Apart]) -> None:
    now = [0.0]
    apart = oddly(clock=lambda: now[0])
    read(apart, "One.")
    [first] = pids(apart)
    now[0] = IDLE_S - 1
    apart.rest()
    assert pids(apart) == [first]
    now[0] = IDLE_S + 1
    apart.rest()
    assert pids(apart) == []
    assert read(apart, "Two.") == [()]


def test_what_is_closed_ends_at_once_and_says_so(oddly: Callable[..., Apart]) -> None:
    apart = oddly()
    raised: list[ClearwayError] = []

    def reads() -> None:
        try:
            read(apart, ENDLESS)
        except ClearwayError as error:
            raised.append(error)

    thread = threading.Thread(target=reads)
    thread.start()
    wait_for(lambda: pids(apart))
    [child] = pids(apart)
    apart.close()
    thread.join(WAIT_S)
    assert [(type(one), one.rule) for one in raised] == [(ModelError, "it is just being stopped")]
    assert not psutil.pid_exists(child)
    with pytest.raises(ModelError, match="it is just being stopped"):
        read(apart, "One.")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a child ends when it next looks at its pipe")
def test_no_reader_outlives_whoever_asked_though_it_is_in_the_midst_of_a_text() -> None:
    code = f"""
import threading, time
from tests.crisis.test_apart import ENDLESS, ODD, Apart, pids, read
apart = Apart(module=ODD)
threading.Thread(target=read, args=(apart, ENDLESS), daemon=True).start()
while not pids(apart):
    time.sleep(0.01)
print(pids(apart)[0], flush=True)
time.sleep({WAIT_S})
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}
    asks = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment)
    assert asks.stdout is not None
    child = psutil.Process(int(asks.stdout.readline()))
    wait_for(lambda: child.cpu_times().user > 1)  # it is in the midst of it
    asks.kill()
    asks.wait()
    asks.stdout.close()
    wait_for(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
