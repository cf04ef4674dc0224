"""Where sentences end.

A sentence may end at a full stop, question mark, exclamation mark or ellipsis that is followed
by white space and something a sentence can start with. Rules then take back the stops that belong
to an abbreviation, an initial, a list number or an exclaiming name, unless the word after it is
one that hardly ever stands inside a name (``U.S. Senate`` goes on, ``U.S. The`` does not).
"""

from __future__ import annotations

import re

from briefing.model.article import Article, BlockKind, Span
from briefing.reading.patterns import lazily
from briefing.reading.tables import words

PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE})
"""The kinds of block that are made of sentences."""

_LINE = lazily(r"[^\n]+")

# A run of stops, then what closes with it. The look-behind keeps a long run from being tried anew
# at each of its characters. East Asian stops need no space after them.
_STOP = lazily(
    r"[.!?…](?<![.!?…]{2})[.!?…]*+(?:[\"'”’)\]»›]|\[\d{1,3}\])*+(?=\s)|[。！？]++[”’」』）]*+"
)
_GLUED = lazily(
    r"[.!?](?<=[a-z]{3}[.!?])[”’\"]?+(?=[“‘\"]?(?:The|But|And|He|She|It|They|We|In|This|That)\b)"
)
# ``... in front of the old mill The fire broke out``: a caption has lost its end. A small word
# before a capital that only opens sentences, with a small word after it, is found in no prose.
_UNMARKED = lazily(
    r"(?<=[a-z]{3})(?=\s(?:The|He|She|It|They|But|We|When|After|While|Although|However|There"
    r"|This|These|Those)\s(?!(?:and|or|of|the)\b)[a-z]{2,}[\s,])"
)
_LABELLING = lazily(
    r"\b(?:[Cc]aptions?|[Cc]opyright|[Ii]mage|[Pp]hoto|[Vv]ideo|[Pp]icture|called|titled|named)\Z"
)
_STARTER = lazily(
    r"\s+[\"'“‘«‹(\[¿¡]*+(?P<word>[$£€¥₹#@&]|\d|(?:[a-z]{1,2}(?=[A-Z]))?[^\W\d_][\w'’.-]{0,30}+)"
)
_HEAD = lazily(r"[^\s()\[\]\"“‘'/]+\Z")
_ENUMERATOR = lazily(r"[(\[]?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{2,5})[.)]{1,2}\Z")
_INITIALISM = lazily(r"(?:[^\W\d_]{1,2}\.&?)+[^\W\d_]{1,2}\Z")
_SPEECH = lazily(
    r"\s+(?:(?:Mr|Mrs|Ms|Dr|Sir|Lady|Lord|Sen|Rep|Gov)\.?\s)?"
    r"(?:I|(?:[A-Z][\w'’-]+|[A-Z]\.)(?:\s(?:[A-Z][\w'’-]+|[A-Z]\.|de|van|bin|al)){0,3})"
    r"\s(?:(?:later|then|also|had|once|has)\s)?"
    r"(?:said|says|asked|asks|added|told|wrote|writes|tweeted|shouted|cried|replied|recalled|"
    r"wondered|exclaimed|yelled|screamed|joked|quipped|demanded|posted|continued|explained|"
    r"declared|answered|insisted|laughed|thought|whispered|sang)\b"
)
_AFTER_TIME = lazily(
    r"\s+(?:[ECMPBG][DSM]?[ST]T?|GMT|UTC|IST|Eastern|Central|Mountain|Pacific|London|Moscow|"
    r"Beijing|New York|local|"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"[a-z]*\.?\s\d)\b"
)


_CREDIT = lazily(
    r"(?P<credit>[(\[](?:(?:Photo|Picture|Image|Video|Credit|Source)s?(?: by|: )[^()\[\]]{2,60}"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,3}\s?/\s?[A-Z][^()\[\]]{1,40})[)\]])\s+(?=\S)"
)
_NICKNAME = lazily(r"\s[\"“‘'][^\"“”‘’']{2,30}[\"”’'] [A-Z]")

