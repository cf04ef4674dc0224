"""Learn what lines around a story look like: the weights of :mod:`briefing.reading.line_kinds`.

    python -m briefing.training.furniture TABLE FOLDER

TABLE holds lines of our own, each after its kind and a tab. FOLDER may hold further lines as
``furniture*.jsonl`` (``line`` and ``kind``), pages whose headings are known as ``sections.jsonl``,
titles as ``titles_library.jsonl`` and articles as ``summary_cnndm.jsonl``: headings, titles and
sentences are lines of the story. A multinomial logistic regression with an L2 penalty is fitted by
Adam on all lines at once. Each file of lines, and each fifth of the table, is judged by weights
that never saw it, behind the rules as in a reading; what is printed is the F1 over lines that are
not the story's, and the share of the story's that stays.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from briefing.reading.datelines import dateline
from briefing.reading.furniture import told_by_rules
from briefing.reading.line_features import features, folded, tokens
from briefing.reading.line_kinds import KINDS, Learned
from briefing.reading.sentences import sentences
from briefing.reading.tables import WEIGHTS

Array = NDArray[np.float64]

PENALTY = 0.15
ROUNDS = 300
PACE = 0.1
WORD_SEEN = 4
"""Lines that must hold a word before it counts as itself."""
FEATURE_SEEN = 2
LEAST = 0.2
"""A feature whose weights are all smaller is left out."""
ARTICLES, A_ARTICLE = 160, 5
"""Articles whose sentences are taken, and how many of each."""
FOLDS = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line and its kind, ``body`` for a line of the story."""

    text: str
    kind: str


def own(table: Path) -> list[Line]:
    """The lines of a table of kinds and lines."""
    rows = (row.partition("\t") for row in table.read_text("utf-8").splitlines())
    return [Line(line, kind) for kind, _, line in rows]


def batch(path: Path) -> list[Line]:
    """The lines of a file of records; a dateline opens a line of the story."""
    records = [json.loads(row) for row in path.read_text("utf-8").splitlines()]
    return [
        Line(record["line"], "body" if record["kind"] == "dateline" else record["kind"])
        for record in records
    ]


def of_stories(folder: Path) -> list[Line]:
    """Headings, titles and sentences of a folder's pages and articles."""
    found: list[str] = []
    if (pages := folder / "sections.jsonl").exists():
        for row in pages.read_text("utf-8").splitlines():
            page = json.loads(row)
            found += (page["lines"][index] for index in page["headings"])
    if (titles := folder / "titles_library.jsonl").exists():
        found += (json.loads(row)["title"] for row in titles.read_text("utf-8").splitlines())
    if (articles := folder / "summary_cnndm.jsonl").exists():
        for row in articles.read_text("utf-8").splitlines()[:ARTICLES]:
            text = json.loads(row)["text"]
            spans = sentences(text)
            step = max(1, len(spans) // A_ARTICLE)
            found += (span.of(text) for span in spans[1::step])
    return [Line(line, "body") for line in found if not told_by_rules(line)]


def fitted(lines: Sequence[Line]) -> Learned:
    """The weights of a regression on lines."""
    counted = Counter(word for line in lines for word in set(map(folded, tokens(line.text))))
    known = {word for word, seen in counted.items() if seen >= WORD_SEEN and word[0].isalpha()}
    shown = [features(line.text, known) for line in lines]
    seen = Counter(feature for each in shown for feature in each)
    names = sorted(feature for feature, times in seen.items() if times >= FEATURE_SEEN)
    at = {name: index for index, name in enumerate(names)}
    rows = [[at[feature] for feature in sorted(each) if feature in at] for each in shown]
    wanted = np.array([KINDS.index(line.kind) for line in lines])
    weights, bias = _descended(rows, wanted, len(names))
    kept = {
        name: [round(float(weight), 2) for weight in row]
        for name, row in zip(names, weights, strict=True)
        if np.abs(row).max() >= LEAST
    }
    used = {word for name in kept for word in name.split()} & known
    return Learned(frozenset(used), [round(float(each), 3) for each in bias], kept)


def _descended(rows: list[list[int]], wanted: NDArray[np.int64], size: int) -> tuple[Array, Array]:
    """Weights and bias by Adam, all lines at once: the same lines give the same weights."""
    line = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    column = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    order = np.argsort(column, kind="stable")
    by_line, starts = line[order], np.searchsorted(column[order], np.arange(size))
    ends = np.concatenate([[0], np.cumsum([len(row) for row in rows])])[:-1]
    truth = np.eye(len(KINDS))[wanted]
    weights, bias = np.zeros((size, len(KINDS))), np.zeros(len(KINDS))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = np.add.reduceat(weights[column], ends) + bias
        scores -= scores.max(1, keepdims=True)
        chance = np.exp(scores)
        wrong = chance / chance.sum(1, keepdims=True) - truth
        slope = np.add.reduceat(wrong[by_line], starts) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.999 * second + 0.001 * slope**2
        pace = PACE * (1 - step / (ROUNDS + 1))
        unbiased = np.sqrt(second / (1 - 0.999**step)) + 1e-8
        weights -= pace * first / (1 - 0.9**step) / unbiased
        bias -= pace * wrong.mean(0)
    return weights, bias


def judged(lines: Iterable[Line], learned: Learned) -> tuple[float, float]:
    """F1 over the lines that are not the story's, and the share of the story's that stays."""
    right = told = furniture = body = kept = 0
    for line in lines:
        rule = told_by_rules(line.text)
        kind = (
            rule.kind.value if rule else "body" if dateline(line.text) else learned.kind(line.text)
        )
        body += line.kind == "body"
        kept += line.kind == kind == "body"
        told += kind != "body"
        furniture += line.kind != "body"
        right += line.kind == kind != "body"
    return 2 * right / max(1, told + furniture), kept / max(1, body)


def main() -> None:
    """Judge each file by the rest, fit on everything, and write the table."""
    table, folder = Path(sys.argv[1]), Path(sys.argv[2])
    ours, stories = own(table), of_stories(folder)
    files = {path.name: batch(path) for path in sorted(folder.glob("furniture*.jsonl"))}
    folds = {f"{table.name} {fold + 1}/{FOLDS}": ours[fold::FOLDS] for fold in range(FOLDS)}
    for name, held in (folds | files).items():
        rest = [line for other, lines in (folds | files).items() if other != name for line in lines]
        f1, kept = judged(held, fitted(rest + stories))
        print(f"{name}: F1 {f1:.3f} body kept {kept:.3f}")
    learned = fitted(ours + stories + [line for lines in files.values() for line in lines])
    written = {
        "origin": "Learned by briefing.training.furniture from lines of our own"
        " (tests/data/reading/furniture.tsv and more of the kind) and from headings, titles and"
        " sentences of public web pages and CNN/DailyMail articles; holds no line of theirs.",
        "words": " ".join(sorted(learned.known)),
        "bias": learned.bias,
        "weights": learned.weights,
    }
    path = WEIGHTS / "furniture.json"
    path.write_text(json.dumps(written, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(path.name, len(learned.weights), "features")


if __name__ == "__main__":
    main()
