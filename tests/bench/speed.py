"""How soon the text is there, how fast a key is, and what it costs.

    python -m tests.bench.speed [--quick] [--no-million] [--readme]

Prints a table for this machine: what, the target, what was measured, and both figures of a ratio.
Rounds are interleaved, so that a busy machine disturbs all alike. A ratio is the median of the
ratios of the rounds, which neighbours of a virtual machine disturb less than the least of each. Of
keys every press counts; how quiet the machine was is told by a bare loop, at the end.
``--quick`` takes about two minutes, all of it under ten. ``--readme`` puts the table into README.

Processor time and memory are those of the reader's own process; what the reading process adds
while it reads is told beside. Programs that are compared are measured where they are installed.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.documents import FIRST, document
from tests.bench.terminal import QUIET, Session

SIZE, OTHER_SIZE = (120, 40), (100, 30)
HERE = Path(__file__).parent
README = HERE.parent.parent / "README.md"
MARKS = "<!-- speed: python -m tests.bench.speed --readme -->", "<!-- end of speed -->"

MINIMAL = [sys.executable, str(HERE / "minimal.py")]
QUIT = b"\x11"
KEYS = {
    "down": (b"\x1b[B",),
    "page": (b"\x1b[6~", b"\x1b[6~", b"\x1b[5~"),
    "jump": (b"G", b"g"),
    "next fact": (b")",),
}
"""What is pressed, in turns."""
UNREAD_KEYS = {name: keys for name, keys in KEYS.items() if name != "next fact"}
"""What is pressed in an article that has not been read yet, and so has no facts to go to."""

PEERS = ("less", "frogmouth", "glow", "bat")

PANE = b"Outline"
"""On the screen, the panes are there."""

ANALYSED = 300_000
"""Words of the article that is read anew while keys are pressed: it takes longer than they do."""

LOOP = 0.0025
"""Seconds of a bare loop, at its least: as much as a key costs."""

FRAME = 16.7
"""Milliseconds of a frame. On a machine where the bare loop takes longer once in a hundred times,
what is asked of a quiet one cannot be told; the medians of the presses can."""

READING = 300.0
"""Seconds that the million words may take to be read, before they are opened again."""

Figures = dict[str, list[float]]


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; the value is compared with the target."""

    what: str
    target: float
    value: float
    unit: str
    how: str
    quiet: bool = False
    """Whether the target is one for a quiet machine."""


