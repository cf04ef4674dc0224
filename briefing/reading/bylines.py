"""Lines that say who wrote a story, edited it or helped to report it."""

from __future__ import annotations

import re

from briefing.reading.datelines import is_city
from briefing.reading.imprint import CONTRIBUTED
from briefing.reading.patterns import lazily
from briefing.reading.tables import words
from briefing.reading.wording import (
    AGENCIES,
    LABELLED,
    NARRATIVE,
    capital,
    is_name,
    reads_on,
)

_WORK = (
    r"(?:(?:additional|further) )?(?:report(?:ing|ed|s)?|writ(?:ten|ing)|edit(?:ed|ing)|compiled|"
    r"stor(?:y|ies)|text|words|posted|published|updated|analysis|opinion|column|commentary|review|"
    r"interview(?:ed)?|(?:interview )?conducted|(?:guest )?(?:essay|column|opinion)|"
    r"translat(?:ed|ion)|contributed"
    r"|research(?:ed)?|"
    r"produc(?:ed|tion)|curated|authored|presented|created|submitted|uploaded|narrated|hosted"
    r"|with reporting|"
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
    r"reported by|written by|edited by|story by|by|contributors?|contributing|about the authors?)",
    re.I,
)
_ROLE = lazily(
    r"(?:staff|correspondent|reporter|writer|editor|columnist|bureau(?: chief)?|desk|contributor|"
    r"special to .{2,40}|producer|news service|journalist|associated press|reuters|afp"
    r"|cnn(?: business"
    r"| politics)?|bloomberg|usa today|bbc(?: news| sport)?|npr|ap .{2,30}|upi"
    r"|(?:the )?canadian press|"
    r"(?:the )?[A-Z][\w -]{2,24}[ -](?:times|post|news|herald|tribune|journal|star|press|guardian"
    r"|mail|gazette|chronicle|observer|examiner|telegraph|independent|globe|bulletin|dispatch"
    r"|courier|monitor|standard|express|record|review|sun|echo|argus|advertiser|mercury)"
    r"|the (?:times|post|herald|tribune|journal|star|guardian|gazette|chronicle|observer|telegraph"
    r"|independent|globe|sun|hindu|atlantic|economist|conversation))",
    re.I,
)
_STAFF = lazily(
    r"(?:by |from )?(?:our |an? |the )?(?:(?:own|special|staff|senior|political|foreign|sports"
    r"|city|web"
    r"|news|"
    r"online|\w{2,3}|tribune|express|dawn|times|business|crime|court|legal|local|bureau) ){0,3}"
    r"(?:correspondents?|reporters?|bureau|news (?:service|desk)|web ?desk|staff writers?|"
    r"editorial board)(?:[,|] .{2,40})?"
    r"|(?:by |from )?(?:our|a|an) (?:[\w’'-]+ ){0,3}(?:correspondents?|reporters?)"
    r"|(?:by |from )?staff (?:and |writer|writers|reports?)(?:(?:wire )?(?:reports|services))?"
    r"|(?:compiled )?from (?:staff|wire|news)(?: service)? reports",
    re.I,
)
_BIO = lazily(
    r"(?P<who>\S.{2,60}?) (?:is|was) (?:an? |the |[A-Z]\w+(?:’s|'s|’|') )"
    r"(?:[\w’'-]+ ){0,6}(?:reporter|writer"
    r"|correspondent|"
    r"editor|columnist|journalist|contributor|fellow|producer|bureau chief)(?:-in-chief)?s?"
    r"(?:\.|,? (?:at|for|with|of|in|on|covering|based|who) .{2,160})"
    r"|(?P<beat>\S.{2,60}?) (?:covers|writes about|reports on) .{2,80} (?:for|at) .{2,60}"
    r"|(?P<wrote>\S.{2,60}?) is (?:the |an )?(?:co-)?author of (?:\w+ ){0,3}"
    r"(?:books?\b|novels?\b|[“\"‘]|(?-i:[A-Z])).{0,120}",
    re.I,
)
_SIGNED = lazily(
    r"(?P<mark>[—–~*_]|--)\s*(?P<who>[^\s*_].{2,60}?),?"
    r" (?:(?:is|are|was|were) (?:an?|the|former|[a-z]+(?: emerit\w+)? (?:of|at|in|for|with))"
    r"|(?:teach|writ|liv|work|serv)e?(?:s|es)? (?:at|in|for|as|on|about|[a-z]+ (?:at|in)))\b"
    r".{2,220}"
)
"""``— Jane Doe is a historian and a former mayor``: the dash makes it a signature."""
_FOUND_AT = lazily(
    r"(?P<who>\S.{2,60}?) (?:is|was) [^@]{3,160}\. (?:(?:He|She|They) (?:also )?(?:tweets?|blogs?"
    r"|can be (?:reached|contacted|found|followed) (?:at|on|via|by)|is on (?:Twitter|X|Instagram"
    r"|Bluesky|Mastodon|LinkedIn|Facebook))\b|(?:Follow|Reach|Contact|Email"
    r"|E-mail) (?:him|her|them)\b).{2,80}"
)
_THIS_BY = lazily(
    r"This (?:story|article|report|piece|interview) (?:was|is) (?:written|reported|compiled|edited)"
    r" (?:and \w+ )?by (?P<who>\S.{2,40}?)(?: (?:of|for|from|in|and)\b.*)?\.?"
)
_ROLED = lazily(r"(?:[A-Z]\w+ ){1,2}(?:Reporter|Correspondent|Columnist|Writer|Bureau Chief)")
_SELF = lazily(
    r"The (?:writer|author)s? (?:(?:is|are) (?:an? |the |former |based |\w+s (?:at|of|in) )"
    r"|teach(?:es)?\b|writes?\b"
    r"|covers?\b).{2,160}"
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
    r"|\s(?=(?:Editing|Writing|Reporting|Additional)\b)"
    r"|\s(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} \d)"
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
    told = desk and (line[:1].isupper() or line.startswith("by "))
    if told and (_STAFF.fullmatch(line) or _ROLED.fullmatch(line)):
        return "is a newsroom role"
    return _after_story(line, lower) or (
        "is a name and a newsroom role or a place" if _titled(line) else ""
    )


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
        match = CONTRIBUTED.match(line)
        if match and _credited(match["who"]):
            return "says who contributed"
    if any(verb in lower for verb in (" is ", " was ", " covers ", " writes ", " reports ")):
        match = _BIO.fullmatch(line)
        if match and not NARRATIVE.search(line):
            return (
                "says who the author is"
                if is_name(match["who"] or match["beat"] or match["wrote"], 2, 4)
                else ""
            )
    if "." in line[:-1] and (match := _FOUND_AT.fullmatch(line)):
        return "says where the author is found" if is_name(match["who"], 2, 4) else ""
    if line.startswith("This ") and (match := _THIS_BY.fullmatch(line)):
        return "says who wrote it" if is_name(match["who"], 2, 4) else ""
    if line.startswith("The ") and _SELF.fullmatch(line) and not NARRATIVE.search(line):
        return "says who the author is"
    match = _REPORTED.match(line) if reported else None
    if match and is_name(match["who"], 2, 4) and not NARRATIVE.search(line):
        return "says who reported it"
    return ""


def signed(line: str) -> str:
    """Why a whole line, with the dash before it, says who the author is."""
    whole = line.strip()
    match = _SIGNED.fullmatch(whole) if whole[:1] in "—–~*_-" else None
    if match is None or (match["mark"] in "*_" and not whole.endswith(match["mark"])):
        return ""
    story = NARRATIVE.search(re.sub(r"\b(?:was|were|his|her|their) ", "", match.group()))
    named = all(is_name(name, 2, 4) for name in match["who"].split(" and "))
    told = not named or story or whole.rstrip("*_").endswith(("!", "?", "”", '"'))
    return "" if told else "says who the author is"


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
        r", [^,]*\b(?:writer|reporter|correspondent|journalist|producer|editor)s?,?(?=\Z)"
        r"|(?:the )?[A-Z]\w+(?: [A-Z]\w+){0,3} "
        r"(?:writer|reporter|correspondent|journalist|producer|editor)s? ",
        "",
        who,
    )
    names = re.split(r",| and | & | in (?:St\. |Ft\. )?[A-Z]\w+(?: [A-Z]\w+){0,3}", stripped)
    return all(is_name(name) for name in names if name.strip()) and len(who.split()) > 1


def _titled(line: str) -> bool:
    """``Jane Doe, Political Editor``; ``Jane Doe, Lagos``; ``Jane Doe Staff Reporter``."""
    name, comma, role = line.partition(", ")
    if comma and all(is_name(each, 2, 4) for each in name.split(" and ")):
        post, _, place = role.rpartition(", ")
        return _newsroom(role) or is_city(role) or (_newsroom(post) and is_city(place))
    role = " ".join(line.split()[2:])
    return is_name(line, 3, 6) and bool(
        re.search(r"(?:\A|\s)(?:Staff Writer|Correspondent|Reporter)\Z", role, re.I)
    )


def _newsroom(role: str) -> bool:
    """Whether words name a post in a newsroom or the newsroom itself."""
    parts = role.split()
    ranked = _ROLE.fullmatch(role) or (0 < len(parts) <= 5 and _ROLE.fullmatch(parts[-1]))
    return bool(ranked) and all(capital(p) or p in ("for", "to", "the", "of") for p in parts)
