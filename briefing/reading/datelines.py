"""The dateline: place, day and agency that open a news story, such as ``LONDON (Reuters) –``."""

from __future__ import annotations

import re
from functools import cache

from briefing.model.article import Span
from briefing.reading.patterns import lazily
from briefing.reading.tables import table, words

_DATED = r"(?:\s*[A-Z][a-z]+\.?\s\d{1,2},\s\d{4}\s?/)?"
_WIRE = lazily(
    r"(?P<head>[^()—–_:\n]{0,70}?)[\s-]*"
    r"(?:\((?P<agency>[^()\n]{2,40})\)|(?<=\s)/\s?(?P<slashed>[^/()\n]{2,30}?)\s?/" + _DATED + r")"
    r"\.?\s*(?P<mark>-{1,3}|[—–_:])?\s*"
)
_PLAIN = lazily(
    r"\[?(?P<head>[^()—–_:\n\[\]]{2,70}?)\s*"
    r"(?P<mark>\]|-{2,3}|[—–_:|]|(?<=\s)-(?=\s)|(?<=[a-z]\.)-(?=[A-Z]))\s*"
)
_AGENCY = lazily(
    r"(?:Reuters|Thomson Reuters(?: Foundation)?|Bloomberg|Xinhua|Yonhap|Kyodo|"
    r"Bernama|dpa|DPA|Tass|TASS|Interfax|Antara|Anadolu|Efe|Ansa|Ukrinform|Sputnik|"
    r"[A-Z][A-Za-z]*[Nn]ewswire|[A-Z]{2,8}(?:[ -][A-Z\d]{1,8}){0,2}|[A-Z][A-Za-z ]{1,20}"
    r"(?:Press|News|Times|Post|Wire|Agency)(?: Service| Network)?|[\w ]+, [A-Z]{2,8})\Z"
)
_WIRES = words(
    "AP AFP AAP ABC ANI ANA APA APP APS BBC BNO BNS BSS CBS CNA CNN CNS CP CTK CTV DPA EFE GNA IANS"
    " IRNA JNS JTA KUNA LUSA MAP MENA MTI NAN NBC NHK NPR NTB NZME PA PAP PNA PTI QNA RNZ SANA SPA"
    " STA TAP TASS TT UNB UNI UPI VOA WAFA WAM"
)
_DAY = lazily(
    r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?\s?)?"
    r"(?:(?:\d{1,2}\s)?(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"(?:\s\d{1,2})?)?(?:\s?\d{4})?\Z",
    re.I,
)
_NAMED = lazily(
    r"[A-ZÀ-ÞŠŽ][\w.’'-]*(?:\s(?:[A-ZÀ-ÞŠŽ][\w.’'-]*|d[aeo]s?|el|es|al|la|le|of|the|and|sur)){0,4}\Z"
)
_ABBREVIATED = lazily(r"(?:[A-Z]\.){1,3}|[A-Z][a-z]{1,4}\.|[A-Z]{2}\Z")
_AT_SEA = lazily(r"(?:AT SEA|(?:AT SEA )?(?:ABOARD|ON BOARD) [A-Z][A-Z .’'-]+)\Z")
_SPEAKING = lazily(r"(?:I|We|You|Well|Yes|No|So|Thanks?|What|How|Why|It[’']s|But|And|OK|Do|Are)\b")
_OPENING = lazily(r"[\"“‘'(]?(?:[^\W\d_]|[\d$£€])")


@cache
def _names(key: str) -> frozenset[str]:
    return frozenset(name.casefold() for name in table("datelines")[key])


def dateline(line: str) -> Span | None:
    """The dateline a paragraph opens with, with its dash, or ``None``.

    Args:
        line: the paragraph; only its first hundred characters matter.

    Returns:
        A span of ``line``.
    """
    start = len(line) - len(line.lstrip())
    head = line[start : start + 160]
    for pattern, accepted in ((_WIRE, _wired), (_PLAIN, _placed)):
        match = pattern.match(head)
        if match and accepted(match) and _story(head[match.end() :], match["mark"]):
            return Span(start, start + len(head[: match.end()].rstrip()))
    return None