# Never the end: a name or a figure follows.
_LEADING = words(
    "Mr Mrs Ms Mx Messrs Mme Mlle Dr Drs Prof Profs Rev Revd Fr Sr. Sen Sens Rep Reps Gov Govs Gen"
    " Col Maj Capt Cpl Sgt Lt Cmdr Cdr Adm Brig Hon Pres Supt Insp Det Const Amb Atty Asst Assoc"
    " Pvt Pfc Spc Sec Treas Pte Mgr Msgr Ald Dist Fig Figs Eq Rs vs v cf viz approx ca"
    " e.g i.e E.g I.e Dept Univ Op"
)
# Not the end before a figure.
_NUMBERING = words(
    "no nos art arts ch chap p pp para fig figs vol ver sec sect pt al est max min tel ext cap"
    " jan feb mar apr jun jul aug sep sept oct nov dec sat sun mon tue tues wed thu thur thurs fri"
    " c r rs ft"
)
# The end only before a word that opens sentences.
_TRAILING = words(
    "Inc Incorp Corp Co Cos Ltd Plc Bros Jr Sr Esq Bhd Pty Pvt Mfg Intl Assn Natl Bldg"
    " St Ste Mt Mts Ft Pt Ave Blvd Rd Hwy Pkwy Sq Ph Ed"
)
_WEEKDAYS = words("Sun Mon Tue Tues Wed Thu Thur Thurs Fri Sat")
_MONTH = lazily(r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)")
_STATES = words(
    "Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb"
    " Nev Okla Ore Pa Tenn Tex Vt Va Wash Wis Wyo Ont Que Alta Sask Man"
)
_OFFICES = words("Gov Gov. Sen Sen. Rep Rep. Mayor Attorney Governor Senator Lt Lt.")
# A lone capital after these is a thing's name, not a person's initial.
_LETTERED = words(
    "war vitamin vitamins plan hepatitis group class type grade series title channel section part"
    " schedule exhibit appendix category and or than model round tier phase stage act world"
)
_EXCLAIMING = words(
    "Yahoo! Jeopardy! Yum! E! Panic! Wham! Airplane! Oklahoma! Moulin Hey! Go! Joe!"
)
_COURTESY = words("Mr Mr. Mrs Mrs. Ms Ms.")
_OPENERS = words(
    "The A An In On At But And It He She They We I You This That These Those There Here His Her"
    " Their Its Our My Your If When While After As For To What Who How Why Where Which However"
    " Meanwhile Moreover Still Instead Nevertheless Nonetheless Furthermore Additionally Some Many"
    " Most Much One By With From No Not Nor So Yet Now Then Since Under Over All Also Both Another"
    " Last Earlier Later Asked According Despite Although Though Because Before During Such Today"
    " Yesterday Tomorrow Two Three Four Five Six Seven Eight Nine Ten Several Few Every Each Other"
    " Others Only Even Just Once Until Unless Without Within Among Between Through Throughout"
    " Against Amid Following Whether Perhaps Maybe Once Soon Afterwards Eventually Finally First"
    " Second Indeed Thus Therefore Hence Like Unlike Rather Everyone Everybody Everything Nobody"
    " None Nothing Somebody Someone"
    " Something Neither Either Whatever Whoever Again Overall Separately"
    " It's It’s He's He’s She's She’s I'm I’m We're We’re They're They’re That's That’s There's"
    " There’s Mr Mrs Ms"
)
# Nouns that open sentences, when the word after them is not capitalised as in a headline.
_SUBJECTS = words(
    "Analysts Investors Shares Officials Police Authorities Prosecutors Researchers Scientists"
    " Experts Critics Supporters Residents Workers Sales Revenue Profit Profits Earnings Lawyers"
    " Witnesses Investigators Firefighters Rescuers Doctors Economists Voters Opponents Protesters"
    " Demonstrators Democrats Republicans People Children Students Parents Women Men Others"
    " Detectives Troops Soldiers Rebels Lawmakers Traders"
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a stretch of text in which every line ends a sentence.

    Returns:
        Spans in text order, without the white space around them.
    """
    found: list[Span] = []
    for line in _LINE.finditer(text):
        found += _flowing(text, line.start(), line.end())
    return tuple(found)


def article_sentences(article: Article) -> tuple[Span, ...]:
    """The sentences of an article's prose: no titles, headings, furniture, tables or code.

    Within a block a newline is an ordinary space, since the source was wrapped by hand. The
    dateline before the first sentence is no part of it.
    """
    found: list[Span] = []
    opening = article.dateline
    for block in article.blocks:
        if block.kind in PROSE:
            start, end = block.span.start, block.span.end
            if opening and block.span.covers(opening) and opening.end < end:
                if article.text[start : opening.start].strip():
                    found += _flowing(article.text, start, opening.start)
                start = opening.end
            found += _flowing(article.text, start, end)
    return tuple(_uncredited(article.text, span) for span in found)


def _uncredited(text: str, sentence: Span) -> Span:
    """A sentence without the credit of a picture that has got before it: ``(Ann Lee/AP) ...``."""
    if text[sentence.start] not in "([":
        return sentence
    credit = _CREDIT.match(text, sentence.start, sentence.end)
    return Span(credit.end(), sentence.end) if credit else sentence


def _flowing(text: str, start: int, end: int) -> list[Span]:
    """The sentences of ``text[start:end]``, which flows from its start to its end."""
    found: list[Span] = []
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    for stop in _stops(text, start, end):
        if stop > start:
            found.append(Span(start, stop))
            start = stop
            while start < end and text[start].isspace():
                start += 1
    if start < end:
        found.append(Span(start, end))
    return found


def _stops(text: str, start: int, end: int) -> list[int]:
    """Where sentences end within the stretch, in order; its own end is not among them."""
    stops: list[int] = []
    opened = start
    for match in _STOP.finditer(text, start, end):
        if _ends(text, opened, match, end):
            stops.append(match.end())
            opened = match.end()
    # A space forgotten after a stop is rare, so it is looked for apart.
    stops += [match.end() for match in _GLUED.finditer(text, start, end)]
    for match in _UNMARKED.finditer(text, start, end):
        if not _LABELLING.search(text, max(start, match.start() - 12), match.start()):
            stops.append(match.end())
    # A caption that has got before the story ends with whose picture it is.
    for credit in _CREDIT.finditer(text, start, end):
        opens = text[start : credit.start()].rstrip()[-1:] in ("", ".", "!", "?")
        if not opens and not text[credit.end()].islower():
            stops.append(credit.end("credit"))
    return sorted(set(stops))


def _ends(text: str, opened: int, stop: re.Match[str], end: int) -> bool:
    """Whether a sentence that began near ``opened`` ends at this run of stops."""
    mark, place = stop.group(), stop.end()
    if mark[0] in "。！？":
        return True
    starter = _STARTER.match(text, place, end)
    if starter is None:
        return False
    word = starter["word"]
    if word[0].islower() and not (len(word) > 1 and _camel(word)):
        return False
    if mark == ".":
        return _full_stop_ends(text, opened, stop.start(), starter)
    if mark[-1] in "\"'”’»":
        # “Is it over?” Smith asked: the question closes, the sentence does not.
        named = word == "I" or word in _COURTESY or word not in _OPENERS
        return (mark[0] == "." and mark[1] not in ".…") or not (
            named and _SPEECH.match(text, place)
        )
    if mark == "!":
        head = _HEAD.search(text, max(opened, stop.start() - 40), stop.start())
        return not (head and f"{head.group()}!" in _EXCLAIMING and word not in _OPENERS)
    return True


def _camel(word: str) -> bool:
    """Whether a name starts with small letters, as iPhone does."""
    return word[1].isupper() or (len(word) > 2 and word[2].isupper())


def _full_stop_ends(text: str, opened: int, dot: int, starter: re.Match[str]) -> bool:
    """Whether a lone full stop ends a sentence, given what follows it."""
    match = _HEAD.search(text, max(opened, dot - 40), dot)
    if match is None:
        return True
    head = match.group()
    following = starter["word"].rstrip("'’.-")
    if dot - opened < 12 and _ENUMERATOR.match(text[opened : dot + 1].lstrip()):
        return False
    if head in _LEADING:
        return False
    if head.lower() in _NUMBERING and following[0].isdigit():
        return False
    if (len(head) == 1 or _INITIALISM.match(head)) and _NICKNAME.match(text, dot + 1):
        return False  # ``J.P. "The Big Bopper" Richardson``
    if head in _WEEKDAYS and _MONTH.match(following):
        return False  # ``it was Sun. Dec. 31``
    if head.lower() in ("a.m", "p.m"):
        return not _AFTER_TIME.match(text, starter.start())
    if head in _STATES and text[match.start() - 1 : match.start()] != "-":
        placed = text[max(opened, match.start() - 2) : match.start()] == ", "
        if text[starter.start("word") - 1] == "(":
            return False  # a dateline: ERIE, Pa. (AP)
        return _opens(text, starter) or (placed and following not in _OFFICES)
    if len(head) == 1 and head.isupper():
        before = text[max(opened, match.start() - 16) : match.start()].split()
        return _opens(text, starter) or bool(before and before[-1].lower() in _LETTERED)
    if head in _TRAILING or _INITIALISM.match(head):
        return _opens(text, starter)
    return True


def _opens(text: str, starter: re.Match[str]) -> bool:
    """Whether what follows is a word that opens sentences and stands in few names."""
    word = starter["word"].rstrip("'’.-")
    if word in _OPENERS or text[starter.end() : starter.end() + 1] == ":":
        return True
    return word in _SUBJECTS and text[starter.end() : starter.end() + 2].lstrip().islower()
