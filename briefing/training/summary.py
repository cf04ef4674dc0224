"""Learns the weights of the summary: makes ``weights/summary.json``.

    python -m briefing.training.summary FILE... --out briefing/reading/weights/summary.json

A FILE is JSON lines, each an article with ``title``, ``text``, ``budget`` (sentences wanted) and
``refs`` (summaries that editors wrote). For each article the sentences are taken greedily whose
words and pairs of words agree best with the editors' (F1 of both); a logistic regression learns
to tell them from the rest. ``--folds`` holds a part of the articles out each time and prints how
the summaries agree with the editors' on articles the weights have not seen.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from briefing.model.article import Article, BlockKind, Origin, Span
from briefing.reading.salience import Salience
from briefing.reading.sentences import article_sentences
from briefing.reading.summary import chosen
from briefing.reading.summary_features import REASONS, features
from briefing.sources.text import parse

Floats = npt.NDArray[np.float64]
_TOKEN = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Example:
    """An article with its features, and the sentences that agree best with the editors'."""

    spans: tuple[Span, ...]
    texts: list[str]
    rows: Floats
    wanted: Floats
    references: list[list[str]]
    budget: int
    salience: Salience
    titled: bool


def article_of(record: dict[str, Any]) -> Article:
    """The article of a record; a first line that is the title is not part of its prose."""
    article = parse(record["text"], Origin("-"))
    title = " ".join((record.get("title") or "").split())
    blocks = [
        replace(block, kind=BlockKind.TITLE)
        if title and " ".join(block.span.of(article.text).split()) == title
        else block
        for block in article.blocks
    ]
    return replace(article, title=title, blocks=tuple(blocks))


def example(record: dict[str, Any]) -> Example:
    """A record with all that is learned from it."""
    article = article_of(record)
    spans = article_sentences(article)
    texts = [" ".join(span.of(article.text).split()) for span in spans]
    openings = {block.span.start for block in article.blocks}
    salience = Salience(texts)
    rows = features(texts, [span.start in openings for span in spans], article.title, salience)
    references = [_TOKEN.findall(reference.lower()) for reference in record["refs"]]
    wanted = greedy([_TOKEN.findall(text.lower()) for text in texts], references, record["budget"])
    labels = np.isin(np.arange(len(spans)), wanted).astype(float)
    return Example(
        spans,
        texts,
        np.array(rows),
        labels,
        references,
        record["budget"],
        salience,
        bool(article.title),
    )


def agreement(words: Sequence[str], reference: Sequence[str]) -> tuple[float, float]:
    """F1 of the words, and of the pairs of neighbouring words."""
    pairs = Counter(pairwise(words)), Counter(pairwise(reference))
    return _f1(Counter(words), Counter(reference)), _f1(*pairs)


def _f1(one: Counter[Any], other: Counter[Any]) -> float:
    shared = sum((one & other).values())
    return 2 * shared / (one.total() + other.total()) if shared else 0.0


def greedy(
    sentences: Sequence[Sequence[str]], references: Sequence[Sequence[str]], budget: int
) -> list[int]:
    """The sentences that together agree best with a reference, found one by one."""
    taken: list[int] = []
    best = 0.0
    while len(taken) < budget:
        tried = []
        for i in set(range(len(sentences))) - set(taken):
            words = [word for j in sorted([*taken, i]) for word in sentences[j]]
            tried.append((max(sum(agreement(words, ref)) for ref in references), -i))
        if not tried or max(tried)[0] <= best:
            break
        best, last = max(tried)
        taken.append(-last)
    return taken


def learned(examples: Sequence[Example], penalty: float, steps: int = 12) -> Floats:
    """The weights of a logistic regression, by Newton's method."""
    rows = np.concatenate([each.rows for each in examples])
    wanted = np.concatenate([each.wanted for each in examples])
    weights = np.zeros(rows.shape[1])
    ridge = penalty * len(examples) * np.eye(rows.shape[1])
    for _ in range(steps):
        guess = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (guess - wanted) + ridge @ weights
        curve = (rows * (guess * (1 - guess))[:, None]).T @ rows + ridge
        weights = weights - np.linalg.solve(curve, slope)
    return weights


def picked(each: Example, weights: Floats) -> list[int]:
    """The sentences the summary would take with these weights."""
    scores = 1 / (1 + np.exp(-each.rows @ weights))
    follows = [i > 0 for i in range(len(each.spans))]
    return sorted(chosen(each.texts, list(scores), each.salience, each.budget, follows))


def held_out(examples: Sequence[Example], penalty: float, folds: int, seed: int) -> list[list[int]]:
    """The summaries of all articles, each by weights learned from the others."""
    order = list(range(len(examples)))
    random.Random(seed).shuffle(order)
    summaries: list[list[int]] = [[] for _ in examples]
    for fold in range(folds):
        apart = set(order[fold::folds])
        weights = learned([e for i, e in enumerate(examples) if i not in apart], penalty)
        for i in apart:
            summaries[i] = picked(examples[i], weights)
    return summaries


def judged(examples: Sequence[Example], summaries: Sequence[Sequence[int]]) -> tuple[float, float]:
    """The mean agreement of summaries with the editors', in words and pairs of words."""
    rows = []
    for each, taken in zip(examples, summaries, strict=True):
        words = [word for i in taken for word in _TOKEN.findall(each.texts[i].lower())]
        rows.append(max(agreement(words, reference) for reference in each.references))
    return tuple(np.mean(rows, axis=0))


def main() -> None:
    """Learn, judge, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--penalty", type=float, default=0.003, help="on the weights' squares")
    parser.add_argument("--folds", type=int, default=10, help="0 leaves the judging out")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--title",
        type=float,
        default=1.5,
        help="weight of words shared with the title, for articles that have none to learn from",
    )
    parser.add_argument("--origin", default="", help="what the files are, for the table's readers")
    wanted = parser.parse_args()
    lines = [line for file in wanted.file for line in file.read_text("utf-8").splitlines()]
    examples = [example(json.loads(line)) for line in lines]
    judgement = ""
    if wanted.folds:
        summaries = held_out(examples, wanted.penalty, wanted.folds, wanted.seed)
        words, pairs = judged(examples, summaries)
        judgement = f"words {words:.4f}, pairs {pairs:.4f} on articles held out"
        print(judgement)
    if wanted.out:
        weights = learned(examples, wanted.penalty)
        if not any(each.titled for each in examples):
            weights[list(REASONS).index("title")] = wanted.title
        table = {
            "origin": f"{wanted.origin} {judgement}".strip(),
            "weights": {
                name: round(float(weight), 3) for name, weight in zip(REASONS, weights, strict=True)
            },
        }
        wanted.out.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
