"""How a single line is worded, in features from which what it is can be learned.

A line is seen as a row of words. Names, days, posts in a newsroom, papers and picture agencies
are each one kind of word, so that ``Jane Doe, Health Reporter`` and ``Peter Nwosu, City Editor``
are the same row; words that were seen often enough stay as they are.
"""

from __future__ import annotations

from collections.abc import Container

from briefing.reading.patterns import lazily
from briefing.reading.tables import words
from briefing.reading.wording import NARRATIVE

POSTS = words(
    "anchor assistant associate bureau business chief city columnist columnists contributor"
    " contributors correspondent correspondents critic deputy desk digital economics editor editors"
    " executive foreign freelance investigative journalist journalists managing meteorologist"
    " multimedia newsroom photographer photojournalist political producer reporter reporters senior"
    " special sports staff stringer writer writers"
)
PAPERS = words(
    "abc advertiser agency argus bbc bulletin cbs chronicle cnn courier daily dispatch echo"
    " examiner express fox gazette globe guardian herald independent journal magazine mail media"
    " mercury monitor nbc network news npr observer post press radio record review standard star"
    " sun telegraph television times tribune tv weekly wire"
)
HOUSES = words(
    "afp alamy ani anadolu ap backgrid bloomberg corbis dpa epa flickr getty handout imago istock"
    " mega nasa newscom noaa nurphoto pa pexels pixabay pool pti reuters rex shutterstock swns tass"
    " unsplash usgs wikimedia xinhua zuma"
)
WEEK = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat"
    " sun"
)
_TOKEN = lazily(r"https?://\S+|\d{1,2}:\d\d|\w+(?:[’'.-]\w+)*|[^\w\s]")
_ADDRESS = lazily(r"https?:|.*\w\.(?:com|org|net|co|info|example|uk|ca|au|in)\b")
_YEAR = lazily(r"(?:19|20)\d\d")
_CLOCK = lazily(r"\d{1,2}[:.]\d\d")
_MONTH = lazily(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_CLOSING = "”\"’') "


def tokens(line: str) -> list[str]:
    """The words and signs of a line, as written."""
    return _TOKEN.findall(line)


def folded(token: str) -> str:
    """A word as it is looked up: small, with a straight apostrophe."""
    return token.lower().replace("’", "'")


def features(line: str, known: Container[str]) -> set[str]:
    """What a line shows: its words in ones, twos and threes, its shape, its length and its end.

    Args:
        line: one line, without white space around it.
        known: the words, folded, that stay as they are.
    """
    found = tokens(line)
    kinds = [_kind(token) for token in found]
    worded = [kind or _as_known(token, known) for token, kind in zip(found, kinds, strict=True)]
    shaped = [kind or _shape(token) for token, kind in zip(found, kinds, strict=True)]
    shown = set(_runs("", worded)) | set(_runs("/", shaped))
    shown.add("head " + " ".join(shaped[:3]))
    shown.add("tail " + " ".join(shaped[-3:]))
    return shown | _whole(line, found)


def _kind(token: str) -> str:
    """The kind of a word that stands for many, or the empty string."""
    low = folded(token)
    if token[0].isdigit():
        return "<year>" if _YEAR.fullmatch(token) else "<clock>" if _CLOCK.match(token) else "<n>"
    if "." in token and _ADDRESS.match(low):
        return "<address>"
    if low in POSTS:
        return "<post>"
    if not token[0].isupper():
        return ""
    if _MONTH.fullmatch(low):
        return "<month>"
    if low in WEEK:
        return "<day>"
    return "<house>" if low in HOUSES else "<paper>" if low in PAPERS else ""


def _as_known(token: str, known: Container[str]) -> str:
    low = folded(token)
    return low if low in known else _shape(token)


def _shape(token: str) -> str:
    if not token[0].isalpha():
        return token if len(token) == 1 else "<sign>"
    if token[0].islower():
        return "x"
    return "XX" if len(token) > 1 and token.isupper() else "X"


def _runs(mark: str, row: list[str]) -> list[str]:
    """A row’s neighbours in ones, twos and threes, with its ends."""
    ended = ["^", *row, "$"]
    return [
        mark + " ".join(ended[at : at + length])
        for length in (1, 2, 3)
        for at in range(len(ended) - length + 1)
    ]


def _whole(line: str, found: list[str]) -> set[str]:
    """What the line shows as a whole."""
    worded = [token for token in found if token[0].isalpha()]
    capitals = sum(token[0].isupper() for token in worded)
    stops = line.rstrip(_CLOSING)[-1:] in (".", "!", "?")
    bent = sum(token.endswith("ed") and token[0].islower() for token in worded)
    shown = {
        f"length {min(9, (len(found) + 1).bit_length())}",
        f"capitals {4 * capitals // max(1, len(worded))}",
        f"ends {stops} tells {bool(NARRATIVE.search(line))}",
        f"ends {stops} bent {min(bent, 2)}",
    }
    if line.isupper():
        shown.add("all capitals")
    if ":" in line[:40]:
        shown.add("a label")
    if "“" in line or '"' in line:
        shown.add("quotes")
    return shown
