"""The words of a Markdown paragraph: inline tokens to runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.model.article import StyleKind
from briefing.sources.html_blocks import STYLES
from briefing.sources.html_scan import tokens
from briefing.sources.runs import BREAK, Run
from briefing.sources.text import links

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKUP = {
    "strong": StyleKind.STRONG,
    "em": StyleKind.EMPHASIS,
    "s": StyleKind.STRIKE,
}


def runs_of(children: Sequence[Token]) -> Iterator[Run]:
    """The runs of one inline token's children."""
    return _Words().read(children)


class _Words:
    """The looks and the link that hold at one place."""

    def __init__(self) -> None:
        self._looks: Counter[StyleKind] = Counter()
        self._urls: list[str] = []

    def read(self, children: Sequence[Token]) -> Iterator[Run]:
        """The runs of some tokens, in order."""
        for token in children:
            match token.type:
                case "text" | "text_special":
                    yield from _linked(self._run(token.content))
                case "softbreak":
                    yield self._run(" ")
                case "hardbreak":
                    yield BREAK
                case "code_inline":
                    yield self._run(token.content, StyleKind.CODE)
                case "image":
                    self._looks[StyleKind.EMPHASIS] += 1
                    yield from self.read(token.children or ())
                    self._looks[StyleKind.EMPHASIS] -= 1
                case "link_open":
                    self._urls.append(str(token.attrGet("href") or ""))
                case "link_close":
                    self._urls.pop()
                case "html_inline":
                    yield from self._html(token.content)
                case _:
                    self._turn(_MARKUP.get(token.tag), token.nesting)

    def _run(self, text: str, *more: StyleKind) -> Run:
        looks = frozenset((*+self._looks, *more))
        return Run(text, looks, self._urls[-1] if self._urls else "")

    def _turn(self, look: StyleKind | None, step: int) -> None:
        """Begins or ends a look."""
        if look and self._looks[look] + step >= 0:
            self._looks[look] += step

    def _html(self, content: str) -> Iterator[Run]:
        """What an HTML tag within the words means; unknown ones go, their words stay."""
        for token in tokens(content):
            if token.opens == "br":
                yield BREAK
            elif token.text and not token.opens:
                yield self._run(token.text)
            else:
                self._turn(STYLES.get(token.opens or token.closes), 1 if token.opens else -1)


def _linked(run: Run) -> Iterator[Run]:
    """A run, with the bare addresses in it as links."""
    at = 0
    for link in () if run.url else links(run.text):
        yield run._replace(text=run.text[at : link.span.start])
        yield run._replace(text=link.span.of(run.text), url=link.url)
        at = link.span.end
    yield run._replace(text=run.text[at:])
