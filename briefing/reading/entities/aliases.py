"""Which mentions name the same: ``Jack Ma``, ``Mr Ma`` and ``Ma``; ``U.S.`` and ``America``.

Names are compared in their normal form. A bare name joins a fuller one where the article makes
plain whose it is: a surname the latest person who bears it, a given name or a first word the
only one who does, and else nobody. Two full names never meet through a bare one, so two people
who share a name stay two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field

from briefing.model.annotations import EntityKind
from briefing.model.records import dataclass
from briefing.reading.entities.gazetteer import (
    CLUBS,
    COMPANY_ENDINGS,
    COUNTRY_FORMS,
    GENERIC_ORGANISATIONS,
)
from briefing.reading.entities.mention import Mention, normal, untitled
from briefing.reading.entities.set_apart import set_apart


@dataclass(slots=True)
class Cluster:
    """Mentions of one person, organisation, place or thing, in text order.

    ``words`` is the name compared: the normal form of the fullest mention, word by word.
    """

    words: tuple[str, ...]
    kind: EntityKind
    mentions: list[Mention] = field(default_factory=list)

    @property
    def first(self) -> int:
        """Where it is first named."""
        return self.mentions[0].start


_GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_UNCOUNTED = frozenset(["of", "the", "and", "for", "in", "on", "&", "de", "la", "du", "des", "von"])
_ACRONYM = re.compile(r"[A-Z](?:[A-Za-z&\-]?\.?[A-Z&]){1,6}s?\.?|[A-Z]{2,8}")
_DOTTED = re.compile(r"^(?:[a-z]\.){1,3}[a-z]\.?$")
_PARTICLE = re.compile(r"^(?:al|el|ul|bin)-(?=\w{3})")


def clusters(text: str, mentions: Sequence[Mention]) -> list[Cluster]:
    """The mentions, put together; clusters by first mention, mentions in text order."""
    together = _same_form(text, mentions)
    people = [one for one in together if one.kind is EntityKind.PERSON]
    others = [one for one in together if one.kind is not EntityKind.PERSON]
    found = [*_people(people), *_others(text, others)]
    for cluster in found:
        cluster.mentions.sort(key=lambda mention: mention.start)
    return sorted(found, key=lambda cluster: cluster.first)


def compared(name: str, kind: EntityKind) -> tuple[str, ...]:
    """The words by which a name is compared with others of its kind."""
    form = normal(name)
    if kind is EntityKind.PERSON:
        return tuple(_DOTTED.sub(_undotted, word) for word in untitled(form).split())
    form = COUNTRY_FORMS.get(form, form)
    words = form.replace(",", " ").split()
    if kind is EntityKind.ORGANISATION:
        words = [word.removesuffix("'s") or word for word in words]
        while len(words) > 1 and words[-1].strip(".") in COMPANY_ENDINGS:
            words.pop()
    if kind is EntityKind.GROUP and len(words[-1]) > 4:
        words[-1] = words[-1].removesuffix("s")
    return tuple(words)


def _undotted(found: re.Match[str]) -> str:
    """``j.k.`` and ``a.j`` as ``jk`` and ``aj``."""
    return found.group().replace(".", "")


def _same_form(text: str, mentions: Sequence[Mention]) -> list[Cluster]:
    """Mentions that compare equal, whatever kind each was taken for.

    But ``Boston Holdings`` is not ``Boston`` where that is a place.
    """
    found: dict[tuple[str, ...], Cluster] = {}
    companies: dict[tuple[str, ...], Cluster] = {}
    for mention in mentions:
        name = mention.of(text)
        words = compared(name, mention.kind)
        alike = companies if _is_company(name, mention.kind) else found
        alike.setdefault(words, Cluster(words, mention.kind)).mentions.append(mention)
    for cluster in found.values():
        cluster.kind = _likeliest(cluster.mentions)
    apart: list[Cluster] = []
    for words, company in companies.items():
        namesake = found.setdefault(words, company)
        if namesake is not company and namesake.kind is EntityKind.PLACE:
            apart.append(company)
        elif namesake is not company:
            namesake.mentions += company.mentions
            namesake.kind = _likeliest(namesake.mentions)
    for words in [words for words, one in found.items() if one.kind is EntityKind.WORK]:
        group = found.get((*words[:-1], words[-1].removesuffix("s")))
        if group and group.kind is EntityKind.GROUP:  # ``Crimeans``, once taken for a work
            group.mentions += found.pop(words).mentions
    return [*found.values(), *apart]


def _is_company(name: str, kind: EntityKind) -> bool:
    """Whether a name has an ending that only a company's has, which is not compared."""
    words = normal(name).replace(",", " ").split()
    ended = len(words) > 1 and words[-1].strip(".") in COMPANY_ENDINGS
    return kind is EntityKind.ORGANISATION and ended


def _likeliest(mentions: Sequence[Mention]) -> EntityKind:
    """The kind that mentions were taken for with the most confidence."""
    weights: dict[EntityKind, float] = defaultdict(float)
    for mention in mentions:
        weights[mention.kind] += mention.confidence
    return max(weights, key=lambda kind: weights[kind])


