"""What lines of furniture say: the publication, the authors, the day, the titles of other stories.

Every answer is words of the line; only a day is rewritten, as ISO 8601.
"""

from __future__ import annotations

import re
from datetime import date

from briefing.model.article import Span
from briefing.reading.patterns import lazily
from briefing.reading.wording import AGENCIES, LABELLED, is_name, is_publisher

# -- the publication ---------------------------------------------------------------------------

_SOURCE = lazily(
    r"\W*(?:(?:news |story |original |article )?(?:sources?(?:\(s\))?|via|agency"
    r"|quellen?|fuentes?|fonte|fonti|fontes|bron(?:nen)?|kilde|källa|źródł[oa]"
    r"|источники?)\s?(?:[:—–|]"
    r"|-\s)\s*"
    r"|SOURCE\s|via\s|with (?:files|inputs?|information|material)(?: also)? from\s|[–—-]+\s?)",
    re.I,
)
_APPEARED = lazily(
    r"(?:published|appear(?:ed|s)|ran|republished|reprinted|posted|produced|syndicated|distributed"
    r"|provided)(?: with permission)? (?:by|on|in|at|from)\s(?:the website of )?",
    re.I,
)
_OWNED = lazily(
    r"(?:(?:copyright|©|\(c\))\s*)+(?:\d{4}(?:\s?[-–]\s?\d{4})?[,.]?\s*)?(?:by\s)?", re.I
)
_ENDED = lazily(
    r"\.(?:\s|\Z)|[,;|]\s|\s(?:all rights|under|on|as|with|and is|and has|contributed)\s|\s\d{4}\b"
    r"|\s\((?!\w+\))",
    re.I,
)
_LONGEST_NAME = 60


def source_named(line: str) -> str:
    """The publication or agency a line names, as written; empty when it names none."""
    bare = line.strip().strip("()[]").strip()
    match = _OWNED.match(bare) or _SOURCE.match(bare) or _APPEARED.search(bare)
    if match is None:
        agency = AGENCIES.match(bare)
        return agency.group().strip() if agency and not bare.islower() else ""
    named = _ENDED.split(bare[match.end() :], maxsplit=1)[0].strip(' .,"“”')
    named = re.sub(r"^(?:the website |German by |French by |Spanish by )", "", named)
    if AGENCIES.fullmatch(named):
        return named.removeprefix("the ")
    if "://" in named or len(named) > _LONGEST_NAME or not is_publisher(named):
        return ""
    return named.removeprefix("the ") if any(map(str.isalpha, named)) else ""


# -- the authors -------------------------------------------------------------------------------

_BY = lazily(
    r"(?:[^\n]{0,60}?\b)?(?:by|words|text|authors?|reporters?|writers?|from)\b\s*:?\s+(?=\S)"
    r"|(?:text )?von\s|par\s|(?:escrito )?por\s|door\s|di\s",
    re.I,
)
_HELPERS = lazily(
    r"\b(?:edit(?:ed|ing)|additional reporting|compiled|photos?|photographs?|video|translat\w+)\b",
    re.I,
)
_BETWEEN = lazily(r"\s*(?:,|;|\||·|•|/|\s&\s|\sand\s|\swith\s)\s*", re.I)
_PLACED = lazily(
    r"\s(?:in|at|for|of|from)\s.*|\s(?:BBC|CNN|AP|AFP|Reuters|Associated Press)\b.*|\s[@(–—-].*"
    r"|\s(?:Published|Updated|Posted|Staff|Special|Senior|Chief|Political)\b.*"
    r"|(?<!\b[A-Z])(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bSt)\.\s.*"
)
_OFFICES = lazily(
    r"\b(?:staff|reporter|correspondent|editor|writer|news|times|post|press|tribune|herald|desk|"
    r"agency|reuters|ap|afp|cnn|bbc|business|bureau|today|journal|guardian|team|associated|project|"
    r"marketing|engineer|manager|product|university|institute|centre|center|department|director|"
    r"research\w*|columnist|contributor|chief|head|professor|founder|producer|fellow|special)\b",
    re.I,
)


