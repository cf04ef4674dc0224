"""Who does what: the subject and the predicate of a sentence, by its first finite verb.

No parser is needed for the top of a news story: its sentences put the subject first and the verb
soon after it. What stands before the subject (a dateline, ``On Monday,``, a label and a colon) is
left out, and so is what is put in behind it (``, who was 42,``).
"""

from __future__ import annotations

import re
from functools import cache

from briefing.model.article import Span
from briefing.model.records import dataclass
from briefing.reading.tables import words

_AUXILIARIES = words(
    "is are was were has have had will would may might could can must should does did isn't aren't"
    " wasn't weren't hasn't haven't hadn't won't wouldn't can't couldn't don't doesn't didn't"
)
_CONTRACTED = words(
    "it's he's she's that's there's what's who's here's i'm you're we're they're i've you've we've"
    " they've i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd"
)
_REGULAR = (
    "accuse acquit add admit agree aim allow announce appeal appear apologise apologize approve"
    " arrest arrive ask attack avoid back ban bar battle blame block boost call cancel charge claim"
    " clear climb close collapse collide condemn confirm consider crash create criticise criticize"
    " cross dash declare decline defend delay demand deny deport derail destroy die disappear"
    " discover dismiss dive double drop ease edge elect emerge end endorse escape evacuate expand"
    " expect explain explode express face fail fear file fine fire flee free gain grant happen halt"
    " help hint hire hope identify impose improve increase injure insist introduce investigate"
    " invite issue jail join jump kick kill land lash launch leak lift live look lower march mark"
    " miss move mull name need nominate offer open oppose order oust pass phase pick pin plan play"
    " pledge plunge pledge portray post postpone praise prepare probe promise propose protest"
    " pull push question race raise rally reach react reject release remain remember remove"
    " replace report rescue resign resolve respond return reveal reverse review revive rule rush"
    " sack save scrap search seem seize serve settle share shock sign slam slash slip smash soar"
    " spark stage stall start step stop storm strip suffer support surge survive suspect suspend"
    " swear talk target test threaten tip top topple tour trap travel trigger trim try tumble"
    " turn unite unveil uphold upset urge use veto visit vote vow wait walk want warn weigh"
    " welcome wipe wonder work worry wound yield outrage anger stun alter describe use upset adopt"
    " advance assess attend blast brace brand capture change check chase compete complete confront"
    " continue control convict cost cover damage deal deliver depart detain develop disclose"
    " discuss double earn embrace enter erupt evade exceed explore extend fall favour favor"
    " feature fix flood follow force host hunt ignore ignite impress include infect inspire join"
    " judge knock lament launch limit list love mourn obtain offend overturn owe own perform"
    " permit pile pose pour predict press prompt propel prove publish punish purchase qualify"
    " quit receive recall recognise recognize recommend recover reduce refuse regain regret"
    " relax rely repeat represent require reserve resist resume retain retire rock roll score"
    " scramble sentence separate slow smile snap spot stress stretch submit succeed sue suggest"
    " surpass surprise surround switch tackle tighten tout track trade transform treat"
    " unleash update usher value vanish voice warm waste watch water widen"
)
_IRREGULAR = (
    "says said tells told makes made takes took gets got goes went finds found falls fell rises"
    " rose meets met buys bought sells sold cuts cut hits hit leaves left leads led seeks sought"
    " shows showed sends sent holds held gives gave sets set puts put keeps kept brings brought"
    " sees saw comes came pays paid loses lost wins won beats beat breaks broke becomes became"
    " begins began runs ran stands stood strikes struck shuts shut shrinks shrank shoots shot"
    " steals stole speaks spoke writes wrote wakes woke wears wore flies flew draws drew drives"
    " drove eats ate feels felt fights fought forgets forgot forbids forbade grows grew hears"
    " heard hurts hurt knows knew lets let lies lay means meant reads read rides rode rings rang"
    " sinks sank sits sat sleeps slept spends spent splits split spreads spread steals swears swore"
    " sweeps swept swings swung teaches taught thinks thought throws threw understands understood"
    " withdraws withdrew dies died stays stayed lies lied does dead backs chases fines"
)
_PLURAL = (
    " say tell make take get go find fall rise meet buy sell hit leave lead seek show send hold"
    " give keep bring see come pay lose win beat break become begin run stand strike know think"
)
"""Irregular verbs as they go with a plural."""
_DOUBLING = words("admit ban bar drop grab plan scrap slam slip stop strip tip trim top step")

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_REGULAR_PAST = re.compile(r"[a-z]{3,}ed\b")
_NOT_PAST = words(
    "hundred indeed speed need wicked sacred naked rugged red embed breed seed"
    " mohammed mohamed muhammed ahmed hamed reed saeed rasheed"
)
_BEFORE_ADJECTIVE = words("a an the to of in on at by for from with and or his her its their")
_ASKING = words(
    "bid bids plan plans effort efforts attempt attempts move moves vow vows call calls decision"
    " deal way ways right rights chance chances fight battle push pressure need reason reasons"
    " refusal failure offer offers law laws campaign proposal proposals scheme schemes threat"
    " threats order ability permission power powers promise pledge time people man woman men women"
    " place next first last how what where when one things something"
)
"""Words that an infinitive goes with, so that it is not the headline's verb."""
_READY = words("ready due able unable likely unlikely keen poised free willing about eager certain")
"""Words that stand for ``is ready`` in a headline."""
_DAY_LAST = re.compile(r"(?<=[a-z])\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
"""The day of the verb, which papers set before it: ``A court Saturday convicted``."""
_SHORT = re.compile(r"(?:(?!(?:of|in|on|at|for|with|from|by)\s)\S+\s+){2,3}")
"""A subject so short that no verb can be overlooked in it."""
_STOPS = (".", "!", "?", "\u201d", '"')
_RELATIVE = words("who which whose where")
_BASE = re.compile(r"\s[a-z]{2,}")
_LABEL = re.compile(r"[^:]{3,45}:\s+(?=\S)")
_BEFORE = re.compile(
    r"(?:(?:In|On|At|After|Before|During|As|While|When|With|Following|Despite|For|By|Since|Amid"
    r"|Late|Early|Last|Two|Just|Only|Earlier|Meanwhile|However|And|But|Yesterday|Today|Tonight"
    r")\b[^,;:]{0,90},\s+)"
)
_INSERTED = re.compile(
    r",\s(?!\d\d?,\s(?:and|from|of)\b)|\s[–—-]+\s|\s\(|\s(?:who|which|that)\b|\s[\"'“‘]"
)
_SHOUTED = re.compile(
    r"(?:'[^'\n]{3,60}'|\"[^\"\n]{3,60}\"|‘[^’\n]{3,60}’|“[^”\n]{3,60}”)\s+(?=[A-Z])"
)
_PREDICATE_END = re.compile(
    r"[;]|,\s(?:but|and|while|as|after|which|who|when|according|said|says|saying)\b|\s[–—-]+\s|:\s"
)
_FURTHEST = 130
"""Characters from the start of a subject in which its verb must come."""
_LONGEST = 600
"""Characters of a sentence that are looked at."""


@dataclass(frozen=True, slots=True)
class Clause:
    """The main clause of a sentence."""

    subject: Span
    predicate: Span
    """From the verb to the end of the clause, without the full stop."""


@cache
def _verbs() -> tuple[frozenset[str], frozenset[str]]:
    """Finite forms that go with any subject, and those that go with a plural alone."""
    finite = set(_AUXILIARIES) | set(_IRREGULAR.split())
    for verb in _REGULAR.split():
        stem = verb + verb[-1] if verb in _DOUBLING else verb
        if verb.endswith("e"):
            finite |= {verb + "s", verb + "d"}
        elif verb.endswith("y") and verb[-2] not in "aeo":
            finite |= {verb[:-1] + "ies", verb[:-1] + "ied"}
        elif verb.endswith(("s", "sh", "ch", "x")):
            finite |= {verb + "es", verb + "ed"}
        else:
            finite |= {verb + "s", stem + "ed"}
    return frozenset(finite), words(_REGULAR + _PLURAL)


def clause(text: str, sentence: Span) -> Clause | None:
    """The main clause of a sentence, or ``None`` when no verb shows.

    Args:
        text: what the sentence is a span of.
        sentence: a sentence or a headline.
    """
    end = min(sentence.end, sentence.start + _LONGEST)
    start = _subject_start(text, sentence.start, end)
    verb = _first_verb(text, start, end)
    if verb is None or verb - start > _FURTHEST:
        return None
    subject = text[start:verb].rstrip(" ,–—-")
    subject = _DAY_LAST.sub("", subject)
    inserted = _INSERTED.search(subject, 3)
    if inserted:
        subject = subject[: inserted.start()]
    while verb < end and text[verb].isspace():
        verb += 1
    if not subject.strip() or verb == end:
        return None
    closing = _PREDICATE_END.search(text, verb + 4, end)
    stop = closing.start() if closing else end
    predicate = text[verb:stop].rstrip(" .!?\"”’'")
    return Clause(Span(start, start + len(subject)), Span(verb, verb + len(predicate)))


def _subject_start(text: str, start: int, end: int) -> int:
    """Past labels, adverbials and opening quotation marks."""
    for skipped in (_SHOUTED, _LABEL, _BEFORE):
        match = skipped.match(text, start, end)
        if match and match.end() < end - 10:
            start = match.end()
    while start < end and text[start] in "\"'“‘ ":
        start += 1
    return start


def _first_verb(text: str, start: int, end: int) -> int | None:
    """Where the first finite verb after at least one word stands.

    Verbs of an inserted clause (``, who was 42,``) are passed over. In headlines ``to`` is what
    ``will`` is in a sentence (``Meridian Bank to cut jobs``), but not where a noun asks for it:
    ``Bid to save school fails``.
    """
    finite, plural = _verbs()
    headline = text[end - 1 : end] not in _STOPS
    before, past_inserted = "", start
    for match in _WORD.finditer(text, start, end):
        if match.start() < past_inserted:
            continue
        word = match.group().lower().replace("’", "'")
        if word in _CONTRACTED:
            return match.end()
        if word in _RELATIVE and text[match.start() - 2 : match.start()] == ", ":
            comma = text.find(",", match.end(), end)
            past_inserted = comma if comma > 0 else start
        elif before:
            bare = before.lower()
            past = word.endswith("ed") and word not in _NOT_PAST and _REGULAR_PAST.fullmatch(word)
            infinitive = bare == "to" and not past
            if not infinitive and (word in finite or past):
                if not (past and bare in _BEFORE_ADJECTIVE):
                    return match.start()
            elif word in plural and (bare.endswith("s") or bare in ("people", "police", "men")):
                return match.start()
            elif word == "to" and bare not in _ASKING and _BASE.match(text, match.end(), end):
                if before[0].isupper():
                    return match.start()
                if headline and _SHORT.fullmatch(text, start, match.start()):
                    ready = bare in _READY and match.start() - len(before) - 1 > start
                    return match.start() - ready * (len(before) + 1)
        before = match.group()
    return None
