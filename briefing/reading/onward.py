"""Lines that send the reader on to other stories: labelled titles, and what announces them.

Each rule takes a line without the bullets and brackets around it, and gives the reason it is such
a line, or the empty string.
"""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import LABELLED, NARRATIVE, reads_on

_RELATED = lazily(
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|links?|posts?|reading|reads?|"
    r"features?|headlines?|columns?|reports?|explainers?|opinions?|video))?"
    r"|(?:also |must |please )?(?:read|see|check)(?: (?:also|more|next|this|the|our|all|full|too"
    r"|now|on|"
    r"further|here)(?: [\w’'-]+){0,3})?"
    r"|(?:read |see )?more(?: (?:on|from|about|in) .{2,30}| (?:\w+ )?(?:stor(?:y|ies)|articles?"
    r"|news|"
    r"coverage|headlines|reading|to read|like this))?"
    r"|(?:the |our )?(?:full|previous|earlier|latest) (?:story|stories|coverage|report|text"
    r"|article|interview|transcript|news|review|guide|analysis|explainer"
    r"|preview|profile)|also (?:on|in|from) .{2,25}|in other news|must[ -]reads?"
    r"|don[’']?t miss(?: it| this)?|(?:stories )?you (?:might|may) (?:also )?(?:be |have )?"
    r"(?:like|enjoy|interested in|missed)|(?:what to )?read next"
    r"|recommended(?: (?:reading|stories|articles?|for you|reads))?|editor[s’']{0,2} (?:picks?"
    r"|choice)"
    r"|(?:up )?next(?: up| story| article)?|previous(?:ly| story| article)?|earlier|background"
    r"|further reading|from (?:the|our) archives?|(?:keep|continue) reading|top (?:stories|story"
    r"|news)"
    r"|trending(?: now| stories)?|most (?:read|popular|viewed|shared)|popular(?: now| stories)?"
    r"|live updates?|latest|catch up|in case you missed it|icymi"
    r"|(?:go|dig) deeper|also|explained|explainer|in depth|in pictures|(?:the )?long read"
    r"|deep dive"
    r"|check out|(?:similar|suggested|other)(?: stories| articles| reading| news)?"
    r"|for more(?: on .{3,40})?|(?:click|tap)(?: here)? (?:to|for) (?:read|more)(?: our .{3,30})?"
    r"|(?:read|see|check out)(?: also)? our (?:[\w’'-]+ ){0,3}(?:with|on|of) .{2,30}"
    r"|(?:previous|next|older|newer) posts?|find out more|learn more|explore(?: the series| more)?",
    re.I,
)
# The same in other languages of newspapers: French, German, Spanish, Italian, Portuguese, Dutch,
# Swedish, Danish, Norwegian, Polish, Russian.
_RELATED_ABROAD = lazily(
    r"(?:à )?lire(?: aussi| également)?|voir aussi|articles? liés?|sur le même sujet"
    r"|lesen sie (?:auch|mehr|dazu)|mehr (?:dazu|zum thema)|siehe auch|verwandte artikel"
    r"|auch interessant|(?:lee|lea|leer|ver|vea) (?:también|más)|te puede interesar"
    r"|(?:noticias|artículos?|notas?) relacionad[ao]s?|leggi anche|articoli correlati"
    r"|lei?a (?:também|mais)|veja também|lees ook|zie ook|läs (?:också|även|mer)|les også|læs også"
    r"|(?:czytaj|zobacz) (?:także|też|również)|читайте также|по теме",
    re.I,
)
_ANNOUNCING = lazily(
    r"related(?: (?:articles?|stor(?:y|ies)|news|content|coverage|(?:internet )?links|posts"
    r"|reading|reads)(?: from .{2,30})?)?"
    r"|read more(?: about .{3,40}[^.!?])?|see also|also read|read also|read next|up next"
    r"|(?:read |see )?more (?:[\w’'-]+ )?(?:stories|news|articles|headlines"
    r"|like this)(?: from .{2,30})?"
    r"|more on this(?: story)?|more (?:on|about) [\w’' -]{3,30}"
    r"|more from (?:the )?.{2,30}|(?:stories )?you (?:might|may) also (?:like|be interested in)"
    r"|recommended(?: for you| stories| articles| reading)?|what to read next|further reading"
    r"|editor[s’']{0,2} picks|most (?:read|popular|viewed)(?: \w+)?|top stories|trending stories"
    r"|don[’']t miss|(?:similar|other|popular) (?:stories|articles)|latest (?:news|stories)",
    re.I,
)
_SHOUTED = lazily(
    r"(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|MUST READ|DON[’']T MISS|RELATED"
    r"(?: STOR(?:Y|IES)| ARTICLES?)?)(?:\s+|[-–—~]\s*)[\"“‘']?[A-Z\d]"
)
_PIECE = (
    r"(?:review|interview|guide|report|analysis|explainer|story|coverage|profile|feature|preview"
    r"|investigation|recap|column|article|post|piece|essay|editorial|dispatch|round-?up|timeline"
    r"|fact[ -]?check|obituary|verdict|Q&A|hands-on)s?"
)
_OUR_PIECE = lazily(
    r"(?:you can |please |also |(?:click|tap) here (?:to |for (?=our )))*"
    r"(?:(?:read|see|check out|revisit)(?: also)? |(?<=here for )(?=our ))"
    r"(?:our|(?:my|the)(?= (?:full|complete|original|earlier|previous|latest)\b)) "
    rf"(?:[\w’'-]+ ){{0,3}}?{_PIECE} (?:of|on|with|about|from|into|to|for)\b"
    r"(?P<what>[^.!?,;]{3,90})[.!:]?",
    re.I,
)
"""``Read our full review of the Ardo 3 here``."""
_HOUSE_RULES = lazily(
    r"\b(?:newsletters?|apps?|accounts?|comment\w*|cookies?|privacy|subscri\w+|moderat\w+"
    r"|communit\w+|advertis\w+|corrections?|site|web ?site|podcasts?)\b",
    re.I,
)
"""What a page’s own guides and policies are about."""
_MORE_IN = lazily(
    r"for (?:more|further|additional|other|background|context|details|the (?:full|whole) \w+)\b"
    r"[^,:;.“‘\"]{0,60},? (?:please )?(?:see|read|check out|turn to)(?: also)?:? (?P<title>\S.+)",
    re.I,
)
_TITLE = lazily(
    r"[\"“‘'].{4,}[\"”’'][.!]?"
    rf"|(?:our|the|this|my) (?:[\w’'-]+ ){{0,3}}?{_PIECE}"
    r"(?:[:,]? (?:here|below|[\"“‘'A-Z].*)"
    r"| (?:of|on|with|about|from|into|to|by|for) [^.!?]{3,80})?\.?"
    r"|[A-Z][\w’'-]*(?: [^\s.]+){2,14}[^.,;:]"
)
_BY_TITLE = lazily(
    r"(?:also )?(?:see|read)(?: also)? [\"“‘'](?-i:[A-Z])[^\s]*(?: [^\s]+){2,}[\"”’']\.?", re.I
)
_WEB = lazily(r"https?:|www\.|@|\w\.(?:com|org|net|co\.\w\w|gov|info|example)\b")
_POINTED = lazily(r"\s*(?:>{2,3}|»{1,2}|››)\s+(?P<title>[\"“‘']?[A-Z\d].+[^\s.!,;:])\s*")
_PERSONAL = lazily(r"\b(?:I|I[’']\w+|we|you|my|our|your)\b")


