"""What a line is when it is not the story: related title, source, byline, day, credit, promo.

A newsroom’s page puts such lines around the prose. Most are told by what they open with
(``Source:``, ``Photo by``, ``Sign up``) and by how the rest reads: a line that runs on like a
sentence of the story stays in the story, whatever its first word.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from briefing.model.article import BlockKind
from briefing.model.records import dataclass
from briefing.reading import bylines, imprint, onward, picture_credits, surroundings
from briefing.reading.datelines import dateline
from briefing.reading.line_features import PAPERS, POSTS, folded, tokens
from briefing.reading.line_kinds import KINDS, learned
from briefing.reading.patterns import lazily
from briefing.reading.tables import words
from briefing.reading.wording import is_name

LONGEST = 400
"""Characters; a longer line is prose or boilerplate that reads as prose."""
LEARNED = 160
"""Characters; a longer line that no rule knows is a paragraph of the story."""
GLANCE = 40
"""Characters; a shorter line is looked at closely, and one without a stop up to twice that."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What kind of furniture a line is, and what told it."""

    kind: BlockKind
    why: str


@lru_cache(maxsize=1024)  # a page says "Share" under every story, a list one thing a thousand times
def furniture(line: str) -> Furniture | None:
    """What kind of furniture a line is, or ``None`` for a line of the story.

    Rules are asked first; a short line that none of them knows is told by its wording.

    Args:
        line: one line or paragraph, with or without white space around it.
    """
    told = told_by_rules(line)
    bare = line.strip()
    if told and not (told.kind is BlockKind.PROMO and ":" in bare):
        return told
    if len(bare) > LEARNED or not any(map(str.isalnum, bare)) or dateline(bare):
        return told
    if told is None and _SPEECH.fullmatch(bare):
        return None
    kind = learned().kind(bare)
    if told and kind != BlockKind.RELATED:
        return told  # ``Check out our last post: The long bridge`` invites, too, but to a story
    if kind == KINDS[0] or (kind == BlockKind.BYLINE and _bare_name(bare)):
        return None
    return Furniture(BlockKind(kind), "is worded like such lines")


def names_somebody(line: str) -> bool:
    """Whether a line of furniture can be trusted to name its author or source.

    A rule knows where the name stands, and so does a newsroom's post beside it; a line that is
    only worded like such lines may be the greeting of a letter.
    """
    return not told_by_wording(line) or any(folded(token) in _PERSONAL for token in tokens(line))


def told_by_wording(line: str) -> bool:
    """Whether a line is furniture by its wording alone."""
    return furniture(line) is not None and told_by_rules(line) is None


def _bare_name(bare: str) -> bool:
    """Whether a line is a name and nothing else: a writer’s, a council’s or a school’s."""
    named = not any(sign in bare for sign in ",.") and not bare.isupper() and is_name(bare)
    return named and not any(
        folded(token) in POSTS or folded(token) in PAPERS for token in bare.split()
    )


def told_by_rules(line: str) -> Furniture | None:
    """What kind of furniture a rule takes a line for, if any does."""
    if len(line) > LONGEST:
        glued = _GLUED.match(line.lstrip())
        kind = BlockKind.RELATED if glued and glued["links"] else BlockKind.PROMO
        return Furniture(kind, "is a page’s furniture in one line") if glued else None
    bare = _bare(line)
    if not bare or len(bare) > LONGEST:
        return None
    if why := bylines.signed(line):
        return Furniture(BlockKind.BYLINE, why)
    if _prose_at_a_glance(bare):
        return None
    told = _told_by_a_rule(bare) or _strip(bare)
    if told is None and (why := onward.pointed(line)):
        return Furniture(BlockKind.RELATED, why)
    bracketed = bare != line.strip() and line.strip()[0] in _CLOSING
    if bracketed and (told is None or told.kind is BlockKind.BYLINE):
        return _bracketed(bare, told)
    return told


def _bracketed(bare: str, told: Furniture | None) -> Furniture | None:
    """A name in brackets, perhaps with its paper, is whose picture it is; what says more is not."""
    if told and bare.lower().startswith(_LENT_BY):
        return Furniture(BlockKind.CREDIT, "says who lent it")
    name = _DIVIDED.split(bare.replace(", ", " | "))[0]
    if is_name(name, 2, 3) and len(bare.split()) <= len(name.split()) + 4:
        return Furniture(BlockKind.CREDIT, "is a name in brackets")
    return told


