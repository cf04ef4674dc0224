"""How many articles a term stands in: makes ``weights/frequencies.json``.

    python -m briefing.training.frequencies FILE... --out briefing/reading/weights/frequencies.json

A FILE holds articles: JSON lines with a ``text``, or columns of tokens with ``-DOCSTART-`` before
each document. The table holds counts alone, of terms in at least ``--least`` articles, so that
nothing of any article can be read out of it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from briefing.reading.terms import terms

SHORTEST = 60
"""Tokens; shorter documents say too little about what is common in an article."""


def articles(file: Path) -> Iterator[str]:
    """The texts of a file."""
    with file.open(encoding="utf-8") as lines:
        if file.suffix == ".jsonl":
            for line in lines:
                yield json.loads(line)["text"]
            return
        tokens: list[str] = []
        for line in lines:
            if line.startswith("-DOCSTART-"):
                yield " ".join(tokens)
                tokens.clear()
            elif line.strip():
                tokens.append(line.split("\t")[0])
        yield " ".join(tokens)


def counted(files: list[Path]) -> tuple[int, Counter[str]]:
    """The number of articles, and in how many of them each term stands."""
    number = 0
    counts: Counter[str] = Counter()
    for file in files:
        for text in articles(file):
            if len(text.split()) >= SHORTEST:
                number += 1
                counts.update(set(terms(text)))
    return number, counts


def packed(number: int, counts: Counter[str], least: int, origin: str) -> dict[str, object]:
    """The table: terms with the same count share a line, for a small file that can be read."""
    shared: defaultdict[int, list[str]] = defaultdict(list)
    for term, count in counts.items():
        if count >= least and not term[0].isdigit():
            shared[count].append(term)
    return {
        "origin": origin,
        "articles": number,
        "terms": {str(count): " ".join(sorted(shared[count])) for count in sorted(shared)},
    }


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--least", type=int, default=4, help="articles a term must stand in")
    parser.add_argument("--origin", default="", help="what the files are, for the table's readers")
    wanted = parser.parse_args()
    number, counts = counted(wanted.file)
    table = packed(number, counts, wanted.least, wanted.origin)
    wanted.out.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")
    kept = sum(1 for count in counts.values() if count >= wanted.least)
    print(f"{number} articles, {kept} terms of {len(counts)}")


if __name__ == "__main__":
    main()
