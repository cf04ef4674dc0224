"""Nothing acts on the terminal, whatever gets to a widget."""

from __future__ import annotations

import pytest
from rich.segment import ControlType, Segment
from rich.style import Style
from textual.color import Color
from textual.content import Content
from textual.widgets import Input, Static, TextArea

from briefing.cli.streams import clean
from briefing.sources.sanitise import MARK, harmless
from briefing.ui.defence import Defence, visible
from tests.ui.conftest import Start

BLACK = Color(0, 0, 0)
PAYLOAD = "one\x1b]52;c;QUFB\x07two\x9b31m\u202ethree\ufdd0"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain — text", "plain — text"),
        ("\x1b]52;c;eA\x07", "�]52;c;eA�"),
        ("a\u202eb\u2066c", "a�b�c"),
        ("\x9b31m", "�31m"),
        ("e\u0301 \u200d 北", "e\u0301 \u200d 北"),
        ("[red]", "[red]"),
    ],
)
def test_nothing_that_acts_is_drawn(text: str, expected: str) -> None:
    assert visible(text) == expected


def test_every_line_of_defence_knows_the_same_characters() -> None:
    for code in range(0x110000):
        character = chr(code)
        if harmless(character) in ("", MARK) and character not in f"{MARK}\xad\u200b\ufeff":
            if 0x2060 <= code <= 0x2064:  # shows nothing, does nothing
                continue
            assert visible(character) == clean(character) == MARK, hex(code)


def test_a_line_keeps_its_columns() -> None:
    (segment,) = Defence().apply([Segment("a\x1bb\nc\ufdd0d")], BLACK)
    assert segment.text == "abc\ufffdd"


def test_control_segments_and_links_do_not_pass() -> None:
    linked = Style(bold=True, link="http://a.example/\x1b]52;c;QUFB\x07")
    segments = [Segment("words", linked), Segment("\x1b[2J", None, [(ControlType.CLEAR,)])]
    (segment,) = Defence().apply(segments, BLACK)
    assert segment.text == "words"
    assert segment.style is not None
    assert segment.style.link is None
    assert segment.style.bold


def test_a_clean_line_is_not_made_anew() -> None:
    segments = [Segment("北京 — déjà vu \u200d", Style(bold=True))]
    assert Defence().apply(segments, BLACK) is segments


async def test_widgets_that_are_not_our_own(start: Start) -> None:
    async with start() as pilot:
        app = pilot.app
        await app.screen.mount(
            Static(Content(PAYLOAD)), Input(PAYLOAD), TextArea(PAYLOAD, soft_wrap=False)
        )
        app.notify(PAYLOAD, title=PAYLOAD, markup=False)
        app.screen.query_one(Input).tooltip = Content(PAYLOAD)
        await pilot.pause()
        drawn = "".join(
            segment.text for line in app.screen._compositor.render_strips() for segment in line
        )
        assert "three" in drawn
        assert visible(drawn) == drawn
