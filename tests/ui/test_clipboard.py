from __future__ import annotations

import pytest

from briefing.ui.clipboard import COPIED, outcome


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"TERM": "xterm-kitty"}, COPIED),
        ({}, COPIED),
        ({"TERM": "linux"}, "Not copied: a terminal of the kind linux"),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, "Perhaps not copied: this terminal"),
        ({"TERM": "xterm", "KONSOLE_VERSION": "230800"}, "Perhaps not copied: Konsole"),
        ({"TERM": "xterm", "KONSOLE_VERSION": "250400"}, COPIED),
        ({"TERM": "screen", "STY": "1.pts"}, "Not copied: screen"),
        ({"TERM": "tmux-256color", "TMUX": "/tmp/t,1,0"}, "Not copied: tmux"),
    ],
)
def test_it_is_told_when_a_terminal_cannot_copy(environment: dict[str, str], told: str) -> None:
    assert outcome(environment, lambda: False).startswith(told)


def test_tmux_may_pass_it_on() -> None:
    assert outcome({"TMUX": "x"}, lambda: True) == COPIED
