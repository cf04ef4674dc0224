"""Words that only look like names, for a title, a sentence or a lead in capitals begins with them.

``Pier to close``, ``A FATHER-of-four`` and ``POLICE have`` write a common word with capitals. Where
the word stands nowhere else with one, and the article writes it small too, it is no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.model.annotations import EntityKind
from briefing.reading.entities.mention import Mention, normal
from briefing.reading.taken import Taken

_DOUBTFUL = 0.85
"""A name that the model is surer of is one: ``The Shot`` of an article on a shot."""
_OPENING = re.compile(r"(?:\A|\n|[.!?:])[\s\"'“‘”’(]*(?:(?:A|The|An|THE|AN)\s)?\Z")
_ROOM = 10
"""Characters before a name in which the start of its sentence is looked for."""
_SELDOM_COMMON = (EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE)
"""Kinds whose names are seldom common words; a people and its language or flower share theirs."""
_INITIALS = 4
"""Letters of a word in capitals that may be nothing but its initials."""


def without_common(text: str, mentions: Sequence[Mention], titles: Taken) -> list[Mention]:
    """The mentions without common words that have their capitals from where they stand.

    Args:
        text: the article's text.
        mentions: in text order.
        titles: its titles and headings, which may be written with capitals throughout.
    """
    forms: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        forms[normal(mention.of(text))].append(mention)
    longer = {word for form in forms for word in form.split(" ")[1:]}
    longer |= {form.split(" ")[0] for form in forms if " " in form}
    common = {
        form
        for form, group in forms.items()
        if all(_doubtful(text, mention, titles) for mention in group)
        and not (group[0].kind is EntityKind.PERSON and form in longer)
        and re.search(rf"(?<![\w@#./-]){re.escape(form)}(?![\w-]|\.\w)", text)
    }
    return [mention for mention in mentions if normal(mention.of(text)) not in common]


def _doubtful(text: str, mention: Mention, titles: Taken) -> bool:
    """Whether a mention's capital may come from where it stands."""
    written = mention.of(text)
    shouted = written.isupper() and len(written) > _INITIALS
    if mention.confidence >= _DOUBTFUL or (written.isupper() and not shouted):
        return False
    if shouted or titles.overlaps(mention.span):
        return mention.kind is not EntityKind.WORK or shouted  # films have common words for titles
    if " " in written or mention.kind not in _SELDOM_COMMON:
        return False
    return bool(_OPENING.search(text[max(0, mention.start - _ROOM) : mention.start]))
