"""Who a speaker is by name: ``its chief executive`` and ``she`` are somebody the article names.

What stands beside a quotation may name others than the speaker: an owner (``Acme's chairman``) and
whom somebody speaks for (``a spokesman for Acme``) have not spoken. The name may stand in the words
themselves, after them (``its chairman, Bo Lin``), or, for a pronoun, in the sentences before.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from briefing.model.article import Span
from briefing.reading.entities.role_words import OCCUPATIONS
from briefing.reading.lexemes import Lexed
from briefing.reading.noun_phrases import PRONOUNS, RELATIVES
from briefing.reading.quote_places import Place
from briefing.reading.speakers import Speakers
from briefing.reading.tables import words as listed

_NEAR = 1
"""Paragraphs over which a pronoun may reach back to a name."""
_SENTENCES = 2
"""Sentences before its own over which a pronoun may reach back to one who has not spoken."""
_REACH = 3000
"""Characters over which a pronoun may reach back at all."""
_TITLES = {"he": ("mrs", "ms", "miss"), "she": ("mr", "sir")}
"""Pronouns, and the titles of those they do not stand for."""
_TITLE = re.compile(r"\b(?P<title>mrs?|ms|miss|sir)\b")
_TITLE_ROOM = 5
"""Characters of a title before a name or at its head."""
_OWNER = re.compile(r"(?:['’]s|(?<=s)['’])\s+\w")
_LEADING = re.compile(r"\b(?:of|for|from|at|in|with|to|on|by|about|against|behind)\s")
_DETERMINED = re.compile(
    r"(?:an?|the|one|another|some|its|his|her|their|our|my|this|that)\s|\w+['’]s?\s", re.I
)
_SMALL = re.compile(r"(?:^|\s)(?!the\s)[a-z][\w-]*\s")
_OPENS = re.compile(r"(?:\A|[\n.!?,:;”\"’'])\s*(?:[A-Z][\w.]*\s)*\Z")
_ROLE = 6
"""Words of somebody's role; more are a clause."""
_ROOM = 30
"""Characters before a name in which a sentence, or a title that opens one, is looked for."""
_NEXT = re.compile(r"\s(?P<word>[a-z][\w-]*)")
_SET_OFF = re.compile(
    r"(?:\sand(?:\s[a-z]+){1,3})?,\s+(?P<title>(?:(?:[A-Z][\w.’'-]*|[a-z]+)\s+){0,3})"
)
_PASSING = listed(
    "of for from at in with to on by about against who which that and or as when while after before"
    " later earlier further again also then today yesterday once himself herself themselves"
    " itself jr sr is was"
)
"""Words after a name that do not make the name part of what somebody else is called."""


