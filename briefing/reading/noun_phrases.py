"""Noun phrases, as far as a text's lexemes show them: where one ends, and where one begins.

No parser: small words, signs and verbs of saying bound a phrase. A word of saying that is spelt as
a noun (``claims``, ``report``) is a verb where its neighbours say so.
"""

from __future__ import annotations

from briefing.model.article import Span
from briefing.reading.lexemes import Lexed
from briefing.reading.speech import JUDGING, SAYING
from briefing.reading.tables import words as listed

PRONOUNS = listed("he she they it we i you one")
RELATIVES = listed("who which that whom")
_HELPERS = listed(
    "has had have also later then once just even recently repeatedly famously again never not"
    " n't often simply only first already now still always previously reportedly did does do"
    " was is are were am been be being t s d ve ll will would could can may might should must"
    " ever publicly earlier long since instead angrily haven hasn hadn didn doesn don isn wasn"
    " weren won wouldn couldn shouldn"
)
BREAKS = listed(
    "and but or because while when if although though as after before since until whether than so"
    " where that which who whose yet however meanwhile then once like unless"
)
DETERMINERS = listed("the a an his her its their our my your this that these those no any some")
_SUBJECTS = PRONOUNS | RELATIVES | listed("to will would can could may might should must not")
_NOUN_OR_VERB = listed(
    "claim claims report reports comment comments note notes call calls question questions demand"
    " demands post posts tweet tweets quote quotes text texts message messages promise promises"
    " request requests attack attacks answer answers estimate estimates estimated proposal signal"
    " signals warning address read reads thought feeling offer offers proposed telling state states"
    " remark remarks blast laugh cry email emails e-mail hint hints echo stress brand label"
)
PREPOSITIONS = listed(
    "in on at by with from for during after before since of to about into against under over amid"
    " despite without within following according between among through via per"
)
_LINKING = listed("of for at from in with on")
LONGEST = 14
"""Lexemes that a subject spans at most."""


