"""An article among those on its event: what is new in it, and what is told differently."""

from __future__ import annotations

from dataclasses import replace

from briefing.library.telling import tellers, telling
from briefing.model.article import Article, Origin
from briefing.reading.structure import structured
from briefing.sources.text import parse

FIRST = """\
Ferry runs aground off Harwick

A ferry ran aground in thick fog off Harwick harbour on Tuesday morning, the coastguard said.

The coastguard said that 14 passengers were injured when the ferry hit the rocks.

The harbour was closed to all other ships until the evening.
"""
SECOND = """\
Passengers hurt as ferry hits rocks

A ferry ran aground in thick fog off Harwick harbour on Tuesday morning.

Police said that 19 passengers were injured when the ferry hit the rocks.

The captain, Mary Bell, told investigators that her radar had failed minutes before.
"""


def article(text: str, source: str) -> Article:
    return replace(structured(parse(text, Origin(f"{source}.txt"))), source=source)


ONE, OTHER = article(FIRST, "The Coast Gazette"), article(SECOND, "Ellery Post")


def test_what_none_of_the_articles_read_says_is_new() -> None:
    found = telling(OTHER, [(ONE, True)])
    assert found.known == 1
    assert [span.of(OTHER.text)[:12] for span in found.new] == ["The captain,"]


def test_nothing_is_new_to_somebody_who_has_read_nothing_of_it() -> None:
    found = telling(OTHER, [(ONE, False)])
    assert (found.known, found.new) == (0, ())


def test_figures_that_differ_are_both_shown_in_their_place() -> None:
    (clash,) = telling(ONE, [(OTHER, False)]).clashes
    assert clash.span.of(ONE.text) == "14"
    assert clash.sentence.of(ONE.text).startswith("The coastguard said that 14")
    assert clash.other.of(OTHER.text) == clash.figure == "19"
    assert clash.context.startswith("Police said that 19")
    assert (clash.digest, clash.source) == (OTHER.digest, "Ellery Post")


def test_an_article_does_not_differ_from_itself() -> None:
    assert not telling(ONE, [(ONE, False)]).clashes


def test_the_others_say_how_much_of_them_is_new() -> None:
    (teller,) = tellers(ONE, [(OTHER, False)])
    assert (teller.source, teller.title, teller.new) == ("Ellery Post", OTHER.title, 1)
    (read,) = tellers(ONE, [(OTHER, True)])
    assert (read.read, read.new) == (True, 0)
