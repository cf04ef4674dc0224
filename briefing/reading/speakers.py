"""Who said it: the subject of the verb of saying beside a quotation.

No parser: a verb of saying is found among the words before or after the quotation, and its
subject by walking from the verb over auxiliaries, appositions and relative clauses to a noun
phrase. Work is done on the lexemes of the text; results are spans beside the quotation.
"""

from __future__ import annotations

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.entities.role_words import MODIFIERS, OCCUPATIONS
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
_BEING = listed("is was are were be been s not")
_BREAKS = listed(
    "and but or because while when if although though as after before since until whether than so"
    " where that which who whose yet however meanwhile then once like unless"
)
_DETERMINERS = listed("the a an his her its their our my your this that these those no any some")
_SUBJECTS = PRONOUNS | RELATIVES | listed("to will would can could may might should must not")
_NOUN_OR_VERB = listed(
    "claim claims report reports comment comments note notes call calls question questions demand"
    " demands post posts tweet tweets quote quotes text texts message messages promise promises"
    " request requests attack attacks answer answers estimate estimates estimated proposal signal"
    " signals warning address read reads thought feeling offer offers proposed telling state states"
    " remark remarks blast laugh cry email emails e-mail hint hints echo stress brand label"
)
_PREPOSITIONS = listed(
    "in on at by with from for during after before since of to about into against under over amid"
    " despite without within following according between among through via per"
)
_LINKING = listed("of for at from in with on")
_DATED = frozenset("WTyP")
"""Letters of days and years, which may stand between a subject and its verb."""
_ROLES = OCCUPATIONS | MODIFIERS | {"ministry"}
_ROLE_LONGEST = 4
"""Words of a role that may stand between two names."""
_LONGEST = 14
"""Lexemes that a subject spans at most."""
_FARTHEST = 40
"""Lexemes between a verb and a subject on the far side of an apposition."""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Finds subjects in one text."""

    lexed: Lexed

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
        if before in _DETERMINERS or self._possessive(index - 1):
            return False
        if not self.lexed.word(index).endswith("s"):
            return False
        return self.lexed.code(index - 1) == "X" or (
            self.lexed.code(index + 1) in (":", '"') or self.lexed.word(index + 1) == "that"
        )

    def _possessive(self, index: int) -> bool:
        return self.lexed.word(index) == "s" and self.lexed.code(index - 1) == "'"

    # -- subjects before a verb --------------------------------------------------------------

    def before(self, verb: int, low: int) -> Span | None:
        """The subject of the verb at ``verb``, sought back to the lexeme ``low``."""
        word = self.lexed.word(verb)
        if word.endswith("ing") and self.lexed.word(verb - 1) not in _BEING:
            led = self.lexed.word(verb - 1) in _PREPOSITIONS | _BREAKS
            if led or self.lexed.code(verb - 1) not in ("x", "X"):
                return self.main(low, verb)
        at = self._over_helpers(verb - 1, low)
        if at < low:
            return None
        here = self.lexed.word(at)
        if self.lexed.code(at) == ",":
            return self._across_apposition(at, low)
        if self.lexed.code(at) == "(":
            opening = self._opening(at, low)
            return self.phrase_before(opening - 1, low) if opening is not None else None
        if here in RELATIVES:
            return self._span(at, at + 1)
        if here in ("to", "and", "but", "or"):
            return self.main(low, verb)
        return self.phrase_before(at, low)

    def antecedent(self, relative: int, low: int) -> Span | None:
        """Whom ``who`` stands for: the noun phrase before it."""
        at = relative - 1
        return self.phrase_before(at - (self.lexed.code(at) == ","), low)

    def _over_helpers(self, at: int, low: int) -> int:
        while at >= low:
            word = self.lexed.word(at)
            if self.lexed.code(at) in _DATED:
                at -= 1 + (self.lexed.word(at - 1) in ("in", "on", "last", "this"))
                continue
            if not (self._helper(at) or self._adverb(at) or self.lexed.code(at) == "'"):
                break
            if word == "that" or (word in ("s", "'") and not self._elided(at)):
                break
            at -= 1
        return at

    def _helper(self, at: int) -> bool:
        """Whether a word helps a verb; ``May`` the prime minister does not."""
        return self.lexed.word(at) in _HELPERS and self.lexed.code(at) not in ("X", "M")

    def _adverb(self, at: int) -> bool:
        return self.lexed.code(at) == "x" and self.lexed.word(at).endswith("ly")

    def _elided(self, at: int) -> bool:
        """Whether ``'s`` is a verb (``it's calling``); beside a verb of saying it always is."""
        return self.lexed.code(at) == "'" or self.lexed.code(at - 1) == "'"

    def _across_apposition(self, comma: int, low: int) -> Span | None:
        """``Randall Stephenson, the chief executive, said``: what stands before the first comma."""
        stop = max(low - 1, comma - _FARTHEST)
        for at in range(comma - 1, stop, -1):
            if self.lexed.code(at) == ",":
                found = self.phrase_before(at - 1, low)
                if found and self._names(found):
                    return found
        return self.main(low, comma)

    def _names(self, span: Span) -> bool:
        written = span.of(self.lexed.text)
        return written[:1].isupper() or written.lower().split()[0] in _DETERMINERS | PRONOUNS

    def _opening(self, closing: int, low: int) -> int | None:
        for at in range(closing - 1, max(low - 1, closing - 12), -1):
            if self.lexed.code(at) == "(":
                return at
        return None

    def phrase_before(self, end: int, low: int) -> Span | None:
        """The noun phrase whose last word is the lexeme ``end``."""
        if end < low:
            return None
        if self.lexed.word(end) in PRONOUNS:
            return self._span(end, end + 1)
        if self.lexed.code(end) == "(":
            opening = self._opening(end, low)
            if opening is None:
                return None
            end = opening - 1
        start = end + 1
        for at in range(end, max(low - 1, end - _LONGEST), -1):
            if not self._belongs(at, end):
                break
            start = at
        return self._tidy(start, end + 1)

    def _belongs(self, at: int, end: int) -> bool:
        """Whether a lexeme left of a noun phrase's end may be part of the phrase."""
        code, word = self.lexed.code(at), self.lexed.word(at)
        if word in PRONOUNS and at != end and code != "X":
            return False
        if word in _BREAKS and not (word == "and" and self._joins_names(at)):
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
            leading = word in _PREPOSITIONS or code in ("W", "'", "-", ".", "N", "d", "T", "P")
            if not leading and not self._adverb(start):
                break
            start += 1
        if start < end and self.lexed.word(start) not in _DETERMINERS:
            inner = [at for at in range(start + 1, end) if self.lexed.word(at) in _PREPOSITIONS]
            named = self.lexed.code(start) in ("X", "x")
            if inner and not named:
                start = inner[-1] + 1
        return self._span(start, end) if start < end else None

    def _span(self, start: int, end: int) -> Span:
        items = self.lexed.items
        return Span(items[start].start, items[end - 1].end)

    # -- subjects after a verb ---------------------------------------------------------------

    def after(self, start: int, high: int) -> Span | None:
        """The noun phrase that begins at or soon after ``start``: ``said the chief executive``."""
        at = start
        while at < high and (self._helper(at) or self._adverb(at)):
            at += 1
        if at >= high:
            return None
        if self.lexed.word(at) in PRONOUNS:
            return self._span(at, at + 1)
        if self.lexed.word(at) in _PREPOSITIONS or self.lexed.word(at) in _BREAKS:
            return None
        end = at
        while end < min(high, at + _LONGEST):
            code, word = self.lexed.code(end), self.lexed.word(end)
            if code in (",", ":", ";", "~", '"', "|", "(", "W", "T") or word in _BREAKS - {"and"}:
                break
            if code == "." and not self._abbreviation(end):
                break
            if word in _PREPOSITIONS and word not in _LINKING:
                break
            if word == "and" and not self._joins_names(end):
                break
            if word in _LINKING and word != "of" and self.lexed.code(end - 1) == "X":
                break
            if end > at and self.is_verb(end) and code != "X":
                break
            end += 1
        return self._closed(at, end)

    def _closed(self, start: int, end: int) -> Span | None:
        """A phrase without the small words it cannot end with."""
        while end > start and self.lexed.word(end - 1) in _DETERMINERS | _PREPOSITIONS:
            end -= 1
        return self._span(start, end) if end > start else None

    # -- the subject of a sentence -----------------------------------------------------------

    def main(self, low: int, high: int) -> Span | None:
        """The subject of the clause between two lexemes: its first name, pronoun or noun phrase.

        What introduces it (``On Monday,``) is passed over.
        """
        at, high = low, min(high, low + 2 * _FARTHEST)
        while at < high and self._introduces(at):
            comma = self._comma(at, high)
            if comma is None:
                at += 1
            else:
                at = comma + 1
        end = at
        while end < min(high, at + _LONGEST):
            code, word = self.lexed.code(end), self.lexed.word(end)
            if code == "'" or self._possessive(end):
                end += 1
                continue
            if code in (",", ":", ";", "~", '"', "|", "(") or word in _BREAKS:
                break
            if self._helper(end) or word in _PREPOSITIONS or (self.is_verb(end) and code != "X"):
                break
            if end > at and code == "x" and self.lexed.code(end - 1) == "X":
                name = self._past_role(end, high)
                if not name:
                    break
                end = name
            end += 1
        if end == at:
            return None
        if self.lexed.word(at) in PRONOUNS:
            end = at + 1
        return self._closed(at, end)

    def _past_role(self, at: int, high: int) -> int:
        """The index of the name after a role: ``the Ohio senator Jane Doe``; 0 where it is none."""
        end = at
        while end < min(high, at + _ROLE_LONGEST) and self.lexed.word(end) in _ROLES:
            end += 1
        return end if end > at and self.lexed.code(end) == "X" else 0

    def _introduces(self, at: int) -> bool:
        word, code = self.lexed.word(at), self.lexed.code(at)
        return word in _PREPOSITIONS or word in _BREAKS or code in (",", "~", "-", "|", "'", '"')

    def _comma(self, low: int, high: int) -> int | None:
        for at in range(low, min(high, low + 16)):
            if self.lexed.code(at) == ",":
                return at
        return None
