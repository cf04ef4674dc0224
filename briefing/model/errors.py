"""The one family of errors a reader can meet, each a sentence to act on."""

from __future__ import annotations


class BriefingError(Exception):
    """Something a reader asked for could not be done.

    Args:
        subject: the file, address or setting concerned, as the reader knows it.
        cause: what went wrong, in words that continue the subject (``is a folder``).
        remedy: what to do about it, as a sentence of its own; may be empty.
    """

    def __init__(self, subject: str, cause: str, remedy: str = "") -> None:
        self.subject = subject
        self.cause = cause
        self.remedy = remedy
        super().__init__(subject, cause, remedy)

    def __str__(self) -> str:
        sentence = f"{self.subject}: {self.cause}".rstrip(".") + "."
        return f"{sentence} {self.remedy}".rstrip() if self.remedy else sentence


class UnreadableError(BriefingError):
    """A file, page or stream that cannot be read as an article."""


class NoTextError(UnreadableError):
    """A file without words to read: empty, or of another kind, such as a picture."""


class SettingsError(BriefingError):
    """A settings file that cannot be followed."""


class NotesError(BriefingError):
    """Notes that could not be written or read; nothing was lost."""


class LibraryError(BriefingError):
    """The library cannot be opened or written."""
