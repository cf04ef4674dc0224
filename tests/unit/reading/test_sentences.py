"""Where sentences end: a table of hard cases, and what holds of every text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article, Block, BlockKind, Origin, Span
from briefing.reading.sentences import article_sentences, sentences

CASES = (
    "Prices rose, Gov. Gavin Newsom said. ¦ The U.S. ¦ The rest followed.",
    "Robert F. Kennedy Jr. spoke first. ¦ Martin Luther King Jr. Day is in January.",
    "He lives at No. 10 Downing St. in London. ¦ No. 2 is next door.",
    "Did she win? ¦ No. ¦ She lost.",
    "“Is it over?” Smith asked. ¦ “Never!” Mr. Jones shouted back.",
    "“What a day!” Maria Garcia Lopez later recalled. ¦ She smiled.",
    "Yahoo! Inc. said it would cut jobs. ¦ Jeopardy! host Alex Trebek died in 2020.",
    "World War I began in 1914. ¦ It ended in 1918.",
    "Germany lost World War I. ¦ Britain was broke.",
    "Take vitamin C. ¦ Researchers agree.",
    "He was born on Sept. 3, 1950, in St. Louis, Mo. ¦ He moved to Boston, Mass. ¦ Police said so.",
    "Sen. John McCain, R-Ariz., voted no. ¦ He was from Phoenix, Ariz. Gov. Doug Ducey spoke.",
    "The show starts at 8 p.m. Eastern on Sunday. ¦ It ends at 10 p.m. ¦ Fans can stream it.",
    "It opens at 9 a.m. EST Friday. ¦ Doors close at 5 p.m. ¦ Tickets cost $5.",
    "Dr. Jane Smith, Ph.D., of the Univ. of Utah, said so. ¦ Prof. H. G. Wells did not.",
    "J.K. Rowling and George R.R. Martin met. ¦ Samuel L. Jackson came too.",
    "Smith et al. found the effect in 2019. ¦ See Fig. 3 and pp. 12-14.",
    "He paid $1.5 million... ¦ Then he left.",
    "Well... maybe. ¦ Who knows?",
    "“We won’t go.” ¦ “Why not?” ¦ “Because.”",
    "He said (in May 2019.) that it was. ¦ (It was not.) ¦ Nobody cared.",
    "Visit www.example.com. ¦ It is free.",
    "Mail news@example.co.uk for details. ¦ We answer.",
    "1. The first rule is simple. ¦ It is this.",
    "(a) The second rule. ¦ It is that.",
    "IV. The fourth chapter. ¦ It ends here.",
    "The case, Roe v. Wade, was decided in 1973. ¦ Brown v. Board of Education came first.",
    "Lt. Col. Bob Lee and Maj. Gen. Ann Roe testified. ¦ Capt. Kirk did not.",
    "The company (NASDAQ: AAPL) rose 2.3% to $150.25. ¦ Its rival fell 1.0%.",
    "He works for the F.B.I. ¦ She works for the C.I.A. in Langley.",
    "The U.K. government fell. ¦ So did the U.N. Security Council motion.",
    "The firm, Smith & Sons Ltd., closed. ¦ Analysts were surprised.",
    "He bought shares in Ford Motor Co. ¦ Shares fell.",
    "The iPhone is here. ¦ iPads are next. ¦ eBay sells both.",
    "He said: “I am here. ¦ I will stay.” ¦ Then he left.",
    "The study was published.[1] ¦ It was read.[2][3] ¦ Nobody replied.",
    "Temperatures hit 100 F. in July. ¦ That broke the record of 98 F.",
    "The concert was in Washington, D.C. ¦ The band left.",
    "A.J. Brown caught it. ¦ T.J. Watt sacked him.",
    "“I don’t know,” he said. ¦ “But I’ll try.”",
    "Is this the end?! ¦ Yes!!! ¦ It is.",
    "Op. 27 was played. ¦ So was Op. 31 No. 2.",
    "The plane, a Boeing 737-800, left at 5:40 p.m. local time. ¦ There were 189 on board.",
    "Gen. Stanley McChrystal resigned. ¦ The general apologised.",
    "It weighs approx. 5 kg. ¦ It is 6 ft. 2 in. tall.",
    "He met with the Rev. Al Sharpton. ¦ They talked.",
    "He came from Pa. and she from Ga. ¦ They met in Va. in 1999.",
    "I met Mr. and Mrs. Jones. ¦ They were kind.",
    "He studied at M.I.T. ¦ There he met Noam Chomsky.",
    "The E.U. and the U.S. agreed. ¦ Japan did not.",
    "The Dow rose 1.2 percent. ¦ The S.&P. 500 fell.",
    "“¿Qué pasa?” she asked. ¦ “Nada.”",
    "She finished 2nd in the 100 m. ¦ Usain Bolt won.",
    "The St. Petersburg Times reported it. ¦ St. John’s agreed.",
    "It costs Rs. 4,000 crore (approx. $500m). ¦ India can afford it.",
    "The film “Oh, God!” came out in 1977. ¦ It did well.",
    "The song “Who Are You?” was played. ¦ Fans sang.",
    "He asked, “Why?” ¦ Nobody answered.",
    "The bill — known as H.R. 1 — passed. ¦ H.R. 2 failed.",
    "See Section 3. ¦ It is long.",
    "The vote was 51 to 49. ¦ 3 senators abstained.",
    "“No comment,” said Jones. ¦ “None.”",
    "He was 5 ft. tall.",
    "In Jan. 2020 it began. ¦ By Feb. it was over.",
    "It was sold by Sotheby’s, Christie’s, etc. ¦ Nobody bought it.",
    "She is a Level 3 C.P.A. in Ill. and Ind. ¦ Others aren’t.",
    "The ship H.M.S. Victory is in Portsmouth. ¦ It is old.",
    "He plays for D.C. United. ¦ D.C. United won.",
    "Apple Inc. Chief Executive Tim Cook spoke. ¦ Warner Bros. Pictures listened.",
    "“He’s gone...” Hailey recalled. ¦ The room was silent.",
    "They sang “Help!” and “Let It Be.” ¦ The crowd roared.",
    "Volume fell to 3.4 m. tonnes. ¦ Prices rose.",
    "Police Sgt. Joe Doe, 35, died. ¦ Cpl. Ann Poe, 22, survived.",
    "The U.S. is ready. ¦ Is the U.K.? ¦ No one knows.",
    "The team signed Ken Griffey Jr. ¦ He cried.",
    "“Go home!” they shouted. ¦ “Go!” ¦ He went.",
    "The rate is 5 p.c. ¦ It was 4 p.c. in May.",
    "ERIE, Pa. (AP) - Snow continues to fall. ¦ It is deep.",
    "(CNN)Gen. David Petraeus pleaded guilty. ¦ He resigned.",
    "“Why?” ¦ Everybody said they did not know. ¦ It was late.",
    "The U.S.-led coalition struck. ¦ The U.N.’s envoy objected.",
    "Q. Why did you go? ¦ A. Because I had to.",
    "F. Scott Fitzgerald wrote it. ¦ George H.W. Bush read it. ¦ E. coli was found in it.",
    "The Washington, D.C.-based group sued. ¦ It won.",
    "World War II. ended late, he wrote.",
    "King Charles III. was crowned in May.",
    "The third was Napoleon III. ¦ He fell in 1870.",
    "She has two Ph.D.s and an M.B.A. from M.I.T. ¦ She is 30.",
    "See p. 5. ¦ Then see pp. 7-9. ¦ (See Vol. 2, No. 3.) ¦ That is all.",
    "The Rev. Dr. Martin Luther King Jr. spoke on Aug. 28, 1963. ¦ A quarter-million people came.",
    "He left at 4 p.m. ¦ The door closed. ¦ At 5 a.m. he was back.",
    "Shares rose 4% to $1.2bn. ¦ Rivals fell.",
    "“It’s over!” she cried. ¦ “Go home!”",
    "“Are you sure?” Ms. Lee asked the witness. ¦ He nodded.",
    "“Who are you?” I asked. ¦ No answer came.",
    "‘No,’ he said. ¦ ‘Never.’",
    "He was, he said, “very, very tired.” ¦ The coach agreed.",
    "“He’s the best.” ¦ So says his mother.",
    "The company (formerly Acme Inc.) moved to Austin, Texas. ¦ It has 40 staff.",
    "Sgt. 1st Class Joe Doe and Lt. Gov. Ann Roe met. ¦ Det. Supt. Poe did not.",
    "The law, known as Sec. 702, expires Dec. 31. ¦ Congress must act.",
    "Prices are up 3.4 pct. ¦ Wages aren’t.",
    "That was in Nov. ¦ In Dec. it snowed.",
    "The bill passed 218-210. ¦ Speaker Mike Johnson called it historic.",
    "He lives on Elm St. ¦ She lives on Oak Ave. in Dayton.",
    "The firm is based in Palo Alto, Calif. ¦ It was founded in 1998.",
    "They met in Washington. ¦ D.C. was hot.",
    "He has played for A.C. Milan and F.C. Barcelona. ¦ He is 34.",
    "I saw it. ¦ I did. ¦ So did Mr. T.",
    "“What?” ¦ “Nothing.” ¦ “Fine!”",
    "It cost 5 p. in 1970. ¦ Now it is £5.",
    "The drug, approved by the F.D.A., works. ¦ Side effects (nausea, etc.) are mild.",
    "The answer is (b). ¦ The question was hard.",
    "He scored 21 pts. and 7 rebs. ¦ They lost.",
    "He said he’d “… never do it again.” ¦ He did.",
    "Tickets are at www.example.org/tickets. ¦ Call 555-1234.",
    "The study (Smith et al., 2019) was small. ¦ It had 12 subjects.",
    "Apple’s Tim Cook said so on CNBC’s “Mad Money.” ¦ Shares rose.",
    "Who won? ¦ The Heat. ¦ By how much? ¦ Twelve.",
    "She was born in St. Kitts. ¦ Mt. Liamuiga is there.",
    "Ex-president Barack H. Obama spoke. ¦ Michelle did, too.",
    "At least 5,000 people (2,300 of them children) fled. ¦ The U.N.H.C.R. helped.",
    "A 6.5-magnitude quake hit at 3:14 a.m. local time. ¦ Nobody was hurt.",
    "Mr. Xi said: “The Pacific is big enough.” ¦ Mr. Biden agreed.",
    "He won 6-3, 6-4. ¦ Then 7-5.",
    "The two sides, i.e. the U.S. and China, talked. ¦ E.g. in Geneva.",
    "The Dow fell 1.2 percent, or 300 points, to 25,000.12. ¦ The S&P 500 rose.",
    "“I can’t…” ¦ He paused. ¦ “I won’t.”",
    "Police said: “He ran.” ¦ Witnesses said he walked.",
    "Sen. Bernie Sanders (I-Vt.) and Rep. Ro Khanna (D-Calif.) spoke. ¦ Neither apologised.",
)
"""Texts with `` ¦ `` where a sentence ends."""


@pytest.mark.parametrize("marked", CASES)
def test_sentences_end_where_marked(marked: str) -> None:
    text = marked.replace(" ¦ ", " ")
    assert " ¦ ".join(span.of(text) for span in sentences(text)) == marked


def test_a_cut_weekday_goes_on_to_its_month() -> None:
    text = "When it landed, it was Sun. Dec. 31. Nobody minded."
    assert [span.of(text) for span in sentences(text)][1:] == ["Nobody minded."]


def test_a_nickname_ends_no_sentence() -> None:
    text = 'It took the life of J.P. "The Big Wave" Moen. Nobody else died.'
    assert [span.of(text) for span in sentences(text)][1:] == ["Nobody else died."]


def test_the_credit_of_a_picture_is_no_part_of_the_sentence_after_it() -> None:
    text = "(Ann Lee/Hale Post) The ferry sank. (Photo: PA) Nobody died. (He did.)"
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),), Origin("-"), "")
    assert [span.of(text) for span in article_sentences(article)] == [
        "The ferry sank.",
        "Nobody died.",
        "(He did.)",
    ]


def test_a_dateline_is_no_part_of_the_sentence() -> None:
    text = "HALE (Reuters) - A ferry sank. Nobody died."
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    article = Article(text, (block,), Origin("-"), "", dateline=Span(0, 16))
    assert [span.of(text) for span in article_sentences(article)] == [
        "A ferry sank.",
        "Nobody died.",
    ]


def test_every_line_ends_a_sentence() -> None:
    text = "A headline without a stop\n\n  The story begins. It goes on"
    assert [span.of(text) for span in sentences(text)] == [
        "A headline without a stop",
        "The story begins.",
        "It goes on",
    ]


def test_a_forgotten_space_hides_no_end() -> None:
    text = "The tests passed.The ship left. Node.js and ASP.NET stayed."
    assert [span.of(text) for span in sentences(text)][:2] == [
        "The tests passed.",
        "The ship left.",
    ]


def test_east_asian_stops_need_no_space() -> None:
    text = "政府は発表した。野党は反対した。"
    assert [span.of(text) for span in sentences(text)] == ["政府は発表した。", "野党は反対した。"]


def test_in_an_article_only_prose_has_sentences_and_newlines_are_spaces() -> None:
    parts = ("Ship sinks", "The ship sank off\nCape Horn. Nobody died.", "Source: Reuters")
    kinds = (BlockKind.TITLE, BlockKind.PARAGRAPH, BlockKind.SOURCE)
    text, blocks = "", []
    for part, kind in zip(parts, kinds, strict=True):
        blocks.append(Block(Span(len(text), len(text) + len(part)), kind))
        text += part + "\n\n"
    article = Article(text, tuple(blocks), Origin("-"), digest="")
    assert [span.of(text) for span in article_sentences(article)] == [
        "The ship sank off\nCape Horn.",
        "Nobody died.",
    ]


PIECES = st.sampled_from(
    [
        "Mr. ",
        "U.S. ",
        "He said. ",
        "“No!” ",
        "3.5 ",
        "Inc. ",
        "… ",
        "\n",
        "The ",
        "a.m. ",
        "? ",
        '."',
    ]
)


@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_sentences_cover_all_that_is_not_white_space_once(text: str) -> None:
    end = 0
    for span in sentences(text):
        assert span.start >= end
        assert not text[end : span.start].strip()
        assert span.of(text) == span.of(text).strip() != ""
        end = span.end
    assert not text[end:].strip()


def test_a_caption_before_the_story_ends_with_its_credit() -> None:
    text = "The mill, shut in 2011, will go (Photo: Ann Lee/Post) Plans for homes were passed."
    assert [span.of(text) for span in sentences(text)] == [
        "The mill, shut in 2011, will go (Photo: Ann Lee/Post)",
        "Plans for homes were passed.",
    ]
    text = "The mill (Photo: PA) will go, the council said."
    assert [span.of(text) for span in sentences(text)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A view of the old mill at dusk|The fire broke out on Monday, the police said.",
        "Ann Lin leaves the court after the verdict|She has said that she will fight on.",
        "Image caption The mill was built by a baker.",
        "Her film is called The last of the mills, and nobody has seen it.",
        "The band The the plays on Monday.",
        "She reads the Harwick Times The Loren Post calls old.",
        "Whoever it was, The Mill was his home.",
        "He asked the clerk what The meant.",
    ],
)
def test_a_caption_that_has_lost_its_end_ends_before_the_story(text: str) -> None:
    plain = text.replace("|", " ")
    assert [span.of(plain) for span in sentences(plain)] == text.split("|")
