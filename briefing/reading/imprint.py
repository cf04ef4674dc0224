"""Lines that say where a story comes from and when: its source, its day.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import (
    AGENCIES,
    LABELLED,
    NARRATIVE,
    is_name,
    is_publisher,
    reads_on,
)

# -- sources -----------------------------------------------------------------------------------

_ITEM = r"(?:article|story|post|piece|essay|interview|content|report|column|news|analysis|excerpt)"
_THIS = r"(?:(?:an?|the) (?:\w+ )?version of )?(?:this|the|that) " + _ITEM
_APPEARED = lazily(
    r"(?:" + _THIS + r"(?: (?:was|has been|is|had))?(?: also)? "
    r"|\A(?:(?:information|content|material|data|story|press release) )?)"
    r"(?:(?:originally|first|also|initially|previously) )*"
    r"(?:published|appear(?:ed|s)|ran|republished|posted|produced|reprinted|syndicated|distributed|"
    r"translated|adapted|excerpted|reproduced|provided|supplied|aired|broadcast)"
    r"(?: (?:with permission|here|online|exclusively|in (?:print|[A-Z][a-z]+)))?"
    r" (?:by|on|in|at|from|with) (?P<where>.+)",
    re.I,
)
_COMPANY = lazily(r"the (?:company|author|university|publisher|organi[sz]er)s?\.?\Z", re.I)
_SOURCE = lazily(
    r"(?:news |story |original |article |data |information )?(?:sources?(?:\(s\))?|via|src|agency)"
    r"(?: (?:url|link|article|text))?"
    r"|quellen?|fuentes?|fonte|fonti|fontes|bron(?:nen)?|kilde|källa|źródł[oa]|источники?",
    re.I,
)
_OWNED = lazily(
    r"all rights reserved\. (?:this|no|unauthori[sz]ed)\b"
    r"|©|\(c\)|copyright (?:©|\(c\)|\d{4}|[A-Z][\w ]{2,40}(?:\d{4})?\Z)|all rights reserved\.?\Z"
    r"|(?:published|reprinted|republished|used) (?:here )?(?:with|by) (?:the )?permission",
    re.I,
)
_ITEMLESS = lazily(r"(?!this|that|the|an? )", re.I)
_CLAUSE = lazily(r", [a-z][^,]*\.\Z")
_SHORT_SOURCE = 4
_ADDRESS = lazily(
    r"(?:www\.)?[A-Za-z][\w-]+(?:\.[\w-]+)?\.(?:com|org|net|news|co\.\w\w|com\.\w\w|\w\w)"
)
_PICTURED = lazily(r"(?:\w+ )?(?:Images|iStock|Shutterstock(?:\.com)?|Alamy.*|Photos?|EPA.*)", re.I)
_DRAWN = lazily(
    r"(?:with (?:files?|inputs?|material|information|reports|additional (?:inputs?|material))"
    r"|(?:additional )?inputs?|reporting|with) from (?P<where>.+)"
    r"|with (?:[A-Z]\w+|agency|agencies|wire) inputs?"
    r"|(?:material|information|reports?) from (?P<used>.{2,60}) (?:was|were) (?:used|included)\b.*",
    re.I,
)
_RELEASED = lazily(r"press release (?:from|by|of) (?-i:[A-Z]|the ).{2,60}[^.]", re.I)
_FEED = lazily(
    _THIS + r" (?:has (?:been )?(?:not been |not )?|was (?:not )?|is (?:not )?)"
    r"(?:edited by|auto-?generated|published from|generated|created|taken) .*"
    r"(?:feed|agency|syndicated|staff|automat)",
    re.I,
)
CONTRIBUTED = lazily(
    r"(?P<who>.{2,160}?) (?:also )?(?:contributed\.?(?: (?:reporting|from)\b.*"
    r"| to (?:this|the|our|that) (?:\w+ ){0,2}(?:report|story|article|piece|post|coverage"
    r"|reporting|project|series|investigation|analysis|newsletter|column|review|dispatch)\b.*)?|"
    r"(?:provided|supplied) (?:additional )?reporting\b.*)\Z",
    re.I | re.S,
)


# What such lines hold, so that most others need not be matched at all.
_OWNING = ("©", "(c)", "copyright", "all rights", "published", "reprinted", "republished", "used ")
_APPEARING = (
    "publish", "appear", "ran ", "post", "produc", "print", "syndic", "distrib", "translat",
    "adapt", "excerpt", "provid", "suppl", "air", "broadcast",
)  # fmt: skip


def source(line: str) -> str:
    """Why a line names the publication or agency a story comes from."""
    lower = line.lower()
    match = LABELLED.match(line)
    if match and _SOURCE.fullmatch(match["label"].strip()):
        rest = match["rest"] or ""
        plain = (
            len(rest.split()) <= _SHORT_SOURCE
            and rest[-1:].isalnum()
            and not NARRATIVE.search(rest)
        )
        if AGENCIES.match(rest) or plain or (is_publisher(rest) and not reads_on(rest)):
            return f"opens with “{match['label'].strip()}”"
    if lower.startswith("press release ") and _RELEASED.fullmatch(line):
        return "comes from a press release"
    if lower.rstrip(":") in ("press release", "news release", "media release", "press statement"):
        return "is a press release"
    if lower.startswith(_OWNING) and _owned(line):
        return "says who owns it"
    match = _APPEARED.match(line) if any(verb in lower for verb in _APPEARING) else None
    if match and _ITEMLESS.match(line) and _CLAUSE.search(match["where"]):
        match = None  # ``First published in Bergen, the novel sold well.``
    if match and (is_publisher(_first_clause(match["where"])) or _COMPANY.match(match["where"])):
        return "says where it appeared first"
    match = _DRAWN.fullmatch(line) if " from " in lower or "input" in lower else None
    if match and _drawn(match["where"] or match["used"] or "agencies"):
        return "says whose reports it draws on"
    if lower.startswith(("this ", "the ")) and _FEED.match(line):
        return "comes from an agency’s feed"
    match = CONTRIBUTED.match(line) if "contribut" in lower or "report" in lower else None
    if match and AGENCIES.fullmatch(match["who"]):
        return "says which agency contributed"
    return "names where it comes from" if _named_alone(line) else ""


def _owned(line: str) -> bool:
    match = _OWNED.match(line)
    if match is None or reads_on(line):
        return False
    owner = line.lstrip("©( c)")
    pictured = line[0] == "©" and ("/" in owner or owner.startswith("Provided"))
    return not pictured and not _PICTURED.fullmatch(owner) and not NARRATIVE.search(match.group())


def _drawn(where: str) -> bool:
    named = where.rstrip(".")
    return bool(AGENCIES.fullmatch(named)) or (is_publisher(named) and not is_name(named, 2, 2))


def _named_alone(line: str) -> bool:
    """``SOURCE Acme Corp.``, ``via The Guardian``, ``with AFP``, or an agency and nothing else."""
    if "." in line and _ADDRESS.fullmatch(line) and not _PICTURED.fullmatch(line):
        return True
    head, _, rest = line.partition(" ")
    if head in ("SOURCE", "VIA", "via", "Via") and is_publisher(rest):
        return is_name(rest.rstrip("."), most=6) and not (head == "Via" and reads_on(line))
    named = (rest if head.lower() == "with" else line).rstrip(".").replace("/", " and ")
    if named.islower() and named.lower() not in ("agencies", "dpa"):
        return False
    told = all(AGENCIES.fullmatch(agency) for agency in named.split(" and "))
    return told and named.lower() not in ("staff", "pa", "pa media")


def _first_clause(text: str) -> str:
    return re.split(r"[.,;]\s|\s(?:under|and is|and has|on|with|as part)\s", text, maxsplit=1)[0]


# -- days --------------------------------------------------------------------------------------

_STAMP = lazily(
    r"(?:(?:date|(?:first |originally |last )?(?:published|updated?|posted|modified|edited)"
    r"|created|added|issued|filed|released|uploaded|publi(?:cation|sh) date"
    r"|date published|as of)(?: (?:on|at|online))?\s?[:|-]?\s*)+",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_CORE = lazily(
    rf"\A{_MONTH}\.? (?:19|20)\d\d\Z|\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}\b"
    r"|\b\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\b\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}\b"
    r"|\b\d{1,2}[:.]\d\d(?:[ap]\.?m)?\b|\bago\b|\b\d{1,2}\s?[ap]\.?m\b",
    re.I,
)
_DATE_WORD = lazily(
    rf"(?:{_MONTH}|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|\d{{1,4}}"
    r"(?:st|nd|rd|th)?|[ap]m|a|p|m|[ecmpb][ds]?t|gmt|utc|ist|bst|cest|cet|aest|aedt|hkt|sgt|wat"
    r"|eat|"
    r"pkt|local|time|at|on|of|the|ago|an?|one|two|three|\d{0,2}(?:hours?|hrs?|h|minutes?|mins?"
    r"|days?|d|"
    r"weeks?|w|months?|years?)|yesterday|today|eastern|pacific|z|\d{1,2}[ap]m|\d\dt\d\d|\d\dz)\Z",
    re.I,
)
_TOKEN = lazily(r"[^\W_]+")
_BY_WHOM = lazily(r",?\s[Bb]y\s(?=[A-Z])")
_AGO = lazily(
    r"just now|(?:an?|one|two|three|\d+)\s?(?:m|min|minute|h|hour|hr|d|day|week)s? ago", re.I
)
_CHANGED = lazily(
    r"(?:(?:editor[’']?s[’']? note|correction|update|note)\s?[:—-]\s*)?"
    r"(?:this|an earlier version of this) (?:article|story|post|piece|report|page|version)"
    r"(?: (?:was|has been|is being|is))?(?: (?:last|first|since))?"
    r"(?: (?:updated|amended|corrected|modified|revised)"
    r"(?:\Z|\.\Z| (?:on|at|to|with|in|after|throughout)\b)"
    r"| (?:published|posted) (?:on|at) [\w,]{1,10} ?\d)",
    re.I,
)


_DATING = (
    "ago",
    "just now",
    "updated",
    "published",
    "posted",
    "amended",
    "corrected",
    "modified",
    "revised",
)


def date(line: str) -> str:
    """Why a line says when a story was published or changed."""
    lower = line.lower()
    if not any(map(str.isdigit, line)) and not any(word in lower for word in _DATING):
        return ""
    stamp = _STAMP.match(line)
    rest = line[stamp.end() :] if stamp else line
    if len(rest) <= 90:
        core = _CORE.search(rest)
        if core or (stamp and re.search(r"\b(?:\d{4}|yesterday|today)\b", rest, re.I)):
            when = _BY_WHOM.split(rest)[0]
            odd = [token for token in _TOKEN.findall(when) if not _DATE_WORD.match(token)]
            tail = len(odd) <= 3 and all(token[0].isupper() for token in odd)
            if not odd or (stamp and tail and rest.rstrip()[-1:] != "."):
                return "says when it was published"
        if not stamp and _AGO.fullmatch(rest):
            return "says when it was published"
    if stamp and not rest:
        return "says when it was published" if len(line.split()) > 1 else ""
    return "says when it was changed" if _CHANGED.match(line) else ""
