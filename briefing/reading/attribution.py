"""To whom each quotation of a text belongs, and which quotations are quotes at all.

The clause beside a quotation is asked first (``“...,” she said``, ``X told reporters: “...”``),
then the rest of its sentence, then what came before: a quotation that stands alone goes on with
the speaker of the one before it, or belongs to whom the sentence before it was about.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.lexemes import Lexed, lexed
from briefing.reading.quote_marks import Quotation
from briefing.reading.quote_places import Place, places
from briefing.reading.speaker_names import Names
from briefing.reading.speakers import Speakers
from briefing.reading.speech import JUDGING, SAYING

_REACH = 30
"""Lexemes between the end of a quotation and the verb that says who said it."""
_FAR = 100
"""Lexemes over which a sentence is searched for a verb of saying."""
_ELSEWHERE = frozenset({"while", "but", "and", "or", "when", "because", "if", "than", "after"})
"""Words after a quotation that begin a clause about something else."""
_TELLING = SAYING | JUDGING | {"according"}
_NOBODY = frozenset({"we", "it", "one"})
"""Pronouns that name no speaker where no verb says that somebody spoke."""
_FEW = 3
"""Words up to which a quotation inside a sentence needs a verb of saying."""


@dataclass(frozen=True, slots=True)
class Said:
    """A direct quote and its speaker."""

    span: Span
    """The words, without the marks."""
    beside: Span | None
    """The speaker as written beside the quote, which may be ``he``."""
    named: Span | None
    """The speaker by name, where the text leaves no doubt; else as ``beside``."""
    whole: bool
    """Whether it is a sentence or more, rather than some words within one."""


class Attribution:
    """Finds the speakers of the quotations of one text, in order."""

    def __init__(
        self,
        text: str,
        quotations: Sequence[Quotation],
        paragraphs: Sequence[Span],
        sentences: Sequence[Span],
        people: Sequence[Span],
        firms: Sequence[Span],
    ) -> None:
        self.text = text
        self.words: Lexed = lexed(text)
        self.speakers = Speakers(self.words)
        self._sentences = sentences
        self._sentence_starts = [sentence.start for sentence in sentences]
        self._starts = [item.start for item in self.words.items]
        self._places = places(self._starts, quotations, paragraphs, sentences)
        self._verbs = bytearray(item.low in _TELLING for item in self.words.items)
        self._quoted = bytearray(len(self._starts) + 1)
        for quotation in quotations:
            first, last = self._index(quotation.outer.start), self._index(quotation.outer.end)
            self._quoted[first:last] = b"\1" * (last - first)
        self._names = Names(
            self.words, self._starts, paragraphs, sentences, people, firms, self._quoted
        )

    def all(self) -> Iterator[Said]:
        """The quotes among the quotations, each with its speaker."""
        before: Said | None = None
        last_place: Place | None = None
        for place in self._places:
            beside, sure = self._beside(place, before, last_place)
            whole = self._whole(place)
            if not self._is_quote(place, beside, sure, whole):
                continue
            if beside is not None and self._is_nobody(beside, sure=sure):
                beside = None
            if before is not None and before.named is not None and beside == before.beside:
                sure = True  # it goes on with one whose speaker was told
            name = self._names.name(beside, place, sure=sure)
            before = Said(place.quotation.inner, beside, name, whole)
            last_place = place
            yield before

    def _index(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    # -- the speaker -------------------------------------------------------------------------

    def _beside(
        self, place: Place, before: Said | None, last: Place | None
    ) -> tuple[Span | None, bool]:
        """The speaker of a quotation, and whether a word of saying tells."""
        if place.quotation.continues and before is not None:
            return before.beside, True
        opens = not self.words.codes[place.low : place.first][:_FAR].strip("~-.|'\";,(&")
        orders = (
            (self._after, self._dash, self._trailing)
            if opens
            else (
                (self._leading, self._after, self._trailing)
                if self._led(place)
                else (self._after, self._leading, self._trailing)
            )
        )
        for order in orders:
            if found := order(place):
                return found, True
        if before is not None and last is not None and self._goes_on(place, last, opens):
            return before.beside, True
        if opens:
            return self._told_before(place, before, last), False
        return self.speakers.main(place.low, place.first), False

    def _led(self, place: Place) -> bool:
        """Whether the words before a quotation lead up to it: ``he said:``, ``that``."""
        at = place.first - 1
        return (
            self.words.code(at) in (",", ":")
            or self.words.word(at) == "that"
            or (self.speakers.is_verb(at))
        )

    def _closing(self, place: Place) -> str:
        inner = place.quotation.inner
        return self.text[inner.start : inner.end].rstrip("'’‘ ")[-1:]

    def _after(self, place: Place) -> Span | None:
        """``“...,” said X`` and ``“...,” X said``."""
        at = place.last
        if self.words.code(at) in (",", "-", "~"):
            at += 1
        if at >= place.high:
            return None
        said = self.words.word(at)
        if said in SAYING and not said.endswith("ing") and self.speakers.is_verb(at):
            return self.speakers.after(at + 1, place.high)
        if self._closing(place) == "." and at == place.last:
            return None
        if self.words.word(at) in _ELSEWHERE:
            return None
        if at == place.last and self._closing(place) not in ",?!…—-":
            return None
        verb, high = at, min(place.high, at + _REACH)
        while (verb := self._verbs.find(1, verb + 1, high)) >= 0:
            ends = verb + 1 == place.high or self.words.code(verb + 1) in (".", ",")
            if self.words.word(verb) in SAYING and (ends or self.speakers.is_verb(verb)):
                return self.speakers.before(verb, at)
        return None

    def _leading(self, place: Place) -> Span | None:
        """``X told reporters: “...”``, ``X called it “...”``, ``according to X, “...”``."""
        low = max(place.start, place.first - _FAR)
        at = place.first
        while (at := self._verbs.rfind(1, low, at)) >= 0:
            if self._quoted[at]:
                continue
            if self.words.word(at) == "according":
                return self.speakers.after(at + 2, place.first)
            if self.speakers.is_verb(at) and (found := self.speakers.before(at, place.start)):
                return found
        return None

    def _trailing(self, place: Place) -> Span | None:
        """A clause at the end: ``the plan is “dead” and so is the party, X said``."""
        high = min(place.end, place.last + _FAR)
        at = place.last - 1
        while (at := self._verbs.find(1, at + 1, high)) >= 0:
            if self.words.word(at) == "according":
                return self.speakers.after(at + 2, place.end)
            if self.words.word(at) not in SAYING or not self.speakers.is_verb(at):
                continue
            comma = self.words.codes.rfind(",", place.last, at)
            if comma >= 0:
                return self.speakers.before(at, comma + 1) or self.speakers.after(at + 1, place.end)
        return None

    def _dash(self, place: Place) -> Span | None:
        """``“...” — Jane Doe``, to the end of the line."""
        at = place.last
        while self.words.code(at) in ("~", "-"):
            at += 1
        if at == place.last or self.words.code(at) != "X":
            return None
        return self.speakers.after(at, place.end) or self.speakers.after(at, at + 6)

    def _goes_on(self, place: Place, last: Place, opens: bool) -> bool:
        """Whether a quotation has the speaker of the one before it."""
        if place.joined:
            return True
        if not opens or place.paragraph != last.paragraph:
            return False
        return place.low <= last.end

    def _told_before(self, place: Place, before: Said | None, last: Place | None) -> Span | None:
        """Whom the sentence before a quotation that stands alone was about."""
        start = self.words.items[place.low].start if place.low < len(self.words.items) else 0
        number = bisect_right(self._sentence_starts, start - 1) - 1
        if number < 0:
            return None
        sentence = self._sentences[number]
        if before is not None and last is not None and last.quotation.outer.end > sentence.start:
            return before.beside
        low, high = self._index(sentence.start), self._index(sentence.end)
        at = high
        while (at := self._verbs.rfind(1, max(low, high - _FAR), at)) >= 0:
            if self.speakers.is_verb(at) and (found := self.speakers.before(at, low)):
                return found
        return self.speakers.main(low, high)

    # -- what counts -------------------------------------------------------------------------

    def _whole(self, place: Place) -> bool:
        inner = place.quotation.inner
        words = self.text[inner.start : inner.end].split()
        ended = self._closing(place) in ".,!?…—-"
        return len(words) > _FEW and ended and (words[0][:1].isupper() or place.quotation.continues)

    def _is_quote(self, place: Place, beside: Span | None, sure: bool, whole: bool) -> bool:
        inner = place.quotation.inner
        words = self.text[inner.start : inner.end].split()
        if not words:
            return False
        titled = (
            len(words) > 1
            and not whole
            and all(
                word[:1].isupper() or not word[:1].isalpha() or len(word) <= 3 for word in words
            )
            and self._closing(place) not in ".,!?"
        )
        if titled and words[0][:1].isupper():
            return False
        if sure and beside is not None:
            return True
        return whole or len(words) > 2 * _FEW

    def _is_nobody(self, beside: Span, *, sure: bool) -> bool:
        """Whether a pronoun names no speaker: ``You start saying things like “...”``."""
        written = beside.of(self.text).lower()
        return written == "you" or (not sure and written in _NOBODY)
