"""Drawing an article's lines: text and spans in, styled strips out."""

from __future__ import annotations

from collections.abc import Mapping

from rich.segment import Segment
from textual.strip import Strip

from briefing.model.article import FURNITURE, Article, BlockKind
from briefing.model.columns import spans_of
from briefing.ui.defence import visible
from briefing.ui.marking import Layer, runs
from briefing.ui.page import Line
from briefing.ui.palette import Palette
from briefing.ui.wrap import width_of

LAYERS = (
    "style",
    "entity",
    "link",
    "fact",
    "mark",
    "chosen",
    "hit",
    "current",
    "flash",
    "select",
    "word",
)
"""The layers of highlights, the topmost last."""

OWN = ("style", "link")
"""Those that come with the article."""

GUTTER = 3
"""Columns left of the text for small signs."""

BLOCK_LOOKS: dict[BlockKind, tuple[str, ...]] = {
    BlockKind.TITLE: ("title",),
    BlockKind.HEADING: ("heading",),
    BlockKind.QUOTE: ("quote",),
    BlockKind.CODE: ("code",),
    **dict.fromkeys(FURNITURE, ("quiet",)),
}


def _merged(segments: list[Segment]) -> list[Segment]:
    """Segments with neighbours of one look put together: less to cut, to write and to send."""
    merged: list[Segment] = []
    for segment in segments:
        if merged and merged[-1].style is segment.style:
            merged[-1] = Segment(merged[-1].text + segment.text, segment.style)
        elif segment.text:
            merged.append(segment)
    return merged


RULE = "·  ·  ·"
"""What a thematic break is drawn as."""


class Painter:
    """Draws lines of one article.

    Args:
        article: the article.
        palette: the looks of meanings.
    """

    def __init__(self, article: Article, palette: Palette) -> None:
        self.article = article
        self.palette = palette
        self.layers: dict[str, Layer] = {name: Layer() for name in LAYERS}
        self.letters: Mapping[int, str] = {}
        """Letters to lay over targets, by the offset they begin at."""
        styles = article.styles
        self.layers["style"] = Layer.over(spans_of(styles), lambda at: styles[at].kind.value)
        self.layers["link"] = Layer.over(spans_of(article.links), lambda _: "link")

    @property
    def laid_over(self) -> bool:
        """Whether anything is laid over the looks that the article itself gives its words."""
        layers = (layer for name, layer in self.layers.items() if name not in OWN)
        return bool(self.letters) or any(layer.starts for layer in layers)

    def line(
        self, line: Line | None, sign: tuple[str, str], left: int, width: int
    ) -> list[Segment]:
        """One line of the page, as wide as asked for.

        Args:
            line: what to draw; ``None`` for a row below the page.
            sign: at most two columns for the gutter, and their look.
            left: columns left free before the gutter.
            width: columns of the whole line.
        """
        style = self.palette.style
        base = style()
        segments = [Segment(" " * left, base)]
        text, look = sign
        segments.append(Segment(text.ljust(GUTTER), style(look) if text else base))
        used = left + GUTTER
        if line is not None and not line.blank:
            segments.append(Segment(" " * line.indent, base))
            block = self.article.blocks[line.block]
            if line.first and block.kind is BlockKind.ITEM and block.marker:
                marker = visible(block.marker)[: line.indent].rjust(line.indent - 1)
                segments[-1] = Segment(f"{marker} "[: line.indent], style("quiet"))
            if block.kind is BlockKind.RULE:
                segments.append(Segment(RULE, style("quiet")))
                used += len(RULE)
            used += line.indent
            for start, end, looks in runs(
                line.start,
                line.end,
                [layer for name in LAYERS if (layer := self.layers[name]).starts],
                BLOCK_LOOKS.get(block.kind, ()),
            ):
                words = visible(self.article.cut(start, end)).replace("\n", " ")
                segments.append(Segment(words, style(*looks)))
                used += width_of(words)
            if self.letters:
                segments = self._lettered(line, segments)
        if used < width:
            segments.append(Segment(" " * (width - used), base))
        segments = _merged(segments)
        return segments if used <= width else list(Strip(segments, used).crop(0, width))

    def _lettered(self, line: Line, segments: list[Segment]) -> list[Segment]:
        """The segments with jump letters laid over the targets that begin in this line."""
        head, words = segments[:3], segments[3:]
        offset = line.start
        drawn: list[Segment] = []
        look = self.palette.style("letter")
        letters = ""
        for segment in words:
            for character in segment.text:
                letters = self.letters.get(offset, letters)
                if letters and width_of(character) == 1:
                    drawn.append(Segment(letters[0], look))
                    letters = letters[1:]
                else:
                    drawn.append(Segment(character, segment.style))
                offset += 1
        return head + drawn