def _prose_at_a_glance(bare: str) -> bool:
    """Whether a line is so plainly a paragraph that no rule need be asked: most of a text is."""
    if len(bare) < (GLANCE if bare[-1] in '.!?"”’' else 2 * GLANCE):
        return False
    first = bare[:24].split(None, 1)[0].strip("“‘\"'(:,").lower()
    return first not in _OPENERS and ":" not in bare[:48] and not any(h in bare for h in _HINTS)


def _told_by_a_rule(bare: str) -> Furniture | None:
    for kind, rule in _RULES:
        if why := rule(bare):
            return Furniture(kind, why)
    return None


def _strip(bare: str) -> Furniture | None:
    """``Jane Doe | 12 July 2023 | Politics``: a strip of short pieces, one of them an imprint."""
    pieces = [piece.strip() for piece in _DIVIDED.split(bare)]
    if not 2 <= len(pieces) <= 4 or any(len(piece.split()) > 6 for piece in pieces):
        return None
    kinds = [found.kind for piece in pieces if (found := _told_by_a_rule(piece))]
    named = is_name(pieces[0], 2, 4)
    if BlockKind.BYLINE in kinds or (BlockKind.DATE in kinds and named):
        return Furniture(BlockKind.BYLINE, "says who wrote it, and more")
    if BlockKind.DATE in kinds:
        return Furniture(BlockKind.DATE, "says when it was published, and more")
    return None


_RULES: tuple[tuple[BlockKind, Callable[[str], str]], ...] = (
    (BlockKind.DATE, imprint.date),
    (BlockKind.RELATED, onward.related),
    (BlockKind.BYLINE, bylines.byline),
    (BlockKind.SOURCE, imprint.source),
    (BlockKind.CREDIT, picture_credits.credit),
    (BlockKind.PROMO, surroundings.promo),
)
# What furniture as long as a paragraph opens with, or holds somewhere.
_OPENERS = words(
    "accessed add additional all already also an analysis as associated author be become buy by"
    " caption catch click comment compiled contact contributed copyright correction courtesy create"
    " credit discover distributed do don't donate don’t download edited editing editor editor's"
    " editor’s email enjoy enjoyed enjoying enter explore file files first follow for from get got"
    " have help hit if image images information inputs interested interview join keep last latest"
    " let like listen log love material media miss more must never not note: originally our photo"
    " photograph photographs photos picture please posted press produced published read ring"
    " recommended register related reported reporting representational reprinted republished save"
    " see send share shop sign smash source sources start stay story subscribe support take tap"
    " tell thank thanks this to translated try turn unlock update updated video view visit vote"
    " want watch we what with write writing written you you've your you’ve"
)
_HINTS = (
    "contribut", "hoto", "etty", "/", "©", " is a ", " is an ", " is the ", " covers ", "|", "mage",
    "ersion of", "responsible", "ourtesy", "shared by", "orrespondent", "eporter", "sed in this",
    "The author", "The writer", " writes about ", "bureau chief",
)  # fmt: skip
_PERSONAL = POSTS - words(
    "bureau business city desk digital newsroom political special sports staff"
)
_GLUED = lazily(
    r"(?P<links>MOST (?:READ|POPULAR|VIEWED) IN [A-Z]|(?:JUST|MUST) WATCH(?:ED)? .{5,120}Replay)"
    r"|Newsletter Sign ?Up (?:Continue|Sign|Please|You|Get|Every)"
    r"|Please verify you[’']re not a robot|(?:Invalid|Please enter an?) email address[. ]"
    r"|Sign Up You agree to receive|You must select a newsletter"
)
"""What a page's furniture opens with when its lines were lost."""
_SPEECH = lazily(r"[“\"][^“”\"]+[.!?,…][”\"]")
"""What somebody says, and nothing else."""
_LENT_BY = ("submitted by", "supplied by", "contributed by", "provided by")
_DIVIDED = lazily(r"\s[|•·/]\s")
_WRAPPED = lazily(r"[>»›▶►→●•■▪★*|~–—-]+\s*")
_CLOSING = {"(": ")", "[": "]", "<": ">"}


def _bare(line: str) -> str:
    """The line without the bullets before it and the brackets around it."""
    bare = line.strip()
    if match := _WRAPPED.match(bare):
        bare = bare[match.end() :]
    if bare[:1] in _CLOSING and bare.endswith(_CLOSING[bare[0]]) and bare.count(bare[0]) == 1:
        bare = bare[1:-1].strip()
    return bare
