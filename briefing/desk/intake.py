"""Adding files, folders and addresses to the library, many at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from enum import Enum, auto

from briefing.desk.folders import files_of
from briefing.library.database import Database
from briefing.library.files import Files, State, state_of
from briefing.library.store import Articles
from briefing.model.article import Article
from briefing.model.collection import Collection, Kind
from briefing.model.errors import BriefingError, NoTextError
from briefing.model.records import dataclass

_BATCH = 64
_BATCH_LENGTH = 4_000_000
"""Files, and characters of their articles, that go into the library together."""
_LOOKED_UP = 500
_ONLY_FEEDS = (".xml", ".rss", ".atom", ".rdf", ".json")
"""Files of a folder that are read if they are feeds: all others of the kind are a program's."""


class Fate(Enum):
    """What became of a file."""

    TAKEN = auto()
    """Its articles are in the library; :attr:`Added.new` says how many are new there."""
    FAILED = auto()
    PASSED = auto()
    """It lay in a folder and is no article: a picture, a program."""


@dataclass(frozen=True, slots=True)
class Added:
    """What came of one file or address."""

    location: str
    fate: Fate
    new: int = 0
    known: int = 0
    """Articles that were new, and that the library had."""
    failure: str = ""
    """A sentence with the cause."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file or an address to be added."""

    location: str
    named: bool
    """Whether the reader named it; else it lay in a folder."""
    fit: bool = True
    """Whether it may be an article, judged by its name."""


@dataclass(slots=True)
class _Batch:
    """What was read and is to go into the library."""

    held: list[tuple[Source, tuple[Article, ...], State | None]] = field(default_factory=list)
    length: int = 0

    def hold(self, source: Source, articles: tuple[Article, ...], state: State | None) -> None:
        self.held.append((source, articles, state))
        self.length += sum(len(article.text) for article in articles)

    @property
    def full(self) -> bool:
        return len(self.held) >= _BATCH or self.length >= _BATCH_LENGTH


def _fault(error: Exception, location: str) -> str:
    return f"{location}: a fault in briefing stopped it ({type(error).__name__})."


class Intake:
    """Puts articles into the library.

    Args:
        database: the library.
        contents: reads a file or an address.
        own: full paths of our own folders, whose files are nobody's articles.
    """

    def __init__(
        self,
        database: Database,
        contents: Callable[[str], Collection],
        own: Iterable[str] = (),
    ) -> None:
        self._own = frozenset(own)
        self._articles = Articles(database)
        self._files = Files(database)
        self._contents = contents

    def sources(self, locations: Sequence[str]) -> list[Source]:
        """What there is to add: files and addresses as named, folders with all that is in them."""
        found: list[Source] = []
        for location in locations:
            if os.path.isdir(location):
                found += (Source(path, False, fit) for path, fit in files_of(location, self._own))
            else:
                found.append(Source(location, True))
        return found

    def add(
        self,
        sources: Sequence[Source],
        notice: Callable[[str], None] = lambda _: None,
        fault: Callable[[Exception, str], str] = _fault,
    ) -> Iterator[Added]:
        """Adds articles, and tells what came of each source once that is safe in the library.

        A file that was added before and has not changed since is passed over without reading.
        Whoever stops the iteration loses nothing that was read: what is held goes in first.

        Args:
            sources: as :meth:`sources` gives them.
            notice: called with what is being read.
            fault: makes a sentence of an error that nobody foresaw, and of a source.
        """
        batch = _Batch()
        try:
            for start in range(0, len(sources), _LOOKED_UP):
                part = sources[start : start + _LOOKED_UP]
                states = {
                    source.location: state_of(source.location, settled=False) for source in part
                }
                known = self._known(states)
                for source in part:
                    if not source.fit:
                        yield Added(source.location, Fate.PASSED)
                    elif source.location in known:
                        yield Added(source.location, Fate.TAKEN, known=1)
                    else:
                        notice(source.location)
                        failed = self._read(source, states[source.location], batch, fault)
                        if failed:
                            yield failed
                    if batch.full:
                        yield from self._put(batch)
        except BaseException:  # Ctrl-C as well: what was read has cost time
            list(self._put(batch))
            raise
        yield from self._put(batch)

    def _read(
        self,
        source: Source,
        state: State | None,
        batch: _Batch,
        fault: Callable[[Exception, str], str],
    ) -> Added | None:
        """Reads a source into the batch; gives what came of it if that is all."""
        place = source.location
        try:
            found = self._contents(place)
        except NoTextError as error:
            if not source.named:
                return Added(place, Fate.PASSED)
            return Added(place, Fate.FAILED, failure=str(error))
        except BriefingError as error:
            return Added(place, Fate.FAILED, failure=str(error))
        except Exception as error:
            return Added(place, Fate.FAILED, failure=fault(error, place))
        if not source.named and found.kind is Kind.ARTICLE and place.lower().endswith(_ONLY_FEEDS):
            return Added(place, Fate.PASSED)
        batch.hold(source, found.articles, state)
        return None

    def _put(self, batch: _Batch) -> Iterator[Added]:
        """Puts a batch into the library as one transaction."""
        held, batch.held, batch.length = batch.held, [], 0
        if not held:
            return
        flags = iter(self._articles.add_many([one for _, all_, _ in held for one in all_]))
        self._files.note(
            (os.path.abspath(source.location), state) for source, _, state in held if state
        )
        for source, articles, _ in held:
            new = sum(next(flags) for _ in articles)
            yield Added(source.location, Fate.TAKEN, new, len(articles) - new)

    def _known(self, states: dict[str, State | None]) -> set[str]:
        """The locations whose files are known."""
        paths = {os.path.abspath(place): place for place, state in states.items() if state}
        found = self._files.known(
            {path: states[place] or State(0, 0) for path, place in paths.items()}
        )
        return {paths[path] for path in found}
