"""The pane of what is related to an article: its versions, named titles, links, the library's."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.desk import Similar
from briefing.model.annotations import Briefing, RelatedLink
from briefing.model.article import Article, Link
from briefing.model.columns import Column, spans_of
from briefing.ui.edition import Edition, squeeze
from briefing.ui.listing import Part, Rows
from briefing.ui.rows import Row
from briefing.ui.widgets.briefing_pane import BriefingPane


class RelatedPane(BriefingPane):
    """Articles this one names as related, links in its text, and articles that are like it."""

    TITLE = "Related"
    NUMBER = "4"
    NOTHING = "No related articles or links."
    USES = ("article", "briefing", "failure", "known", "similar", "versions", "telling")
    HELP = (
        "Other versions of this article, then related ones that it names; the others that tell of "
        "the same story, with the number of new sentences in each, and the figures that differ; "
        "its links, and articles of the library that are like it, with the words they share. "
        "Enter opens an article of the library, at the figure where it is about one; for one that "
        "is not there it offers where to look. A guess says how much of its title agrees."
    )

    _links: tuple[Sequence[Link], Sequence[RelatedLink], Sequence[Link]] = ((), (), ())
    """The article's links, its related titles, and the links that are not about these."""

    def _addressed(self, edition: Edition, briefing: Briefing) -> Sequence[Link]:
        """The links with an address, other than those of related titles."""
        links, titles = edition.article.links, briefing.related
        if links is not self._links[0] or titles is not self._links[1]:
            related = spans_of(titles)
            addressed = links
            if titles or not isinstance(links, Column):
                addressed = [k for k in links if k.url and not related.within(k.span)]
            self._links = (links, titles, addressed)
        return self._links[2]

    def found(self, edition: Edition, briefing: Briefing) -> Sequence[Row]:
        """Related titles, then addresses, then what is computed."""
        rows = version_rows(edition)
        rows += [related_row(edition, related) for related in briefing.related]
        if edition.telling is not None:
            from briefing.ui.widgets.telling_rows import telling_rows

            rows += telling_rows(edition.article, edition.telling)
        parts = [
            Part(rows, None),
            Part(self._addressed(edition, briefing), partial(link_row, edition.article)),
        ]
        named = {resolved.digest for resolved in (edition.known or {}).values()}
        named |= {teller.digest for teller in (edition.telling.others if edition.telling else ())}
        alike = [similar for similar in edition.similar if similar.digest not in named]
        if alike:
            heading = Row("Similar in the library", look="quiet")
            parts.append(Part([heading, *map(similar_row, alike)], None))
        return Rows(parts)


def link_row(article: Article, _: int, link: Link) -> Row:
    """A link in the text."""
    words = squeeze(article.of(link.span))
    return Row(words, value=link, span=link.span, sign="↗", sign_look="quiet", most=2)


def version_rows(edition: Edition) -> list[Row]:
    """The version before this one and the newest, where there are such."""
    digests = [version.digest for version in edition.versions]
    if edition.article.digest not in digests:
        return []
    at = digests.index(edition.article.digest)
    others = [(edition.versions[at - 1], "Earlier version, of")] if at else []
    if at + 1 < len(digests):
        others.append((edition.versions[-1], "Newer version, of"))
    return [
        Row(f"{label} {version.added[:10]}", value=version, sign="±", sign_look="accent")
        for version, label in others
    ]


def related_row(edition: Edition, related: RelatedLink) -> Row:
    """A title the article names, and whether the library has it."""
    title = squeeze(edition.article.of(related.span))
    sign, right = "·", ""
    if edition.known is not None:
        here = edition.known.get(title)
        sign, right = ("○", "wanted") if here is None else ("→", "")
        if here is not None and here.guess:
            sign, right = "≈", f"{int(100 * here.score)} %"
    return Row(
        title,
        value=related,
        span=related.span,
        sign=sign,
        sign_look="accent" if sign in "→≈" else "quiet",
        right=right,
        most=3,
    )


def similar_row(similar: Similar) -> Row:
    """An article of the library, with the words that tie it to this one."""
    title = similar.title or "Without a title"
    text = "  ".join(filter(None, (squeeze(title), ", ".join(similar.ties))))
    marks = ((len(squeeze(title)), len(text), "quiet"),)
    return Row(text, value=similar, marks=marks, sign="~", sign_look="accent", most=3)
