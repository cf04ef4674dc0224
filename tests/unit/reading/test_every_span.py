"""Whatever is read: every finding is a place in the text, and nothing is found by chance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.article import Article, Media, Span
from briefing.reading.brief import brief, brief_lines
from briefing.reading.structure import structured
from briefing.sources import RawSource
from briefing.sources import article as parsed

PIECES = st.sampled_from(
    [
        "The port of Ellery reopened on Tuesday, July 12, after nine days.",
        "“We lost $4.2 million,” said Ines Okafor, the harbour master.",
        "What the storm did",
        "Related articles: Storm closes Port Ellery | Ferry route gained",
        "Source: The Coast Gazette",
        "By Mara Lindqvist",
        "LONDON (Reuters) - Shares fell 3.5 percent in 2020, 1,200 people were told.",
        "# A heading *with* [a link](https://example.org)",
        "- an item, 18 percent of it",
        '> quoted, he said. "Not so," she said.',
        "Photograph: A. Name/Getty Images",
        "北京市政府说 300 人。 e\u0301 \u200d ﬁ",
        "\x1b]52;c;eA\x07 [red]not[/] \u202e",
    ]
)
TEXTS = st.lists(st.one_of(PIECES, st.text(max_size=80)), max_size=12).map("\n\n".join)


def spans(value: object) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans(getattr(value, field.name))


def read(text: str, media: Media) -> Article:
    return structured(parsed(RawSource(text.encode("utf-8", "replace"), "story", media)))


@settings(max_examples=120)
@given(TEXTS, st.sampled_from([Media.TEXT, Media.MARKDOWN]))
def test_every_span_lies_in_the_text(text: str, media: Media) -> None:
    try:
        article = read(f"An opening line.\n\n{text}", media)
    except Exception as error:
        assert type(error).__name__ == "UnreadableError"  # noqa: PT017 - random bytes may be no text
        return
    briefing = brief(article, "rules")
    found = [*spans(article), *spans(briefing), *spans(brief_lines(article, briefing))]
    assert found
    assert all(0 <= span.start <= span.end <= len(article.text) for span in found)
    blocks = [block.span for block in article.blocks]
    assert blocks == sorted(blocks)
    here = 0
    for block in blocks:
        assert not article.text[here : block.start].strip()
        here = block.end
    assert not article.text[here:].strip()
    assert brief(read(f"An opening line.\n\n{text}", media), "rules") == briefing
