"""The commands of ``briefing`` about the library, their options and their help."""

from __future__ import annotations

from copy import copy
from datetime import datetime

import click

from briefing.cli.helping import FILE, Moment, examples


@click.command(
    epilog=examples(
        "briefing add *.html",
        "briefing add ~/news                a folder, with all that is in it",
        "briefing add letters.mbox https://ADDRESS",
    )
)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE|FOLDER|ADDRESS...")
def add(files: tuple[str, ...]) -> int:
    """Put articles into the library without opening them.

    Of a folder everything is added that may be an article, hidden files left out. What was added
    before and has not changed is passed over at once, so that a run that was stopped with Ctrl-C
    goes on when it is started again. A feed's file and a mailbox bring all their articles.
    """
    from briefing.cli import library

    return library.add(files)


@click.command(
    epilog=examples(
        "briefing list", "briefing list --unread reuters", "briefing list --json",
        "briefing list --refresh",
    )
)  # fmt: skip
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--unread", is_flag=True, help="Only what is unread.")
@click.option("--starred", is_flag=True, help="Only what has a star.")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line an article.")
@click.option("--refresh", is_flag=True, help="Read what was not read yet; list nothing.")
def library(words: tuple[str, ...], unread: bool, starred: bool, json: bool, refresh: bool) -> int:
    """List the articles of the library, the newest first.

    WORDS narrow it to the articles that have them all in their title, source or place; "briefing
    search" looks into the texts.

    Of an article that was corrected, the newest version is listed; "briefing diff" shows what
    changed. In a pipe the columns are parted by tabs: the day, read or unread, starred or not,
    the source, the words, the title, the file, and how many versions there are.

    Names are found when an article is read, as the front page does for what comes next;
    --refresh reads all the rest now, so that "entity:" finds them, and finds out anew which
    articles tell of the same event. It can be stopped, and goes on when it is asked again.
    """
    from briefing.cli import library as listing

    if refresh:
        if words or unread or starred or json:
            raise click.UsageError("--refresh goes alone")
        return listing.refresh()
    return listing.print_articles(words, unread=unread, starred=starred, json=json)


_list = copy(library)
_list.name = "list"
_list.short_help = "The same as library."


@click.command(
    epilog=examples(
        "briefing today",
        "briefing today --markdown | mail -s News me@ADDRESS",
        "briefing today --since 2026-11-24T18:00",
        "briefing today --all --json",
    )
)
@click.option("--markdown", is_flag=True, help="Markdown, for a mail or a note.")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line a story.")
@click.option("--all", "everything", is_flag=True, help="Whatever is unread, however old.")
@click.option(
    "--since",
    type=Moment(),
    metavar="DAY",
    help="Leave out what came before: 2026-11-24, 2026-11-24T18:00, today; else yesterday.",
)
def today(markdown: bool, json: bool, everything: bool, since: datetime | None) -> int:
    """Print what is unread, by story: for the morning mail, or a glance.

    Each story has its title, source, age, reading time, two sentences of its summary and where
    it is; below it stand the other articles that tell of the same event, with how much they say
    that is new. All words are the articles' own. Nothing is marked as read.
    """
    if markdown and json:
        raise click.UsageError("choose one of --markdown and --json")
    if everything and since:
        raise click.UsageError("choose one of --all and --since")
    from briefing.cli import today as morning

    form = morning.as_markdown_page if markdown else morning.as_json if json else None
    return morning.print_today(since=since, everything=everything, form=form)


@click.command(
    epilog=examples(
        "briefing diff story.html           since the version before",
        "briefing diff 'Ferry fares rise'   by the title of an article of the library",
        "briefing diff monday.txt today.txt",
        "briefing diff --json story.html",
    )
)
@click.argument("articles", nargs=-1, required=True, type=FILE, metavar="FILE|TITLE [FILE]")
@click.option(
    "--json", "json", is_flag=True, help="One JSON object, with the place of every change."
)
def diff(articles: tuple[str, ...], json: bool) -> int:
    """Show the words that changed between two versions of an article.

    The library keeps the former version when an article is read again from the same file or
    address. Words that went stand in [-brackets with a minus-], words that came in
    {+braces with a plus+}; on a terminal in colour besides. White space does not count.
    """
    if len(articles) > 2:
        raise click.UsageError("give one article, or two files")
    from briefing.cli import diff as differing

    return differing.diff(articles, json=json)


@click.command(epilog=examples("briefing export ~/news", "briefing export /media/stick/news"))
@click.argument("folder", type=click.Path(file_okay=False), metavar="FOLDER")
def export(folder: str) -> int:
    """Write the whole library into FOLDER.

    Each article becomes a Markdown file with its facts and your notes; library.jsonl has
    everything, and "briefing import" takes it in again. A file that no export wrote, or that
    you have edited, is never written over.
    """
    from briefing.cli import archive

    return archive.export(folder)


@click.command(
    "import", epilog=examples("briefing import ~/news", "briefing import ~/news/library.jsonl")
)
@click.argument("file", type=FILE, metavar="FOLDER|FILE")
def import_(file: str) -> int:
    """Take in a library that was exported: all of it or, if something is wrong, nothing.

    What is here stays; articles, feeds and notes that are here already are not doubled.
    """
    from briefing.cli import archive

    return archive.take_in(file)


@click.command(
    context_settings={"ignore_unknown_options": True},  # -word is no option here
    epilog=examples(
        "briefing search harbour bridge",
        "briefing search '\"harbour bridge\" -ferry'",
        "briefing search ferry OR tram source:oakham",
        "briefing search entity:lee after:2024-05 unread",
        "briefing search --json --limit 100 'bridg*'",
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@click.option(
    "--limit", default=20, type=click.IntRange(1), help="Articles to print; 20 if not given."
)
@click.option("--newest", is_flag=True, help="The newest first, rather than the best fit.")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line an article.")
def search(words: tuple[str, ...], limit: int, newest: bool, json: bool) -> int:
    """Find words in the articles of the library.

    All words must be there, in any order and case, with accents or without. "Words in quotes"
    stand one after the other; word* is a beginning; -word must not be there; OR takes one of
    two. source:NAME, entity:NAME, after:DAY, before:DAY, unread and starred filter; a day may
    be a month or a year, after: takes it in, and a minus turns a filter round. To find the
    word "unread", put it in quotes.

    In a pipe it is a line for each place: day, source, title, file, the offset of the hit in
    characters, and the words around it, parted by tabs.
    """
    from briefing.cli import search as searching

    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    return searching.search(" ".join(words), most=limit, newest=newest, json=json)


COMMANDS = (add, library, _list, today, diff, export, import_, search)