@dataclass(slots=True)
class Bench:
    """The programs, their documents and what was measured of them."""

    folder: Path
    rounds: int
    million: bool
    presses: int
    found: dict[str, Figures] = field(default_factory=dict)

    def keep(self, program: str, figure: str, *values: float) -> None:
        """Keeps what was measured."""
        self.found.setdefault(program, {}).setdefault(figure, []).extend(values)

    def least(self, program: str, figure: str) -> float:
        """The least of what was measured; not a number when nothing was."""
        return min(self.found.get(program, {}).get(figure, ()), default=float("nan"))

    def typical(self, program: str, figure: str) -> float:
        """The median of what was measured; not a number when nothing was."""
        values = self.found.get(program, {}).get(figure, ())
        return statistics.median(values) if values else float("nan")

    def ratio(self, program: str, base: str, figure: str) -> float:
        """The median of the rounds' ratios; not a number when nothing was measured."""
        pairs = zip(
            self.found.get(program, {}).get(figure, ()),
            self.found.get(base, {}).get(figure, ()),
            strict=True,
        )
        ratios = [one / other for one, other in pairs]
        return statistics.median(ratios) if ratios else float("nan")

    def path(self, words: int) -> Path:
        """A document of so many words, at rest for long."""
        path = self.folder / f"{words}.md"
        if not path.exists():
            path.write_text(document(words), encoding="utf-8")
            os.utime(path, (time.time() - 3600,) * 2)
        return path

    def environment(self, home: str) -> Mapping[str, str]:
        """An environment that says nothing but what a terminal is."""
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LD_LIBRARY_PATH", "TMPDIR")}
        folder = self.folder / home
        folder.mkdir(exist_ok=True)
        return {
            **kept,
            "HOME": str(folder),
            "BRIEFING_HOME": str(folder / "briefing"),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
        }

    def session(self, command: Sequence[str], home: str = "home") -> Session:
        """A program, started."""
        return Session(command, self.environment(home), SIZE)

    # One program ----------------------------------------------------------------------------

    def minimal(self) -> None:
        """The minimal Textual application."""
        session = self.session(MINIMAL)
        session.until(FIRST)
        session.settle(0.6)
        self.keep("minimal", "memory", session.memory(session.pid))
        session.close(QUIT)

    def minimal_key(self) -> None:
        """A key in the minimal Textual application."""
        session = self.session(MINIMAL)
        session.until(FIRST)
        session.settle(0.6)
        self.press("minimal", session, {"key": (b"a", b"b")})
        session.close(QUIT)

    def second_opening(self) -> None:
        """An article of a thousand words with its briefing kept."""
        session = self.session(briefing(self.path(1000)))
        session.until(FIRST)
        session.settle(0.6)
        self.keep("thousand", "processes", len(session.family()))
        self.keep("thousand", "memory", session.memory(session.pid))
        self.press("thousand", session)
        self.keep("thousand", "resize", session.resize(OTHER_SIZE), session.resize(SIZE))
        session.close(QUIT)

    def long_opening(self) -> None:
        """An article of a million words; its reading is stopped, and then goes on."""
        session = self.session(briefing(self.path(1_000_000)), "long")
        session.until(FIRST)
        session.settle(0.6)
        self.keep("million", "memory", session.memory(session.pid))
        readers = [pid for pid in session.family() if pid != session.pid]
        for pid in readers:
            os.kill(pid, signal.SIGSTOP)
        session.settle(0.3)
        self.press("million", session)
        self.keep("million", "resize", session.resize(OTHER_SIZE), session.resize(SIZE))
        for pid in readers:
            os.kill(pid, signal.SIGCONT)
        if readers:
            self.press("analysed", session)
            self.keep("analysed", "memory", sum(map(session.memory, session.family())))
        session.close(QUIT)

    def fresh_opening(self, number: int) -> None:
        """An article that was never seen, and keys pressed while it is read.

        The reading is stopped for the same keys, so that both are pressed in one process: before,
        and in every second round after, as a machine is busier at times.
        """
        session = self.session(briefing(self.path(ANALYSED)), f"fresh{number}")
        session.until(FIRST)
        session.until(PANE)
        session.settle(0.6)
        readers = [pid for pid in session.family() if pid != session.pid]
        states = [("fresh, idle", signal.SIGSTOP), ("fresh, analysed", signal.SIGCONT)]
        for program, state in reversed(states) if number % 2 else states:
            for pid in readers:
                os.kill(pid, state)
            session.settle(0.6)  # until each has a processor again
            self.press(program, session, UNREAD_KEYS)
        for pid in readers:
            os.kill(pid, signal.SIGCONT)
        if not session.busy(*readers):
            print("the article was read before all keys were pressed", file=sys.stderr)
        session.close(QUIT)

    def press(
        self, program: str, session: Session, listed: Mapping[str, Sequence[bytes]] = KEYS
    ) -> None:
        """Presses every key in turns."""
        for name, keys in listed.items():
            for number in range(self.presses):
                answer = session.press(keys[number % len(keys)])
                if answer is not None:
                    self.keep(program, name, answer[0] * 1000)
                    self.keep(program, f"{name} {number}", answer[0] * 1000)
                    self.keep(program, f"{name} bytes", answer[1])

    def steady(self, program: str, name: str) -> float:
        """The slowest press of a round, each at its median over the rounds.

        Every round presses the same keys in the same order, so a press that is slow by what it
        asks for is slow in each. One that a neighbour on the machine held up is not.
        """
        medians = [self.typical(program, f"{name} {number}") for number in range(self.presses)]
        return max((value for value in medians if value == value), default=float("nan"))

    def bare(self) -> None:
        """A loop that does nothing, after waits as between keys: how quiet the machine is."""

        def turn(times: int) -> float:
            begun = time.perf_counter()
            for _ in range(times):
                pass
            return time.perf_counter() - begun

        times = int(100_000 * LOOP / min(turn(100_000) for _ in range(20)))
        for _ in range(self.presses):
            time.sleep(QUIET)
            self.keep("bare", "loop", turn(times) * 1000)

    def starts(self, number: int) -> None:
        """What a start takes and costs: the programs one right after the other, each first in turn.

        The same start may cost half as much again when the processor's caches hold something
        else, and what ran before decides that.
        """
        programs = [
            ("python", [sys.executable, "-c", f"print({FIRST.decode()!r})"], "home"),
            ("minimal", MINIMAL, "home"),
            ("thousand", briefing(self.path(1000)), "home"),
            # An article that was never seen, in a library that is not there yet.
            ("first opening", briefing(self.path(1000)), f"new{number}"),
        ]
        if self.million:
            programs.append(("million", briefing(self.path(1_000_000)), "long"))
        first = number % len(programs)
        for name, command, home in programs[first:] + programs[:first]:
            session = self.session(command, home)
            self.keep(name, "text", session.until(FIRST))
            if name != "python":  # that has ended
                session.settle(0.6)
                self.keep(name, "cpu", session.cpu())
            session.close(QUIT)

    def peer(self, name: str) -> None:
        """Another program, with the document of a thousand words."""
        session = self.session([name, str(self.path(1000))], name)
        try:
            self.keep(name, "text", session.until(FIRST))
            session.settle(0.3)
            for number in range(self.presses):
                if answer := session.press(KEYS["page"][number % 3]):
                    self.keep(name, "page", answer[0] * 1000)
        except TimeoutError as error:
            print(f"{name}: {error}", file=sys.stderr)
        session.close(b"q")

    # All of them ----------------------------------------------------------------------------

    def run(self) -> None:
        """Measures everything, in interleaved rounds."""
        self.prepare()
        peers = [name for name in PEERS if shutil.which(name)]
        for number in range(self.rounds):
            self.minimal()
            self.second_opening()
            self.fresh_opening(number)
            if self.million:  # as often as the thousand words: the least of fewer would be more
                self.long_opening()
            self.minimal_key()
            self.bare()
            for name in peers:
                self.peer(name)
        for number in range(3 * self.rounds):
            self.starts(number)

    def prepare(self) -> None:
        """Compiles what will be imported, and lets the articles become known."""
        self.minimal()
        for home, words in [("home", 1000), *([("long", 1_000_000)] if self.million else [])]:
            session = self.session(briefing(self.path(words)), home)
            session.until(FIRST)
            session.until(PANE)
            session.settle(2.0)  # the reading begins
            if not session.rest(READING):
                print(f"{words} words were not read in {READING:.0f} seconds", file=sys.stderr)
            session.close(QUIT)
        self.second_opening()
        self.found.clear()


