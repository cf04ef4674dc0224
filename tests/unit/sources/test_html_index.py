"""Pages that list articles, and stories beside which others are listed."""

from __future__ import annotations

from briefing.model.article import Article, BlockKind
from briefing.sources import RawSource, article

TEASERS = [
    "The council voted on Tuesday to keep the old swing bridge open for another ten years.",
    "A storm closed the harbour of Port Ellery for two days, and the ferries stayed in port.",
    "Ferry fares to the islands rise in May by four per cent, the company said on Friday.",
    "The lighthouse at Oakham Point is for sale, and a school wants to buy it for its pupils.",
    "Fishermen found a bell of 1790 in their nets, and the museum will show it in the summer.",
    "The mayor of Ellery will not stand again, she told the council on Monday evening.",
    "Trains between the coast and the city run every half an hour from next week onwards.",
]
CARDS = "".join(
    f'<article><h3><a href="/{number}">Headline of the story number {number}</a></h3>'
    f"<p>{teaser}</p></article>"
    for number, teaser in enumerate(TEASERS)
)


def read(body: str) -> Article:
    page = f"<html><head><title>The Herald</title></head><body>{body}</body></html>"
    return article(RawSource(page.encode(), "https://herald.example/"))


def headings(found: Article) -> list[str]:
    return [b.span.of(found.text) for b in found.blocks if b.kind is BlockKind.HEADING]


def test_a_front_page_is_its_headlines_with_their_links() -> None:
    found = read(f"<nav><a href=/>Home</a></nav><main><h1>Top stories</h1>{CARDS}</main>")
    assert headings(found) == [f"Headline of the story number {number}" for number in range(7)]
    assert all(teaser in found.text for teaser in TEASERS)
    links = [(found.of(link.span), link.url) for link in found.links]
    assert links[3] == ("Headline of the story number 3", "https://herald.example/3")
    assert "Home" not in found.text


def test_a_story_with_others_beside_it_is_a_story() -> None:
    story = "".join(f"<p>{teaser} {teaser.swapcase()}</p>" for teaser in TEASERS)
    found = read(f"<article><h1>A long day</h1>{story}</article><aside>{CARDS}</aside>")
    assert "Headline" not in found.text
    assert TEASERS[0] in found.text


def test_what_leads_a_list_stays() -> None:
    lead = "<p>Seven things happened on the coast this week, and here they are, one by one.</p>"
    found = read(f"<article><h1>The week</h1>{lead}{CARDS}</article>")
    assert "Seven things happened" in found.text
    assert len(headings(found)) == 7
