"""Score every task whose set is present, and print one table.

    python -m tests.bench.scores FOLDER [TASK ...] [--split NAME] [--limit N]

FOLDER holds the measuring scripts and their sets (``reading/``, ``entities/``). A task is left out
when its set or its adapter is not there. Times are milliseconds of CPU per call.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench import adapters

BRIEF = (sys.executable, "-c", "from briefing.cli import main; main()", "show", "--brief")

SEGMENTS = """
import sys, evalkit as k, score_segments as s
split, fn = sys.argv[1], k.resolve(sys.argv[2])
for name in sys.argv[3:]:
    k.out(task=name, **s.evaluate(fn, k.load(split, name)))
"""


@dataclass(frozen=True, slots=True)
class Figure:
    """One row of the table: where the score stands in a script's answer, and the number to beat."""

    name: str
    path: str
    beat: float
    low: bool = False
    """True when less is better."""


@dataclass(frozen=True, slots=True)
class Task:
    """One run of one script."""

    name: str
    adapter: str
    sets: tuple[str, ...]
    figures: tuple[Figure, ...]
    options: tuple[str, ...] = ()
    script: str = ""


TASKS = (
    Task(
        "sentences",
        "sentences",
        ("sentences",),
        (
            Figure("sentences/bbc", "ends.f1", 0.998),
            Figure("sentences/gum", "ends.f1", 0.96),
            Figure("sentences/hard", "ends.f1", 0.98),
        ),
    ),
    Task(
        "sections",
        "headings",
        ("sections",),
        (
            Figure("sections/blank", "f1", 0.84),
            Figure("sections/blank", "fp_per_1000_lines", 17, low=True),
            Figure("sections/tight", "f1", 0.88),
            Figure("sections/tight", "fp_per_1000_lines", 17, low=True),
        ),
    ),
    Task(
        "furniture",
        "furniture",
        ("furniture",),
        (Figure("furniture", "f1", 0.98), Figure("furniture", "body_kept", 0.98)),
    ),
    Task("parts", "parts", ("seg_choi",), (Figure("seg_choi", "pk", 0.128, low=True),)),
    Task("parts", "parts", ("seg_heads",), (Figure("seg_heads", "pk", 0.399, low=True),)),
    Task(
        "summary",
        "summary",
        ("summary_cnndm",),
        (
            Figure("summary_cnndm", "rouge1", 30.2),
            Figure("summary_cnndm", "rouge2", 11.6),
            Figure("summary_cnndm", "rougeLsum", 27.0),
        ),
        ("--set", "cnndm"),
    ),
    Task(
        "summary",
        "summary",
        ("summary_teaser",),
        (Figure("summary_teaser", "rouge1", 28.8), Figure("summary_teaser", "rouge2", 11.8)),
        ("--set", "teaser"),
    ),
    Task(
        "w1h",
        "w1h",
        ("w1h",),
        (Figure("w1h", "4w_f1", 0.58), Figure("w1h", "4w_sent", 0.70)),
    ),
    Task(
        "figures",
        "figures",
        ("figures_ieer",),
        (Figure("figures_ieer", "f1", 0.90),),
        ("--set", "ieer"),
    ),
    Task(
        "figures",
        "figures",
        ("figures_hand",),
        (Figure("figures_hand", "f1", 0.97),),
        ("--set", "hand"),
    ),
    Task("figure_rank", "figure_rank", ("figure_rank",), (Figure("figure_rank", "hit3", 0.91),)),
    Task("dates", "dates", ("timex",), (Figure("timex", "day.f1", 0.90),)),
    Task("quotes", "quotes", ("quotes",), (Figure("quotes", "f1_direct_source", 0.72),)),
    Task("clusters", "clusters", ("clusters",), (Figure("clusters", "b3_f1", 0.95),)),
    Task(
        "similar",
        "similar",
        ("clusters",),
        (Figure("related", "p_at_1", 0.985),),
        ("--related",),
        "score_clusters.py",
    ),
    Task(
        "titles",
        "titles",
        ("titles", "titles_library"),
        (Figure("titles", "p", 0.995), Figure("titles", "r", 0.96)),
    ),
    Task(
        "novelty",
        "novelty",
        ("novelty_story",),
        (Figure("novelty_story", "auc", 0.9),),
        ("--set", "novelty_story"),
    ),
    Task(
        "novelty", "novelty", ("novelty",), (Figure("novelty", "auc", 0.8),), ("--set", "novelty")
    ),
    Task("conflicts", "conflicts", ("conflicts",), (Figure("conflicts", "f1", 0.9),)),
)

ENTITIES = {
    "conll03_testa": 0.885,
    "ieer_dev": 0.854,
    "worldwide_dev": 0.822,
    "wikigold_dev": 0.742,
    "uner_ewt_dev": 0.712,
    "seed_article": 0.92,
}
"""Strict F1 of people, organisations and places to beat, by file."""

WORDS, ROUNDS = 500, 7
"""Words of the article that is timed, and how often it is read; the quickest time counts."""

POWER = {40: 0.65, 60: 0.88, 120: 0.93}
"""Share of who, what, when and where to be known after that many words."""

Row = tuple[str, float, float, bool, float | None]
"""Name, score, number to beat, whether less is better, milliseconds."""