def authors_named(line: str) -> tuple[str, ...]:
    """Who a byline says wrote the story, as written; editors and helpers are left out."""
    bare = line.strip().strip("()[]").strip()
    opening = _BY.match(bare)
    if opening and _HELPERS.search(opening.group()):
        return ()
    rest = bare[opening.end() :] if opening else bare
    helped = _HELPERS.search(rest)
    rest = rest[: helped.start()] if helped else rest
    found: list[str] = []
    for piece in _BETWEEN.split(rest)[:8]:
        name = _PLACED.sub("", piece.strip()).strip(" ,")
        if not name.endswith(("Jr.", "Sr.")):
            name = name.rstrip(".")
        if not is_name(name, 2, 5) or _OFFICES.search(name):
            break
        found.append(name)
    return tuple(dict.fromkeys(found))


# -- the day -----------------------------------------------------------------------------------

_MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec"
_NAMED = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_FORMS = tuple(
    lazily(form, re.I)
    for form in (
        rf"\b{_NAMED}\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year>\d{{4}})\b",
        rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?{_NAMED}\.?,?[\s-](?P<year>\d{{4}})\b",
        r"\b(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)",
        r"\b(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})\b",
        r"\b(?P<first>\d{1,2})[/-](?P<second>\d{1,2})[/-](?P<year>\d{4})\b",
    )
)


def day_named(line: str) -> str:
    """The day a line names, ISO 8601; empty when it names none, or ``3/4/2020`` could be two."""
    for form in _FORMS:
        if match := form.search(line):
            parts = match.groupdict()
            if "first" in parts:
                first, second = int(parts["first"]), int(parts["second"])
                if (first > 12) == (second > 12) and first != second:
                    return ""
                day, month = (first, second) if first > 12 else (second, first)
            else:
                written = parts["month"].lower()
                month = int(written) if written.isdigit() else _MONTHS.index(written[:3]) // 3 + 1
                day = int(parts["day"])
            return _iso(int(parts["year"]), month, day)
    return ""


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat() if 1700 <= year <= 2200 else ""
    except ValueError:
        return ""


# -- titles of other stories -------------------------------------------------------------------

_OPENING = lazily(r"[\s>»›▶►→●•■▪★*|–—(\[-]*")
_SHOUTED = lazily(
    r"(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|MUST READ|DON[’']T MISS|RELATED"
    r"(?: STOR(?:Y|IES)| ARTICLES?)?)\s+(?=[\"“‘']?[A-Z\d])"
)
_DIVIDED = lazily(r"\s+[|•·]\s+|\s*;\s+|\n")


def titles_named(line: str) -> tuple[Span, ...]:
    """The titles in a line that links to other stories, without its label; spans of ``line``."""
    start = match.end() if (match := _OPENING.match(line)) else 0
    label = LABELLED.match(line[start:].rstrip().rstrip(")]"))
    if label:
        start += label.start("rest") if label["rest"] else len(line) - start
    elif shouted := _SHOUTED.match(line, start):
        start = shouted.end()
    return _pieces(line, start, label=True)


def listed_title(line: str) -> tuple[Span, ...]:
    """The title in a line of a list of other stories: all of it but its bullet."""
    match = _OPENING.match(line)
    return _pieces(line, match.end() if match else 0, label=False)


def _pieces(line: str, start: int, *, label: bool) -> tuple[Span, ...]:
    found: list[Span] = []
    cuts = [*_DIVIDED.finditer(line, start)] if label else []
    for end, following in [*((m.start(), m.end()) for m in cuts), (len(line), len(line))]:
        while start < end and line[start].isspace():
            start += 1
        stop = end
        while stop > start and line[stop - 1].isspace():
            stop -= 1
        if line[start:stop].endswith((")", "]")) and _unopened(line[start:stop]):
            stop -= 1
        words = line[start:stop].split()
        if len(words) > 1 or (words and len(words[0]) > 8 and "://" not in words[0]):
            found.append(Span(start, stop))
        start = following
    return tuple(found)


def _unopened(text: str) -> bool:
    """Whether the bracket that ends a text was opened before it."""
    closing = text[-1]
    return text.count(closing) > text.count("(" if closing == ")" else "[")
