"""Whole small articles, and what their structure must come to."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, BlockKind, LinkKind, Origin
from briefing.reading.furniture import told_by_rules
from briefing.reading.related import related_links
from briefing.reading.sections import sections
from briefing.reading.structure import structured
from briefing.sources import RawSource, article, load
from briefing.sources.text import parse

SEED = next((Path(__file__).parents[3] / "seeds").glob("000_*.txt"))


def read(text: str, location: str = "story.txt") -> Article:
    return structured(article(RawSource(text.encode(), location)))


def lines(found: Article, kind: BlockKind) -> list[str]:
    return [block.span.of(found.text) for block in found.blocks if block.kind is kind]


AGENCY = """\
Court halts mine expansion near sacred lake
By JANE DOE Associated Press
July 12, 2023 at 5:31 p.m. EDT

DULUTH, Minn. (AP) — A federal judge on Wednesday halted the expansion of a copper mine near a lake.
The company said it would appeal. Its shares fell 8% in after-hours trading, their largest fall.
WHAT THE RULING SAYS
Judge Ann Lee wrote that the permits, issued in 2019, rested on a study the company had paid for.
WHAT HAPPENS NEXT
The company has 30 days to appeal. Until then, no new pit may be dug, the judge said on Wednesday.
Associated Press writer John Roe in St. Paul contributed to this report.
Copyright 2023 The Associated Press. All rights reserved.
"""

BROADCASTER = """\
BBC News

Bridge closed after cracks found by divers

By Tom Green
BBC News, Leeds

Published
12 July 2023

Share

Image source, PA Media
Image caption,
Engineers inspected the bridge on Tuesday

A bridge that carries 40,000 cars a day has been closed after divers found cracks in its piers.

The council said it could stay shut until the autumn. Businesses on both banks fear for their trade.

'No warning'

Engineers had inspected the bridge in May and found nothing, according to a report the BBC has seen.

Advertisement

More on this story

Council warned about bridge in 2019
Published
3 March 2019

Related Internet Links
Leeds City Council
The BBC is not responsible for the content of external sites.
"""

BROADSHEET = """\
Heatwave forces nuclear plants to cut output
River too warm to cool reactors, operator says, as prices climb

Jane Doe in Paris
Wed 12 Jul 2023 10.30 BST
Last modified on Thu 13 Jul 2023 12.01 BST

The operator of France’s nuclear plants has cut output at four reactors because rivers are too warm.

Photograph: John Roe/AFP/Getty Images

Power prices rose by a tenth on Tuesday. Traders said they expected further cuts in the next weeks.

Sign up to First Edition, our free daily newsletter

“It is the third summer in a row,” said Anne Martin, an analyst. “It will not be the last one.”
"""

CHRONICLE = """\
Timeline: How the flood unfolded

July 10, 2023
Heavy rain began to fall over the hills on Monday evening, and by midnight the river had risen.

July 11, 2023
The first houses were flooded before dawn. Boats were sent from the coast to take people off roofs.

July 12, 2023
The water began to fall at noon. Two people were still missing on Wednesday night, the police said.

Source: Associated Press
"""

COUNTED = """\
Five takeaways from the debate

The candidates met for the last time before the vote on Thursday night, and both claim to have won.

1. Taxes came first
Both promised to cut them, though neither said how the cuts would be paid for when asked about it.

2. Nobody shouted
After two angry debates, the third was calm. Aides said both had been told to smile more.

3. The crowd was small
Only 300 people were let in, by lot, and they were told to keep quiet throughout the ninety minutes.

Related stories:
Poll shows race tightening
How to vote by post
"""

MARKED = """\
# Harbour reopens after storm

*By Jane Doe* | 12 July 2023

**LAGOS, Nigeria** — The harbour reopened on Wednesday after the worst storm in a decade, and 14 \
ships that had waited at sea came in.

## Losses

Traders put their losses at $40 million. The port authority said it would waive fees for a week.

**What comes next**

The minister will visit on Friday, her office said, and will meet the families of the two sailors.

## Related