def briefing(path: Path) -> list[str]:
    """The command that opens an article, as the interpreter of this environment has it."""
    script = Path(sys.executable).with_name("briefing")
    return (
        [str(script), str(path)]
        if script.exists()
        else [sys.executable, "-m", "briefing", str(path)]
    )


def percentile(values: Sequence[float], part: float) -> float:
    """The value that so many of a hundred do not go beyond."""
    ordered = sorted(values)
    return (
        ordered[min(int(len(ordered) * part / 100), len(ordered) - 1)] if ordered else float("nan")
    )


def rows(bench: Bench) -> Iterator[Row]:
    """The table's rows, as far as they were measured."""
    for name in ("thousand", "first opening"):
        opening = "again" if name == "thousand" else "for the first time"
        for base, target in (("minimal", 0.15), ("python", 2.0)):
            mine, other = (bench.typical(each, "text") * 1000 for each in (name, base))
            shown = {"minimal": "a minimal Textual app", "python": "`python -c 'print()'`"}[base]
            yield Row(
                f"first text, opened {opening}, to {shown}", target,
                bench.ratio(name, base, "text"), "", f"{mine:.1f} ms to {other:.1f}",
            )  # fmt: skip
    mine, other = (bench.typical(each, "cpu") * 1000 for each in ("thousand", "minimal"))
    yield Row(
        "all panes on, CPU, to a minimal Textual app", 1.2,
        bench.ratio("thousand", "minimal", "cpu"), "",
        f"{mine:.0f} ms to {other:.0f}",
    )  # fmt: skip
    if bench.million:
        for figure, name, target in (
            ("text", "first text", 1.2), ("cpu", "all on, CPU", 1.1), ("resize", "resize", 1.2),
        ):  # fmt: skip
            mine, other = (bench.typical(each, figure) * 1000 for each in ("million", "thousand"))
            yield Row(
                f"a million words to a thousand: {name}", target,
                bench.ratio("million", "thousand", figure), "",
                f"{mine:.1f} ms to {other:.1f}",
            )  # fmt: skip
    yield from _keys(bench)
    if bench.million:
        mine, other = bench.least("million", "memory"), bench.least("minimal", "memory")
        whole = bench.least("analysed", "memory")
        yield Row(
            "memory at a million words, to a minimal Textual app", 1.4, mine / other, "",
            f"{mine:.1f} MiB to {other:.1f}"
            + (f"; {whole:.0f} with the reading process at work" if whole == whole else ""),
        )  # fmt: skip
    others = bench.least("thousand", "processes") - 1
    yield Row(
        "second opening: processes besides the screen", 0, others, "",
        "no analysis, no reading process",
    )  # fmt: skip


