from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefing.notes.quoting import commented, escaped, quoted, uncommented, unescaped, unquoted

signs = st.text(
    st.sampled_from("ab1 .)#>-+*_`~=|:<>&;[]()!\\^$%\t/\"'")
    | st.characters(exclude_categories=("Cs", "Cc")),
    max_size=60,
)
lines = st.lists(signs, max_size=6).map("\n".join)


@pytest.mark.parametrize(
    ("plain", "marked"),
    [
        ("The move wiped out $1.1 trillion.", "The move wiped out $1.1 trillion."),
        ("# 10 Downing Street", r"\# 10 Downing Street"),
        ("#MeToo", "#MeToo"),
        ("- or so", r"\- or so"),
        ("-5 degrees", "-5 degrees"),
        ("2023. A year", r"2023\. A year"),
        ("> he said", r"\> he said"),
        ("---", r"\---"),
        ("a * b_c _d_", r"a \* b_c \_d\_"),
        ("AT&T &amp; <b>", r"AT&T \&amp; \<b>"),
        ("a < b", "a < b"),
        ("[Reuters] The port", "[Reuters] The port"),
        ("see [this](that)", r"see \[this](that)"),
        (r"C:\temp \* x" + "\\", r"C:\temp \\\* x" + "\\\\"),
        ("    indented", "&#32;   indented"),
        ("^b-12345678", r"\^b-12345678"),
    ],
)
def test_only_what_markdown_would_take_for_markup_is_escaped(plain: str, marked: str) -> None:
    assert escaped(plain) == marked
    assert unescaped(marked) == plain


def test_a_reference_that_is_none_stays() -> None:
    assert unescaped("&notanything; &amp; &#65; &lt;") == "&notanything; & A <"


@given(lines)
def test_a_quote_comes_back_exactly(text: str) -> None:
    assert unquoted(quoted(text)) == text


@given(lines)
def test_a_comment_comes_back_exactly(text: str) -> None:
    assert uncommented(commented(text)) == text.strip()


@given(signs)
def test_a_quoted_line_reads_as_itself_in_commonmark(text: str) -> None:
    # Line by line: what spaces do at a line's ends is Markdown's own business.
    text = " ".join(text.split())
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = [
        token
        for token in html.parse("\n".join(quoted(text)))
        if token.type not in ("blockquote_open", "blockquote_close")
    ]
    if not text:
        return
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert all(child.type in ("text", "text_special") for child in tokens[1].children or [])
    assert "".join(child.content for child in tokens[1].children or []) == text