- [Storm closes harbour](https://example.com/a)
- [Ships wait at sea](https://example.com/b)

Read more: [How ports prepare](https://example.com/c)

Source: The Daily Star
"""


def test_an_agency_story() -> None:
    found = read(AGENCY)
    assert found.title == "Court halts mine expansion near sacred lake"
    assert found.authors == ("JANE DOE",)
    assert found.published == "2023-07-12"
    assert found.source == "The Associated Press"
    assert found.dateline is not None
    assert found.dateline.of(found.text) == "DULUTH, Minn. (AP) —"
    assert lines(found, BlockKind.HEADING) == ["WHAT THE RULING SAYS", "WHAT HAPPENS NEXT"]
    assert len(lines(found, BlockKind.PARAGRAPH)) == 4
    assert len(lines(found, BlockKind.BYLINE)) == 2


def test_a_broadcasters_page() -> None:
    found = read(BROADCASTER)
    assert found.title == "Bridge closed after cracks found by divers"
    assert found.source == "BBC News"
    assert found.authors == ("Tom Green",)
    assert found.published == "2023-07-12"
    assert lines(found, BlockKind.HEADING) == ["'No warning'"]
    assert len(lines(found, BlockKind.PARAGRAPH)) == 3
    assert len(lines(found, BlockKind.CREDIT)) == 3
    assert "Council warned about bridge in 2019" in lines(found, BlockKind.RELATED)


def test_a_broadsheets_page() -> None:
    found = read(BROADSHEET)
    assert found.authors == ("Jane Doe",)
    assert found.published == "2023-07-12"
    assert lines(found, BlockKind.HEADING) == []
    assert lines(found, BlockKind.PARAGRAPH)[0].startswith("River too warm")
    assert len(lines(found, BlockKind.PARAGRAPH)) == 4
    assert len(lines(found, BlockKind.CREDIT)) == len(lines(found, BlockKind.PROMO)) == 1


def test_the_days_of_a_chronicle_are_its_headings() -> None:
    found = read(CHRONICLE)
    assert lines(found, BlockKind.HEADING) == ["July 10, 2023", "July 11, 2023", "July 12, 2023"]
    assert found.title == "Timeline: How the flood unfolded"
    assert found.published == ""
    assert found.source == "Associated Press"


def test_numbered_headings_and_a_list_of_related_titles() -> None:
    found = read(COUNTED)
    headings = [block for block in found.blocks if block.kind is BlockKind.HEADING]
    assert [block.marker for block in headings] == ["1.", "2.", "3."]
    assert [link.span.of(found.text) for link in related_links(found)] == [
        "Poll shows race tightening",
        "How to vote by post",
    ]


def test_marked_up_text_keeps_its_kinds_and_gives_addresses() -> None:
    found = read(MARKED, "story.md")
    assert found.title == "Harbour reopens after storm"
    assert found.source == "The Daily Star"
    assert found.authors == ("Jane Doe",)
    assert found.published == "2023-07-12"
    assert found.dateline is not None
    assert found.dateline.of(found.text) == "LAGOS, Nigeria —"
    assert lines(found, BlockKind.HEADING) == ["Losses", "What comes next"]
    assert [(link.span.of(found.text), link.url) for link in related_links(found)] == [
        ("Storm closes harbour", "https://example.com/a"),
        ("Ships wait at sea", "https://example.com/b"),
        ("How ports prepare", "https://example.com/c"),
    ]
    assert all(link.why for link in related_links(found))


def test_several_titles_on_one_related_line_and_each_only_once() -> None:
    text = (
        "Ship sinks off cape\n\nThe ship sank on Monday in a storm that nobody had foreseen, it was"
        " said.\n\nRelated articles: Storm Nears | Harbour Closed\nRelated: Storm nears\n"
    )
    found = read(text)
    assert [link.span.of(found.text) for link in related_links(found)] == [
        "Storm Nears",
        "Harbour Closed",
    ]


def test_the_seed_has_two_sections_and_two_related_titles() -> None:
    found = structured(article(load(str(SEED))))
    assert found.title == "China’s Tech Sector Shifts Amid Economic Turmoil"
    assert found.source == "Business Insider"
    assert lines(found, BlockKind.HEADING) == [
        "China’s Tech Sector Gains Favor Amid Economic Struggles"
    ]
    assert len(sections(found)) == 2
    assert len(related_links(found)) == 2


def test_a_title_is_not_made_of_a_paragraph() -> None:
    found = read(
        "LONDON (Reuters) - Britain will act, it said.\nIt gave no date for that at all.\n"
    )
    assert found.title == ""
    assert found.source == "Reuters"


def test_a_kicker_opens_a_title_where_the_story_follows() -> None:
    found = read(
        "Explained: Why prices rise\n\nPrices have risen for a year now, and nobody can say with"
        " certainty when that will end.\n"
    )
    assert found.title == "Explained: Why prices rise"


def test_the_title_said_twice_is_no_heading() -> None:
    prose = "The ship sank on Monday in a storm that nobody had foreseen, the coast guard said."
    found = read(f"Ship sinks off cape\n\nShip sinks off cape\n\n{prose}\n\n{prose}\n")
    assert lines(found, BlockKind.HEADING) == []


def test_a_page_that_heads_its_story_with_the_title_again() -> None:
    found = read("# Ship sinks\n\n## Ship sinks\n\nThe ship sank on Monday, it was said.\n", "a.md")
    assert lines(found, BlockKind.TITLE) == ["Ship sinks", "Ship sinks"]
    assert len(sections(found)) == 1


def test_the_source_of_a_chart_is_not_the_articles() -> None:
    prose = "The ship sank on Monday in a storm that nobody had foreseen, the coast guard said."
    found = read(f"Ship sinks off cape\n\n{prose}\n\nSource: Met Office\n\n{prose}\n")
    assert found.source == ""


FRAGMENTS = st.sampled_from(
    [
        "Ship sinks off cape",
        "The ship sank on Monday in a storm that nobody had foreseen, it said.",
        "Related articles:", "Related: Storm nears", "Read more", "By Jane Doe", "July 12, 2023",
        "Source: Reuters", "LONDON —",
        "LONDON (Reuters) - Britain will act, it said on Friday.",
        "1. One", "2. Two", "• Item", "", "  ", "***", "Photo: A B", "Sign up for our newsletter",
        "Related: see https://example.com/x", "'What next'", "Image caption,", "Published",
    ]
)  # fmt: skip


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=20).map("\n".join))
def test_structure_changes_kinds_and_nothing_else(text: str) -> None:
    plain = parse(text, Origin("-"))
    found = structured(plain)
    assert found.text == plain.text
    assert [block.span for block in found.blocks] == [block.span for block in plain.blocks]
    assert found.title_span is None or found.title_span.end <= len(text)
    for link in found.links:
        assert link.span.of(found.text).strip() == link.span.of(found.text) != ""
    for first, second in pairwise(found.links):
        assert first.span.end <= second.span.start
    known = {found.source, *found.authors} - {""}
    assert all(name in found.text.replace("\n", " ") for name in known)


@given(st.lists(st.one_of(FRAGMENTS, st.text(max_size=30)), max_size=20).map("\n".join))
def test_sections_and_related_links_fit_the_article(text: str) -> None:
    found = structured(parse(text, Origin("-")))
    parts = sections(found)
    if found.blocks:
        assert parts[0].span.start == found.blocks[0].span.start
        assert parts[-1].span.end == found.blocks[-1].span.end
    for first, second in pairwise(parts):
        assert first.span.end == second.span.start
    for part in parts:
        assert part.why
        assert part.heading is None or part.span.covers(part.heading)
    related = {link.span for link in found.links if link.kind is LinkKind.RELATED}
    assert {link.span for link in related_links(found)} <= related


@pytest.mark.parametrize(
    "title",
    [
        "[red]Meridian/Bank[/red] cuts jobs",
        "CENTRAL BANK TO FIGHT CLAIMS ON GOLD",
        "Make your garden shine like a diamond!",
        "Meet the ferry’s captain - Harwick Weekly",
        "Saving rivers: Reducing the size of dams by 65%",
    ],
)
def test_a_title_that_is_worded_like_furniture_is_a_title(title: str) -> None:
    body = "The ferry ran aground off Harwick on Monday, and 300 people were taken off by boats."
    assert told_by_rules(title) is None
    assert read(f"{title}\n\n{body}\n").title == title
    assert read(f"# {title}\n\n{body}\n", "story.md").title == title


STORY = "Plans to build homes in Hale have been passed after a long debate, the council said."


def test_a_menu_above_the_title_is_no_title() -> None:
    found = read(f"Home\nNews\nSport\nWeather\n\nCouncil backs homes on mill site\n\n{STORY}\n")
    assert found.title == "Council backs homes on mill site"


def test_topics_between_title_and_story_are_furniture_but_not_its_points() -> None:
    found = read(f"Council backs homes\n\n- Housing\n- Hale\n- Planning\n\n{STORY}\n")
    assert lines(found, BlockKind.PROMO) == ["Housing", "Hale", "Planning"]
    points = "- Vote was nine to four\n- Work begins in spring\n"
    assert not lines(read(f"Council backs homes\n\n{points}\n{STORY}\n"), BlockKind.PROMO)
    noted = read(f"# Council backs homes\n\n- Housing\n- Hale\n\n{STORY}\n", "story.md")
    assert not lines(noted, BlockKind.PROMO)
