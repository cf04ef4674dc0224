"""A feed that is followed, and what an update of it brought."""

from __future__ import annotations

from enum import StrEnum

from briefing.model.records import dataclass


class FullText(StrEnum):
    """Whether the pages that a feed's entries link to are fetched."""

    AUTO = "auto"
    """Where the feed carries only the beginning."""
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that the reader follows."""

    id: int
    url: str
    """Where it is asked for; may hold a name and a password, which are not to be shown."""
    title: str = ""
    site: str = ""
    """The address of the site it is about."""
    full_text: FullText = FullText.AUTO
    added: str = ""
    checked: str = ""
    """When it was asked for last, and answered: ISO 8601, empty for never."""
    etag: str = ""
    modified: str = ""
    """What the server gave with its last answer, to be given back."""
    failure: str = ""
    """Why the last update failed; empty when it did not."""
    wait: str = ""
    """The moment before which the server does not want to be asked: ISO 8601 in UTC, or empty."""
    gone: bool = False
    """Whether the server says that it is there no more (410)."""
    articles: int = 0
    """How many articles it has brought."""

    @property
    def address(self) -> str:
        """Its address as it may be shown."""
        scheme, sign, rest = self.url.partition("//")
        host, slash, path = rest.partition("/")
        return f"{scheme}{sign}{host.rpartition('@')[2]}{slash}{path}"

    @property
    def name(self) -> str:
        """What to call it."""
        return self.title or self.address


@dataclass(frozen=True, slots=True)
class Report:
    """What one update of one feed brought."""

    feed: Feed
    """As it is after the update."""
    new: int = 0
    changed: int = 0
    """Articles that are new, and new versions of known ones."""
    failure: str = ""
    """A sentence that names the feed's address and the cause; empty when nothing failed."""
    remarks: tuple[str, ...] = ()
    """Sentences on what did not keep the update from succeeding, such as a page of the feed that
    could not be fetched.
    """
