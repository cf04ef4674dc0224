"""The whole way, with the model that is shipped, on articles written for this."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from briefing.model.annotations import Entity, EntityKind
from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.model.errors import SettingsError
from briefing.reading.engine_name import engine_name
from briefing.reading.entities import entities, entities_in
from briefing.reading.entities.engines import engine
from briefing.reading.entities.model import Model, load

BANKS = """\
Lender Moves Its Headquarters To Lisbon
LONDON (Reuters) - HSBC said on Tuesday that its chairman, Mark Tucker, would move to Lisbon.
Mr Tucker, a former footballer, told the Financial Times that Portugal was “home”.
“We welcome HSBC,” said Portuguese President Marcelo Rebelo de Sousa. Tucker thanked him.
Shares of rivals such as Barclays, Lloyds and Santander fell in London and New York.
Related articles: Protesters March Through Berlin
By Maria Verdant
Source: Business Insider"""

KINDS = [
    BlockKind.TITLE,
    *[BlockKind.PARAGRAPH] * 4,
    BlockKind.RELATED,
    BlockKind.BYLINE,
    BlockKind.SOURCE,
]


@cache
def article() -> Article:
    blocks, start = [], 0
    for line, kind in zip(BANKS.split("\n"), KINDS, strict=True):
        blocks.append(Block(Span(start, start + len(line)), kind))
        start += len(line) + 1
    dateline = Span(BANKS.index("LONDON"), BANKS.index(" - HSBC"))
    return Article(
        BANKS,
        tuple(blocks),
        Origin("-"),
        "d",
        source="Business Insider",
        authors=("Maria Verdant",),
        dateline=dateline,
    )


@cache
def found() -> dict[str, Entity]:
    return {one.name.of(BANKS): one for one in entities(article())}


@pytest.mark.parametrize(
    ("name", "kind", "count"),
    [
        ("HSBC", EntityKind.ORGANISATION, 2),
        ("Mark Tucker", EntityKind.PERSON, 3),
        ("Marcelo Rebelo de Sousa", EntityKind.PERSON, 1),
        ("Lisbon", EntityKind.PLACE, 2),
        ("Portugal", EntityKind.PLACE, 1),
        ("Portuguese", EntityKind.GROUP, 1),
        ("Financial Times", EntityKind.ORGANISATION, 1),
        ("Barclays", EntityKind.ORGANISATION, 1),
        ("Business Insider", EntityKind.ORGANISATION, 1),
        ("Maria Verdant", EntityKind.PERSON, 1),
    ],
)
def test_what_is_named(name: str, kind: EntityKind, count: int) -> None:
    assert found()[name].kind is kind
    assert len(found()[name].mentions) == count


def test_roles_reasons_and_order() -> None:
    tucker = found()["Mark Tucker"]
    assert tucker.role
    assert tucker.role.of(BANKS) in {"chairman", "former footballer"}
    assert tucker.why == ("named 3 times", "in the lead", "merged: Mark Tucker, Tucker")
    order = list(found())
    assert order.index("HSBC") < order.index("Barclays") < order.index("Business Insider")
    assert found()["Berlin"].salience == 0


def test_mentions_are_spans_without_overlaps_and_hold_the_name() -> None:
    every = sorted(span for one in found().values() for span in one.mentions)
    assert all(a.end <= b.start for a, b in pairwise(every))
    assert all(one.name in one.mentions for one in found().values())
    assert all(list(one.mentions) == sorted(one.mentions) for one in found().values())


def test_the_same_text_gives_the_same_entities() -> None:
    assert entities(article()) == entities(article())


def test_the_rules_stand_in() -> None:
    names = {one.name.of(BANKS) for one in entities(article(), "rules")}
    assert {"HSBC", "Portugal", "Business Insider"} <= names


@given(st.text(max_size=200))
@settings(max_examples=30, deadline=None)
def test_any_text_is_read(text: str) -> None:
    for one in entities_in(text):
        assert one.name.of(text).strip()


def test_code_is_not_read() -> None:
    text = "Angela Merkel met Emmanuel Macron in Berlin."
    block = Block(Span(0, len(text)), BlockKind.CODE)
    assert entities(Article(text, (block,), Origin("-"), "")) == ()


def test_no_name_reaches_over_a_block() -> None:
    text = "He works for the United Nations\nSecurity Council members met in Geneva"
    for one in entities_in(text):
        assert "\n" not in one.name.of(text)


def test_very_long_texts_are_read_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.reading.entities.model.READ", 60)
    text = "\n".join(["Angela Merkel met Emmanuel Macron in Berlin."] * 30)
    merkel = next(one for one in entities_in(text) if one.name.of(text) == "Angela Merkel")
    assert len(merkel.mentions) == 30


def test_a_long_line_without_a_sentence_is_read() -> None:
    text = "and then Angela Merkel met Emmanuel Macron in Berlin " * 60
    names = {one.name.of(text): len(one.mentions) for one in entities_in(text)}
    assert names["Angela Merkel"] == 60


def test_engines_by_name() -> None:
    assert engine().name == engine_name("") == engine_name("model") == load().name
    assert engine("rules").name == engine_name("rules") != engine_name()
    with pytest.raises(SettingsError, match="Choose one of"):
        engine("oracle")


def test_spacy_is_asked_for_or_left_alone() -> None:
    with pytest.raises(SettingsError, match="Install spaCy"):
        engine("spacy")


class Pipeline:
    """Stands in for a pipeline of spaCy: every capitalised word is an entity of one label."""

    def __init__(self, label: str) -> None:
        self.label = label

    def __call__(self, text: str) -> SimpleNamespace:
        found = [match.span() for match in re.finditer(r"[A-Z]\w+", text)]
        return SimpleNamespace(
            ents=[SimpleNamespace(start_char=a, end_char=b, label_=self.label) for a, b in found]
        )


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Makes it seem that spaCy is installed, with a pipeline that knows one label."""

    def forget() -> None:
        engine.cache_clear()
        engine_name.cache_clear()

    def installed(label: str) -> None:
        spacy = SimpleNamespace(load=lambda name, disable: Pipeline(label))
        monkeypatch.setattr("briefing.reading.engine_name.find_spec", lambda name: True)
        monkeypatch.setattr("importlib.metadata.version", lambda name: "3.7")
        monkeypatch.setattr("briefing.reading.entities.engines.import_module", lambda name: spacy)
        forget()

    yield installed
    forget()


