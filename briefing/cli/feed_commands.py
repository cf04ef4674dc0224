"""The commands of ``briefing feed``, their options and their help."""

from __future__ import annotations

import click

from briefing.cli.helping import examples


@click.group(
    epilog=examples(
        "briefing feed add https://ADDRESS   follow a feed, or the one a page names",
        "briefing feed update                fetch what is new",
        "briefing feed list",
    )
)
def feed() -> None:
    """Follow feeds: RSS, Atom and JSON Feed.

    What a feed carries goes into the library and stays there, to be read without a network.
    """


@feed.command(
    epilog=examples(
        "briefing feed add https://ADDRESS/feed.xml",
        "briefing feed add ADDRESS                        a page that names its feed",
        "briefing feed add --full-text always ADDRESS",
    )
)
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.option(
    "--full-text",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Fetch the page of an article: where the feed has its beginning only, always, or never.",
)
def add(addresses: tuple[str, ...], full_text: str) -> int:
    """Follow feeds, and take in what they carry.

    ADDRESS is a feed's, or that of a page that names its feed. Adding a feed again with another
    --full-text changes that.
    """
    from briefing.cli import feeds

    return feeds.add(addresses, full_text)


@feed.command(
    "list",
    epilog=examples("briefing feed list", "briefing feed list --json"),
)
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line a feed.")
def list_(json: bool) -> int:
    """List the feeds that are followed.

    In a pipe the columns are parted by tabs: the title, the address, the site, the setting for
    full text, the number of articles, when it answered last, and "failed" or "gone".
    """
    from briefing.cli import feeds

    return feeds.print_feeds(json=json)


@feed.command(
    epilog=examples("briefing feed remove https://ADDRESS/feed.xml", "briefing feed remove TITLE")
)
@click.argument("names", nargs=-1, required=True, metavar="FEED...")
def remove(names: tuple[str, ...]) -> int:
    """Follow feeds no longer, each named by its address or title. Their articles stay."""
    from briefing.cli import feeds

    return feeds.remove(names)


@feed.command(epilog=examples("briefing feed update", "briefing feed update TITLE"))
@click.argument("names", nargs=-1, metavar="[FEED]...")
def update(names: tuple[str, ...]) -> int:
    """Fetch what is new from all feeds, or from those named by their addresses or titles.

    Hosts are asked side by side, each with one request at a time. A feed that fails costs a
    sentence on standard error, and the exit code is 1; the others are not affected.
    """
    from briefing.cli import feeds

    return feeds.update(names)


@feed.command(
    "import",
    epilog=examples(
        "briefing feed import feeds.opml", "curl -s ADDRESS | briefing feed import -",
    ),
)  # fmt: skip
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(readable=False, allow_dash=True),
    metavar="FILE...",
)  # fmt: skip
def import_(files: tuple[str, ...]) -> int:
    """Follow the feeds of lists that another reader wrote (OPML)."""
    from briefing.cli import feeds

    return feeds.take_over(files)


@feed.command(epilog=examples("briefing feed export > feeds.opml"))
def export() -> int:
    """Print the feeds as a list for another reader (OPML), without names and passwords."""
    from briefing.cli import feeds

    return feeds.print_list()
