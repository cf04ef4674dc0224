"""Dates: what is found, what it is worth, and what must not be guessed."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.dates import DateMention, Granularity, dates

WEDNESDAY = "2020-03-18"

# (text, words of the mention, value on Wednesday 18 March 2020)
VALUES = [
    # whole dates
    ("The law took effect on January 5, 2019.", "January 5, 2019", "2019-01-05"),
    ("The law took effect on 5 January 2019.", "5 January 2019", "2019-01-05"),
    (
        "It was signed on the 5th of January, 2019, in Rome.",
        "the 5th of January, 2019",
        "2019-01-05",
    ),
    ("He was born on Sept. 3, 1961, in Leeds.", "Sept. 3, 1961", "1961-09-03"),
    ("Updated 2019-11-30 by the desk.", "2019-11-30", "2019-11-30"),
    ("Filed 12/31/1999 in Ohio.", "12/31/1999", "1999-12-31"),
    ("Filed 31/12/1999 in Kent.", "31/12/1999", "1999-12-31"),
    ("Filed 31.12.1999 in Bonn.", "31.12.1999", "1999-12-31"),
    ("On Monday, July 6, 2015, voters said no.", "Monday, July 6, 2015", "2015-07-06"),
    ("Voters said no on Sunday 5 July 2015.", "Sunday 5 July 2015", "2015-07-05"),
    ("The Aug. 7, 1998, bombing killed 224.", "Aug. 7, 1998", "1998-08-07"),
    ("The siege lasted from May 3-5, 1980, in London.", "May 3-5, 1980", "1980-05-03/1980-05-05"),
    ("The games run 24 July to 9 August 2020.", "9 August 2020", "2020-08-09"),
    ("The fair is open 12-15 June 2021.", "12-15 June 2021", "2021-06-12/2021-06-15"),
    ("The mill in this Sept. 30, 2016, photo burnt.", "Sept. 30, 2016", "2016-09-30"),
    ("This Dec. 28, 2019 photo shows a mill.", "Dec. 28, 2019", "2019-12-28"),
    ("The mill burnt last September.", "last September", "2019-09"),
    # days without a year, nearest the day of publication
    ("The vote was held on March 3.", "March 3", "2020-03-03"),
    ("The cabinet met on Feb. 29 to agree.", "Feb. 29", "2020-02-29"),
    ("The ship sank on Nov. 12 with all hands.", "Nov. 12", "2019-11-12"),
    ("The trial will begin on July 12.", "July 12", "2020-07-12"),
    ("Elections are scheduled for Nov. 3.", "Nov. 3", "2020-11-03"),
    ("The strike on 10 December cost millions.", "10 December", "2019-12-10"),
    ("He will retire on Dec. 31, the bank said.", "Dec. 31", "2020-12-31"),
    ("The deal expires at the end of the day on April 1.", "April 1", "2020-04-01"),
    ("Shops have been closed since March 14.", "March 14", "2020-03-14"),
    ("The bomb exploded on Aug. 7 in Nairobi.", "Aug. 7", "2019-08-07"),
    ("She was arrested on June 1st.", "June 1st", "2019-06-01"),
    ("She was arrested on the 1st of June.", "the 1st of June", "2019-06-01"),
    ("Talks on Tuesday, March 10, failed.", "Tuesday, March 10", "2020-03-10"),
    ("Talks were held March 10-12 in Geneva.", "March 10-12", "2020-03-10/2020-03-12"),
    ("On July 12 and 13 people fled.", "July 12", "2019-07-12"),
    ("The law takes effect on Jan. 1.", "Jan. 1", "2021-01-01"),
    ("The final is on Dec. 12.", "Dec. 12", "2020-12-12"),
    ("The final was on Dec. 12.", "Dec. 12", "2019-12-12"),
    ("The Sept. 11 attacks changed that.", "Sept. 11", "2001-09-11"),
    ("He lost a son in the attacks of Sept. 11.", "Sept. 11", "2001-09-11"),
    ("She was hired on Sept. 11.", "Sept. 11", "2019-09-11"),
    # weekdays
    ("The hearing was put off to Monday.", "Monday", "2020-03-23"),
    ("The vote was postponed to Friday.", "Friday", "2020-03-20"),
    ("The trial starts a week from Monday.", "Monday", "2020-03-30"),
    ("The shop opens two weeks from Monday.", "Monday", ""),
    ("Police said Tuesday that he had fled.", "Tuesday", "2020-03-17"),
    ("The minister said on Monday.", "Monday", "2020-03-16"),
    ("The minister said on Wednesday.", "Wednesday", "2020-03-18"),
    ("The minister resigned on Thursday.", "Thursday", "2020-03-12"),
    ("The court will rule on Friday.", "Friday", "2020-03-20"),
    ("On Friday, the court will rule.", "Friday", "2020-03-20"),
    ("The meeting is scheduled for Monday.", "Monday", "2020-03-23"),
    ("The flight is due to leave Saturday.", "Saturday", "2020-03-21"),
    ("He was beaten last Friday.", "last Friday", "2020-03-13"),
    ("He was beaten last Wednesday.", "last Wednesday", "2020-03-11"),
    ("They play next Saturday.", "next Saturday", "2020-03-21"),
    ("The storm hit late Sunday.", "late Sunday", "2020-03-15"),
    ("Snow fell on Sunday night.", "Sunday night", "2020-03-15TNI"),
    ("Snow fell early Monday morning.", "early Monday morning", "2020-03-16TMO"),
    ("Monday's losses were erased.", "Monday", "2020-03-16"),
    ("Shares fell 3 percent Thurs. in Tokyo.", "Thurs.", "2020-03-12"),
    ("A spokesman said Tuesday the company would appeal.", "Tuesday", "2020-03-17"),
    ("It said it would open its books Monday.", "Monday", "2020-03-23"),
    ("They agreed to meet Friday in Oslo.", "Friday", "2020-03-20"),
    ("They went to court Friday in Oslo.", "Friday", "2020-03-13"),
    ("The parties meet this Saturday.", "this Saturday", "2020-03-21"),
    ("AP-NY-03-17-20 0526EST", "03-17-20 0526EST", "2020-03-17T05:26"),
    # near days
    ("The bank cut its rate yesterday.", "yesterday", "2020-03-17"),
    ("The bank is cutting its rate today.", "today", "2020-03-18"),
    ("The bank meets again tomorrow.", "tomorrow", "2020-03-19"),
    ("The bank meets again tonight.", "tonight", "2020-03-18TNI"),
    ("Crowds gathered last night.", "last night", "2020-03-17TNI"),
    ("Crowds gathered this morning.", "this morning", "2020-03-18TMO"),
    ("Crowds gathered yesterday afternoon.", "yesterday afternoon", "2020-03-17TAF"),
    ("He left the day before yesterday.", "the day before yesterday", "2020-03-16"),
    ("He returns the day after tomorrow.", "the day after tomorrow", "2020-03-20"),
    # ago
    ("It began three days ago.", "three days ago", "2020-03-15"),
    ("It began 10 days ago.", "10 days ago", "2020-03-08"),
    ("It began two weeks ago.", "two weeks ago", "2020-W10"),
    ("It began a month ago.", "a month ago", "2020-02"),
    ("It began six months ago.", "six months ago", "2019-09"),
    ("Sales rose from a year ago.", "a year ago", "2019"),
    ("It closed twenty-five years ago.", "twenty-five years ago", "1995"),
    ("It closed a decade ago.", "a decade ago", "201"),
    ("It closed several years ago.", "several years ago", ""),
    ("It closed a few hours ago.", "a few hours ago", ""),
    ("It closed two or three years ago.", "two or three years ago", ""),
    # units beside the day of publication
    ("Prices fell last week.", "last week", "2020-W11"),
    ("Prices may fall next week.", "next week", "2020-W13"),
    ("Prices fell this week.", "this week", "2020-W12"),
    ("Prices fell earlier this week.", "earlier this week", "2020-W12"),
    ("Prices fell last month.", "last month", "2020-02"),
    ("Prices fell this month.", "this month", "2020-03"),
    ("Prices may fall next month.", "next month", "2020-04"),
    ("Prices fell last year.", "last year", "2019"),
    ("Prices fell late last year.", "late last year", "2019"),
    ("Prices may fall later this year.", "later this year", "2020"),
    ("Prices may fall next year.", "next year", "2021"),
    ("Profits fell last quarter.", "last quarter", "2019-Q4"),
    ("Crowds came last weekend.", "last weekend", "2020-W11-WE"),
    ("Crowds came last summer.", "last summer", "2019-SU"),
    ("It is due by the end of the year.", "the end of the year", "2020"),
    ("It is due by the end of the month.", "the end of the month", "2020-03"),
    ("It opened at the beginning of 1998.", "the beginning of 1998", "1998"),
    ("He left that year.", "that year", ""),
    ("He left the following day.", "the following day", ""),
    # months
    ("It opened in July 2018.", "July 2018", "2018-07"),
    ("It opened in July of 2018.", "July of 2018", "2018-07"),
    ("It opened in September, 1996.", "September, 1996", "1996-09"),
    ("It opened in January.", "January", "2020-01"),
    ("It opened in November.", "November", "2019-11"),
    ("It opened last July.", "last July", "2019-07"),
    ("It opened in mid-February.", "mid-February", "2020-02"),
    ("It opened in early March.", "early March", "2020-03"),
    ("It will open in June.", "June", "2020-06"),
    ("It opened in May.", "May", "2019-05"),
    ("Between April and June it will open.", "April", "2020-04"),
    ("It will open next May.", "next May", "2020-05"),
    ("It opened in June of last year.", "June of last year", "2019-06"),
    # quarters, halves, seasons
    ("Net income fell in the third quarter.", "the third quarter", "2019-Q3"),
    ("Net income fell in the first quarter.", "the first quarter", "2020-Q1"),
    ("Its third-quarter profit fell.", "third-quarter", "2019-Q3"),
    ("In the fourth quarter of 1998 it fell.", "the fourth quarter of 1998", "1998-Q4"),
    ("Q3 2019 was strong.", "Q3 2019", "2019-Q3"),
    ("In the first half of 2019 it rose.", "the first half of 2019", "2019-H1"),
    ("In the second half of this year it will rise.", "the second half of this year", "2020-H2"),
    ("He left in the spring of 1998.", "the spring of 1998", "1998-SP"),
    ("In the fiscal third quarter it fell.", "third quarter", "2019-Q3"),
    # years, decades, centuries
    ("In 2008, banks failed.", "2008", "2008"),
    ("The 2012 Olympics were in London.", "2012", "2012"),
    ("In fiscal 1998 it grew.", "fiscal 1998", "1998"),
    ("In the 2019-20 season they won.", "2019-20", "2019/2020"),
    ("From 2015–2018 it grew.", "2015–2018", "2015/2018"),
    ("It was built in 1588.", "1588", "1588"),
    ("It thrived in the 1990s.", "the 1990s", "199"),
    ("It thrived in the early 1990s.", "the early 1990s", "199"),
    ("It thrived in the '80s.", "the '80s", "198"),
    ("It thrived in the sixties.", "the sixties", "196"),
    ("The ruin is from the 12th century.", "the 12th century", "11"),
    ("A 21st-century idea.", "21st-century", "20"),
    # lengths
    ("It took three years.", "three years", "P3Y"),
    ("The three-day visit ended.", "three-day", "P3D"),
    ("Over the past five years it grew.", "the past five years", "P5Y"),
    ("For more than a decade it grew.", "a decade", "P10Y"),
    ("He waited half an hour.", "half an hour", "PT0.5H"),
    ("He waited 90 minutes.", "90 minutes", "PT90M"),
    ("It lasted two and a half years.", "two and a half years", "P2.5Y"),
    ("It shrank for the fourth consecutive month.", "the fourth consecutive month", "P4M"),
    ("In the past week it rose.", "the past week", "P1W"),
    ("It took several months.", "several months", ""),
    ("A 30-year bond fell.", "30-year", "P30Y"),
    ("The talks went on for hundreds of hours.", "hundreds of hours", ""),
    # feasts
    ("He died on Christmas Day.", "Christmas Day", "2019-12-25"),
    ("Fighting flared on New Year's Eve.", "New Year's Eve", "2019-12-31"),
    ("Shops will open on Good Friday.", "Good Friday", "2020-04-10"),
    ("Markets closed for Thanksgiving.", "Thanksgiving", "2019-11-28"),
    ("Markets were shut on Memorial Day 2018.", "Memorial Day 2018", "2018-05-28"),
    # times of day
    ("It ended at 8:30 p.m. EST on Friday.", "8:30 p.m. EST on Friday", "2020-03-13T20:30"),
    ("It ended Tuesday at 5pm.", "Tuesday at 5pm", "2020-03-17T17:00"),
    ("It ended at 1500 GMT.", "1500 GMT", "T15:00"),
    ("It will start at 9 a.m. tomorrow.", "9 a.m. tomorrow", "2020-03-19T09:00"),
]


def found(text: str, published: str = WEDNESDAY) -> dict[str, DateMention]:
    return {mention.span.of(text): mention for mention in dates(text, published)}


@pytest.mark.parametrize(("text", "words", "value"), VALUES)
def test_value(text: str, words: str, value: str) -> None:
    mentions = found(text)
    assert words in mentions
    assert mentions[words].value == value
    assert mentions[words].resolved == value[:1].isdigit()


# (text, words of the mention, value when the day of publication is not known)
UNDATED = [
    ("On July 12, the e-commerce giant was praised.", "July 12", "--07-12"),
    ("In 2020 it began. On July 12 it ended.", "July 12", "--07-12"),
    ("It shrank again in July, data showed.", "July", "--07"),
    ("Police said Tuesday that he had fled.", "Tuesday", ""),
    ("The bank cut its rate yesterday.", "yesterday", ""),
    ("It began three days ago.", "three days ago", ""),
    ("Prices fell last week.", "last week", ""),
    ("Prices fell last year.", "last year", ""),
    ("Net income fell in the third quarter.", "the third quarter", ""),
    ("He died on Christmas Day.", "Christmas Day", ""),
    ("Filed 3/4/2020 in Ohio.", "3/4/2020", "2020"),
    ("It ended at 8:30 p.m. on Friday.", "8:30 p.m. on Friday", "T20:30"),
    ("It was sunk on March 3, 1916. By March 9 it had been found.", "March 9", "1916-03-09"),
    ("Filed 31/12/1999. Heard 3/4/2000.", "3/4/2000", "2000-04-03"),
    ("Filed 12/31/1999. Heard 3/4/2000.", "3/4/2000", "2000-03-04"),
]


@pytest.mark.parametrize(("text", "words", "value"), UNDATED)
def test_nothing_is_guessed_without_a_day_of_publication(text: str, words: str, value: str) -> None:
    mention = found(text, "")[words]
    assert mention.value == value
    assert mention.resolved == value[:1].isdigit()


NO_DATES = [
    "A USA TODAY report said so.",
    "You may march on; the second sun sat.",
    "The Sunday Times and the Daily Mail",
    "Jane April and May Smith agreed.",
    "He is 43 years old, the three-year-old is not.",
    "Boeing 737, COVID-19, G7, Qihoo 360, Channel 4",
    "The firm sold 1500 tickets and 2000 shares.",
    "It cost $2000 and then 1,999 pounds.",
    "Twice a year she won 3-2.",
    "He is in his 30s.",
    "The score was 21-14 at half time.",
    "See http://example.org/2020/07/12/story",
    "Room 1984 was empty; flight 2020 was late.",
    "It rained overnight.",
    "They fell in line and spring to action.",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date(text: str) -> None:
    assert dates(text, WEDNESDAY) == ()


def test_an_impossible_day_is_no_day() -> None:
    values = {mention.value for mention in dates("On Feb. 30, 2019, and June 31.", WEDNESDAY)}
    assert not any("30" in value or "31" in value for value in values)


def test_granularity() -> None:
    sizes = {
        "Tuesday": Granularity.DAY,
        "last week": Granularity.WEEK,
        "last month": Granularity.MONTH,
        "last quarter": Granularity.QUARTER,
        "last summer": Granularity.SEASON,
        "last year": Granularity.YEAR,
        "the 1990s": Granularity.DECADE,
        "the 19th century": Granularity.CENTURY,
        "three years": Granularity.DURATION,
    }
    for words, size in sizes.items():
        (mention,) = dates(f"He left; it was {words}.", WEDNESDAY)
        assert mention.granularity is size, words


def test_an_article() -> None:
    text = (
        "LISBON, March 18 - Fire swept through a depot on Tuesday night, the third in a week.\n"
        "\n"
        "The depot, built in 1974, burned for six hours. Firefighters left early Wednesday.\n"
        "\n"
        "An inquiry opens on Monday; a report is due by the end of the year."
    )
    assert [(mention.span.of(text), mention.value) for mention in dates(text, WEDNESDAY)] == [
        ("March 18", "2020-03-18"),
        ("Tuesday night", "2020-03-17TNI"),
        ("a week", "P1W"),
        ("1974", "1974"),
        ("six hours", "PT6H"),
        ("early Wednesday", "2020-03-18"),
        ("Monday", "2020-03-23"),
        ("the end of the year", "2020"),
    ]


def in_order(text: str, published: str) -> None:
    end = 0
    for mention in dates(text, published):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end


@given(st.text(), st.sampled_from(["", WEDNESDAY, "0001-01-01", "9999-12-31", "no date"]))
def test_any_text_gives_spans_in_order(text: str, published: str) -> None:
    in_order(text, published)


_WORDS = (
    "last next this Monday May March July 12 2020 1998 the of a three years ago week quarter third"
    " 31 30 1990s to - , . Feb. early end year months half and hundred 8:30 p.m. today 3/4/2020"
    " century 21st season summer decade 99999999 earlier years old"
)


@given(
    st.lists(st.sampled_from(_WORDS.split()), max_size=30),
    st.sampled_from(["", "0001-01-01", "9999-12-31"]),
)
def test_any_words_of_time_give_spans_in_order(written: list[str], published: str) -> None:
    in_order(" ".join(written), published)


@pytest.mark.parametrize("piece", ["1", "1,", "12/", "the last ", "May ", "1 ", "a few ", "2020-"])
def test_long_runs_take_linear_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    dates(text, WEDNESDAY)
    assert time.process_time() - started < 10