def related(line: str) -> str:
    """Why a line links to other stories, or announces links to them."""
    if match := LABELLED.match(line):
        label, rest = match["label"].strip(), match["rest"] or ""
        known = _RELATED.fullmatch(label) or _RELATED_ABROAD.fullmatch(label)
        if known and rest and not rest[0].islower() and not reads_on(rest):
            return f"opens with “{label}”"
    if announces(line):
        return "announces other stories"
    if line[:4].isupper() and _SHOUTED.match(line):
        return "opens in capitals as links do"
    return "sends the reader to another story" if _sends_on(line) else ""


def _sends_on(line: str) -> bool:
    """Whether a line names a story to go on with: ``For more on this, see “The bridge”``."""
    match = _OUR_PIECE.fullmatch(line)
    if match and not _HOUSE_RULES.search(match["what"]):
        return NARRATIVE.search(match["what"]) is None
    if _BY_TITLE.fullmatch(line):
        return True
    match = _MORE_IN.fullmatch(line) if line[:4].lower() == "for " else None
    if match is None or _WEB.search(line) or not _TITLE.fullmatch(match["title"]):
        return False
    return not reads_on(match["title"].strip("\"“”‘’'."))


def pointed(line: str) -> str:
    """Why a whole line, with what stands before it, is a title that an arrow points to."""
    match = _POINTED.fullmatch(line)
    if match is None or not 4 <= len(match["title"].split()) <= 18:
        return ""
    told = NARRATIVE.search(match["title"]) or _PERSONAL.search(match["title"])
    return "" if told else "is a title after an arrow"


def announces(line: str) -> bool:
    """Whether a line says that links to other stories follow it, and names none itself."""
    bare = line.strip(" :…>»")
    return bool(_ANNOUNCING.fullmatch(bare)) or (
        line.rstrip().endswith(":") and bool(_RELATED_ABROAD.fullmatch(bare))
    )
