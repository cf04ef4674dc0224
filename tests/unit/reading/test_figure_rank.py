"""The order of figures: what comes first, comes back or stands in the title matters."""

from __future__ import annotations

from briefing.reading.figure_rank import ranked
from briefing.reading.figures import figures

TEXT = (
    "A ferry with 312 passengers sank off Bergen. Rescuers saved 298 of the 312.\n\n"
    "The captain, Bo Moen, 51, steered two miles (3.2 km) off his course, at a cost of $38 million."
)


def order(text: str, title: str = "") -> list[str]:
    seen = [rank.figure.span.of(text) for rank in ranked(text, figures(text), title)]
    return list(dict.fromkeys(seen))


def test_first_and_repeated_figures_matter_most() -> None:
    assert order(TEXT)[:2] == ["312", "298"]


def test_the_title_tells() -> None:
    assert order(TEXT, "Course error costs $38 million")[0] == "$38 million"


def test_small_words_matter_least() -> None:
    text = "One of two men won. Three left. Then 40 came."
    assert order(text)[0] == "40"


def test_each_figure_says_why() -> None:
    best = ranked(TEXT, figures(TEXT))[0]
    assert best.why == ("figure 1 of the text", "given 2 times")


def test_no_figures() -> None:
    assert ranked("Nobody came.", ()) == ()