@pytest.mark.parametrize(
    ("label", "kind"),
    [("PERSON", EntityKind.PERSON), ("GPE", EntityKind.PLACE), ("NORP", EntityKind.GROUP)],
)
def test_spacy_finds_the_names_where_it_is_installed(
    install: Callable[[str], None], label: str, kind: EntityKind
) -> None:
    install(label)
    (found,) = entities_in("yesterday\nwe saw Oakham there", "spacy")
    assert (found.kind, found.mentions) == (kind, (Span(17, 23),))
    assert engine("spacy").name == "spacy-3.7-en_core_web_trf-3.7"


def test_an_unknown_label_of_spacy_is_no_name(install: Callable[[str], None]) -> None:
    install("CARDINAL")
    assert entities_in("we saw Oakham there", "spacy") == ()


def test_importing_costs_nothing_heavy() -> None:
    code = (
        "import sys, briefing.reading.entities as e; "
        "sys.exit(any(m in sys.modules for m in ('numpy', 'onnxruntime', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_says_the_same_again_and_again_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    runs: list[bytes] = []
    run = Model._run

    def counted(model: Model, given: NDArray[np.int64]) -> NDArray[np.float32]:
        runs.append(given.tobytes())
        return run(model, given)

    monkeypatch.setattr(Model, "_run", counted)
    line = "Ann Lee went to Oakham."
    (ann, oakham) = entities_in("\n".join([line] * 500), "model")
    assert len(ann.mentions) == len(oakham.mentions) == 500
    assert len(runs) == len(set(runs)) < 5
