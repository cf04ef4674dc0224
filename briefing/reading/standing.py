"""Whether a sentence can stand alone, away from the sentences around it.

Three things keep it from that: it begins with a word that points back (``He``, ``However``), it is
speech without a speaker, or it is no sentence of the story at all but what a page puts beside it
(``Image copyright Reuters``, ``Click to share``).
"""

from __future__ import annotations

import re

from briefing.model.article import Span
from briefing.reading.clauses import clause

_OPENING = r"[\"'“‘(\[–—-]*+"
_POINTING = re.compile(
    _OPENING + r"(?:"
    r"(?:He|She|They|Him|Her|His|Their|Theirs|Them|Its|It's|It’s|He's|He’s|She's|She’s"
    r"|They're|They’re|That's|That’s|Both|Neither|Others|Another|Such|These|Those)\b"
    # "It is unclear whether" points to what follows; "This week" to the day.
    r"|It\b(?!\s(?:is|was|remains|remained|has been|will be|would be|seems|seemed|appears)\s"
    r"(?:\w+\s){0,3}?(?:that|to|whether|how|why|if|when|who|where|what)\b)"
    r"|(?:This|That)\b(?!\s(?:week|month|year|morning|afternoon|evening|weekend|season|summer"
    r"|winter|spring|autumn|fall|quarter|time|Sunday|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday)\b)"
    r"|(?:One|Some|Many|Most|Several|None|All|Two|Three|Each|Part)\sof\s(?:them|these|those"
    r"|this|it)\b"
    r"|(?:The|A)\s(?:latter|former|same)\b)"
)
_CONNECTING = re.compile(
    _OPENING
    + r"(?:But|And|Or|Nor|So|Yet|However|Meanwhile|Moreover|Furthermore|Additionally|Also|Besides"
    r"|Then|Thus|Therefore|Hence|Instead|Nevertheless|Nonetheless|Otherwise|Still|Similarly"
    r"|Likewise|Consequently|Afterwards?|Later|Earlier|Again|Even so|Since then|After that|At the"
    r" (?:same )?time|As a result|As such|In addition|In fact|In contrast|By contrast|In turn|In"
    r" response|For example|For instance|Of course|On the other hand|That said|Not only that"
    r"|What's more|What’s more|To that end|Rather|Indeed|Because of (?:this|that)|For that"
    r" reason)\b(?!-)"
)
_QUOTED = re.compile(r"\s*[\"“‘]")
_SPOKEN = re.compile(
    r"\b(?:said|says|say|told|tells|added|adds|wrote|writes|asked|asks|according|tweeted|tweets"
    r"|announced|insisted|argued|explained|warned|claimed|replied|recalled|noted|stated|declared"
    r"|posted|continued|concluded|admitted|testified|reads?|joked|thinks?|believes?|called)\b"
)
_BESIDE = re.compile(
    r"\b(?:(?:Image|Media|Photo|Video|Picture) (?:copyright|caption|credit|by|via)"
    r"|Click (?:here|to share|on)|Opens in new window|Skip Ad|Skip to|Embed x|Getty Images"
    r"|pic\.twitter\.com|\d+ show all|Scroll down|READ MORE|Read more|SEE ALSO|Sign up|Subscribe"
    r"|[Cc]ould not subscribe|Invalid [Ee]mail|[Tt]ry again later"
    r"|(?:in|[Tt]his|[Ii]n this) (?:undated )?(?:file |handout )?(?:photo|picture|image|frame)"
    r"|[Tt]his (?:[A-Z][a-z]+day,? )?[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?(?:\d{4},? )?"
    r"(?:(?:file|handout) )?(?:photo|picture|image|frame)"
    r"|^FILES?\s[-–—]\s[A-Z]\w+|[Pp]ictured (?:here|above|below|left|right)"
    r"|Newsletter|All rights reserved|Copyright (?:© )?\d{4}|Follow us|Share this|SHARES?"
    r"|Advertisement|ADVERTISEMENT|Loading\.\.\.|File photo|Buy photo|Play video"
    r"|Watch (?:the )?video|[Hh]ide [Cc]aption|[Tt]oggle [Cc]aption|[Ff]ull [Ss]creen"
    r"|Play slideshow"
    r"|View [Pp]hotos|Autoplay|^Caption [A-Z]"
    r"|[Cc]ontributed to this report)\b"
    r"|\((?:Photo|Picture|Image|AP Photo|REUTERS|Reuters|Source|Credit)[:/ ]"
    r"|^\d{1,3}/\d{1,3}\s|\b(?:Photos?|Pictures?|Watch|WATCH|Video|VIDEO): |\((?:left|right"
    r"|pictured)(?: [^()]{1,50})?\)|https?://|@\w+\)|(?:\s#\w+){2}"
)
_ROLL = re.compile(r"\S[^:.,;]{2,40}: (?=[A-Z])")
_PARTED = re.compile(r"[,;]\s|\sand\s")
_ROLL_CALL = 6
"""Names that a list of names has at least."""
_SHORT = 12
"""Words; where a longer sentence shows no verb, it is the list of verbs that falls short."""
_SHORT_QUESTION = 8
"""Words; a shorter question heads what answers it."""
_LONGEST = 2000
"""Characters looked at; a sentence longer than that is none."""


def points_back(sentence: str) -> bool:
    """Whether it begins with a word that needs the sentence before it."""
    return bool(_POINTING.match(sentence) or _CONNECTING.match(sentence))


def lacks_speaker(sentence: str) -> bool:
    """Whether it opens as someone's speech and does not say whose."""
    return bool(_QUOTED.match(sentence)) and not _SPOKEN.search(sentence[:_LONGEST])


def beside_story(sentence: str) -> bool:
    """Whether it is a caption, a credit or an invitation that has got among the sentences."""
    return len(sentence) > _LONGEST or bool(_BESIDE.search(sentence)) or roster(sentence)


def roster(sentence: str) -> bool:
    """Whether it is a list of names after what they are: ``Hale: Perry; Lowe, Shaw, Bell``."""
    opening = _ROLL.match(sentence[:_LONGEST])
    if opening is None:
        return False
    names = _PARTED.split(sentence[opening.end() : _LONGEST])
    words = sum(len(name.split()) for name in names)
    return len(names) >= _ROLL_CALL and words <= 2 * len(names)


def fragment(sentence: str) -> bool:
    """Whether it has no end of its own (a heading, a line cut off), or only asks."""
    closed = sentence.rstrip("\"'”’)]» ")
    if closed.endswith((" .", " !", " ?")):
        return True  # the title of another story, set among the sentences
    if closed.endswith("?") and closed.count(" ") < _SHORT_QUESTION:
        return True
    return not closed or closed[-1] not in ".!?…" or closed.endswith(("...", "…"))


def verbless(sentence: str) -> bool:
    """Whether it is short and says of nothing that it does something, as captions do."""
    if sentence.count(" ") > _SHORT:
        return False
    return clause(sentence, Span(0, len(sentence))) is None