def is_city(words: str) -> bool:
    """Whether words are a city that stories are filed from."""
    return words.casefold() in _names("cities")


def agency_named(opening: str) -> str:
    """The agency a dateline names, as written; empty when it names none.

    Args:
        opening: a dateline, such as :func:`dateline` finds.
    """
    match = _WIRE.match(opening.strip())
    named = (match["agency"] or match["slashed"]).strip() if match else ""
    return named if _AGENCY.match(named) else ""


def places_named(opening: str) -> list[Span]:
    """Where the places that a dateline names stand in it, without states cut short.

    Args:
        opening: a dateline, such as :func:`dateline` finds.
    """
    match = _WIRE.match(opening.strip()) or _PLAIN.match(opening.strip())
    found: list[Span] = []
    start = 0
    for number, piece in enumerate(_pieces(match["head"].strip(" ,-")) if match else ()):
        start = opening.index(piece, start)
        listed = piece.casefold() in _names("cities") or piece.casefold() in _names("regions")
        named = number == 0 and not (_beside_a_place(piece) or _AT_SEA.match(piece))
        if (named or listed) and piece[0].isupper():
            found.append(Span(start, start + len(piece)))
        start += len(piece)
    return found


def _story(rest: str, mark: str | None) -> bool:
    """Whether what follows reads like the start of a story."""
    if len(rest) < 15 or not _OPENING.match(rest) or rest[:1].islower():
        return False
    first = rest.lstrip("\"“‘'(")
    if mark == ":" and _SPEAKING.match(first):
        return False
    return not first[:1].islower() and not _DAY.match(first[:40].split(",")[0].strip())


def _wired(match: re.Match[str]) -> bool:
    """An agency in brackets or slashes, after a place, a day, both or nothing."""
    agency = (match["agency"] or match["slashed"]).strip()
    pieces = _pieces(match["head"].strip(" ,-"))
    if any(piece.casefold() in _names("kickers") for piece in pieces):
        return False
    known = agency in _WIRES or not agency.isupper()
    if _AGENCY.match(agency) and (known or match["mark"] or match["slashed"]):
        return (
            all(_DAY.match(p.rstrip(".")) or _NAMED.match(p) for p in pieces) and len(pieces) <= 5
        )
    if match["mark"] is None or not pieces or not _certain(pieces[0]):
        return False
    return all(_certain(piece) or _beside_a_place(piece) for piece in pieces[1:])


def _placed(match: re.Match[str]) -> bool:
    """A place, perhaps with its country and the day, before a dash or a colon."""
    pieces = _pieces(match["head"].strip(" ,"))
    if not pieces or len(pieces) > 4:
        return False
    first, *others = pieces
    known = first.casefold() in _names("cities")
    if match["mark"] in ":|" and not known:
        return False
    if _AT_SEA.match(first):
        return True
    if first.isupper() and len(first) > 3 and others and _NAMED.match(others[0]):
        others = others[1:]  # ``SARAJEVO, Bosnia-Herzegovina``: no list holds every country’s names
    placed = all(_beside_a_place(piece) or _certain(piece) for piece in others)
    if known or (_certain(first) and first.casefold() not in _names("regions")):
        return placed
    return bool(others) and placed and bool(_NAMED.match(first)) and _in_region(others)


def _pieces(head: str) -> list[str]:
    return [piece.strip() for piece in re.split(r",\s*|/", head) if piece.strip(" .")]


def _certain(piece: str) -> bool:
    """Whether words can hardly be anything but a place: listed, or in capitals and long enough."""
    folded = piece.rstrip(".").casefold()
    if folded in _names("kickers"):
        return False
    if folded in _names("cities") or folded in _names("regions"):
        return True
    letters = sum(character.isalpha() for character in piece)
    return (
        letters >= 5
        and piece.isupper()
        and len(piece.split()) <= 4
        and not any(c.isdigit() for c in piece)
    )


def _beside_a_place(piece: str) -> bool:
    """Whether words are a day, a state cut short or an agency, as stand after a place."""
    return bool(_DAY.match(piece) or _ABBREVIATED.match(piece)) or piece in _WIRES


def _in_region(pieces: list[str]) -> bool:
    return any(piece.casefold() in _names("regions") for piece in pieces)
