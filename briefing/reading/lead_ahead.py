"""Whether a time is one to come: the next match, the day on which something is to be.

A report says what happened and ends with what comes next. The day of that is no answer to when,
unless the story itself is about something to come.
"""

from __future__ import annotations

import re

from briefing.model.article import Span

_AHEAD = re.compile(
    r"\b(?:(?:will|shall|would)\b|(?:is|are|was|were|be|been)\s(?:now\s|also\s|still\s|next\s)?"
    r"(?:set|due|scheduled|expected|slated|planned|poised|going|likely|in action|to)\b"
    r"|(?:due|scheduled|slated) (?:for|to|on|in)\b|(?:plan|hope|aim)s? to\b"
    r"|next (?:up|game|match|fixture|test|race|round|meeting|hearing)\b"
    # Many of these are nouns as well: a name or a pronoun before them shows the verb.
    r"|(?:[A-Z][\w’'-]*|they|we|he|she|it|who|which|both|pair|rivals|sides?|teams?|clubs?"
    r"|champions|hosts|visitors|season|series|tour|trial|talks|competition|tournament)"
    r" (?:now |then |also |next )?"
    r"(?:play|host|face|meet|visit|entertain|welcome|travel|head|return|go|resume|begin|start"
    r"|open|continue|take on|kick off|get)s?(?=\s))|\w['’]ll\b"
)
"""Words that look ahead: what will be, what is due, and what the present tells of a day."""
_BACK = re.compile(
    r"\b(?:said|told|was|were|had|did|has|[a-z]+[a-df-z]ed|beat|won|lost|drew|fell|rose|came|went"
    r"|took|made|found|held|met|left|began|broke|struck|ran|led|sent|shot|hit|gave|got|saw)\b"
)
"""Words that look back."""
_GONE = re.compile(r"(?:earlier|last|yesterday|the past|(?:\w+ ){1,3}ago)\b", re.I)
"""Times that are over, whatever stands before them, ..."""
_NEXT = re.compile(r"(?:next|tomorrow|(?:this\s)?(?:up)?coming)\b", re.I)
"""... and those that are to come."""
_PROMISING = re.compile(
    r"\b(?:to [a-z]{2,}|will|shall|would|could|may|might|set for|due|planned|plans?|faces?|ahead"
    r"|next|upcoming|expected|forecast|preview|prepar(?:es?|ing)|brac(?:es?|ing)|await(?:s|ing)?"
    r"|vows?|pledges?|threatens?|mulls?|considers?|seeks?|weighs?|wants?|hopes?|expects?)\b",
    re.I,
)
"""What a title says that tells of a thing to come, or one that may."""
_CLAUSE = re.compile(
    r"[.;:!?]\s|\n|[,\s](?:and|but|while|before|after|when|as|since|that|which|who)\s"
)
"""Where a clause ends, and another with a verb of its own begins."""
_ROOM = 120
"""Characters before a time in which its verb is looked for."""


def comes(text: str, time: Span, within: Span) -> bool:
    """Whether a time is said to be still to come.

    The telling word nearest before it in its clause decides: ``plays on Sunday``, ``is due in
    court on Monday``, but ``was charged on Monday``.

    Args:
        text: the article.
        time: the words of the time.
        within: the passage they stand in.
    """
    if _NEXT.match(text, time.start, time.end):
        return True
    if _GONE.match(text, time.start, time.end):
        return False
    before = text[max(within.start, time.start - _ROOM) : time.start]
    ends = [match.end() for match in _CLAUSE.finditer(before)]
    before = before[ends[-1] :] if ends else before
    ahead = max((match.end() for match in _AHEAD.finditer(before)), default=-1)
    return ahead >= 0 and _BACK.search(before, ahead) is None


def promises(words: str) -> bool:
    """Whether a title or a lead tells of something to come: ``Bank to cut jobs``."""
    return _PROMISING.search(words) is not None