class Names:
    """The names that speakers of one text may have.

    Args:
        words: the text, as lexemes.
        starts: where they begin.
        paragraphs: in order.
        sentences: in order.
        people: mentions of people.
        firms: mentions of organisations, which speak too.
        quoted: for each lexeme whether it is quoted: who is named in there does not speak.
    """

    def __init__(
        self,
        words: Lexed,
        starts: Sequence[int],
        paragraphs: Sequence[Span],
        sentences: Sequence[Span],
        people: Sequence[Span],
        firms: Sequence[Span],
        quoted: bytearray,
    ) -> None:
        self._text = words.text
        self._speakers = Speakers(words)
        self._starts = starts
        self._heads = [paragraph.start for paragraph in paragraphs]
        self._sentences = sentences
        self._openings = [sentence.start for sentence in sentences]
        self._people = sorted(people)
        self._persons = frozenset(people)
        self._firms = frozenset(firms)
        self._all = sorted([*people, *firms])
        self._quoted = quoted
        self._last: tuple[Span, int] | None = None
        """Who spoke last, by name, and in which paragraph."""

    def name(self, beside: Span | None, place: Place, *, sure: bool) -> Span | None:
        """The name of who is written beside a quotation; the words themselves where there is none.

        Asked of each quotation in order.

        Args:
            beside: who is written there.
            place: where the quotation stands.
            sure: whether a word of saying tells; else only people and firms are taken for speakers.
        """
        name = beside and self._named(beside, place)
        if name is not None and not sure and self._all and not self._speaks(name):
            return None
        if name is not None and name.of(self._text).lower() not in PRONOUNS:
            self._last = name, place.paragraph
        return name

    def _named(self, beside: Span, place: Place) -> Span:
        written = beside.of(self._text).lower()
        if written in RELATIVES:
            found = self._speakers.antecedent(self._index(beside.start), place.start)
            return self._stood_for(found) if found else beside
        if written in _TITLES:
            return self._before(beside, written, place.paragraph) or beside
        return beside if written in PRONOUNS else self._full(beside)

    def _speaks(self, name: Span) -> bool:
        """Whether words name, or call by an occupation, somebody who can speak."""
        words = name.of(self._text).lower().split()
        known = name in self._persons or name in self._firms or words[0] in PRONOUNS
        return known or (len(words) <= _ROLE and not OCCUPATIONS.isdisjoint(words))

    def _index(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _paragraph(self, span: Span) -> int:
        return bisect_right(self._heads, span.start) - 1

    # -- a name in the words, or after them --------------------------------------------------

    def _full(self, beside: Span) -> Span:
        """The whole mention that a speaker's words name, or that follows them after a comma."""
        head = self._head(beside)
        return head or self._set_off(beside) or self._set_before(beside) or beside

    def _stood_for(self, words: Span) -> Span:
        """Whom ``who`` after some words stands for: whom they name last, whatever leads to it."""
        last = max(self._within(words), default=None)
        ends = last is not None and not self._text[last.end : words.end].strip(" )")
        return self._head(words) or (last if last is not None and ends else words)

    def _head(self, beside: Span) -> Span | None:
        """The mention in some words that is the speaker, people before organisations."""
        heads = [each for each in self._within(beside) if self._is_head(each, beside)]
        return next((each for each in heads if each in self._persons), heads[0] if heads else None)

    def _within(self, beside: Span) -> Iterator[Span]:
        at = max(0, bisect_right(self._all, beside) - 2)
        while at < len(self._all) and self._all[at].start < beside.end:
            if self._all[at].overlaps(beside):
                yield self._all[at]
            at += 1

    def _is_head(self, mention: Span, beside: Span) -> bool:
        """Whether a mention is neither an owner, nor spoken for, nor part of a role."""
        text = self._text
        if _OWNER.match(text, mention.end, beside.end):
            return False
        after = _NEXT.match(text, mention.end, beside.end)
        if after and not (after["word"] in _PASSING or after["word"].endswith("ly")):
            return False  # “the Acme chairman”
        leading = [led.end() for led in _LEADING.finditer(text, beside.start, mention.start)]
        if not leading:
            return True
        if mention not in self._persons or _SMALL.search(text, leading[-1], mention.start):
            return False  # “a lawyer for the actor Bo Lin”
        # “Mayor of Hale Bo Lin” and “the envoy to the Acme Union Bo Lin”, but not “aides to Lin”
        named = any(each.end == mention.start - 1 for each in self._within(beside))
        bare = leading[-1] < mention.start and not _DETERMINED.match(text, beside.start)
        return named or bare

    def _set_off(self, beside: Span) -> Span | None:
        """The person after a comma, perhaps with a title: ``the leader, Councillor Bo Lin``."""
        comma = _SET_OFF.match(self._text, beside.end)
        if not comma:
            return None
        at = bisect_left(self._people, Span(beside.end, beside.end))
        person = self._people[at] if at < len(self._people) else None
        if person is None or person.start > comma.end():
            return None
        title = self._text[comma.start("title") : person.start].split()
        plain = all(word[0].isupper() or word in OCCUPATIONS for word in title)
        return person if plain else None

    def _set_before(self, beside: Span) -> Span | None:
        """The person before a comma and a role: ``Bo Lin, head of sales at Acme``."""
        text = self._text
        at = bisect_left(self._people, beside) - 1
        if at < 0 or text[self._people[at].end : beside.start] not in (", ", ",\n"):
            return None
        start = self._people[at].start
        opens = _OPENS.search(text, max(0, start - _ROOM), start)
        return self._people[at] if opens else None

    # -- a name before a pronoun -------------------------------------------------------------

    def _before(self, pronoun: Span, written: str, paragraph: int) -> Span | None:
        """Whom ``he`` or ``she`` stands for, where nobody else is named between.

        That is who spoke last, unless the paragraph of the pronoun is about somebody else.
        """
        name, told = self._last or (None, 0)
        far = paragraph - told > _NEAR or (name and pronoun.start - name.end > _REACH)
        if name is None or far or name in self._firms:
            name = self._subject(pronoun, _NEAR)
        elif told < paragraph:
            found = self._subject(pronoun, 0)
            if found and _surname(found.of(self._text)) != _surname(name.of(self._text)):
                name = found
        if name is None or self._titled(name, written):
            return None
        surname = _surname(name.of(self._text))
        between = self._unquoted(min(name.end, pronoun.start), pronoun.start)
        return name if all(_surname(p.of(self._text)) == surname for p in between) else None

    def _subject(self, pronoun: Span, paragraphs: int) -> Span | None:
        """The person that the nearest sentence with a person in it is about.

        Looked for in the paragraph of the pronoun and so many before it.
        """
        own = bisect_right(self._openings, pronoun.start) - 1
        end = self._index(pronoun.start)
        for number in range(own, max(-1, own - _SENTENCES - 1), -1):
            low = self._index(self._openings[number])
            sentence = Span(self._openings[number], self._sentences[number].end)
            if pronoun.start - sentence.start > _REACH:
                return None
            if self._paragraph(pronoun) - self._paragraph(sentence) > paragraphs:
                return None
            if list(self._unquoted(sentence.start, min(sentence.end, pronoun.start))):
                subject = self._speakers.main(low, min(end, self._index(sentence.end)))
                head = self._head(subject) if subject else None
                return head if head in self._persons else None
        return None

    def _unquoted(self, start: int, end: int) -> Iterator[Span]:
        """The people who are named from one offset to another, but not by who is quoted."""
        at = bisect_left(self._people, Span(start, start))
        while at < len(self._people) and self._people[at].end <= end:
            if not self._quoted[self._index(self._people[at].start)]:
                yield self._people[at]
            at += 1

    def _titled(self, name: Span, written: str) -> bool:
        """Whether a title, in a name or before it, tells that a pronoun is not for its bearer."""
        told = self._text[max(0, name.start - _TITLE_ROOM) : name.end].lower()
        title = _TITLE.search(told, 0, len(told) - len(name) + _TITLE_ROOM)
        return title is not None and title["title"] in _TITLES[written]


def _surname(name: str) -> str:
    return name.split()[-1]
