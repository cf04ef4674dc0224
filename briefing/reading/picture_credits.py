"""Lines beside pictures: captions, and whose picture it is."""

from __future__ import annotations

import re

from briefing.reading.patterns import lazily
from briefing.reading.wording import (
    AGENCIES,
    LABELLED,
    NARRATIVE,
    is_name,
    reads_on,
)

_PICTURE = (
    r"(?:(?:[\w.-]+|representati(?:ve|onal)) )?(?:photo(?:s|graphs?|graphers?|graphy)?|images?|"
    r"pictures?|pics?|illustrations?|graphics?|infographics?|cartoons?|charts?|maps?|artwork|art|"
    r"screen ?(?:grab|shot)|thumbnail|video|footage|photo illustration|still)"
)
_CREDITING = lazily(
    _PICTURE + r"(?: (?:credits?|sources?|caption|copyright|courtesy|by|from))?"
    r"|(?:mandatory )?credits?|caption|courtesy|photo courtesy|pictured|file"
    r"|fotos?|fotografie|bild(?:er|nachweis|quelle)?|crédits?(?: photos?)?|imagen|immagine|imagem"
    r"|фото",
    re.I,
)
_TAKEN = lazily(
    _PICTURE + r"(?: (?:courtesy(?: of)?|(?:provided |supplied |submitted )?by|via|from"
    r"|credit|copyright|source|caption),?:?|/| \(c\)| ©)"
    r"\s?(?P<who>\S.*)|courtesy(?: of)? (?P<lender>[A-Z].*|the [\w ]+)",
    re.I,
)
_HOUSES = (
    r"(?:Getty(?: Images)?|AFP|AP|AP Photo|Associated Press|Reuters|Bloomberg|EPA|EPA-EFE|EFE|PA"
    r"|PA Media|PA Wire|Shutterstock(?:\.com)?|iStock(?:photo)?|Alamy(?: Stock Photo| Live News)?"
    r"|Rex(?: Features)?|Zuma(?: Press)?|Corbis|SIPA|Anadolu(?: Agency)?|NurPhoto|Xinhua|TASS|PTI"
    r"|ANI"
    r"|Kyodo|Yonhap|Unsplash|Pexels|Pixabay|Flickr|Wikimedia(?: Commons)?|Creative Commons"
    r"|Wire ?Image"
    r"|FilmMagic|SWNS|MEGA|Backgrid|Action Images|Imago|dpa|NASA|ESA|NOAA|USGS|Handout|Pool|Newscom"
    r"|Adobe Stock|Dreamstime|Splash|Depositphotos|Photodisc|Digital Vision|Moodboard|Polaris"
    r"|Magnum"
    r"|CQ Roll Call|USA TODAY Sports|Twitter|Instagram|YouTube|Facebook|TikTok)"
)
_NAMED = r"@?\w[\w.'’ -]{1,40}"
_CAPITAL = r"[A-ZÀ-Þ][\w.’'-]*"
_PROPER = rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}"
_GIVEN = r"[A-ZÀ-Þ](?:\.|[\w’'-]*[a-zß-ÿ][\w’'-]*)"
_PERSON = rf"(?:{_GIVEN} ){{1,3}}[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*"
_SHOT = r"(?:photo(?:graph)?|picture|image|pic)s?"
_TAIL = lazily(
    rf"(?:\A|[\s.(\[|/,•©])(?:{_NAMED}?\s?[/|]\s?{_HOUSES}|{_HOUSES}\s?/\s?{_NAMED}"
    rf"|{_NAMED}\s?/\s?(?:Staff|File|Contributed|Courtesy)"
    rf"|via {_HOUSES}|{_HOUSES} via {_HOUSES}|AP Photo"
    r"|(?:getty images|shutterstock(?:\.com)?|alamy stock photo|wikimedia commons|istock(?:photo)?)"
    r"|(?:photo(?:graph(?:er)?)?|picture|image|pic"
    r"|(?<=[.!?] )credit)s?(?: credits?)?: ?(?:(?-i:[A-ZÀ-Þ\d@])|supplied|file|handout|courtesy"
    r"|submitted|contributed|provided|staff)[\w.'’/ ,&-]{1,60})"
    r"(?:[/,]\s?\w[\w ]{1,20}){0,2}[)\]]?\.?\Z"
    rf"|[(\[](?:\w+ )?(?:photo|image|picture|illustration|graphic)s? by {_NAMED}[)\]]\Z"
    rf"|[(\[](?-i:[A-Z][a-z][\w.’'-]*(?: [A-Z][\w.’'-]+){{1,3}}\s?/\s?[A-Z][\w’' ]{{1,30}})[)\]]\Z"
    rf"|[.!?]\s{_HOUSES}(?: photo)?\Z"
    rf"|[.!?]\s(?:photo|picture|image|video)s? by {_NAMED}\Z"
    rf"|[.!?][”\"’]?\s[(\[]?(?-i:{_PROPER}\s?/\s?{_PERSON}|{_PERSON}\s?/\s?{_PROPER})[)\]]?\.?\Z"
    rf"|[(\[](?-i:{_CAPITAL}\s?/\s?{_PERSON})[)\]]\Z"
    rf"|[.!?][”\"’]?\s(?:/\s?(?-i:{_PERSON})|\[(?-i:{_PERSON})\]"
    rf"|\((?-i:{_PERSON}, The {_PROPER})\))\Z"
    rf"|[.!?][”\"’]?\s[(\[]?{_SHOT}(?:\s?[—–]\s?|, )(?-i:{_PROPER})[)\]]?\Z"
    rf"|(?:[.!?][”\"’]?\s|[(\[])(?:{_SHOT} )?courtesy(?: of)?"
    r" (?-i:the [A-Z]|[A-Z])[^.!?()]{1,50}[)\]]?\.?\Z"
    r"|\((?:(?:file|stock|archive|representati\w+|ap|afp|reuters|pti|ani|getty) )?"
    r"(?:photo|image|picture|pic)s?\)\Z",
    re.I,
)
# What every such tail holds; most lines are spared the longer search.
_CREDITED = lazily(
    rf"[/|©\]]|via |hoto|icture|mage|pic|tock|redit|ourtesy|, The |[.!?]\s{_HOUSES}(?: photo)?\Z",
    re.I,
)
_SIGNED = lazily(
    rf"(?:\S+\s+){{4,}}\S+?\s?[(\[]?(?:{_SHOT}:? )?©\s?(?!Copyright)"
    rf"{_PROPER}(?:\s?/\s?{_PROPER}){{0,2}}"
    r"[)\]]?\.?"
)
"""A caption, a sign and a name: ``The harbour of Bergen at dusk. ©Mei Lin``."""
_OWNING = ("copyright", "all ", "text ", "excerpt")
_ALONE = lazily(
    rf"{_HOUSES}(?: (?:photo|via {_HOUSES}|images|file|handout))*"
    r"|(?:file|stock|handout|supplied|contributed|submitted|courtesy|staff|pti|ht|ap|afp|express"
    r"|reuters"
    r"|representati(?:ve|onal)|archive) ?(?:photo|image|picture|pic)(?:graph)?s?(?: only)?|supplied"
    r"|handout|screen ?(?:grab|shot)(?: (?:from|via) .{2,40})?|provided by [^,.]{2,30}"
    r"|(?:enlarge )?(?:this )?(?:images?|photos?|photographs?|pictures?|pics?|captions?|credits?)"
    r"(?: (?:captions?|credits?))?",
    re.I,
)
_LENT = lazily(
    r"(?:photo|image|picture|pic)(?:graph)?s? (?:contributed|supplied|submitted|provided|courtesy)"
    r"|(?:photo|image|picture|pic)(?:graph)?s? (?:is |only )?(?:used )?(?:only )?for"
    r" (?:representat\w+|illustrat\w+|reference)(?: purposes?)?(?: only)?\.?"
    r"|illustrative (?:image|photo|picture)s?",
    re.I,
)
_WORKING_FOR = lazily(r"(?P<who>\S.{3,40}?)(?:\s?[—–]\s?| for )(?P<house>[A-Z].{1,40})")
_FILE = lazily(
    r"FILES?(?: PHOTO| PIC| IMAGE)?\s?[-–—:)]|File (?:photo|picture|image)(?:\s?[-–—:,]| of [A-Z])"
    r"|\(FILES?\)|Representati(?:ve|onal) (?:image|picture|photo)\b"
)
_NUMBERED = lazily(
    r"(?P<one>\d{1,3})(?:/| of )(?P<all>\d{1,3})\s+(?=[A-Z][\w’']*\s)(?!.*\b(?:said|told)\b)"
)
_DOTTED = lazily(r"Credits?(?:\.{3}|…)\s?[A-Z]")
_CAPTION = lazily(r"(?:image|media|photo|video) (?:caption|copyright|source)[,:]? [A-Z©]", re.I)
_SHARED = lazily(
    r"[A-ZÀ-Þ][\w.'’-]*(?: [A-ZÀ-Þ][\w.'’-]*){1,4}"
    r"(?:/[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}){1,3}"
)
_FILMED = ("video", "pictured", "footage", "map", "maps", "chart", "charts", "art")


