"""Readers of years, decades and centuries."""

from __future__ import annotations

from briefing.reading.dates.rules import Written
from briefing.reading.dates.scene import Granularity, Reading, Scene, nth, unit_kind
from briefing.reading.lexemes import Lexed
from briefing.reading.tables import words
from briefing.reading.vocabulary import NAMED_DECADES

_THEIRS = words("his her their my our your its")
_COUNTED = words(
    "people persons men women children troops soldiers workers jobs employees members students"
    " miles kilometers kilometres meters metres feet yards acres hectares pounds tons tonnes points"
    " votes deaths cases homes houses families villagers refugees residents dollars euros barrels"
    " shares units copies degrees calories square civilians prisoners victims passengers visitors"
    " tickets pages words rpm mph km million billion percent per gmt"
)
"""What follows a number of four digits that is no year."""
_NUMBERED = words("no flight route highway room resolution section article page")
_YEARLY = words("in since from until till by circa year ad")
_MODIFIERS = frozenset({"fiscal", "calendar", "circa", "year"})
_ERAS = frozenset({"bc", "bce", "ad", "ce"})


def decade(scene: Scene, found: Written) -> Reading | None:
    """``the 1990s``, ``'80s``, ``early 60s``, ``the sixties``; ``his 30s`` is an age."""
    lexed = scene.lexed
    written = scene.word(found, "decade")
    word = written.strip("'’s")
    placed = "the" in found.groups or "mod" in found.groups
    if lexed.word(found.first - 1) in _THEIRS:
        return None
    if written in NAMED_DECADES:
        return Reading(f"19{NAMED_DECADES[written]}", Granularity.DECADE) if placed else None
    if len(word) > 2:
        return Reading(word[:3], Granularity.DECADE)
    if written[0].isdigit() and not placed:
        return None
    return Reading(("20" if word[0] in "012" else "19") + word[0], Granularity.DECADE)


def century(scene: Scene, found: Written) -> Reading | None:
    """``the 19th century``."""
    if unit_kind(scene.word(found, "unit")) != "CE":
        return None
    place = nth(scene.word(found, "nth"))
    last = found.groups.get("era")
    if last is not None and scene.word(found, "era").replace(".", "") in ("bc", "bce"):
        return Reading("", Granularity.CENTURY)
    return Reading(f"{place - 1:02d}" if 0 < place <= 30 else "", Granularity.CENTURY, last=last)


def year(scene: Scene, found: Written) -> Reading | None:
    """``2020``, ``fiscal 1998``, ``2019-20``; not the 1500 of ``1500 people``."""
    at = found.groups["year"]
    number = int(scene.word(found, "year"))
    if not _is_year(scene.lexed, at, number):
        return None
    plain = "mod" in found.groups and scene.lexed.codes[found.groups["mod"]] == "x"
    first = at if plain and scene.word(found, "mod") not in _MODIFIERS else None
    end = _until(scene, found, number)
    if end:
        return Reading(f"{number:04d}/{end:04d}", Granularity.YEAR, first)
    era = scene.lexed.word(at + 1).replace(".", "")
    if era in ("bc", "bce"):
        return Reading("", Granularity.YEAR, first, at + 2)
    return Reading(f"{number:04d}", Granularity.YEAR, first, at + 1)


def _until(scene: Scene, found: Written, number: int) -> int:
    """The last year of ``2019-20`` or ``2018-2021``, or 0."""
    until = scene.word(found, "until")
    if not until.isdecimal() or len(until) not in (2, 4):
        return 0
    end = int(until) + (number // 100 * 100 if len(until) == 2 else 0)
    return end if number < end < number + 200 else 0


def _is_year(lexed: Lexed, at: int, number: int) -> bool:
    before, after = lexed.code(at - 1), lexed.code(at + 1)
    if before and before in "$#/:%n":
        return False
    if after and lexed.glued(at + 1) and after in "%xX:":
        return False
    if before == "-" and lexed.glued(at) and lexed.code(at - 2) in ("d", "n"):
        return False
    follows = lexed.word(at + 1)
    if follows in _COUNTED and lexed.word(at + 2) not in ("'", "’"):
        return False
    if lexed.word(at - 1) in _NUMBERED:
        return False
    if 1900 <= number <= 2100:
        return True
    return follows.replace(".", "") in _ERAS or lexed.word(at - 1) in _YEARLY
