from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import pytest

from briefing.reading.summary_features import REASONS
from briefing.training import frequencies, summary
from tests.unit.reading.stories import BANK, FERRY


def records() -> list[dict[str, object]]:
    return [
        {
            "title": "Ferry runs aground off Harwick, injuring 14",
            "text": FERRY,
            "budget": 3,
            "refs": ["At least 14 people were injured when a ferry ran aground off Harwick."],
        },
        {
            "title": "Meridian Bank to cut 3,000 jobs as profit falls",
            "text": BANK,
            "budget": 2,
            "refs": ["Meridian Bank will cut 3,000 jobs.", "Unions said they would fight."],
        },
    ]


def test_agreement_counts_words_and_pairs() -> None:
    assert summary.agreement(["a", "b"], ["a", "b"]) == (1.0, 1.0)
    assert summary.agreement(["b", "a"], ["a", "b"]) == (1.0, 0.0)
    assert summary.agreement(["a"], ["b"]) == (0.0, 0.0)


def test_greedy_takes_what_agrees_and_stops_when_nothing_more_does() -> None:
    sentences = [["the", "fog"], ["a", "ferry", "sank"], ["two", "died"], ["lunch"]]
    assert summary.greedy(sentences, [["a", "ferry", "sank", "two", "died"]], 3) == [1, 2]


def test_the_same_articles_give_the_same_weights() -> None:
    examples = [summary.example(record) for record in records()]
    assert not examples[0].wanted[-1]
    assert examples[0].wanted[0]
    weights = summary.learned(examples, 0.01)
    assert weights.shape == (len(REASONS),)
    assert (weights == summary.learned(examples, 0.01)).all()
    taken = summary.held_out(examples, 0.01, folds=2, seed=1)
    assert [len(each) for each in taken] == [3, 2]
    assert all(0 <= value <= 1 for value in summary.judged(examples, taken))


def test_the_table_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles, table = tmp_path / "articles.jsonl", tmp_path / "table.json"
    articles.write_text("".join(json.dumps(each) + "\n" for each in records()), "utf-8")
    command = ["summary", str(articles), "--out", str(table), "--folds", "2", "--origin", "Ours."]
    monkeypatch.setattr(sys, "argv", command)
    summary.main()
    written = json.loads(table.read_text("utf-8"))
    assert list(written["weights"]) == list(REASONS)
    assert written["origin"].startswith("Ours. words ")


def test_terms_are_counted_once_an_article(tmp_path: Path) -> None:
    long = "the ferry sank and the ferry was raised " * 12
    lines = tmp_path / "a.jsonl"
    lines.write_text(json.dumps({"text": long}) + "\n" + json.dumps({"text": "short"}), "utf-8")
    columns = tmp_path / "b.conll"
    rows = "".join(f"{word}\tO\tS\n" for word in long.split())
    columns.write_text(f"-DOCSTART- 0\n\n{rows}\n-DOCSTART- 1\n\nferry\tO\tS\n", "utf-8")
    assert frequencies.counted([lines, columns]) == (2, Counter(ferry=2, sank=2, rais=2))


def test_rare_terms_and_figures_are_left_out() -> None:
    table = frequencies.packed(9, Counter({"ferry": 5, "fog": 5, "sank": 2, "2016": 7}), 3, "Ours.")
    assert table == {"origin": "Ours.", "articles": 9, "terms": {"5": "ferry fog"}}
