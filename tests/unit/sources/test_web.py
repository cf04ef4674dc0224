"""Fetching: what is asked, what is followed, and a sentence for everything that can go wrong."""

from __future__ import annotations

import gzip
import socket
import threading
import time
import zlib
from pathlib import Path

import pytest

from briefing import __version__
from briefing.model.article import Media
from briefing.model.errors import UnreadableError
from briefing.sources import article, load
from briefing.sources.web import Limits, StatusError, fetch
from briefing.sources.web.addresses import Address, Reach, may_ask
from briefing.sources.web.unpacking import Packing, PackingError
from briefing.sources.web.wording import status_cause
from tests.site import PAGE, Answer, Site, page

BOMB = gzip.compress(bytes(40 << 20), 1)


def gzipped(data: bytes) -> bytes:
    """The same at any second: every process that has a share of the tests must name them alike."""
    return gzip.compress(data, mtime=0)


def refusal(url: str, **options: object) -> str:
    """The sentence that an address costs."""
    with pytest.raises(UnreadableError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    return str(caught.value)


def to(place: str, status: int = 302) -> Answer:
    return status, {"Location": place}, b""


def test_a_page(site: Site) -> None:
    site.answers["/a?b=c%20d"] = page(ETag='"1"', Last_Modified="Tue, 03 Jan 2023 10:00:00 GMT")
    answer = fetch(f"{site.address}/a?b=c%20d#part")
    assert answer.data == PAGE
    assert answer.location == f"{site.address}/a?b=c%20d"
    assert (answer.media, answer.charset) == (Media.HTML, "utf-8")
    assert (answer.etag, answer.modified) == ('"1"', "Tue, 03 Jan 2023 10:00:00 GMT")
    assert not answer.moved


def test_what_is_sent_says_who_asks_and_nothing_else(site: Site) -> None:
    site.answers["/"] = page(Set_Cookie="id=1")
    fetch(site.address)
    fetch(site.address)
    for path, headers in site.asked:
        assert path == "/"
        assert headers["user-agent"] == f"briefing/{__version__}"
        assert set(headers) == {
            "host", "user-agent", "accept", "accept-encoding", "connection",
        }  # fmt: skip


def test_an_article_of_the_web(site: Site) -> None:
    site.answers["/news/bridge"] = page()
    found = article(load(f"{site.address}/news/bridge"))
    assert found.title == "Bridge stays open"
    assert found.origin.location == f"{site.address}/news/bridge"
    assert found.links[0].url == f"{site.address}/old"


def test_what_has_not_changed_is_not_sent_again(site: Site) -> None:
    def answer(headers: dict[str, str]) -> Answer:
        same = headers.get("if-none-match") == '"1"' and headers.get("if-modified-since") == "then"
        return (304, {}, b"") if same else page()

    site.answers["/"] = answer
    assert not fetch(site.address).unchanged
    assert fetch(site.address, etag='"1"', modified="then").unchanged


def test_letters_beyond_ascii_are_escaped(site: Site) -> None:
    site.answers["/stra%C3%9Fe?q=%C3%BC"] = page()
    assert fetch(f"{site.address}/straße?q=ü").location == f"{site.address}/straße?q=ü"


def test_a_name_and_a_password_are_for_their_host_alone(site: Site) -> None:
    site.answers["/in"] = to("/here")
    site.answers["/here"] = to(site.address.replace("127.0.0.1", "localhost") + "/there")
    site.answers["/there"] = page()
    answer = fetch(site.address.replace("//", "//reader:se%3Acret@") + "/in")
    sent = [headers.get("authorization") for _, headers in site.asked]
    assert sent == ["Basic cmVhZGVyOnNlOmNyZXQ=", "Basic cmVhZGVyOnNlOmNyZXQ=", None]
    assert "cret" not in answer.location


def test_a_password_is_never_told(site: Site) -> None:
    assert "secret" not in refusal(site.address.replace("//", "//me:secret@") + "/none")
    assert "secret" not in refusal("http://me:secret@[::1")


# --- Redirects


def test_redirects_are_followed_ten_times(site: Site) -> None:
    site.answers |= {f"/{n}": to(f"/{n + 1}") for n in range(11)}
    site.answers["/11"] = page()
    assert fetch(f"{site.address}/1").data == PAGE
    assert refusal(f"{site.address}/0") == f"{site.address}/0: is redirected more than 10 times."
    assert "/11" not in site.paths()[11:]


@pytest.mark.parametrize(
    ("steps", "moved"),
    [
        ([301], "/1"),
        ([308, 301], "/2"),
        ([301, 302], "/1"),
        ([302, 301], ""),
        ([307], ""),
    ],
)
def test_what_moved_for_good(site: Site, steps: list[int], moved: str) -> None:
    for number, status in enumerate(steps):
        site.answers[f"/{number}"] = to(f"/{number + 1}", status)
    site.answers[f"/{len(steps)}"] = page()
    answer = fetch(f"{site.address}/0")
    assert answer.moved == (site.address + moved if moved else "")
    assert answer.location == f"{site.address}/{len(steps)}"


@pytest.mark.parametrize(
    "place",
    ["file:///etc/hostname", "FILE://localhost/x", "ftp://127.0.0.1/x", "javascript:alert(1)",
     "data:text/html;base64,PHA+", "gopher://127.0.0.1/_x", "mailto:a@b.example"],
)  # fmt: skip
def test_only_http_and_https_are_followed(site: Site, place: str) -> None:
    site.answers["/"] = to(place)
    sentence = refusal(f"{site.address}/")
    assert sentence.startswith(f"{site.address}/: is redirected to ")
    assert "only http and https are followed" in sentence


@pytest.mark.parametrize("place", ["http:///none", "http://127.0.0.1:99999/", "http://a b/", "//"])
def test_a_redirect_to_nowhere(site: Site, place: str) -> None:
    site.answers["/"] = to(place)
    assert refusal(f"{site.address}/").startswith(f"{site.address}/: is redirected ")


@pytest.mark.parametrize("place", ["http://169.254.169.254/meta-data", "http://[fe80::1]/"])
def test_no_redirect_leads_to_what_only_machines_talk_to(site: Site, place: str) -> None:
    site.answers["/"] = to(place)
    assert "leads into a private network" in refusal(f"{site.address}/")


def test_a_public_host_does_not_lead_home(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.sources.web import connection

    site.answers |= {"/": to("/page"), "/page": page()}
    assert fetch(site.address).data == PAGE
    site.asked.clear()
    monkeypatch.setattr(connection, "is_public", lambda ip: True)
    assert "leads into a private network" in refusal(site.address)
    assert site.paths() == ["/"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0.0.0.0", "[::ffff:127.0.0.1]"])
def test_what_a_document_names_must_be_in_public(site: Site, host: str) -> None:
    url = site.address.replace("127.0.0.1", host)
    assert "leads into a private network" in refusal(url, reach=Reach.PUBLIC)
    assert not site.asked


@pytest.mark.parametrize(
    ("ip", "reach", "fit"),
    [
        ("93.184.216.34", Reach.PUBLIC, True),
        ("2606:2800:220:1::1", Reach.PUBLIC, True),
        ("127.0.0.1", Reach.PUBLIC, False),
        ("10.1.2.3", Reach.PUBLIC, False),
        ("172.16.0.1", Reach.PUBLIC, False),
        ("192.168.1.1", Reach.PUBLIC, False),
        ("100.64.0.1", Reach.PUBLIC, False),
        ("169.254.169.254", Reach.PUBLIC, False),
        ("0.0.0.0", Reach.PUBLIC, False),
        ("224.0.0.1", Reach.PUBLIC, False),
        ("::1", Reach.PUBLIC, False),
        ("fe80::1%eth0", Reach.PUBLIC, False),
        ("fd00::1", Reach.PUBLIC, False),
        ("::ffff:10.0.0.1", Reach.PUBLIC, False),
        ("64:ff9b::7f00:1", Reach.PUBLIC, False),
        ("2002:7f00:1::", Reach.PUBLIC, False),
        ("192.168.1.1", Reach.NEAR, True),
        ("169.254.169.254", Reach.NEAR, False),
        ("169.254.169.254", Reach.ANYWHERE, True),
    ],
)
def test_who_may_be_asked(ip: str, reach: Reach, fit: bool) -> None:
    assert may_ask(ip, reach) is fit


# --- Addresses


@pytest.mark.parametrize(
    "url",
    ["http://[::1", "http://a b/", "http://", "https:///x", "http://x:0/", "http://x:99999/",
     "http://x/\x1b]0;t\x07", "http://x/a\r\nX: 1", "http://-x/", "http://a..b/", "http://\u202ex/",
     "http://x/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(UnreadableError, match="is not an address that can be asked"):
        Address.parsed(url)


def test_an_address_taken_apart() -> None:
    address = Address.parsed("HTTPS://Me:p%40ss@Straße.Example:8443/ä?b=ö#c")
    assert (address.scheme, address.host, address.port) == (
        "https", "xn--strae-oqa.example", 8443,
    )  # fmt: skip
    assert address.target == "/%C3%A4?b=%C3%B6"
    assert address.shown == "https://straße.example:8443/ä?b=ö"
    assert address.login == "Me:p@ss"
    assert Address.parsed(address.url) == address


# --- What goes wrong


@pytest.mark.parametrize(
    ("answer", "cause"),
    [
        ((404, {}, b"<p>Error page"), "the server answers 404 (not found)"),
        ((410, {}, b""), "the server answers 410 (gone)"),
        ((401, {"WWW-Authenticate": "Basic"}, b""), "asks for a name and a password"),
        ((429, {"Retry-After": "3600"}, b""), "429 (too many requests) and asks to wait 1 hour"),
        ((503, {}, b""), "503 (service unavailable); try again later"),
        (b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", "answers 999, which means nothing"),
        (b"HTTP/1.1 404 \x1b]0;x\x07\r\nContent-Length: 0\r\n\r\n", "answers 404 (not found)"),
        ((204, {}, b""), "there is nothing to show (204)"),
        (page(b""), "is empty"),
        (b"\0\1\2 this is not http\r\n\r\n", "does not speak HTTP as it should"),
        (b"", "ended the connection without an answer"),
        (page(PAGE, Content_Length="100000"), "ended before the answer was complete"),
        (page(BOMB, Content_Encoding="gzip"), "is larger than 16 MB, the most that is fetched"),
        (page(gzipped(PAGE)[:-30], Content_Encoding="gzip"), "and its end is missing"),
        (page(gzipped(PAGE)[:20] + PAGE, Content_Encoding="gzip"), "cannot be unpacked"),
        (page(PAGE, Content_Encoding="br"), "packed in a way that was not asked for (br)"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"a" * (1 << 20) + b"\r\n\r\n", "does not speak HTTP"),
    ],
)
def test_each_failure_is_a_sentence(site: Site, answer: Answer | bytes, cause: str) -> None:
    site.answers["/"] = answer
    sentence = refusal(f"{site.address}/")
    assert sentence.startswith(f"{site.address}/: ")
    assert cause in sentence
    assert sentence.isprintable()


def test_a_server_that_refuses_says_when_to_come_back(site: Site) -> None:
    site.answers["/"] = (429, {"Retry-After": "120"}, b"")
    with pytest.raises(StatusError) as caught:
        fetch(site.address)
    assert (caught.value.status, caught.value.retry_after) == (429, "120")


def test_a_host_that_is_not_there() -> None:
    assert "there is no host called nowhere.invalid" in refusal("http://nowhere.invalid/")
    assert "the server refuses the connection" in refusal("http://127.0.0.1:1/")


def test_a_server_that_does_not_encrypt(site: Site) -> None:
    sentence = refusal(site.address.replace("http:", "https:"))
    assert "the encryption failed" in sentence


def test_a_server_that_takes_its_time_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        stop = threading.Event()

        def drip() -> None:
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n")
                while not stop.wait(0.02):
                    try:
                        connection.sendall(b"x")
                    except OSError:
                        return

        threading.Thread(target=drip, daemon=True).start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/"
        assert "took too long to answer" in refusal(url, limits=Limits(seconds=0.3))
        stop.set()


def test_waiting_for_a_turn_is_not_the_servers_time(site: Site) -> None:
    class Turn:
        def __enter__(self) -> None:
            time.sleep(0.3)

        def __exit__(self, *_: object) -> None:
            pass

    site.answers["/"] = page()
    asked = fetch(site.address, limits=Limits(seconds=0.25), turn=lambda host: Turn())
    assert asked.data == PAGE


@pytest.mark.parametrize(
    ("seconds", "said"), [("30", "30 seconds"), ("90", "2 minutes"), ("172800", "2 days")]
)
def test_how_long_to_wait_is_told(seconds: str, said: str) -> None:
    assert status_cause(429, seconds).endswith(f"asks to wait {said}")
    assert status_cause(429, "Wed, 21 Oct 2026 07:28:00 GMT").endswith("try again later")


# --- Unpacking


def bare(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


@pytest.mark.parametrize(
    ("name", "packed"),
    [
        ("", PAGE),
        ("identity", PAGE),
        ("gzip", gzipped(PAGE)),
        ("x-gzip", gzipped(PAGE)),
        ("gzip", gzipped(PAGE[:200]) + gzipped(PAGE[200:])),
        ("gzip", gzipped(PAGE) + b"\0\0"),
        ("gzip", PAGE),
        ("deflate", zlib.compress(PAGE)),
        ("deflate", bare(PAGE)),
    ],
)
@pytest.mark.parametrize("step", [1, 7, 1 << 20])
def test_unpacking(name: str, packed: bytes, step: int) -> None:
    packing = Packing(name, len(PAGE))
    for start in range(0, len(packed), step):
        packing.take(packed[start : start + step])
    assert packing.whole() == PAGE


def test_unpacking_stops_at_its_limit() -> None:
    packing = Packing("gzip", len(PAGE) - 1)
    with pytest.raises(PackingError):
        packing.take(gzipped(PAGE))


def test_briefing_shows_an_address(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    from briefing.cli import main

    site.answers["/"] = page()
    assert main(["show", site.address]) == 0
    assert "swing bridge" in capsys.readouterr().out
    assert main(["show", f"{site.address}/none"]) == 1
    assert f"{site.address}/none: the server answers 404" in capsys.readouterr().err


def test_a_file_may_be_called_like_a_scheme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("https.txt").write_text("The bridge stays open.")
    assert load("https.txt").data
