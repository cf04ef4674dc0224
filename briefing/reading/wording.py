"""How a line’s words read: like a name, like a newsroom, or like a sentence of a story."""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.tables import words

LABELLED = lazily(
    r"(?P<label>[^\W\d_][\w'’&/ -]{0,40}?(?:\(s\))?)\s?"
    r"(?P<mark>[:|•]|[-=]{1,2}>|>{1,3}|[»›→►▶]|-{1,2}(?=\s)|–(?=\s)|—)\s*(?P<rest>\S.*)?\Z"
)
"""A few words, a colon or the like, and the rest: ``Source: Reuters``, ``Also read- A title``."""

NARRATIVE = lazily(
    r"\b(?:said|says|told|asked|added|was|were|had|has|have|will be|would|could|he|she|they|his"
    r"|her|"
    r"their|him|fell|rose|dropped|doubled|soared|drew|named|showed|shows|led|fuelled|prompted"
    r"|costs?|"
    r"began|took|made|found|became|sued|warned|urged|lawyers|prosecutors|officials|residents"
    r"|experts)\b"
)
"""Words that tell a story: lines that name sources, authors or links do without them."""

AGENCIES = lazily(
    r"(?:the )?(?:AP|Associated Press|AFP|Agence France[- ]Presse|Reuters|Thomson Reuters|Bloomberg"
    r"|PTI|Press Trust of India|ANI|IANS|TNN|ENS|UNI|UPI|Xinhua|Yonhap|Kyodo|Bernama|TASS"
    r"|Interfax|dpa"
    r"|EFE|ANSA|IRNA|WAM|AAP|PA|PA Media|Press Association|CNN|BBC(?: News)?|Canadian Press"
    r"|CBC(?: News)?|Anadolu(?: Agency)?|NPR|Kaiser Health News|(?:news |wire )?agenc(?:y|ies)"
    r"|wires"
    r"|wire (?:services|reports)|staff|news services|(?:staff and )?wire reports)"
    r"(?: staff| news(?: agency| service)?)?"
    r"(?:(?: and|,| with) (?:agencies|wires|AP|AFP|Reuters|PTI|ANI|IANS))*",
    re.I,
)
"""News agencies, by name or in general."""

_MIXED = lazily(r"\d+[^\W\d_]{3}")
_PARTICLES = words(
    "de del della da das dos di do du la le van von der den bin ibn bint al el y e of ter ten abu"
)
_CALENDAR = words(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June"
    " July August September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov"
    " Dec Christmas Easter Ramadan Thanksgiving"
)
_ELIDED = ("d'", "d’", "o'", "o’", "al-", "el-", "ul-", "l'", "l’")


def reads_on(text: str) -> bool:
    """Whether words read like a sentence of a story rather than a label or a title."""
    return text.rstrip("\"'”’)]")[-1:] in (".", "!", ",", ";") and bool(NARRATIVE.search(text))


def capital(word: str) -> bool:
    """Whether a word is set with a capital, as names are (``O’Brien``, ``al-Mughrabi``)."""
    return word[:1].isupper() or (word[:3].lower().startswith(_ELIDED) and len(word) > 3)


def is_name(text: str, least: int = 1, most: int = 5) -> bool:
    """Whether words could be one person's or desk's name: capitals, particles, nothing else."""
    parts = text.split()
    if not least <= len(parts) <= most or not capital(parts[0]):
        return False
    if any(c.isdigit() or c in ":;!?/" for c in text) or parts[0].rstrip(",") in _CALENDAR:
        return False
    return all(capital(part) or part in _PARTICLES for part in parts)


def is_publisher(text: str) -> bool:
    """Whether words could name who published a story: capitals or an address, and short."""
    named = text.strip(" .\"'“”‘’")
    first = named.removeprefix("the ").removeprefix("a ")
    return (
        0 < len(named.split()) <= 14
        and (first[:1].isupper() or "." in first.split()[0] or _MIXED.match(first) is not None)
        and not NARRATIVE.search(named)
    )
