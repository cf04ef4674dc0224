from __future__ import annotations

import pytest

from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.reading.entities.aliases import clusters
from briefing.reading.entities.salience import Layout, Salience
from tests.unit.reading.entities.helpers import mentions

KINDS = {
    "T": BlockKind.TITLE,
    "P": BlockKind.PARAGRAPH,
    "R": BlockKind.RELATED,
    "S": BlockKind.SOURCE,
}


def weighed(*lines: str) -> dict[str, Salience]:
    text, given = mentions("\n".join(line[2:] for line in lines))
    blocks, start = [], 0
    for kind, line in zip((line[0] for line in lines), text.split("\n"), strict=True):
        blocks.append(Block(Span(start, start + len(line)), KINDS[kind]))
        start += len(line) + 1
    article = Article(text, tuple(blocks), Origin("-"), "")
    layout = Layout(article)
    return {one.mentions[0].of(text): layout.weigh(one) for one in clusters(text, given)}


def test_more_earlier_and_higher_up_weigh_more() -> None:
    found = weighed(
        "T {LOC Oakham} votes",
        "P {PER Ann Lee} won in {LOC Oakham}.",
        "P {ORG Acme} and {PER Bo Ek} and {ORG Acme} and {ORG Veltro}.",
    )
    order = sorted(found, key=lambda name: -found[name].score)
    assert order == ["Oakham", "Ann Lee", "Acme", "Bo Ek", "Veltro"]
    assert found["Oakham"].why == ("named 2 times", "in the title", "in the lead")
    assert found["Bo Ek"].why == ("named once",)


def test_what_stands_beside_the_story_does_not_weigh() -> None:
    found = weighed(
        "T The vote",
        "P {PER Ann Lee} won.",
        "R Related: {LOC Oakham} and {LOC Oakham} and {PER Ann Lee}",
        "S Source: {ORG Oakham Insider}",
    )
    assert found["Oakham"].score == found["Oakham Insider"].score == 0
    assert found["Ann Lee"].why == ("named once", "in the lead")


def test_weak_kinds_weigh_less() -> None:
    found = weighed("T Now", "P Some.", "P {MISC Veltro 5} and {PER Ann Lee}.")
    assert 0 < found["Veltro 5"].score < found["Ann Lee"].score


def test_a_mention_is_not_looked_for_in_every_line_beside_the_story(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked: list[int] = []
    within = Span.__contains__

    def counted(span: Span, offset: int) -> bool:
        looked.append(offset)
        return within(span, offset)

    monkeypatch.setattr(Span, "__contains__", counted)
    found = weighed("T Now", *["P {PER Ann Lee} won.", "R Related: Some"] * 200)
    assert found["Ann Lee"].why == ("named 200 times", "in the lead")
    assert len(looked) < 1000