def _people(clusters: list[Cluster]) -> list[Cluster]:
    """Full names that vary, then each bare name to the person it must mean."""
    full = [one for one in clusters if len(_core(one.words)) > 1]
    bare = [one for one in clusters if len(_core(one.words)) <= 1]
    full = _absorbed(full, _same_person)
    owners: dict[str, list[Cluster]] = defaultdict(list)
    givens: dict[str, list[Cluster]] = defaultdict(list)
    for person in full:
        core = _core(person.words)
        for surname in {core[-1], _PARTICLE.sub("", core[-1])}:
            owners[surname].append(person)
        givens[core[0]].append(person)
    alone = []
    for cluster in bare:
        name = _PARTICLE.sub("", cluster.words[0])
        if owners[name]:
            named = [(m.start, one) for one in owners[name] for m in one.mentions]
            named.sort(key=lambda pair: pair[0])
            for mention in cluster.mentions:
                earlier = [one for start, one in named if start < mention.start]
                (earlier[-1] if earlier else named[0][1]).mentions.append(mention)
        elif len(givens[name]) == 1:
            givens[name][0].mentions += cluster.mentions
        else:
            alone.append(cluster)
    return full + alone


def _core(words: Sequence[str]) -> tuple[str, ...]:
    """A person's name without ``Jr.`` and the like."""
    core = tuple(words)
    while len(core) > 1 and core[-1] in _GENERATIONS:
        core = core[:-1]
    return core


def _same_person(short: Cluster, long: Cluster) -> bool:
    """Whether one full name is another with a part left out: a middle name, a second surname."""
    few, many = short.words, long.words
    if few[-1] in _GENERATIONS or many[-1] in _GENERATIONS:
        return False
    if few == _by_initials(many):
        return True
    return many[-len(few) :] == few or (few[0] == many[0] and _within(few, many))


def _by_initials(words: Sequence[str]) -> tuple[str, ...]:
    """A person's name with its given names as initials: ``aj pero`` for Anthony Jude Pero."""
    return ("".join(word[0] for word in words[:-1]), words[-1]) if len(words) > 2 else ()


def _within(few: Sequence[str], many: Sequence[str]) -> bool:
    """Whether the words occur in the other name in this order."""
    rest = iter(many)
    return all(word in rest for word in few)


def _others(text: str, clusters: list[Cluster]) -> list[Cluster]:
    """Organisations, places and the rest: acronyms, first words and last words of fuller names."""
    clusters = _absorbed(clusters, lambda a, b: _is_acronym(text, a, b))
    clusters = _absorbed(
        clusters, lambda a, b: _opens(a, b) and not set_apart(text, a.mentions, b.mentions)
    )
    return _absorbed(clusters, _closes)


def _absorbed(clusters: list[Cluster], means: Callable[[Cluster, Cluster], bool]) -> list[Cluster]:
    """Every cluster joined to the only other that it ``means``, if there is only one."""
    index = _Index(clusters)
    taken: set[int] = set()
    for number, cluster in enumerate(clusters):
        candidates = [
            other
            for other in index.near(cluster)
            if other != number and other not in taken and means(cluster, clusters[other])
        ]
        if len(candidates) == 1:
            clusters[candidates[0]].mentions += cluster.mentions
            taken.add(number)
    return [one for number, one in enumerate(clusters) if number not in taken]


class _Index:
    """Finds the few clusters that can be meant by another, so that long lists stay quick."""

    _CROWD = 60
    """More than these, and no one of them can be meant."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for number, cluster in enumerate(clusters):
            words = cluster.words
            if len(words) > 1:
                initials = {(letters,) for letters in _initials(words)}
                club = {words[-1:]} if words[-1] in CLUBS else set()
                for key in {words[:1], *_ends(words), *initials, *club, _by_initials(words)}:
                    self._places[key].append(number)

    def near(self, cluster: Cluster) -> list[int]:
        """Numbers of clusters that share a first word, both ends, or have these initials."""
        words = cluster.words
        keys = {words, (words[0].replace(".", ""),)} if len(words) == 1 else _ends(words)
        found = {number for key in keys for number in self._places.get(key, ())}
        return sorted(found) if len(found) <= self._CROWD else []


def _ends(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {words[:2], words[-2:], (words[0], words[-1])}


def _initials(words: Sequence[str]) -> Iterator[str]:
    """The acronyms that a name of several words may have, in small letters."""
    parts = [part for word in words for part in word.split("-") if part]
    counted = [part[0] for part in parts if part not in _UNCOUNTED]
    yield "".join(counted)
    yield "".join(part[0] for part in parts)


def _is_acronym(text: str, short: Cluster, long: Cluster) -> bool:
    """Whether one is written in capitals that are the other's initials."""
    if len(short.words) != 1 or len(long.words) < 2 or long.kind is EntityKind.PERSON:
        return False
    letters = short.words[0].replace(".", "")
    written = short.mentions[0].of(text)
    return bool(_ACRONYM.fullmatch(written)) and letters in _initials(long.words)


def _opens(short: Cluster, long: Cluster) -> bool:
    """Whether one is the first words of the other: ``Alibaba`` of ``Alibaba Cloud Computing``."""
    if short.kind is not EntityKind.ORGANISATION or long.kind is not EntityKind.ORGANISATION:
        return False
    size = len(short.words)
    telling = len(short.words[0]) > 2 and short.words[0] not in GENERIC_ORGANISATIONS
    return telling and size < len(long.words) and long.words[:size] == short.words


def _closes(short: Cluster, long: Cluster) -> bool:
    """Whether one is the last words of the other: ``Communist Party`` of the Chinese one."""
    if short.kind is not EntityKind.ORGANISATION or long.kind is not EntityKind.ORGANISATION:
        return False
    size = len(short.words)
    telling = size > 1 or short.words[0] in CLUBS
    return telling and size < len(long.words) and long.words[-size:] == short.words
