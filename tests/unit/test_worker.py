"""The worker, with an engine of its own: articles tell it by their titles what to do."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import worker
from briefing.model.annotations import Briefing
from briefing.model.article import Article
from briefing.model.errors import BriefingError
from briefing.sources import RawSource
from briefing.worker import CancelledError, Worker
from tests.articles import article

ENGINE = """
import sys, os, time, types
engine = types.ModuleType("briefing.reading.brief")
from briefing.model.annotations import Briefing
def brief(article, engine):
    if article.title == "noise":
        print("noise"); os.write(1, b"noise")
    if article.title == "raise":
        raise ValueError("no sense in it")
    if article.title == "die":
        os.kill(os.getpid(), 9)
    if article.title == "exit":
        os._exit(3)
    if article.title.startswith("die once"):
        mark = article.title.removeprefix("die once ")
        if not os.path.exists(mark):
            open(mark, "w").close()
            os._exit(3)
    if article.title == "sleep":
        time.sleep(60)
    return Briefing(article.digest, f"{os.getpid()} {os.nice(0)}")
engine.brief = brief
sys.modules["briefing.reading.brief"] = engine
"""


PROGRAM = worker.CHILD.replace("from", f"exec({ENGINE!r})\nfrom")


@pytest.fixture
def reader() -> Iterator[Worker]:
    made = Worker(PROGRAM)
    yield made
    made.close()


def titled(title: str) -> Article:
    return replace(article(), title=title)


def facts(briefing: Briefing) -> tuple[int, int]:
    pid, nice = briefing.engine.split()
    return int(pid), int(nice)


def test_readings_are_done_in_one_other_process_at_low_priority(reader: Worker) -> None:
    first, second = facts(reader.brief(article())), facts(reader.brief(article()))
    assert first == second
    assert first[0] != os.getpid()
    assert first[1] == min(os.nice(0) + worker.NICE, 19)


def test_a_child_that_was_started_ahead_does_the_reading(reader: Worker) -> None:
    reader.start()
    child = reader._child
    assert child is not None
    assert facts(reader.brief(article()))[0] == child.pid


def test_a_system_without_room_for_a_process_is_told(
    reader: Worker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(subprocess, "Popen", full)
    reader.start()
    with pytest.raises(BriefingError, match="no process can be started"):
        reader.brief(article())


def test_a_large_article_goes_through_whole(reader: Worker) -> None:
    large = article("Title\n" + "word " * 1_000_000)
    assert reader.brief(large).digest == large.digest


def test_what_an_engine_prints_does_not_get_between_replies(reader: Worker) -> None:
    assert reader.brief(titled("noise"))
    assert reader.brief(article())


def test_a_reading_that_fails_becomes_a_sentence(reader: Worker, home: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        reader.brief(titled("raise"))
    log = home / "state" / "faults.log"
    told = f"raise: the reading failed (ValueError; the details are in {log})."
    assert str(caught.value) == told
    assert "ValueError" in log.read_text("utf-8")
    assert "no sense in it" not in log.read_text("utf-8")
    assert reader.brief(article())


@pytest.mark.parametrize(("title", "ending"), [("die", "SIGKILL"), ("exit", "exit code 3")])
def test_a_child_that_dies_twice_is_told_and_the_next_reading_works(
    reader: Worker, title: str, ending: str
) -> None:
    with pytest.raises(BriefingError, match=rf"ended twice \({ending}\)"):
        reader.brief(titled(title))
    assert reader.brief(article())


def test_a_child_that_dies_once_is_started_again(reader: Worker, tmp_path: Path) -> None:
    assert reader.brief(titled(f"die once {tmp_path / 'mark'}"))


def test_a_child_that_was_killed_between_readings_is_started_again(reader: Worker) -> None:
    pid, _ = facts(reader.brief(article()))
    os.kill(pid, signal.SIGKILL)
    assert facts(reader.brief(article()))[0] != pid


@pytest.mark.parametrize("stop", ["cancel", "close"])
def test_a_reading_is_stopped_at_once(reader: Worker, stop: str) -> None:
    caught: list[BaseException] = []

    def wait() -> None:
        try:
            reader.brief(titled("sleep"))
        except BriefingError as error:
            caught.append(error)

    thread = threading.Thread(target=wait)
    thread.start()
    time.sleep(0.5)
    getattr(reader, stop)()
    thread.join(20)  # the reading itself takes three times as long
    assert not thread.is_alive()
    assert isinstance(caught[0], CancelledError)
    if stop == "cancel":
        assert reader.brief(article())
    else:
        with pytest.raises(CancelledError):
            reader.brief(article())


def test_many_threads_take_turns(reader: Worker) -> None:
    digests: list[str] = []

    def wait(number: int) -> None:
        digests.append(reader.brief(article(f"Title {number}\nWords.")).digest)

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(digests) == {article(f"Title {number}\nWords.").digest for number in range(10)}


def test_the_child_ignores_ctrl_c(reader: Worker) -> None:
    pid, _ = facts(reader.brief(article()))
    os.kill(pid, signal.SIGINT)
    time.sleep(0.1)
    assert facts(reader.brief(article()))[0] == pid


PARENT = f"""
from dataclasses import replace
from briefing.worker import Worker
from tests.articles import article

reader = Worker({PROGRAM!r})
print(reader.brief(article()).engine.split()[0], flush=True)
reader.brief(replace(article(), title="sleep"))
"""


def test_the_child_ends_with_its_parent_even_while_it_reads() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        time.sleep(0.5)
        parent.kill()
    for _ in range(50):
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return
        if "Z" in _state(child):
            return
        time.sleep(0.1)
    os.kill(child, signal.SIGKILL)
    pytest.fail("the child outlived its parent")


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return ""


SOURCES = """
import time
import briefing.sources
briefing.sources.contents = lambda raw: time.sleep(60)
"""


def test_a_document_that_takes_too_long_is_left() -> None:
    call = "from briefing.worker_process"
    reader = Worker(PROGRAM.replace(call, f"exec({SOURCES!r})\n{call}"))
    try:
        with pytest.raises(BriefingError, match=r"/a.html: takes longer to read than 1 seconds"):
            reader.contents(RawSource(b"<p>", "/a.html"), 1)
        assert reader.brief(article("fine")).engine
    finally:
        reader.close()


def test_an_article_that_takes_too_long_is_left(reader: Worker) -> None:
    with pytest.raises(BriefingError, match=r"sleep: takes longer to read than 1 seconds"):
        reader.brief(titled("sleep"), seconds=1)
    assert reader.brief(article("fine")).engine


def test_how_far_it_steps_back_is_the_callers_choice() -> None:
    reader = Worker(PROGRAM, nice=3)
    try:
        assert facts(reader.brief(article()))[1] == min(os.nice(0) + 3, 19)
    finally:
        reader.close()
