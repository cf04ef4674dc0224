"""The rows of an article's event: who else tells of it, and which figures differ."""

from __future__ import annotations

from briefing.model.article import Article, Span
from briefing.model.telling import Clash, Teller, Telling
from briefing.ui.edition import squeeze
from briefing.ui.rows import Row

_BEFORE = 30
"""Characters of a sentence that stand before its figure in a row."""


def telling_rows(article: Article, telling: Telling) -> tuple[Row, ...]:
    """Other articles on the event, then the figures that differ, each pair one above the other."""
    rows: list[Row] = []
    if telling.others:
        rows.append(Row("The same story", look="quiet"))
        rows += [_teller(teller, article.source) for teller in telling.others]
    if telling.clashes:
        rows.append(Row("Figures that differ", look="quiet"))
    here = article.source or "here"
    shown: set[Span] = set()
    for clash in telling.clashes:
        if clash.span not in shown:
            start = clash.span.start - clash.sentence.start
            words = article.of(clash.sentence)
            rows.append(_figure(here, words, start, len(clash.span), clash.span, "≠"))
            shown.add(clash.span)
        start = clash.context.find(clash.figure)
        row = _figure(clash.source, clash.context, max(start, 0), len(clash.figure), clash, " ")
        rows.append(row)
    return tuple(rows)


def _teller(teller: Teller, here: str) -> Row:
    """Another article; its source where it is not that of the article that is read."""
    title = squeeze(teller.title) or "Without a title"
    source = f"{squeeze(teller.source)}  " if teller.source not in ("", here) else ""
    return Row(
        source + title,
        value=teller,
        marks=((0, len(source), "quiet"),),
        sign=" " if teller.read else "•",
        sign_look="accent",
        right="read" if teller.read else f"{teller.new} new",
        most=3,
    )


def _figure(
    source: str, sentence: str, start: int, length: int, value: Span | Clash, sign: str
) -> Row:
    """A figure in the words around it, with whose it is."""
    cut = sentence.rfind(" ", 0, start - _BEFORE) + 1 if start > _BEFORE else 0
    label = f"{squeeze(source)}: "
    before = squeeze(sentence[cut:start])
    before += " " if before and sentence[start - 1].isspace() else ""
    figure = squeeze(sentence[start : start + length])
    after = " ".join(sentence[start + length :].split("\n")).rstrip()
    text = label + before + figure + after
    at = len(label) + len(before)
    return Row(
        text,
        value=value,
        span=value if isinstance(value, Span) else None,
        marks=((0, len(label), "quiet"), (at, at + len(figure), "strong")),
        sign=sign,
        sign_look="accent",
        most=3,
    )
