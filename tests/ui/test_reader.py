"""Keys pressed and state seen, on a sample article."""

from __future__ import annotations

import re

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from briefing.model.article import Span
from briefing.ui.app import BriefingApp
from briefing.ui.screens.panel import Panel
from briefing.ui.screens.reader import ReaderScreen
from tests.ui.conftest import MEDIUM, NARROW, Start, until


def reader(pilot: Pilot[int]) -> ReaderScreen:
    app = pilot.app
    assert isinstance(app, BriefingApp)
    return app.reader


def here(pilot: Pilot[int]) -> str:
    """The words from the place on."""
    screen = reader(pilot)
    return screen.article.text[screen.view.view.place :][:40]


def said(pilot: Pilot[int]) -> str:
    return reader(pilot).bottom_line.message


async def press(pilot: Pilot[int], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press_open(pilot: Pilot[int], *keys: str) -> None:
    """Press keys that open something which waits for more keys."""
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def test_the_article_is_there_with_its_briefing(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        assert screen.edition is not None
        assert screen.edition.briefing is not None
        assert screen.focused is screen.view
        assert [row.text.strip() for row in screen.panes["outline"].rows] == [
            "Harbour reopens after storm",
            "What the storm did",
            "What comes next",
        ]
        names = [row.text for row in screen.panes["entities"].rows]
        assert "Ines Okafor" in names
        facts = " ".join(row.text for row in screen.panes["facts"].rows)
        assert "$4.2 million" in facts
        assert screen.top_line.source == "The Coast Gazette"


async def test_sections_are_walked_both_ways(start: Start) -> None:
    async with start() as pilot:
        assert reader(pilot).top_line.section == ""  # the title stands above already
        await press(pilot, "]", "]")
        assert here(pilot).startswith("What comes next")
        assert reader(pilot).top_line.section == "What comes next"
        await press(pilot, "[")
        assert here(pilot).startswith("What the storm did")


async def test_facts_are_walked_in_the_order_of_the_text(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        places = []
        for _ in range(4):
            await press(pilot, ")")
            places.append(screen.view.view.place)
        assert places == sorted(places)
        assert len(set(places)) == 4
        await press(pilot, "(")
        assert screen.view.view.place == places[2]
        assert re.fullmatch(r"Fact \d of \d+", said(pilot))


async def test_mentions_of_the_chosen_entity_are_walked(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        okafor = next(r for r in screen.panes["entities"].rows if r.text == "Ines Okafor")
        screen.panes["entities"].point(okafor.value)
        await press(pilot, "2", "enter")
        assert here(pilot).startswith("Ines Okafor")
        assert screen.edition is not None
        assert screen.edition.chosen == okafor.value
        assert screen.focused is screen.view
        await press(pilot, "}")
        assert here(pilot).startswith("Okafor said")
        await press(pilot, "{")
        assert here(pilot).startswith("Ines Okafor")


async def test_a_summary_line_leads_to_its_sentence_and_back(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        before = screen.here
        await press(pilot, "3", "j", "enter")
        row = screen.panes["summary"].current
        assert row is not None
        assert row.span is not None
        assert screen.view.view.place == row.span.start
        assert screen.focused is screen.view
        await press(pilot, "backspace")
        assert screen.here == before
        await press(pilot, "alt+right")
        assert screen.view.view.place == row.span.start


async def test_three_twice_leads_to_the_facts(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "3")
        assert screen.pane is screen.panes["summary"]
        await press(pilot, "3")
        assert screen.pane is screen.panes["facts"]
        await press(pilot, "0")
        assert screen.pane is None


async def test_tab_goes_round(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        seen = []
        for _ in range(7):
            await press(pilot, "tab")
            seen.append(screen.focused.id if screen.focused else "")
        assert seen == ["summary", "facts", "related", "notes", "outline", "entities", "article"]


async def test_a_related_article_of_the_library_opens_and_backspace_returns(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        for _ in range(3):
            await press(pilot, "j")
        before = screen.here
        await press(pilot, "4", "enter")
        assert screen.article.title == "Storm closes Port Ellery"
        await press(pilot, "backspace")
        assert screen.article.title == "Harbour reopens after storm"
        assert screen.here == before


async def test_a_related_article_that_is_not_there_is_wanted(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        row = next(r for r in screen.panes["related"].rows if "Brandholm" in r.text)
        assert row.right == "wanted"
        screen.panes["related"].point(row.value)
        await press_open(pilot, "4", "enter")
        await pilot.pause(0.2)
        assert type(pilot.app.screen).__name__ == "Panel"
        await press(pilot, "escape")
        assert screen.desk.wanted() == ("Brandholm gains ferry route",)


async def test_enter_on_the_related_line_follows_it(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        offset = screen.article.text.index("Related articles: Storm")
        screen.view.view.go(offset)
        await press(pilot, "enter")
        assert screen.article.title == "Storm closes Port Ellery"


async def test_finding_counts_and_walks(start: Start) -> None:
    async with start() as pilot:
        await press_open(pilot, "/", *"quay")
        await press(pilot, "enter")
        assert "1 of 3" in said(pilot)
        await press(pilot, "n")
        assert "2 of 3" in said(pilot)
        await press(pilot, "N", "N")
        assert "3 of 3" in said(pilot)
        assert here(pilot).startswith("quay")


async def test_what_is_not_found_is_said_and_nothing_moves(start: Start) -> None:
    async with start() as pilot:
        before = reader(pilot).here
        await press_open(pilot, "/", *"zebra")
        await press(pilot, "enter")
        assert said(pilot) == "“zebra” is not in this article."
        assert reader(pilot).here == before


async def test_why_says_why(start: Start) -> None:
    async with start() as pilot:
        await press(pilot, ")")
        await press_open(pilot, "i")
        panel = pilot.app.screen
        assert type(panel).__name__ == "Panel"
        await press(pilot, "escape")
        assert pilot.app.screen is reader(pilot)


async def test_why_a_link_is_there_is_where_it_leads(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        assert screen.edition is not None
        link = next(link for link in screen.article.links if link.url)
        assert screen.edition.reasons(link.span)[0] == "link: leads to https://example.org/tides"


async def test_a_key_of_a_panel_and_what_it_does_stand_in_one_line(start: Start) -> None:
    async with start(size=MEDIUM) as pilot:
        choices = {"Enter": "read it here", "o": "open in the browser", "y": "copy the address"}
        panel = Panel("Link", ["words"], choices)
        pilot.app.push_screen(panel)
        await pilot.pause()
        keys = panel.query_one(".panel-keys", Static)
        assert [str(line) for line in keys.render().split("\n")] == [  # type: ignore[union-attr]
            "Enter read it here   o open in the browser   y copy the address",
            "Esc close",
        ]
        assert keys.size.height == 2


async def test_letters_lead_to_their_target(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press_open(pilot, "F")
        letters = dict(screen.view.painter.letters)
        assert letters
        assert said(pilot) == "Type the letters of a place; Esc leaves it."
        offset, code = list(letters.items())[3]
        await press(pilot, *code)
        assert screen.view.view.place == offset
        assert not screen.view.painter.letters


async def test_a_mark_is_in_the_library_and_in_the_text(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "j", "j", "v", "v", "m")
        (note,) = screen.desk.notes(screen.article)
        assert note.anchor.quote.startswith("The harbour of Port Ellery reopened")
        assert note.anchor.quote.endswith("said.")
        assert screen.edition is not None
        assert screen.edition.notes == (note,)
        assert screen.view.selection is None
        await press(pilot, "D")
        assert screen.desk.notes(screen.article) == ()
        await press(pilot, "U")
        assert len(screen.desk.notes(screen.article)) == 1


async def test_a_comment_on_a_fact_is_kept_and_saved(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "3", "3")
        fact = screen.panes["facts"].current
        assert fact is not None
        await press_open(pilot, "c", *"ask", "enter", *"why", "ctrl+s")
        await press(pilot)
        (note,) = screen.desk.notes(screen.article)
        assert note.comment == "ask\nwhy"
        assert note.span == fact.span
        await press(pilot, "s")
        assert said(pilot).startswith("Saved ")
        path = next(screen.desk.settings.notes_folder.glob("*.md"))
        assert str(path) in said(pilot)
        assert "ask\nwhy" in path.read_text(encoding="utf-8")


async def test_escape_leaves_a_comment_as_it_was(start: Start) -> None:
    async with start() as pilot:
        await press_open(pilot, "c", *"no", "escape")
        await press(pilot)
        assert reader(pilot).desk.notes(reader(pilot).article) == ()


async def test_the_notes_pane_leads_to_the_passage(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "]", "m", "g", "5", "enter")
        assert here(pilot).startswith("What the storm did")
        assert screen.pane is None


async def test_selecting_with_the_mouse(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await pilot.mouse_down("#article", offset=(5, 2))
        await pilot.hover("#article", offset=(20, 2))
        await pilot.mouse_up("#article", offset=(20, 2))
        await pilot.pause()
        assert screen.view.selection is not None
        assert len(screen.view.selection) > 5


async def test_a_click_on_a_name_chooses_it(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        offset = screen.article.text.index("Ines Okafor")
        row = screen.view.view.page.row_of(offset)
        line = screen.view.view.page.line(row)
        assert line is not None
        left = screen.view._columns[0] + 3 + offset - line.start
        await pilot.click("#article", offset=(left + 1, row))
        await press(pilot)
        assert screen.edition is not None
        assert screen.edition.chosen is not None
        assert screen.edition.chosen.name.of(screen.article.text) == "Ines Okafor"


async def test_highlights_can_be_put_away(start: Start) -> None:
    async with start() as pilot:
        layers = reader(pilot).view.painter.layers
        assert layers["fact"].starts
        await press(pilot, ".")
        assert not reader(pilot).view.painter.layers["fact"].starts
        await press(pilot, ".")
        assert reader(pilot).view.painter.layers["fact"].starts


async def test_the_theme_is_remembered(start: Start) -> None:
    async with start() as pilot:
        assert pilot.app.theme == "night"
        await press(pilot, "t")
        assert pilot.app.theme == "paper"
        assert reader(pilot).desk.preference("theme") == "paper"


async def test_one_pane_at_a_time_in_a_medium_terminal(start: Start) -> None:
    async with start(size=MEDIUM) as pilot:
        screen = reader(pilot)
        assert [name for name, pane in screen.panes.items() if pane.display] == []
        await press(pilot, "2")
        assert [name for name, pane in screen.panes.items() if pane.display] == ["entities"]
        assert screen.view.display
        await press(pilot, "escape")
        assert [name for name, pane in screen.panes.items() if pane.display] == []


async def test_a_pane_takes_the_articles_place_in_a_narrow_terminal(start: Start) -> None:
    async with start(size=NARROW) as pilot:
        screen = reader(pilot)
        await press(pilot, "1")
        assert not screen.view.display
        assert screen.panes["outline"].size.width == NARROW[0]
        await press(pilot, "j", "enter")
        assert screen.view.display
        assert here(pilot).startswith("What the storm did")


async def test_resizing_keeps_the_place(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "]", "]")
        place = screen.view.view.place
        for size in [(50, 14), (200, 60), (10, 3), (120, 40)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
        assert screen.view.view.place == place
        assert place in Span(screen.view.view.in_view.start, screen.view.view.in_view.end + 1)


async def test_only_the_text(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)
        await press(pilot, "z")
        assert screen.view.size.height == 40
        assert not any(pane.display and pane.size.width for pane in screen.panes.values())
        await press(pilot, "z")
        assert all(pane.display for pane in screen.panes.values())


async def test_next_and_former_article(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        await press(pilot, "J")
        assert screen.article.title == "Storm closes Port Ellery"
        await press(pilot, "J")
        assert said(pilot) == "This is the last article."
        await press(pilot, "K")
        assert screen.article.title == "Harbour reopens after storm"


async def test_a_file_that_is_not_there_is_said(start: Start) -> None:
    async with start() as pilot:
        await press_open(pilot, "O", *"nowhere.txt", "enter")
        await press(pilot)
        assert "nowhere.txt" in said(pilot)


async def test_help_shows_the_pane_first_and_closes(start: Start) -> None:
    async with start() as pilot:
        await press_open(pilot, "2", "?")
        assert type(pilot.app.screen).__name__ == "Help"
        await press(pilot, "escape")
        assert pilot.app.screen is reader(pilot)


async def test_the_palette_lists_and_runs_commands(start: Start) -> None:
    async with start() as pilot:
        await press_open(pilot, "ctrl+p")
        await pilot.pause(0.3)
        assert type(pilot.app.screen).__name__ == "CommandPalette"
        await press_open(pilot, *"next section")
        await pilot.pause(0.5)
        await press(pilot, "enter")
        await pilot.pause(0.3)
        assert here(pilot).startswith("What the storm did")


async def test_q_returns_to_the_former_article_and_then_quits(start: Start) -> None:
    async with start("harbour.md", "closed.md") as pilot:
        screen = reader(pilot)
        await press(pilot, "4", "enter", "q")
        assert screen.article.title == "Harbour reopens after storm"
        await pilot.press("q")
        await pilot.pause()
        assert pilot.app.return_value == 0


async def test_it_runs_without_colours(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with start() as pilot:
        await press(pilot, "}", ")", "3", "j")
        assert pilot.app.no_color


async def test_no_letter_is_lost_however_fast_they_come(start: Start) -> None:
    async with start() as pilot:
        for key in ("c", *"Dqz", "enter", *"mU", "ctrl+s"):
            pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause(0.3)
        await press(pilot)
        (note,) = reader(pilot).desk.notes(reader(pilot).article)
        assert note.comment == "Dqz\nmU"


async def test_words_to_find_may_be_typed_ahead(start: Start) -> None:
    async with start() as pilot:
        for key, character in (("slash", "/"), *zip("quay", "quay", strict=True), ("enter", "\r")):
            pilot.app.post_message(events.Key(key, character))
        await pilot.pause(0.3)
        await press(pilot)
        assert "1 of 3" in said(pilot)


async def test_merged_names_are_taken_apart_and_put_together(start: Start) -> None:
    async with start() as pilot:
        screen = reader(pilot)

        def names() -> list[str]:
            return [row.text for row in screen.panes["entities"].rows if row.value]

        before = names()
        okafor = next(r for r in screen.panes["entities"].rows if r.text == "Ines Okafor")
        screen.panes["entities"].point(okafor.value)
        await press(pilot, "2", "X")
        assert set(names()) - set(before) == {"Okafor"}
        opened = screen.desk.reopen(screen.article.digest)
        assert opened.briefing is not None
        assert len(opened.briefing.entities) == len(names())
        await press(pilot, "X")
        assert names() == before


async def test_keys_typed_at_once_go_to_the_pane_that_the_first_leads_to(start: Start) -> None:
    async with start() as pilot:
        place = reader(pilot).view.view.place
        for key in ("2", "G", "4", "0", "3"):
            pilot.app.post_message(events.Key(key, key))
        await until(pilot, lambda: reader(pilot).pane is reader(pilot).panes["summary"])
        entities = reader(pilot).panes["entities"]
        assert entities.cursor == len(entities.rows) - 1
        assert reader(pilot).view.view.place == place
