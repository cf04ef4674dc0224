"""Where a name starts and ends: without articles, quotes, ranks and marks that are not its own."""

from __future__ import annotations

import re

from briefing.reading.entities.gazetteer import OWN_POSSESSIVES, RANKS

_LEADING = re.compile(r"(?:(?:the|a|an)\s+|[\s\"'“”‘’(\[,.:;_*•–—-]+)", re.IGNORECASE)
_TRAILING = re.compile(r"(?:['’][sS]|[\s\"'“”‘’(\[)\],:;_*–—-]|\s(?:of|for|in|and|the|to))$")
_ENDING = re.compile(r"(?:^|[\s,])(?:inc|corp|co|ltd|jr|sr|bros|no|st)$", re.IGNORECASE)
_STATE = re.compile(
    r"(?:^|\s)(?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo"
    r"|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)$"
)
_FIRST_WORD = re.compile(r"(?P<word>[^\W\d_]+)\.?\s+")
_SENTENCE = re.compile(r"\b(?P<word>[^\W\d_]{3,})\.\s")
_INITIALS = re.compile(r"(?:^|[\s.-])[A-Z]$")


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The edges of a name without articles, quotes, possessives and stray punctuation."""
    end = _sentence_end(text, start, end)
    while match := _LEADING.match(text, start, end):
        if match.end() >= end:
            break
        start = match.end()
    while start < end - 1 and (match := _TRAILING.search(text, max(start, end - 4), end)):
        if text[match.start()] in "'’" and _own_possessive(text, start, end):
            break
        end = match.start()
    bare = end - 1 if text[end - 1 : end] == "." else end
    end = bare + 1 if bare > start and _abbreviated(text, start, bare) else bare
    return start, max(start, end)


def _sentence_end(text: str, start: int, end: int) -> int:
    """Where a sentence ends within a name, which is then two; or the name's own end."""
    for match in _SENTENCE.finditer(text, start, end):
        if match["word"].lower() not in RANKS and not _ENDING.fullmatch(match["word"]):
            return match.end("word")
    return end


def _own_possessive(text: str, start: int, end: int) -> bool:
    """Whether the possessive at the end is part of the name, as in ``Moody's``."""
    last = text[max(start, end - 20) : end].split()[-1:]
    return bool(last) and last[0].lower().replace("’", "'") in OWN_POSSESSIVES


def _abbreviated(text: str, start: int, end: int) -> bool:
    """Whether a name that ends here has a full stop of its own after it."""
    if text[end : end + 1] != ".":
        return False
    low = max(start, end - 6)
    if _ENDING.search(text, low, end) or _INITIALS.search(text, low, end):
        return True
    # "Calif." before a comma or a small letter; elsewhere the stop may be the sentence's.
    goes_on = text[end + 1 : end + 2] in {",", ")"} or text[end + 2 : end + 3].islower()
    return goes_on and bool(_STATE.search(text, low, end))


def without_rank(text: str, start: int, end: int) -> int:
    """Where a person's name starts after ``Maj. Gen.`` and the like, which are roles."""
    while (match := _FIRST_WORD.match(text, start, end)) and match.end() < end:
        if match["word"].lower() not in RANKS:
            break
        start = match.end()
    return start
