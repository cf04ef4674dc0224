"""Facts of an article in another language than English: only what is written alike in many.

Numbers with a sign or a word that says what they are, whole dates in figures, and what stands in
quotation marks. A number alone may be a day, an hour or a house: it is left out, as is everything
that would have to be understood.
"""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.model.annotations import FactKind, KeyFact, Quote
from briefing.model.article import Article, Span
from briefing.reading.patterns import lazily
from briefing.reading.sentences import PROSE

_MOST = 10
_MOST_QUOTES = 4
_SHORTEST = 3
"""Words of a quote; without spaces between them, twice as many characters."""

_NUMBER = (
    r"(?<![A-Za-z\d.,:/-])\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d+)?(?![\d:/-])"
    r"|(?<![A-Za-z\d.,:/-])\d+(?:[.,]\d+)?(?![\d:/-])"
)
_GREAT = (
    r"(?:Mio|Mrd|mln|mld|млн|млрд|трлн)\b\.?|(?:mil )?[Mm]ill(?:ion(?:en|s|er)?|ones|ón"
    r"|iards?|iarden?|iardi|iarder)\b|mili(?:oni|ardi|ony|onów|ardów)\b|milh(?:ões|ão)\b|bilhões\b"
    r"|milioni\b|miliardi\b|mil(?:joen|jard|joner|jarder)\b|миллион\w*|миллиард\w*|тысяч\w*"
    r"|[万亿萬億兆]|مليون|مليار|ألف"
)
_SHARE = (
    r"[%％‰٪]|Prozent\b|pour cent\b|por ciento\b|por cento\b|per cento\b|procent\b"
    r"|процент\w*|بالمئة|بالمائة"
)
_COIN = (
    r"[$£€¥₹₩₽₺]|[Ee]uros?\b|EUR\b|USD\b|CHF\b|Franken\b|[Dd]ol(?:lar|ar|lari|ares|ars|lars)\b"
    r"|dólares\b|pesos\b|reais\b|kron(?:or|er)\b|рубл\w+|доллар\w*|евро\b|美元|欧元|日元|人民币"
    r"|元|円|دولار|يورو|جنيه|درهم|ريال"
)
_FIGURE = lazily(
    rf"(?P<sign>[$£€¥₹₩₽₺]\s?)?(?P<number>{_NUMBER})"
    rf"(?:[\s\u00a0\u202f]?(?P<great>{_GREAT}))?"
    rf"(?:[\s\u00a0\u202f]?(?:(?P<share>{_SHARE})|(?:(?:de |d['’]|di )?(?P<coin>{_COIN}))))?"
)
_DATE = lazily(r"(?<![\d-])(?:1\d|20)\d\d-\d\d-\d\d(?![\d-])")
_QUOTED = lazily(
    r"„([^„“”\n]{3,900})[“”]|«\s?([^«»\n]{3,900}?)\s?»|»([^«»\n]{3,900})«|“([^“”\n]{3,900})”"
    r"|「([^「」\n]{3,900})」|『([^『』\n]{3,900})』|\"([^\"\n]{3,900})\""
)
_KINDS = (("share", FactKind.PERCENT, "a share"), ("coin", FactKind.MONEY, "an amount of money"))


def quotes_abroad(article: Article) -> tuple[Quote, ...]:
    """What stands in quotation marks in an article's prose, without speakers.

    Args:
        article: in any language.
    """
    found = []
    for block in article.blocks:
        if block.kind in PROSE:
            for match in _QUOTED.finditer(article.text, block.span.start, block.span.end):
                span = Span(*match.span(match.lastindex or 0))
                written = span.of(article.text).split()
                bare = len(written) == 1 and not written[0].isascii()
                if len(written) >= _SHORTEST or (bare and len(span) >= 2 * _SHORTEST):
                    found.append(Quote(span))
    return tuple(found)


def facts_abroad(
    article: Article, sentences: Sequence[Span], quotes: Sequence[Quote]
) -> tuple[KeyFact, ...]:
    """Shares, amounts, great numbers, whole dates and quotes, those of the lead first.

    Args:
        article: in any language.
        sentences: of its prose, in order.
        quotes: as :func:`quotes_abroad` finds them.
    """
    starts = [sentence.start for sentence in sentences]
    seen: set[str] = set()
    facts: list[KeyFact] = []
    said = [(quote.span, FactKind.QUOTE, "", "stands in quotation marks") for quote in quotes]
    for span, kind, value, why in [*_numbers(article), *said[:_MOST_QUOTES]]:
        number = bisect_right(starts, span.start)
        written = " ".join(span.of(article.text).split())
        if number and written not in seen:
            seen.add(written)
            first, last = sentences[number - 1], sentences[bisect_right(starts, span.end - 1) - 1]
            whole = Span(first.start, max(first.end, last.end))
            if whole.covers(span):
                score = round(1 / (1 + number) ** 0.5, 4)
                facts.append(KeyFact(span, kind, whole, value, score=score, why=(why,)))
    facts.sort(key=lambda fact: (-fact.score, fact.span))
    return tuple(facts[:_MOST])


def _numbers(article: Article) -> Iterator[tuple[Span, FactKind, str, str]]:
    """The figures and days of an article's prose: where, of what kind, worth what, and why."""
    for block in article.blocks:
        if block.kind not in PROSE:
            continue
        for match in _DATE.finditer(article.text, block.span.start, block.span.end):
            if _is_day(match.group()):
                yield Span(*match.span()), FactKind.DATE, match.group(), "a day that is known"
        for match in _FIGURE.finditer(article.text, block.span.start, block.span.end):
            if kind := _kind(match):
                yield Span(*match.span()), *kind


def _kind(match: re.Match[str]) -> tuple[FactKind, str, str] | None:
    for name, kind, why in _KINDS:
        if match[name] or (name == "coin" and match["sign"]):
            return kind, "", why
    return (FactKind.COUNT, "", "a great number") if match["great"] else None


def _is_day(written: str) -> bool:
    try:
        datetime.date.fromisoformat(written)
    except ValueError:
        return False
    return True