class NounPhrases:
    """Finds noun phrases in one text, as spans.

    Args:
        lexed: the text.
    """

    def __init__(self, lexed: Lexed) -> None:
        self.lexed = lexed

    # -- verbs of saying ---------------------------------------------------------------------

    def is_verb(self, index: int) -> bool:
        """Whether a word says or judges, rather than being a noun of the same spelling."""
        low = self.lexed.word(index)
        if self.lexed.code(index) != "x" or (low not in SAYING and low not in JUDGING):
            return False
        return low not in _NOUN_OR_VERB or self._acts(index)

    def _acts(self, index: int) -> bool:
        """Whether ``claims``, ``report`` and the like are verbs here."""
        before = self.lexed.word(index - 1)
        if before in _SUBJECTS:
            return True
        if before in DETERMINERS or self.possessive(index - 1):
            return False
        if not self.lexed.word(index).endswith("s"):
            return False
        return self.lexed.code(index - 1) == "X" or (
            self.lexed.code(index + 1) in (":", '"') or self.lexed.word(index + 1) == "that"
        )

    def possessive(self, index: int) -> bool:
        """Whether a word is the ``s`` of ``the mayor's``."""
        return self.lexed.word(index) == "s" and self.lexed.code(index - 1) == "'"

    def helper(self, at: int) -> bool:
        """Whether a word helps a verb; ``May`` the prime minister does not."""
        return self.lexed.word(at) in _HELPERS and self.lexed.code(at) not in ("X", "M")

    def adverb(self, at: int) -> bool:
        """Whether a word looks like an adverb."""
        return self.lexed.code(at) == "x" and self.lexed.word(at).endswith("ly")

    # -- a phrase by its end -----------------------------------------------------------------

    def phrase_before(self, end: int, low: int) -> Span | None:
        """The noun phrase whose last word is the lexeme ``end``."""
        if end < low:
            return None
        if self.lexed.word(end) in PRONOUNS:
            return self.span(end, end + 1)
        if self.lexed.code(end) == "(":
            opening = self.opening(end, low)
            if opening is None:
                return None
            end = opening - 1
        start = end + 1
        for at in range(end, max(low - 1, end - LONGEST), -1):
            if not self._belongs(at, end):
                break
            start = at
        return self._tidy(start, end + 1)

    def opening(self, closing: int, low: int) -> int | None:
        """The bracket that the one at ``closing`` closes."""
        for at in range(closing - 1, max(low - 1, closing - 12), -1):
            if self.lexed.code(at) == "(":
                return at
        return None

    def _belongs(self, at: int, end: int) -> bool:
        """Whether a lexeme left of a noun phrase's end may be part of the phrase."""
        code, word = self.lexed.code(at), self.lexed.word(at)
        if word in PRONOUNS and at != end and code != "X":
            return False
        if word in BREAKS and not (word == "and" and self._joins_names(at)):
            return False
        if code in (",", ":", ";", "~", '"', "|", "(", "#"):
            return False
        if code == ".":
            return self._abbreviation(at)
        return not self.is_verb(at) or code == "X"

    def _joins_names(self, at: int) -> bool:
        return self.lexed.code(at - 1) == "X" and self.lexed.code(at + 1) in ("X", "x")

    def _abbreviation(self, at: int) -> bool:
        """Whether a full stop belongs to the word before it, as in ``Sen.`` and ``J.``."""
        word = self.lexed.word(at - 1)
        short = len(word) <= 4 or "." in word
        return (
            short and self.lexed.code(at - 1) in ("X", "a", "N") and self.lexed.code(at + 1) == "X"
        )

    def _tidy(self, start: int, end: int) -> Span | None:
        """Drops what leads into a noun phrase: prepositions, days, adverbs."""
        while start < end:
            word, code = self.lexed.word(start), self.lexed.code(start)
            leading = word in PREPOSITIONS or code in ("W", "'", "-", ".", "N", "d", "T", "P")
            if not leading and not self.adverb(start):
                break
            start += 1
        if start < end and self.lexed.word(start) not in DETERMINERS:
            inner = [at for at in range(start + 1, end) if self.lexed.word(at) in PREPOSITIONS]
            named = self.lexed.code(start) in ("X", "x")
            if inner and not named:
                start = inner[-1] + 1
        return self.span(start, end) if start < end else None

    # -- a phrase by its beginning -----------------------------------------------------------

    def after(self, start: int, high: int) -> Span | None:
        """The noun phrase that begins at or soon after ``start``: ``said the chief executive``."""
        at = start
        while at < high and (self.helper(at) or self.adverb(at)):
            at += 1
        if at >= high:
            return None
        if self.lexed.word(at) in PRONOUNS:
            return self.span(at, at + 1)
        if self.lexed.word(at) in PREPOSITIONS or self.lexed.word(at) in BREAKS:
            return None
        end = at
        while end < min(high, at + LONGEST):
            code, word = self.lexed.code(end), self.lexed.word(end)
            if code in (",", ":", ";", "~", '"', "|", "(", "W", "T") or word in BREAKS - {"and"}:
                break
            if code == "." and not self._abbreviation(end):
                break
            if word in PREPOSITIONS and word not in _LINKING:
                break
            if word == "and" and not self._joins_names(end):
                break
            if word in _LINKING and word != "of" and self.lexed.code(end - 1) == "X":
                break
            if end > at and self.is_verb(end) and code != "X":
                break
            end += 1
        return self.closed(at, end)

    def closed(self, start: int, end: int) -> Span | None:
        """A phrase without the small words it cannot end with."""
        while end > start and self.lexed.word(end - 1) in DETERMINERS | PREPOSITIONS:
            end -= 1
        return self.span(start, end) if end > start else None

    def span(self, start: int, end: int) -> Span:
        """The characters of the lexemes from one up to another."""
        items = self.lexed.items
        return Span(items[start].start, items[end - 1].end)
