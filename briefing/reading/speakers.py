"""Who said it: the subject of the verb of saying beside a quotation.

No parser: a verb of saying is found among the words before or after the quotation, and its
subject by walking from the verb over auxiliaries, appositions and relative clauses to a noun
phrase. Work is done on the lexemes of the text; results are spans beside the quotation.
"""

from __future__ import annotations

from briefing.model.article import Span
from briefing.reading.entities.role_words import MODIFIERS, OCCUPATIONS
from briefing.reading.noun_phrases import (
    BREAKS,
    DETERMINERS,
    LONGEST,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    NounPhrases,
)
from briefing.reading.tables import words as listed

_BEING = listed("is was are were be been s not")
_DATED = frozenset("WTyP")
"""Letters of days and years, which may stand between a subject and its verb."""
_ROLES = OCCUPATIONS | MODIFIERS | {"ministry"}
_ROLE_LONGEST = 4
"""Words of a role that may stand between two names."""
_FARTHEST = 40
"""Lexemes between a verb and a subject on the far side of an apposition."""


class Speakers(NounPhrases):
    """Finds subjects in one text."""

    # -- subjects before a verb --------------------------------------------------------------

    def before(self, verb: int, low: int) -> Span | None:
        """The subject of the verb at ``verb``, sought back to the lexeme ``low``."""
        word = self.lexed.word(verb)
        if word.endswith("ing") and self.lexed.word(verb - 1) not in _BEING:
            led = self.lexed.word(verb - 1) in PREPOSITIONS | BREAKS
            if led or self.lexed.code(verb - 1) not in ("x", "X"):
                return self.main(low, verb)
        at = self._over_helpers(verb - 1, low)
        if at < low:
            return None
        here = self.lexed.word(at)
        if self.lexed.code(at) == ",":
            return self._across_apposition(at, low)
        if self.lexed.code(at) == "(":
            opening = self.opening(at, low)
            return self.phrase_before(opening - 1, low) if opening is not None else None
        if here in RELATIVES:
            return self.span(at, at + 1)
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
            if not (self.helper(at) or self.adverb(at) or self.lexed.code(at) == "'"):
                break
            if word == "that" or (word in ("s", "'") and not self._elided(at)):
                break
            at -= 1
        return at

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
        return written[:1].isupper() or written.lower().split()[0] in DETERMINERS | PRONOUNS

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
        while end < min(high, at + LONGEST):
            code, word = self.lexed.code(end), self.lexed.word(end)
            if code == "'" or self.possessive(end):
                end += 1
                continue
            if code in (",", ":", ";", "~", '"', "|", "(") or word in BREAKS:
                break
            if self.helper(end) or word in PREPOSITIONS or (self.is_verb(end) and code != "X"):
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
        return self.closed(at, end)

    def _past_role(self, at: int, high: int) -> int:
        """The index of the name after a role: ``the Ohio senator Jane Doe``; 0 where it is none."""
        end = at
        while end < min(high, at + _ROLE_LONGEST) and self.lexed.word(end) in _ROLES:
            end += 1
        return end if end > at and self.lexed.code(end) == "X" else 0

    def _introduces(self, at: int) -> bool:
        word, code = self.lexed.word(at), self.lexed.code(at)
        return word in PREPOSITIONS or word in BREAKS or code in (",", "~", "-", "|", "'", '"')

    def _comma(self, low: int, high: int) -> int | None:
        for at in range(low, min(high, low + 16)):
            if self.lexed.code(at) == ",":
                return at
        return None
