"""Measures the library: adding many articles, and searching among very many.

    python -m tests.bench.library FOLDER [--added N] [--searched N]

FOLDER is made and kept, so that a second run searches the library that the first one filled. The
articles are invented by a seeded generator, with words as frequent as Zipf's law has them, so
every machine measures the same. Times are CPU where they are shares, and a clock's where a reader
would wait: each search is made three times and its median counts, as what a neighbour on the
machine takes is not the search's own.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import accumulate, islice
from pathlib import Path
from typing import TypeVar

from briefing.library.database import Database
from briefing.library.query import Query, query
from briefing.library.search import Search
from briefing.library.search_sql import BEST, NEWEST
from briefing.library.store import Articles
from briefing.model.article import Article, Media, Origin
from briefing.reading.structure import structured
from briefing.sources import RawSource, article

T = TypeVar("T")
VOCABULARY = 60_000
BATCH = 500
"""Articles of one transaction."""
QUERIES = 300
ROUNDS = 3
"""Times that a search is made."""
FRAME = 1000 / 60
"""Milliseconds of a frame."""


class Newsroom:
    """Invents articles, the same ones from the same seed."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        syllables = [
            c + v for c in "bdfghklmnprstvz" for v in ("a", "e", "i", "o", "u", "ai", "or")
        ]
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            length = 1 + (len(made) > 80) + (len(made) > 4000) + self._chance.randrange(2)
            made["".join(self._chance.choices(syllables, k=length))] = None
        self.words = list(made)
        self._weights = list(accumulate(1 / (rank + 2.7) for rank in range(VOCABULARY)))

    def drawn(self, count: int) -> list[str]:
        """Words as news would use them."""
        return self._chance.choices(self.words, cum_weights=self._weights, k=count)

    def text(self) -> str:
        """An article: a title and a few paragraphs."""
        title = " ".join(self.drawn(self._chance.randint(5, 11))).capitalize()
        paragraphs = [title]
        for _ in range(self._chance.randint(4, 12)):
            count = self._chance.randint(2, 5)
            sentences = (self.drawn(self._chance.randint(8, 26)) for _ in range(count))
            paragraphs.append(" ".join(" ".join(s).capitalize() + "." for s in sentences))
        return "\n\n".join(paragraphs) + "\n"


def cpu(work: Callable[[], object]) -> float:
    """Seconds of CPU that some work takes."""
    before = time.process_time()
    work()
    return time.process_time() - before


def parsed(texts: Sequence[str], start: int = 0) -> Iterator[Article]:
    """Articles as files of text would become."""
    for number, text in enumerate(texts, start):
        yield structured(article(RawSource(text.encode(), f"/news/{number}.txt")))


def batched(articles: Iterable[T], size: int) -> Iterator[list[T]]:
    """So many at a time (``itertools`` has it from Python 3.12 on)."""
    each = iter(articles)
    while some := list(islice(each, size)):
        yield some


def adding(folder: Path, count: int) -> None:
    """Prints what adding costs, against parsing and a bare index.

    All three take turns at some hundred articles each, so that a machine that is slower for a
    while is slower for all of them.
    """
    newsroom = Newsroom(11)
    texts = [newsroom.text() for _ in range(count)]
    list(parsed(texts[:50]))  # what is imported once is not measured
    for name in ("index.db", "added.db", "added.db-wal", "added.db-shm"):
        (folder / name).unlink(missing_ok=True)
    bare = sqlite3.connect(folder / "index.db", isolation_level=None)
    bare.execute("CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'unicode61')")
    bare.execute("BEGIN")
    database = Database(folder / "added.db")
    library = Articles(database)
    parsing = indexing = whole = 0.0

    def insert(some: list[str]) -> None:
        bare.executemany("INSERT INTO t VALUES (?)", ((text,) for text in some))

    for number, some in enumerate(batched(texts, BATCH)):
        start = number * BATCH
        parsing += cpu(partial(list, parsed(some, start)))
        whole += cpu(lambda: library.add_many(list(parsed(some, start))))  # noqa: B023 - called now
        indexing += cpu(partial(insert, some))
    indexing += cpu(lambda: bare.execute("COMMIT"))
    whole += cpu(database.close)
    bare.close()
    share = whole / (parsing + indexing)
    print(f"{count} articles: parsing {parsing:.1f} s, a bare index {indexing:.1f} s of CPU")
    print(f"adding them {whole:.1f} s: {share:.2f} of both (target 1.2)")


def filled(path: Path, count: int) -> Database:
    """A library of so many articles, filled as far as it is not."""
    database = Database(path)
    library = Articles(database)
    (have,) = database.read(lambda db: db.execute("SELECT count(*) FROM article").fetchone())
    newsroom = Newsroom(7)
    texts = islice((newsroom.text() for _ in range(count)), have, None)
    for number, some in enumerate(batched(texts, BATCH)):
        start = have + number * BATCH
        library.add_many([_bare(text, f"/news/{start + n}.txt") for n, text in enumerate(some)])
    return database


def _bare(text: str, location: str) -> Article:
    """An article as it is stored, without the work of finding its parts."""
    import hashlib

    digest = hashlib.sha256(text.encode()).hexdigest()
    title = text.partition("\n")[0]
    return Article(text, (), Origin(location, Media.TEXT), digest, title)


def waited(search: Search, asked: Query, order: str) -> float:
    """Milliseconds that a reader waits for what is found."""
    before = time.perf_counter()
    search.find(asked, 20, order)
    return 1000 * (time.perf_counter() - before)


def searching(database: Database) -> None:
    """Prints how long a reader waits for what is found."""
    chance = random.Random(3)
    newsroom = Newsroom(7)
    texts = [newsroom.text() for _ in range(400)]
    search = Search(database)

    def phrase() -> str:
        words = chance.choice(texts).replace(".", "").split()
        start = chance.randrange(len(words) - 4)
        return '"' + " ".join(words[start : start + chance.randint(2, 3)]) + '"'

    def two() -> str:
        return " ".join(newsroom.drawn(2))

    lines: dict[str, Callable[[], str]] = {
        "a word": lambda: newsroom.drawn(1)[0],
        "two words": two,
        "a phrase": phrase,
        "a beginning of 3 letters": lambda: newsroom.drawn(1)[0][:3].ljust(3, "a") + "*",
        "a word with a filter": lambda: newsroom.drawn(1)[0] + " unread",
    }
    print(f"{'search':<28}{'p50 ms':>9}{'p99 ms':>9}   (a frame is {FRAME:.1f})")
    for name, line in lines.items():
        for order in (NEWEST, BEST):
            asked = [query(line()) for _ in range(QUERIES if order == NEWEST else QUERIES // 10)]
            rounds = [[waited(search, each, order) for each in asked] for _ in range(ROUNDS)]
            times = sorted(statistics.median(of_one) for of_one in zip(*rounds, strict=True))
            p99 = times[int(0.99 * (len(times) - 1))]
            print(f"{name + ', ' + order:<28}{times[len(times) // 2]:>9.2f}{p99:>9.2f}")
    search.close()


def main() -> None:
    """Measures what was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--added", type=int, default=10_000, help="articles to add; 0 for none")
    parser.add_argument("--searched", type=int, default=100_000, help="articles to search among")
    wanted = parser.parse_args()
    wanted.folder.mkdir(parents=True, exist_ok=True)
    if wanted.added:
        adding(wanted.folder, wanted.added)
    if wanted.searched:
        database = filled(wanted.folder / f"searched-{wanted.searched}.db", wanted.searched)
        searching(database)
        database.close()


if __name__ == "__main__":
    main()
