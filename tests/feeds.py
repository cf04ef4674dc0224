"""Small feeds and their pages for a site of tests."""

from __future__ import annotations

from tests.site import Answer, Site, page

SENTENCE = "The council of {name} voted on Tuesday to keep bridge number {n} open, the mayor said."
KIND = "application/rss+xml"


def story(name: str, n: int, length: int = 6) -> str:
    """The paragraphs of a story in HTML."""
    first = SENTENCE.format(name=name, n=n)
    rest = (
        f"Speaker {k} of {name} told the council about bridge {n} at length." for k in range(length)
    )
    return "".join(f"<p>{words}</p>" for words in (first, *rest))


def item(base: str, name: str, n: int, body: str | None = None) -> str:
    words = story(name, n, 12) if body is None else body
    content = f"<content:encoded><![CDATA[{words}]]></content:encoded>"
    return (
        f"<item><title>Bridge {n} of {name} stays open</title><guid>{name}-{n}</guid>"
        f"<link>{base}/{name}/{n}</link><pubDate>Tue, {n:02} Jan 2024 08:00:00 GMT</pubDate>"
        f"{content}</item>"
    )


def rss(name: str, items: str) -> bytes:
    return (
        "<?xml version='1.0'?><rss version='2.0' "
        "xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        f"<title>The {name} Herald</title><link>http://{name}.example/</link>{items}"
        "</channel></rss>"
    ).encode()


def feed(site: Site, name: str, numbers: range, body: str | None = None) -> Answer:
    """A feed with the newest article first."""
    items = (item(site.address, name, n, body) for n in reversed(numbers))
    return page(rss(name, "".join(items)), KIND)


def article_page(name: str, n: int, title: str = "") -> Answer:
    """The page of an article."""
    title = title or f"Bridge {n} of {name} stays open"
    head = f"<!doctype html><html><head><meta charset=utf-8><title>{title}</title></head>"
    return page(
        f"{head}<body><nav>Home</nav><article><h1>{title}</h1>{story(name, n)}</article>".encode()
    )
