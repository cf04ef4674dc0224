"""News-like documents of any length, the same every time."""

from __future__ import annotations

import random
from collections.abc import Iterator

FIRST = b"FIRSTWORD"
"""The first word of every document: on the screen, the text is there."""

_PEOPLE = "Ines Okafor,Mara Lindqvist,Tomas Vega,Aiko Brandt,Samuel Osei,Lena Petrov"
_PLACES = "Port Ellery,Brandholm,Oakham,Lisbon,Tallinn,Nairobi,Quito,Bergen"
_BODIES = "the port authority,the rail union,the town council,Northgate Mutual,Delta Foods"
_DID = "said on Tuesday,told reporters,announced in a statement,confirmed on 12 March"
_WORDS = """
after,before,under,across,officials,residents,members,new,former,local,several,early,late,public
next,planned,delayed,independent,cost,price,level,share,growth,loss,supply,demand,would,could
should,was,were,had,has,been,not,the,a,of,in,on,at,to,for,with,from,by,that,which,while,because
about,over,more,than,less,nearly,some,many,few,most,ferry,bridge,harbour,quay,storm,contract
strike,harvest,tariff,treaty,inquiry,shipment,grid,forecast,census,pipeline,audit
"""


def document(words: int, seed: int = 1) -> str:
    """A Markdown document of about so many words, in sections of some paragraphs."""
    return "\n\n".join(_paragraphs(words, random.Random(seed))) + "\n"


def _paragraphs(words: int, chance: random.Random) -> Iterator[str]:
    yield f"# {FIRST.decode()} {_one(chance, _PLACES)} and the long repair of its harbour"
    count = 0
    while count < words:
        if count:
            yield f"## What {_one(chance, _BODIES)} wants for {_one(chance, _PLACES)}"
        for _ in range(chance.randint(4, 9)):
            paragraph = " ".join(_sentence(chance) for _ in range(chance.randint(2, 5)))
            count += len(paragraph.split())
            yield paragraph
            if count >= words:
                return


def _sentence(chance: random.Random) -> str:
    tail = " ".join(_one(chance, _WORDS) for _ in range(chance.randint(8, 20)))
    person, place = _one(chance, _PEOPLE), _one(chance, _PLACES)
    match chance.randrange(5):
        case 0:
            return f"{person} of {_one(chance, _BODIES)} {_one(chance, _DID)} {tail}."
        case 1:
            return f"“{tail.capitalize()},” said {person} in {place}."
        case 2:
            return f"The work will cost ${chance.randint(20, 9000) / 10} million, {tail}."
        case _:
            return f"In {place}, {tail}."


def _one(chance: random.Random, listed: str) -> str:
    """One of some words that stand between commas."""
    return chance.choice(listed.strip().replace("\n", ",").split(","))
