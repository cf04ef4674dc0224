"""Markdown keeps its looks, loses its signs, and harms nobody."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Media, Origin
from briefing.sources import front_matter, markdown
from tests.unit.sources.outline import addresses, assert_whole, looks, outline, read

STORY = """\
---
title: "Bridge stays open: a *vote*"
author: [Jane Porter, 'Tom O''Neil']
date: 2024-05-07T10:00:00Z
source: The Oakham Gazette # weekly
lang: en-GB
tags:
  - harbour
---

# Bridge stays open

The *council* **voted [here](https://news.example/vote)**
on Tuesday\\
at last &mdash; see <https://news.example/a> or https://news.example/b.

> A quote
> of two lines
>
> > and one within

- one
  - two
    more

  three
- [ ] four

7. seven
8. eight

---

| Town   | People |
|--------|-------:|
| Oakham |  **11** |

```py
def f():
    return "*"
```

<div>Raw <i>words</i><script>alert(1)</script></div>

~~Old~~ `code` ![a picture](x.png) <b>bold</b><br>[bad](javascript:alert(1))
"""


def story(text: str) -> list[str]:
    return outline(read(text, "/story.md"))


def test_everything() -> None:
    found = read(STORY, "/story.md")
    assert outline(found) == [
        "title 'Bridge stays open: a *vote*'",
        "heading1 'Bridge stays open'",
        "paragraph 'The council voted here on Tuesday'",
        "paragraph 'at last — see https://news.example/a or https://news.example/b.'",
        "quote1 'A quote of two lines'",
        "quote2 'and one within'",
        "item1 • 'one'",
        "item2 • 'two more'",
        "item1   'three'",
        "item1 • '[ ] four'",
        "item1 7. 'seven'",
        "item1 8. 'eight'",
        "rule ''",
        "table 'Town    People\\nOakham  11'",
        "code 'def f():\\n    return \"*\"'",
        "paragraph 'Raw words'",
        "paragraph 'Old code a picture bold'",
        "paragraph 'bad'",
    ]
    assert found.title == "Bridge stays open: a *vote*"
    assert found.authors == ("Jane Porter", "Tom O'Neil")
    assert found.published == "2024-05-07"
    assert found.source == "The Oakham Gazette"
    assert found.language == "en"
    assert looks(found) == [
        ("emphasis", "council"),
        ("strong", "voted here"),
        ("strong", "Town"),
        ("strong", "People"),
        ("strong", "11"),
        ("emphasis", "words"),
        ("strike", "Old"),
        ("code", "code"),
        ("emphasis", "a picture"),
        ("strong", "bold"),
    ]
    assert addresses(found) == [
        ("here", "https://news.example/vote"),
        ("https://news.example/a", "https://news.example/a"),
        ("https://news.example/b", "https://news.example/b"),
    ]


def test_a_first_heading_is_the_title() -> None:
    assert story("# One\n\nWords.\n\n# Two\n") == [
        "title 'One'",
        "paragraph 'Words.'",
        "heading1 'Two'",
    ]


def test_a_later_heading_is_not() -> None:
    assert story("Words.\n\n# One\n") == ["paragraph 'Words.'", "heading1 'One'"]


def test_a_title_given_twice_stands_once() -> None:
    assert story("---\ntitle: One day\n---\n# One *Day*\n") == ["title 'One Day'"]


@pytest.mark.parametrize(
    ("block", "title"),
    [
        ("title: Plain", "Plain"),
        ('title: "Quoted: \\"so\\""', 'Quoted: "so"'),
        ("title: >\n  folded", ""),
        ("title: &a x", ""),
        ("Title: Capital", "Capital"),
        ("title:", ""),
        ("title", ""),
        ("headline: Other", "Other"),
        ("a: [" * 5000, ""),
    ],
)
def test_front_matter(block: str, title: str) -> None:
    assert front_matter.read(block).title == title


def test_front_matter_that_never_ends_is_text() -> None:
    assert "Body ok" in read("---\ntitle: x\n\n# Body ok\n", "/story.md").text


@pytest.mark.parametrize("depth", [10, 45, 3000])
def test_deep_nesting_loses_nothing(depth: int) -> None:
    assert "bottom" in read("> " * depth + "bottom", "/story.md").text
    assert "bottom" in read("- " * depth + "bottom", "/story.md").text


@pytest.mark.parametrize(
    ("unit", "times"),
    [
        ("[", 100_000),
        ("*a ", 30_000),
        ("<!--", 50_000),
        ("![[]()", 20_000),
        ("a\n", 200_000),
        ("`", 300_000),
    ],
)
def test_nothing_takes_long(unit: str, times: int) -> None:
    began = time.process_time()
    read("Start. " + unit * times, "/story.md")
    assert time.process_time() - began < 20


def test_unfinished_html_is_text() -> None:
    assert story('<div id="foo"\n*hi*\n') == ["paragraph '<div id=\"foo\" *hi*'"]


@given(
    st.text(
        alphabet=st.sampled_from("ab *_`#>-+1.[]()!<>&;|\\\n\t~=:/\u0301\x1b\ud800\"'"),
        max_size=120,
    )
)
def test_every_document_is_whole(text: str) -> None:
    assert_whole(markdown.parse(text, Origin("-", Media.MARKDOWN)))


@given(
    st.lists(st.text(alphabet="abcdef", min_size=1, max_size=8), min_size=1, max_size=30), st.data()
)
def test_no_word_is_lost(words: list[str], data: st.DataObject) -> None:
    signs = st.sampled_from(
        [" ", " *", "* ", " **", "** ", "\n", "\n\n", "\n- ", "\n> ", "\n\n# ", " `", "` "]
    )
    text = "".join(data.draw(signs) + word for word in words)
    found = markdown.parse(text, Origin("-", Media.MARKDOWN))
    assert "".join(re.findall("[a-f]", found.text)) == "".join(words)