# What such lines hold, so that most others need not be matched at all.
_PICTURING = (
    "photo", "image", "picture", "pic", "illustrat", "graphic", "cartoon", "chart", "map", "art",
    "screen", "thumb", "video", "footage", "still", "courtesy",
)  # fmt: skip


def _is_house(name: str) -> bool:
    """Whether words name an agency or a paper that photographers work for."""
    return bool(AGENCIES.fullmatch(name)) or (is_name(name, 2, 5) and name.startswith("The "))


def credit(line: str) -> str:
    """Why a line is a picture's caption or says whose picture it is."""
    lower = line.lower()
    if line[:1] in "Ff(Rr" and _FILE.match(line):
        return "is a picture’s caption"
    if lower.startswith("credit") and _DOTTED.match(line):
        return "says whose picture it is"
    if line[:1].isdigit() and _NUMBERED.match(line):
        return "is a picture of a gallery"
    pictured = lower.startswith(("image", "media", "photo", "video"))
    if pictured and _CAPTION.match(line) and not reads_on(line[:60]):
        return "is a picture’s caption"
    match = LABELLED.match(line)
    if match and match["rest"] and _CREDITING.fullmatch(match["label"].strip()):
        label, rest = match["label"].strip(), match["rest"]
        named = (is_name(rest, 1, 4) or _SHARED.fullmatch(rest)) and not (
            label == "VIDEO" and len(rest.split()) > 3
        )
        if not rest[0].islower() and not reads_on(rest):
            return (
                f"opens with “{label}”" if named or label.lower().split()[-1] not in _FILMED else ""
            )
    match = _TAKEN.match(line) if any(word in lower for word in _PICTURING) else None
    if match and not reads_on(line) and len(line.split()) <= 16:
        who = match["who"] or match["lender"]
        lent = match["lender"] and not (line.endswith(".") and ", " in line)
        if lent and (who[0].isupper() or who.startswith("the ")):
            return "says whose picture it is"
        if not match["lender"] and (who[0] in "©@" or who[0].isupper() or who.startswith("the ")):
            return "says whose picture it is"
    if _ALONE.fullmatch(line.lstrip("© ")) and len(line.split()) <= 8:
        return "names a picture agency"
    if (pictured or lower.startswith(("pic", "illus"))) and _LENT.fullmatch(line):
        return "is a picture’s caption"
    match = _WORKING_FOR.fullmatch(line) if len(line) <= 80 else None
    if match and is_name(match["who"], 2, 4) and _is_house(match["house"]):
        return "names a photographer and an agency"
    if "/" in line and _SHARED.fullmatch(line.lstrip("© ")) and not NARRATIVE.search(line):
        return "names a photographer and an agency"
    # A caption with its credit: the credit stands at the end, in a form no sentence ends with.
    if "©" in line and not lower.startswith(_OWNING) and _SIGNED.fullmatch(line):
        return "ends with a picture credit"
    tail = line[-120:]
    if (
        _CREDITED.search(tail)
        and _TAIL.search(tail)
        and (len(line) <= 120 or re.search(r"[)\]/]", tail[-60:]))
    ):
        return "ends with a picture credit"
    return ""
