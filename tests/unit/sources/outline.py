"""An article as short lines, so that a test can say at a glance what it expects."""

from __future__ import annotations

from briefing.model.article import Article, Media, Origin
from briefing.sources import RawSource, article
from briefing.sources.sanitise import sanitise


def read(data: bytes | str, name: str = "/story.txt", media: Media | None = None) -> Article:
    """Reads a document, checks what holds for every article, and gives it."""
    raw = data.encode() if isinstance(data, str) else data
    found = article(RawSource(raw, name, media))
    assert_whole(found)
    return found


def outline(found: Article) -> list[str]:
    """A line for each block: its kind, level and marker, and its words."""
    return [
        " ".join(
            filter(
                None,
                (
                    block.kind.value + (str(block.level) if block.level else ""),
                    block.marker,
                    repr(block.span.of(found.text)),
                ),
            )
        )
        for block in found.blocks
    ]


def looks(found: Article) -> list[tuple[str, str]]:
    """The styled words and how they look, in text order."""
    return [(style.kind.value, style.span.of(found.text)) for style in found.styles]


def addresses(found: Article) -> list[tuple[str, str]]:
    """The linked words and where they lead."""
    return [(link.span.of(found.text), link.url) for link in found.links]


def assert_whole(found: Article) -> None:
    """What holds for every article, whatever it was read from."""
    text = found.text
    assert sanitise(text) == text
    end = 0
    for block in found.blocks:
        assert block.span.start >= end
        assert not text[end : block.span.start].strip()
        end = block.span.end
    assert end <= len(text)
    assert not text[end:].strip()
    for span in (*(style.span for style in found.styles), *(link.span for link in found.links)):
        assert 0 <= span.start < span.end <= len(text)
    if found.title_span:
        assert found.title_span.of(text) == found.title
    assert isinstance(found.origin, Origin)
