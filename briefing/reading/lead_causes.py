"""Why and how the lead event happened, where the lead says so."""

from __future__ import annotations

import re

from briefing.model.article import Span
from briefing.reading.lead_scene import Candidate, Scene

_WHY = (
    re.compile(
        r"\b(?:because(?: of)?|due to|owing to|as a result of|in response to|thanks to"
        r"|on suspicion of|blamed on|caused by|in retaliation for|following)\s"
        r"([^.;\n]{6,140})",
        re.I,
    ),
    re.compile(
        r"\b(?:after|amid|over|for)\s"
        r"((?:[\w’'-]{1,30}ing\b|it|he|she|they|the|a|an|his|her)[^.;,\n]{5,110})",
        re.I,
    ),
    re.compile(r"\b((?:in order to|so that|so as to|to)\s[a-z]{1,30}\s[^.;,\n]{5,90})"),
)
_HOW = (
    re.compile(r"\b((?:by|with|using|through|via)\s[a-z][^.;,\n]{5,90})", re.I),
    re.compile(r"\b((?:when|as|after)\s[^.;,\n]{8,110})", re.I),
)
_SENTENCES = 4
"""The title and the first three sentences: what comes later explains something else."""


def why(view: Scene) -> list[Candidate]:
    """What the lead gives as the reason."""
    return _found(view, _WHY)


def how(view: Scene) -> list[Candidate]:
    """What the lead gives as the manner."""
    return _found(view, _HOW)


def _found(view: Scene, patterns: tuple[re.Pattern[str], ...]) -> list[Candidate]:
    text = view.article.text
    found: list[Candidate] = []
    for passage in view.passages[:_SENTENCES]:
        for pattern in patterns:
            match = pattern.search(text, passage.span.start, passage.span.end)
            if match:
                reason = f"follows “{match.group().split()[0].lower()}”"
                found.append(Candidate(Span(*match.span(1)), 1.0 / (1 + passage.order), (reason,)))
                break
    return found
