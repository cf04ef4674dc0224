"""Newsletters: what a mail says, and the mails of a mailbox."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from briefing.model.collection import Collection, Kind
from briefing.model.errors import UnreadableError
from briefing.sources import RawSource, contents
from briefing.sources.binary import is_mail
from tests.unit.sources.outline import addresses, assert_whole, outline

HTML = (
    "<html><body><div style='display:none'>Preview of it</div><table><tr><td>"
    "<h1>The ferry</h1><p>The council voted on <b>Tuesday</b> to keep the ferry.</p>"
    "<p><a href='https://wire.example/x'>More</a></p></td></tr></table></body></html>"
)

LINES = (
    "The council voted on Tuesday to keep the old swing bridge open until\n"
    "the new crossing is ready, which the mayor said may be in the spring\n"
    "of the year after next, if the money lasts."
)


def letter(plain: str = "", html: str = "", **headers: str) -> bytes:
    mail = EmailMessage()
    named = {
        "From": "Morning Wire <crew@wire.example>",
        "To": "me@home.example",
        "Subject": "Brückenstreit — was nun?",
        "Date": "Tue, 03 Jan 2023 00:15:00 +0100",
        "Message-ID": "<abc@wire.example>",
    } | headers
    for name, value in named.items():
        mail[name] = value
    if plain:
        mail.set_content(plain)
    if html and plain:
        mail.add_alternative(html, subtype="html")
    elif html:
        mail.set_content(html, subtype="html")
    return bytes(mail)


def read(data: bytes, location: str = "/mail/a.eml") -> Collection:
    found = contents(RawSource(data, location))
    for one in found.articles:
        assert_whole(one)
    return found


def test_a_mail_is_an_article() -> None:
    found = read(letter("The council voted. Look at the HTML.", HTML))
    assert found.kind is Kind.ARTICLE
    (one,) = found.articles
    assert (one.title, one.source, one.authors, one.published) == (
        "Brückenstreit — was nun?", "Morning Wire", (), "2023-01-02",
    )  # fmt: skip
    assert one.origin.location == "/mail/a.eml"
    assert outline(one) == [
        "title 'Brückenstreit — was nun?'",
        "heading1 'The ferry'",
        "paragraph 'The council voted on Tuesday to keep the ferry.'",
        "paragraph 'More'",
    ]
    assert addresses(one) == [("More", "https://wire.example/x")]


def test_plain_text_is_filled_again() -> None:
    (one,) = read(letter(f"{LINES}\n\n- one\n- two\n")).articles
    assert outline(one)[1:] == [
        f"paragraph '{' '.join(LINES.split())}'", "item1 - 'one'", "item1 - 'two'",
    ]  # fmt: skip


def test_a_stub_of_html_gives_way_to_the_text() -> None:
    (one,) = read(letter("The council voted on Tuesday. " * 9, "<p>Read this online</p>")).articles
    assert "voted" in one.text
    assert "online" not in one.text


def test_attachments_are_not_read() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"], mail["Message-ID"] = "a@b.example", "S", "<1@b>"
    mail.set_content("The words.")
    mail.add_attachment("SECRET", filename="x.txt")
    (one,) = read(bytes(mail)).articles
    assert one.text == "S\n\nThe words."
    assert one.source == "a@b.example"


def test_a_mailbox_has_an_article_for_each_mail() -> None:
    one, two = letter("From here on all is well."), letter("Second.", Subject="Two")
    one = one.replace(b"\nFrom here", b"\n>From here")
    box = b"".join(b"From x Tue Jan  3 07:15:00 2023\n" + mail + b"\n" for mail in (one, two))
    found = read(box, "/mail/box")
    assert found.kind is Kind.MAILBOX
    assert [outline(article)[1] for article in found.articles] == [
        "paragraph 'From here on all is well.'", "paragraph 'Second.'",
    ]  # fmt: skip
    assert found.articles[1].origin.location == "/mail/box#abc@wire.example"


@pytest.mark.parametrize(
    ("data", "location", "mail"),
    [
        (letter("x"), "/a", True),
        (b"From: a\r\nSubject: b\r\n\r\nc", "/a.eml", True),
        (b"From: a\nSubject: b\nDate: today\n\nA story", "/a.txt", False),
        (b"From the start it was 2023\nall: well", "/a.txt", False),
        (b"Title: From\n\nMessage-ID: x", "/a.txt", False),
        (b"", "/a.eml", False),
    ],
)
def test_what_is_a_mail(data: bytes, location: str, mail: bool) -> None:
    assert is_mail(data, location) is mail


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nSubject: =?utf-8?b?gg?= =?nonsense?q?=E9?=\nDate: never\n\nWords.",
        b"From: a\nSubject: \xff\xfe\nContent-Type: text/plain; charset=nonsense\n\nWords \xe9.",
        b"From: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nWords.",
        b"From: a\nContent-Transfer-Encoding: base64\n\nWords",
        b"From: =?utf-8?q?=1B[31m?= <a@b>\nSubject: a\x1b]0;b\x07\n\nWords.",
    ],
)
def test_a_broken_mail_is_read_as_far_as_it_goes(data: bytes) -> None:
    (one,) = read(data).articles
    assert not set(str(one)) & set(map(chr, (*range(32), *range(127, 160))))


def test_a_mail_without_words() -> None:
    with pytest.raises(UnreadableError, match="there are no words in this mail"):
        read(b"From: a\n\n")
    with pytest.raises(UnreadableError, match="there are no words in this mailbox"):
        read(b"From x Tue Jan  3 07:15:00 2023\nFrom: a\n\n")