def _lines(command: Sequence[str], folder: Path | None = None) -> Iterator[dict[str, Any]]:
    """The JSON lines a script prints; what it says on standard error is passed on."""
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
    if done.returncode:
        print(done.stderr.rstrip().rpartition("\n")[2], file=sys.stderr)
    for line in done.stdout.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def _at(answer: Mapping[str, Any], path: str) -> float:
    value: Any = answer
    for key in path.split("."):
        value = value[key]
    return float(value)


def _task_rows(task: Task, reading: Path, split: str, limit: int) -> Iterator[Row]:
    implementation = f"tests.bench.adapters:{task.adapter}"
    if task.name == "parts":
        program = f"import sys; sys.path.insert(0, {str(reading)!r})\n{SEGMENTS}"
        command = [sys.executable, "-c", program, split, implementation, *task.sets]
    else:
        script = reading / (task.script or f"score_{task.name}.py")
        command = [sys.executable, str(script), "--impl", implementation, "--split", split]
        command += [*task.options, "--limit", str(limit)]
    answers = {answer["task"]: answer for answer in _lines(command)}
    for figure in task.figures:
        if answer := answers.get(figure.name):
            name = f"{figure.name} {figure.path}"
            yield name, _at(answer, figure.path), figure.beat, figure.low, answer.get("ms")


def _entity_rows(folder: Path, limit: int) -> Iterator[Row]:
    for name, beat in ENTITIES.items():
        file = folder / "dev" / f"{name}.conll"
        if not file.exists():
            continue
        command = [sys.executable, str(folder / "ner_f1.py"), "tests.bench.adapters:entities"]
        command += [str(file), "--json", *(["--max-docs", str(limit)] if limit else [])]
        for answer in _lines(command):
            ms = 1000 * answer["seconds"] / max(1, answer["docs"])
            yield f"entities/{name} f1", answer["scores"]["strict"][2], beat, False, ms


def _power_rows(reading: Path, split: str, limit: int) -> Iterator[Row]:
    sys.path.insert(0, str(reading))
    from briefing_power import power  # type: ignore[import-not-found]

    file = reading / split / "w1h.jsonl"
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()][: limit or None]
    shown = {record["id"]: _brief(record["text"]) for record in records}
    for size, (score, _) in power(records, lambda r: shown[r["id"]], tuple(POWER)).items():
        yield f"power/{size} words", score, POWER[size], False, None


def _time_rows(reading: Path, split: str) -> Iterator[Row]:
    """What reading an article of about 500 words costs one core, when all is loaded."""
    from briefing.model.article import Origin
    from briefing.reading.brief import brief
    from briefing.reading.entities import lines_of
    from briefing.reading.entities.engines import engine
    from briefing.reading.structure import structured
    from briefing.sources.text import parse

    file = reading / split / "w1h.jsonl"
    texts = [json.loads(line)["text"] for line in file.read_text("utf-8").splitlines()]
    text = min(texts, key=lambda each: abs(len(each.split()) - WORDS))
    article = structured(parse(text, Origin("-")))
    lines = list(lines_of(article))

    def least(work: Callable[[], object]) -> float:
        spent = []
        for _ in range(ROUNDS):
            before = time.process_time()
            work()
            spent.append(1000 * (time.process_time() - before))
        return min(spent)

    whole = least(lambda: brief(structured(parse(text, Origin("-")))))
    model = least(lambda: engine().read(article.text, lines))
    yield "time/whole reading ms", whole, 100, True, whole
    yield "time/of which the model ms", model, 85, True, model


def _brief(text: str) -> str:
    done = subprocess.run([*BRIEF, "-"], input=text, capture_output=True, text=True, check=False)
    return done.stdout


def rows(folder: Path, wanted: Sequence[str], split: str, limit: int) -> Iterator[Row]:
    """The rows of the table, each as soon as it is known."""
    reading = folder / "reading"
    for task in TASKS:
        present = all((reading / split / f"{name}.jsonl").exists() for name in task.sets)
        if present and hasattr(adapters, task.adapter) and (not wanted or task.name in wanted):
            yield from _task_rows(task, reading, split, limit)
    if hasattr(adapters, "entities") and (not wanted or "entities" in wanted):
        yield from _entity_rows(folder / "entities", limit)
    if not wanted or "time" in wanted:
        yield from _time_rows(reading, split)
    if "power" in wanted:
        yield from _power_rows(reading, split, limit)


def main() -> None:
    """Run the tasks asked for, or all, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path, help="holds reading/ and entities/")
    parser.add_argument("task", nargs="*", help="all but power (which is slow) when none is named")
    parser.add_argument("--split", default="dev")
    parser.add_argument("--limit", type=int, default=0, help="records of each set; 0 for all")
    wanted = parser.parse_args()
    print(f"{'task':<40}{'score':>9}  {'to beat':>9}{'ms':>10}")
    for name, score, beat, low, ms in rows(
        wanted.folder.resolve(), wanted.task, wanted.split, wanted.limit
    ):
        good = score <= beat if low else score >= beat
        time = "" if ms is None else f"{ms:.2f}"
        print(
            f"{name:<40}{score:>9.4g}  {beat:>9.4g}{time:>10}  {'' if good else 'below'}".rstrip()
        )


if __name__ == "__main__":
    main()
