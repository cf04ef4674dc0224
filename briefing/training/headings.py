"""Learn what headings look like: the weights of :mod:`briefing.reading.headings`.

    python -m briefing.training.headings FOLDER

FOLDER holds ``sections.jsonl``: pages as lists of ``lines``, with the indexes of their
``headings`` and of lines to ``ignore``. Each page is rendered twice, with blank lines between its
blocks and without (then every other page has them after headings only). A logistic regression
with an L2 penalty is fitted by Newton's method; pages weigh as the square root of their lines, so
that one long list does not teach everything. Ten-fold cross-validation over pages chooses the
threshold: the best F1 of both forms with at most 17 false headings in 1,000 lines.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from briefing.reading.furniture import furniture
from briefing.reading.heading_features import NAMES, Page
from briefing.reading.tables import WEIGHTS

Array = NDArray[np.float64]

PENALTY = 60.0
STRONGEST = 3.0
"""No single feature weighs more, however few lines taught it."""
LEAST = {"all capitals": -0.7}
"""Agencies set headings in capitals; the pages' capitals were mostly names and buttons."""
FALSE_ALLOWED = 17.0
"""False headings in 1,000 lines."""
FOLDS = 10
SEEDS = (1, 2, 3)


@dataclass(frozen=True, slots=True)
class Lines:
    """Every candidate line of every page in both forms."""

    features: Array
    heading: Array
    """1 for a heading, 0 for another line."""
    page: NDArray[np.int64]
    tight: NDArray[np.bool_]
    headings: int
    """Of all pages, whether they are candidates or not."""
    others: int


def _rendered(record: dict[str, Any], tight: bool) -> tuple[list[str], list[bool], list[int]]:
    """A page's lines, whether a blank line follows each, and their indexes in the record."""
    headings = set(record["headings"])
    spaced = sum(map(ord, record["id"])) % 2
    lines, apart, indexes = [], [], []
    for index, line in enumerate(record["lines"]):
        if not line.strip():
            continue
        lines.append(line.strip())
        apart.append(not tight or bool(spaced and index in headings))
        indexes.append(index)
    return lines, apart, indexes


def _rows(records: list[dict[str, Any]]) -> Iterator[tuple[list[float], int, int, bool]]:
    for number, record in enumerate(records):
        for tight in (False, True):
            lines, apart, indexes = _rendered(record, tight)
            aside = [
                furniture(line) is not None or (line[0] in "([" and line[-1] in ")]")
                for line in lines
            ]
            page = Page(lines, apart, aside)
            for k, index in enumerate(indexes):
                if page.candidates[k] and index not in record["ignore"]:
                    yield page.features(k), int(index in record["headings"]), number, tight


def gathered(folder: Path) -> Lines:
    """The lines of a set, described."""
    text = (folder / "sections.jsonl").read_text("utf-8")
    records = [json.loads(line) for line in text.splitlines()]
    features, heading, page, tight = zip(*_rows(records), strict=True)
    marked = sum(len(record["headings"]) for record in records)
    ignored = sum(len(set(record["ignore"]) - set(record["headings"])) for record in records)
    return Lines(
        features=np.array(features),
        heading=np.array(heading, dtype=float),
        page=np.array(page),
        tight=np.array(tight),
        headings=marked,
        others=sum(len(record["lines"]) for record in records) - marked - ignored,
    )


def fitted(features: Array, heading: Array, weight: Array) -> tuple[Array, float]:
    """The weights and the bias of a logistic regression on the features as they are."""
    mean, scale = features.mean(0), features.std(0) + 1e-9
    design = np.c_[np.ones(len(features)), (features - mean) / scale]
    penalty = np.eye(design.shape[1]) * PENALTY
    penalty[0, 0] = 0
    solution = np.zeros(design.shape[1])
    for _ in range(40):
        chance = 1 / (1 + np.exp(-design @ solution))
        slope = design.T @ (weight * (chance - heading)) + penalty @ solution
        curve = (design * (weight * chance * (1 - chance))[:, None]).T @ design + penalty
        step = np.linalg.solve(curve, slope)
        solution -= step
        if np.abs(step).max() < 1e-7:
            break
    weights = np.clip(solution[1:] / scale, -STRONGEST, STRONGEST)
    bias = float(solution[0] - mean @ (solution[1:] / scale))
    for name, least in LEAST.items():
        weights[NAMES.index(name)] = max(least, weights[NAMES.index(name)])
    return weights, bias


def _page_weight(page: NDArray[np.int64]) -> Array:
    weight: Array = 1 / np.sqrt(np.bincount(page)[page])
    normed: Array = weight / weight.mean()
    return normed


def cross_validated(lines: Lines, seed: int) -> Array:
    """Each line's score by weights that never saw its page."""
    weight, scores = _page_weight(lines.page), np.zeros(len(lines.heading))
    pages = np.unique(lines.page)
    np.random.default_rng(seed).shuffle(pages)
    for fold in np.array_split(pages, FOLDS):
        held = np.isin(lines.page, fold)
        weights, bias = fitted(lines.features[~held], lines.heading[~held], weight[~held])
        scores[held] = lines.features[held] @ weights + bias
    return scores


def measured(lines: Lines, scores: Array, threshold: float) -> list[tuple[float, float]]:
    """F1 and false headings in 1,000 lines, of the spaced form and of the tight one."""
    found = []
    for tight in (False, True):
        form = lines.tight == tight
        chosen = scores[form] > threshold
        right = float((chosen & (lines.heading[form] == 1)).sum())
        wrong = float((chosen & (lines.heading[form] == 0)).sum())
        precision, recall = right / max(1.0, right + wrong), right / lines.headings
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        found.append((f1, 1000 * wrong / lines.others))
    return found


def chosen_threshold(lines: Lines, scores: Array) -> float:
    """The threshold with the best mean F1 among those with few enough false headings."""
    best = (-1.0, 0.0)
    for threshold in np.quantile(scores, np.linspace(0.6, 0.99, 300)):
        results = measured(lines, scores, threshold)
        if max(false for _, false in results) <= FALSE_ALLOWED:
            best = max(best, (sum(f1 for f1, _ in results), float(threshold)))
    return best[1]


def main() -> None:
    """Cross-validate, fit on everything, and write the table."""
    lines = gathered(Path(sys.argv[1]))
    thresholds = []
    for seed in SEEDS:
        scores = cross_validated(lines, seed)
        thresholds.append(chosen_threshold(lines, scores))
        results = measured(lines, scores, thresholds[-1])
        print(f"seed {seed}:", *(f"F1 {f1:.3f} false {false:.1f}" for f1, false in results))
    weights, bias = fitted(lines.features, lines.heading, _page_weight(lines.page))
    learned = {
        "origin": "Learned by briefing.training.headings from the headings of public web pages"
        " (test pages of mozilla/readability and adbar/trafilatura); holds no text of theirs.",
        "threshold": round(sum(thresholds) / len(thresholds), 3),
        "bias": round(bias, 4),
        "weights": dict(zip(NAMES, (round(float(w), 4) for w in weights), strict=True)),
    }
    path = WEIGHTS / "headings.json"
    path.write_text(json.dumps(learned, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(path.name, "threshold", learned["threshold"])


if __name__ == "__main__":
    main()
