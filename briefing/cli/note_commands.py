"""The commands of ``briefing`` about notes, their options and their help."""

from __future__ import annotations

import click

from briefing.cli.guard import each
from briefing.cli.helping import FILE, examples


@click.command(
    epilog=examples(
        "briefing notes                        all notes",
        "briefing notes story.txt > story.md",
        "briefing notes --format csv > notes.csv",
        "briefing notes --format json | python3 -m json.tool",
        "briefing notes --template digest.jinja > digest.html",
    )
)
@click.argument("file", required=False, type=FILE, metavar="[FILE]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "json", "csv"]),
    help="markdown (the default), json with everything, or csv for a spreadsheet.",
)
@click.option("--template", type=FILE, metavar="FILE.jinja", help="A form of your own, in Jinja.")
def notes(file: str | None, form: str | None, template: str | None) -> int:
    """Print your notes on an article, or all of them.

    The Markdown for one article is what saving writes to its notes file. A template is given
    "notes", and "articles" that have "notes"; README has an example.
    """
    if form and template:
        raise click.UsageError("choose one of --format and --template")
    from briefing.cli import notes as noted

    return each((file,), lambda location: noted.print_notes(location, form or "markdown", template))


@click.command(
    epilog=examples(
        "briefing verify notes/*.md",
        "briefing verify --json notes/bridge.md",
    )
)  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="NOTES...")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line a quote.")
def verify(files: tuple[str, ...], json: bool) -> int:
    """Tell whether the quotes in notes files still stand in their articles.

    Every quote is unchanged, moved, changed or gone. The articles are read again from their
    files; one whose file is not there, or that came from the web, is looked up in the library.
    The exit code is 1 when a quote is changed or gone.
    """
    from briefing.cli import notes as noted

    return noted.verify(files, json=json)


@click.command(
    epilog=examples(
        "briefing clippings 'My Clippings.txt'",
        "briefing clippings readwise-data.csv",
    )
)  # fmt: skip
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
def clippings(files: tuple[str, ...]) -> int:
    """Take over highlights from a Kindle or from Readwise as notes.

    Each goes to the article of the library that has its title, or else its words. What cannot
    be placed is listed, and the exit code is 1 then; taking the same file over again adds only
    what is new.
    """
    from briefing.cli import notes as noted

    return noted.take(files)


COMMANDS = (notes, verify, clippings)
