"""Lines that say where a story comes from: its source, who wrote it, and when.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.tables import words
from briefing.reading.wording import (
    AGENCIES,
    LABELLED,
    NARRATIVE,
    capital,
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
    r"©|\(c\)|copyright (?:©|\(c\)|\d{4}|[A-Z][\w ]{2,40}(?:\d{4})?\Z)|all rights reserved\.?\Z"
    r"|(?:published|reprinted|republished|used) (?:here )?(?:with|by) (?:the )?permission",
    re.I,
)
_PICTURED = lazily(r"(?:\w+ )?(?:Images|iStock|Shutterstock|Alamy.*|Photos?|EPA.*)", re.I)
_DRAWN = lazily(
    r"(?:with (?:files?|inputs?|material|information|reports|additional (?:inputs?|material))"
    r"|(?:additional )?inputs?|reporting|with) from (?P<where>.+)"
    r"|with (?:[A-Z]\w+|agency|agencies|wire) inputs?"
    r"|(?:material|information|reports?) from (?P<used>.{2,60}) (?:was|were) (?:used|included)\b.*",
    re.I,
)
_FEED = lazily(
    _THIS + r" (?:has (?:been )?(?:not been |not )?|was (?:not )?|is (?:not )?)"
    r"(?:edited by|auto-?generated|published from|generated|created|taken) .*"
    r"(?:feed|agency|syndicated|staff|automat)",
    re.I,
)
_CONTRIBUTED = lazily(
    r"(?P<who>.{2,160}?) (?:also )?(?:contributed\.?(?: (?:to|reporting|from)\b.*)?|"
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
        if AGENCIES.match(rest) or (is_publisher(rest) and not reads_on(rest)):
            return f"opens with “{match['label'].strip()}”"
    if lower.startswith(_OWNING) and _owned(line):
        return "says who owns it"
    match = _APPEARED.match(line) if any(verb in lower for verb in _APPEARING) else None
    if match and (is_publisher(_first_clause(match["where"])) or _COMPANY.match(match["where"])):
        return "says where it appeared first"
    match = _DRAWN.fullmatch(line) if " from " in lower or "input" in lower else None
    if match and _drawn(match["where"] or match["used"] or "agencies"):
        return "says whose reports it draws on"
    if lower.startswith(("this ", "the ")) and _FEED.match(line):
        return "comes from an agency’s feed"
    match = _CONTRIBUTED.match(line) if "contribut" in lower or "report" in lower else None
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


# -- bylines -----------------------------------------------------------------------------------

_WORK = (
    r"(?:(?:additional|further) )?(?:report(?:ing|ed|s)?|writ(?:ten|ing)|edit(?:ed|ing)|compiled|"
    r"stor(?:y|ies)|text|words|posted|published|updated|analysis|opinion|column|commentary|review|"
    r"interview(?:ed)?|(?:interview )?conducted|essay|translat(?:ed|ion)|contributed"
    r"|research(?:ed)?|"
    r"produc(?:ed|tion)|curated|authored|presented|created|submitted|uploaded|with reporting|"
    r"with additional reporting|reporting was contributed)"
)
_SHOT = r"(?:photos?|photographs|photography|pictures|video|images)"
_AND = r"(?:,| and|/| &)\s?"
_BY = lazily(
    rf"(?:(?:{_WORK}|{_SHOT}{_AND}{_WORK}|{_WORK}{_AND}(?:{_SHOT}|{_WORK})) )?by:?\s+(?P<who>\S.*)"
    r"|(?:additional reporting from|with contributions from|as told to) (?P<helper>\S.*)",
    re.I | re.S,
)
_ABROAD = lazily(r"(?:(?:Text )?[Vv]on|Par|Por|Door|Escrito por|Di) (?P<who>\S.{2,50})")
_FROM = lazily(r"From (?P<who>\S.{3,40}?) in (?P<where>[^.,;:]{3,30})\Z")
_WRITTEN = lazily(
    r"(?:authors?|writers?|words|text|(?:additional )?reporting|reporters?|editors?|byline|"
    r"reported by|written by|edited by|story by|by|contributors?|about the authors?)",
    re.I,
)
_ROLE = lazily(
    r"(?:staff|correspondent|reporter|writer|editor|columnist|bureau(?: chief)?|desk|contributor|"
    r"special to .{2,40}|producer|news service|journalist|associated press|reuters|afp"
    r"|cnn(?: business"
    r"| politics)?|bloomberg|usa today|bbc(?: news| sport)?|npr|ap .{2,30}|upi"
    r"|(?:the )?canadian press|"
    r"(?:the )?[A-Z][\w ]{2,24} (?:times|post|news|herald|tribune|journal|star|press|guardian"
    r"|mail))",
    re.I,
)
_STAFF = lazily(
    r"(?:by |from )?(?:our |an? |the )?(?:(?:own|special|staff|senior|political|foreign|sports"
    r"|city|web"
    r"|news|"
    r"online|\w{2,3}|tribune|express|dawn|times|business|crime|court|legal|local|bureau) ){0,3}"
    r"(?:correspondents?|reporters?|bureau|news (?:service|desk)|web ?desk|staff writers?|"
    r"editorial board)(?:[,|] .{2,40})?"
    r"|(?:by |from )?staff (?:and |writer|writers|reports?)(?:(?:wire )?(?:reports|services))?"
    r"|(?:compiled )?from (?:staff|wire|news)(?: service)? reports",
    re.I,
)
_BIO = lazily(
    r"(?P<who>\S.{2,60}?) (?:is|was) (?:an? |the )(?:[\w’'-]+ ){0,6}(?:reporter|writer"
    r"|correspondent|"
    r"editor|columnist|journalist|contributor|fellow|producer)(?:-in-chief)?s?"
    r"(?:\.|,? (?:at|for|with|of|in|on|covering|based|who) .{2,160})"
    r"|(?P<beat>\S.{2,60}?) (?:covers|writes about) .{2,80} (?:for|at) .{2,60}",
    re.I,
)
_REPORTED = lazily(r"(?P<who>\S.{2,60}?) (?:reported|reports) from (?P<where>[^.;]{2,90})\.?\Z")
_NO_NAMES = words("Numbers Demand Design Law Nature Night Day Land Sea Contrast Comparison Chance")
_POST = lazily(
    r"(?:[A-Z]\w+ )?(?:staff|reporters?|correspondents?|newsroom|team|desk"
    r"|editors)(?: and agencies)?",
    re.I,
)
_AFTER_NAME = lazily(
    r"[,;|@(•/·–—]|\s-\s|\s(?:and|&|in|for|with|at|from|of)\s|(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)"
    r"(?<!\b[A-Z])\.\s|\s(?:Published|Updated|Posted|BBC|CNN|AP|AFP|Associated Press)\b"
    r"|\s(?=\w+ (?:editor|correspondent|reporter|writer)\b)"
)


_DESK = ("correspond", "report", "bureau", "staff", "desk", "service", "writer", "board")


def byline(line: str) -> str:
    """Why a line says who wrote, edited or helped to report a story."""
    lower = line.lower()
    if _says_by(line, lower):
        return "says who wrote it"
    if match := LABELLED.match(line):
        label, rest = match["label"].strip(), match["rest"] or ""
        if _WRITTEN.fullmatch(label) and _people(rest, line):
            return f"opens with “{label}”"
        if is_name(label, 2, 4) and match["mark"] in "|•–-" and _newsroom(rest):
            return "is a name and a newsroom role"
    desk = len(line) <= 80 and any(word in lower for word in _DESK)
    if desk and (line[:1].isupper() or line.startswith("by ")) and _STAFF.fullmatch(line):
        return "is a newsroom role"
    return _after_story(line, lower) or ("is a name and a newsroom role" if _titled(line) else "")


def _says_by(line: str, lower: str) -> bool:
    """Whether a line is of the form ``By Jane Doe``, in whatever words."""
    if "by" in lower or "told to" in lower or "reporting from" in lower or "with contrib" in lower:
        match = _BY.match(line)
        if match and _people(match["who"] or match["helper"], line):
            return True
    if line.startswith("From ") and (match := _FROM.match(line)):
        return is_name(match["who"], 2, 4) and is_name(match["where"])
    match = _ABROAD.fullmatch(line) if len(line) <= 60 else None
    return match is not None and is_name(match["who"], 2, 4)


def _after_story(line: str, lower: str) -> str:
    """Why a sentence below a story says who helped, who reported, or who the author is."""
    reported = "report" in lower
    if reported or "contribut" in lower:
        match = _CONTRIBUTED.match(line)
        if match and _credited(match["who"]):
            return "says who contributed"
    if any(verb in lower for verb in (" is ", " was ", " covers ", " writes ")):
        match = _BIO.fullmatch(line)
        if match and not NARRATIVE.search(line):
            return "says who the author is" if is_name(match["who"] or match["beat"], 2, 4) else ""
    match = _REPORTED.match(line) if reported else None
    if match and is_name(match["who"], 2, 4) and not NARRATIVE.search(line):
        return "says who reported it"
    return ""


def _people(who: str, line: str) -> bool:
    """Whether what follows ``By`` starts with a name and does not run on like prose."""
    who = who.strip().removeprefix("the ")
    first = _AFTER_NAME.split(who, maxsplit=1)[0].strip(" .")
    rest = who[len(first) :].strip(" .")
    if AGENCIES.fullmatch(first) or _POST.fullmatch(first):
        return not reads_on(who)
    if not is_name(first, 1, 6) or first.split()[-1] in _NO_NAMES or first.endswith(("’s", "'s")):
        return False
    lone = len(first.split()) == 1 and not first.isupper()
    if lone and (line[:1].islower() or rest):
        return False
    return not (rest and reads_on(line)) and len(line.split()) <= 40


def _credited(who: str) -> bool:
    """Names before ``contributed``, perhaps with their agency and their places."""
    if AGENCIES.fullmatch(who):
        return False
    stripped = re.sub(
        r"(?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3} "
        r"(?:writer|reporter|correspondent|journalist|producer|editor)s? ",
        "",
        who,
    )
    names = re.split(r",| and | & | in (?:St\. |Ft\. )?[A-Z]\w+(?: [A-Z]\w+){0,3}", stripped)
    return all(is_name(name) for name in names if name.strip()) and len(who.split()) > 1


def _titled(line: str) -> bool:
    """``Jane Doe, Political Editor``; ``Jane Doe Staff Reporter``."""
    name, comma, role = line.partition(", ")
    if comma and is_name(name, 2, 4):
        return _newsroom(role)
    role = " ".join(line.split()[2:])
    return is_name(line, 3, 6) and bool(
        re.search(r"(?:\A|\s)(?:Staff Writer|Correspondent|Reporter)\Z", role, re.I)
    )


def _newsroom(role: str) -> bool:
    """Whether words name a post in a newsroom or the newsroom itself."""
    parts = role.split()
    ranked = _ROLE.fullmatch(role) or (0 < len(parts) <= 5 and _ROLE.fullmatch(parts[-1]))
    return bool(ranked) and all(capital(p) or p in ("for", "to", "the", "of") for p in parts)


# -- days --------------------------------------------------------------------------------------

_STAMP = lazily(
    r"(?:(?:date|(?:first |originally |last )?(?:published|updated|posted|modified)"
    r"|created|added|issued|filed|released|uploaded|publi(?:cation|sh) date"
    r"|date published|as of)(?: (?:on|at|online))?\s?[:|-]?\s*)+",
    re.I,
)
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}"
_CORE = lazily(
    rf"\b{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{1,2}}(?:st|nd|rd|th)?[\s-]{_MONTH}\b"
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
_AGO = lazily(r"(?:an?|one|two|three|\d+)\s?(?:m|min|minute|h|hour|hr|d|day|week)s? ago", re.I)
_CHANGED = lazily(
    r"(?:(?:editor[’']?s[’']? note|correction|update|note)\s?[:—-]\s*)?"
    r"(?:this|an earlier version of this) (?:article|story|post|piece|report|page|version)"
    r"(?: (?:was|has been|is being|is))?(?: (?:last|first|since))?"
    r"(?: (?:updated|amended|corrected|modified|revised)"
    r"(?:\Z|\.\Z| (?:on|at|to|with|in|after|throughout)\b)"
    r"| (?:published|posted) (?:on|at) [\w,]{1,10} ?\d)",
    re.I,
)


_DATING = ("ago", "updated", "published", "posted", "amended", "corrected", "modified", "revised")


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
