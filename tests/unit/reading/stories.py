"""Small articles of our own that readings are tested on."""

from __future__ import annotations

from briefing.model.article import Article, Origin
from briefing.reading.structure import structured
from briefing.sources.text import parse

FERRY = """Ferry runs aground off Harwick, injuring 14

At least 14 people were injured when a ferry ran aground near the harbour of Harwick, in northern \
Loren, at about 7.40am on Tuesday, the coastguard said.

The Northern Star, with 212 passengers on board, hit rocks in thick fog. It was on its way from \
Harwick to the island of Sule.

"We felt a bang and everybody fell," said Mara Lindqvist, a teacher who was on deck. "Nobody \
screamed. It was very quiet."

However, two of the injured were in a critical condition. Harwick General Hospital took in nine \
people, and others were treated on the quay.

Image copyright Loren Press Image caption The ferry ran aground in fog

The coastguard said that the ferry had left the marked channel. An inquiry into the cause of the \
grounding will begin on Wednesday.

The company that runs the ferry, Sule Lines, apologised to passengers and said that all sailings \
were cancelled until Friday.

Related articles: Sule Lines Orders Two New Ferries
"""

BANK = """Meridian Bank to cut 3,000 jobs as profit falls

Meridian Bank will cut 3,000 jobs, a tenth of its staff, after its profit fell by 40% to \
$1.2 billion last year.

Chief executive Ana Ruiz said the cuts would save $500 million a year. They will fall on offices \
in Porto and Leeds.

But unions said they would fight the plan. "This is a bank that pays its owners first," said Tom \
Reid of the bank workers' union.

Shares in Meridian rose 3% on Thursday.
"""

QUIET = "A single line that is all there is."


def story(text: str) -> Article:
    """The article of a text, with its structure."""
    return structured(parse(text, Origin("-")))
