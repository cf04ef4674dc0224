"""Lines no rule knows, told by their wording, and how the weights for it are learned."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from briefing.model.article import Origin
from briefing.reading.furniture import furniture, names_somebody, told_by_rules
from briefing.reading.line_features import features, tokens
from briefing.reading.line_kinds import KINDS, Learned
from briefing.reading.structure import structured
from briefing.sources.text import parse
from briefing.training import furniture as training

ROWS = [
    ("byline", "{} Health Reporter"),
    ("credit", "{} for Getty"),
    ("body", "{} left the big hall."),
]
NAMES = ["Jane Doe", "John Roe", "Mei Lin", "Josh Bell", "Hanne Vik"]


def lines() -> list[training.Line]:
    return [training.Line(row.format(name), kind) for kind, row in ROWS for name in NAMES]


def test_names_posts_and_days_are_kinds_of_words() -> None:
    one = features("Jane Doe Health Reporter", {"health"})
    assert one == features("Peter Nwosu Health Editor", {"health"})
    assert {"^ X X", "health <post> $", "/X X <post>", "length 3", "capitals 4"} <= one
    day = features("Tue 3 May 2022 at 10:30", {"at"})
    assert {"<day> <n> <month>", "<year> at <clock>"} <= day


def test_tokens_keep_addresses_and_hyphens_whole() -> None:
    assert tokens("See https://a.example/b — O’Brien-Lee.") == [
        "See", "https://a.example/b", "—", "O’Brien-Lee", ".",
    ]  # fmt: skip


def test_the_same_lines_teach_the_same_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "PENALTY", 0.01)  # so few lines weigh little
    learned = training.fitted(lines())
    assert learned == training.fitted(lines())
    assert learned.kind("Ana Ruiz Health Reporter") == "byline"
    assert learned.kind("Ana Ruiz for Getty") == "credit"
    assert learned.kind("Ana Ruiz left the big hall.") == "body"
    assert training.judged(lines(), learned) == (1.0, 1.0)


def test_a_line_that_shows_nothing_known_is_the_story_s() -> None:
    assert Learned(frozenset(), [3.0] + [0.0] * (len(KINDS) - 1), {}).kind("Ten men") == "body"


def test_wording_is_asked_where_no_rule_knows() -> None:
    line = "Hanne Vik · ABC News"
    assert told_by_rules(line) is None
    told = furniture(line)
    assert told is not None
    assert (told.kind.value, told.why) == ("byline", "is worded like such lines")


def test_a_label_of_a_link_outweighs_an_invitation() -> None:
    line = "Read our guide below: The long bridge"
    told = furniture(line)
    assert told is not None
    assert told.kind.value == "related"


def test_the_table_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = tmp_path / "lines.tsv"
    table.write_text("".join(f"{line.kind}\t{line.text}\n" for line in lines()), "utf-8")
    more = [{"line": "OSLO (AP) — A man ran.", "kind": "dateline"}]
    pages = [{"lines": ["How it began", "It rained."], "headings": [0]}]
    for name, records in (
        ("furniture1", more),
        ("sections", pages),
        ("titles_library", [{"title": "Ferry sinks off Bergen"}]),
        ("summary_cnndm", [{"text": "It rained. The ferry sank. Two men swam."}]),
    ):
        rows = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / f"{name}.jsonl").write_text(rows, "utf-8")
    monkeypatch.setattr(training, "WEIGHTS", tmp_path)
    monkeypatch.setattr(training, "ROUNDS", 20)
    monkeypatch.setattr(sys, "argv", ["furniture", str(table), str(tmp_path)])
    training.main()
    written = json.loads((tmp_path / "furniture.json").read_text("utf-8"))
    assert list(written) == ["origin", "words", "bias", "weights"]
    assert all(len(row) == len(KINDS) for row in written["weights"].values())
    assert written["words"].split() == sorted(written["words"].split())


def test_wording_alone_names_no_author() -> None:
    text = "Plans for the bridge\n\nDear Nina ,\n\nThe bridge will be shut for a week from Monday."
    assert structured(parse(text, Origin("-"))).authors == ()
    assert names_somebody("By Jane Doe")
    assert names_somebody("Philip Aldersey Economics Editor")