def _keys(bench: Bench) -> Iterator[Row]:
    for program, length in (("thousand", "a thousand words"), ("million", "a million words")):
        for name in KEYS:
            values = bench.found.get(program, {}).get(name, [])
            if values:
                size = statistics.median(bench.found[program][f"{name} bytes"])
                how = f"{len(values)} presses, {size:.0f} bytes"
                slow = f"the slowest of {bench.presses} at its median of {bench.rounds} rounds: "
                slow += f"{bench.steady(program, name):.1f} ms"
                yield Row(f"{name}, {length}, p50", 6.0, percentile(values, 50), " ms", how, True)
                yield Row(
                    f"{name}, {length}, p99", FRAME, percentile(values, 99), " ms", slow, True
                )
    for busy, idle, length in (
        ("fresh, analysed", "fresh, idle", f"{ANALYSED:,} words"),
        ("analysed", "million", "a million words"),
    ):
        for name in UNREAD_KEYS:
            values = bench.found.get(busy, {}).get(name, [])
            rested = bench.found.get(idle, {}).get(name, [])
            if values and rested:
                mine, other = percentile(values, 99), percentile(rested, 99)
                yield Row(
                    f"{name} while {length} are analysed, p99, to idle", 1.5, mine / other, "",
                    f"{mine:.1f} ms to {other:.1f}; slowest at its median: "
                    f"{bench.steady(busy, name):.1f} ms to {bench.steady(idle, name):.1f}",
                )  # fmt: skip


def table(bench: Bench) -> str:
    """The table in Markdown, with the programs compared below it."""
    lines = ["| what | target | measured | |", "| --- | ---: | ---: | --- |"]
    loud = percentile(bench.found.get("bare", {}).get("loop", []), 99) > FRAME
    for row in rows(bench):
        value = f"{row.value:.2f}" if row.target < 10 or row.value < 10 else f"{row.value:.1f}"
        miss = "" if row.value <= row.target else " **missed**"
        if miss and loud and row.quiet:  # a bare loop would miss it, too
            miss = " (not quiet)"
        lines.append(
            f"| {row.what} | {row.target:g}{row.unit} | {value}{row.unit}{miss} | {row.how} |"
        )
    for program, figure, what, times in (
        ("minimal", "key", "a minimal Textual app: a key that changes a word", "presses"),
        ("bare", "loop", f"this machine: a bare loop of {LOOP * 1000:g} ms at its least", "times"),
    ):  # what the machine makes of a key, be it ever so little that it does
        if values := bench.found.get(program, {}).get(figure, []):
            half, most = percentile(values, 50), percentile(values, 99)
            lines.append(
                f"| {what}, p50; p99 | | {half:.1f} ms; {most:.1f} ms | {len(values)} {times} |"
            )
    for name in PEERS:
        if (text := bench.typical(name, "text")) == text:
            pages = bench.found[name].get("page", [])
            ratio = text / bench.typical("minimal", "text")
            lines.append(
                f"| {name}: first text, to a minimal Textual app; page key p50 | | "
                f"{ratio:.2f}; {percentile(pages, 50):.1f} ms | {text * 1000:.0f} ms |"
            )
    return "\n".join(lines)


def main() -> None:
    """Measures and prints the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--quick", action="store_true", help="three rounds, fewer keys")
    parser.add_argument("--no-million", action="store_true", help="leave the long article out")
    parser.add_argument("--rounds", type=int, default=0)
    parser.add_argument("--readme", action="store_true", help="put the table into README")
    asked = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="briefing-speed-") as folder:
        rounds = asked.rounds or (3 if asked.quick else 10)
        bench = Bench(Path(folder), rounds, not asked.no_million, 10 if asked.quick else 30)
        bench.run()
    shown = table(bench)
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    about = (
        f"{rounds} interleaved rounds at {SIZE[0]}x{SIZE[1]}, {os.cpu_count()} cores{load}, "
        f"Python {platform.python_version()}, {platform.system()} on {platform.machine()}."
    )
    print(f"{about} {time.perf_counter() - begun:.0f} s.\n\n{shown}")
    if asked.readme:
        text = README.read_text(encoding="utf-8")
        inner = f"{MARKS[0]}\n{about}\n\n{shown}\n{MARKS[1]}"
        pattern = re.escape(MARKS[0]) + ".*?" + re.escape(MARKS[1])
        README.write_text(re.sub(pattern, lambda _: inner, text, flags=re.S), encoding="utf-8")


if __name__ == "__main__":
    main()
