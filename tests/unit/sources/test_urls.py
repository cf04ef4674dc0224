"""Which addresses may be opened, and how they are shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.sources.urls import safe_url, shown_url


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/2024/bridge?id=1&x=%20#top",
        "HTTP://NEWS.example",
        "http://news.example:8080/a(b)",
        "https://zeitung.example/straße",
        "https://münchen.example/",
        "https://[2001:db8::1]/x",
        "mailto:desk@news.example",
        "mailto:desk@news.example?subject=Bridge",
    ],
)
def test_safe(url: str) -> None:
    assert safe_url(url) == url


def test_spaces_around_are_dropped() -> None:
    assert safe_url(" \n https://news.example/ \t") == "https://news.example/"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "news.example",
        "/relative",
        "//news.example/x",
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,<script>1</script>",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "ftp://news.example/x",
        "smb://h/x",
        "tel:1",
        "--help",
        "ssh://-oProxyCommand=touch%20x/y",
        "http://-oProxyCommand/",
        "http://user:pw@news.example/",
        "http://bank.example@evil.example/",
        "http://news.example/\x07",
        "http://news.example/\x1b]0;x\x07",
        "http://news.example/a b",
        "http://news.example/`touch x`",
        'http://news.example/"&calc&"',
        "http://news.example/\u202egpj.exe",
        "http://news.example/\u200b",
        "http://news.example/\ud800",
        "http://news.example\\@evil.example/",
        "http://[::1",
        "http://news.example:99999/",
        "http:///x",
        "http://" + "a" * 3000 + ".example/",
        "http://" + "a" * 64 + ".example/",
        "http://a..example/",
        "mailto:desk@news.example?attach=/etc/passwd",
        "mailto:-x",
        "\\\\server\\share",
        "view-source:http://news.example/",
    ],
)
def test_refused(url: str) -> None:
    assert safe_url(url) == ""


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://news.example/", "https://news.example/"),
        ("http://\u0440\u0430yp\u0430l.example/x", "http://xn--ypl-5cdc6g.example/x"),
        ("http://\u0430\u0440\u0440\u04cf\u0435.example/", "http://xn--80ak6aa92e.example/"),
        ("http://HTTP.\u0440\u0430yp\u0430l.example/", "http://http.xn--ypl-5cdc6g.example/"),
        ("http://\u0440\u0430yp\u0430l.example:80/?q", "http://xn--ypl-5cdc6g.example:80/?q"),
        ("mailto:a@\u0440\u0430yp\u0430l.example", "mailto:a@xn--ypl-5cdc6g.example"),
        ("http://[::1]/\u0440\u0430yp\u0430l", "http://[::1]/\u0440\u0430yp\u0430l"),
        ("https://münchen.example/", "https://münchen.example/"),
        ("https://日本語ニュース.example/", "https://日本語ニュース.example/"),
        ("https://новости.example/", "https://новости.example/"),
    ],
)
def test_shown(url: str, shown: str) -> None:
    assert shown_url(url) == shown


@given(st.text())
def test_what_passes_is_harmless(url: str) -> None:
    safe = safe_url(url)
    assert safe == "" or safe.lower().startswith(("http://", "https://", "mailto:"))
    assert safe.isprintable()


@given(st.text())
def test_no_address_raises(rest: str) -> None:
    safe_url("http://" + rest)
    if safe := safe_url("https://" + rest):
        shown_url(safe)
