"""The commands of ``briefing``, their options and their help.

A command imports what it needs when it runs: ``briefing show`` never loads the screen.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

import click

from briefing import __version__
from briefing.cli.feed_commands import feed
from briefing.cli.guard import COMPLETING, FAILED, each
from briefing.cli.helping import examples
from briefing.cli.streams import complain, say

if TYPE_CHECKING:
    from datetime import datetime

    from click.shell_completion import CompletionItem

NAME = "briefing"

FILE = click.Path(readable=False, allow_dash=True)
"""A file, or ``-``. Whether it can be read is found out by reading it."""

OPEN = "open"
"""The command that a line without any command means."""


class Front(click.Group):
    """A group where a word that is not a command is a file to open."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Finds the command; files without one are opened."""
        command = self.get_command(ctx, args[0])
        if command is not None:
            return args[0], command, args[1:]
        # What comes after a file is a file, even when it begins with a dash, except for help.
        files = args if args[-1] in ctx.help_option_names else ["--", *args]
        return OPEN, self.get_command(ctx, OPEN), files

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Completes commands and, where none fits, files."""
        from click.shell_completion import CompletionItem

        found = super().shell_complete(ctx, incomplete)
        return found or [CompletionItem(incomplete, type="file")]


@click.group(
    cls=Front,
    invoke_without_command=True,
    subcommand_metavar="[FILE]... | COMMAND [ARGS]...",
    options_metavar="",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog=examples(
        "briefing                       open where you left off; the first time, a sample",
        "briefing story.html notes.md   read these articles",
        "briefing https://ADDRESS       read a page of the web",
        "curl -s ADDRESS | briefing -   read what a command prints",
        "briefing feed add ADDRESS      follow a feed",
        "briefing show story.txt        print the briefing instead of opening a screen",
        "briefing keys                  the keys of the screen",
    ),
)
@click.version_option(__version__, "-V", "--version", message="briefing %(version)s")
@click.pass_context
def cli(ctx: click.Context) -> int:
    """Read a news article as a briefing, in the terminal.

    Without a command, FILE... are opened on the screen: text, Markdown or HTML, an address of
    the web, or - for standard input. A file that is called like a command is opened with
    "briefing open FILE".
    """
    if ctx.invoked_subcommand is None:
        from briefing.cli.screen import start

        return start((), commands=())
    return 0


@cli.command(
    OPEN,
    epilog=examples(
        "briefing open story.html",
        "briefing open ./show",
        "briefing open notes/bridge.md#^b-593294b4   at the place of a note",
    ),
)
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE]...")
def open_(files: tuple[str, ...]) -> int:
    """Open articles on the screen; the word "open" may be left out."""
    from briefing.cli.screen import start

    return start(files, commands=cli.commands)


@cli.command(
    epilog=examples(
        "briefing show story.txt",
        "briefing show story.txt | less",
        "briefing show https://ADDRESS",
        "briefing show --brief *.html",
        "briefing show --json story.md | python3 -m json.tool",
        "curl -s ADDRESS | briefing show --plain -",
    )
)
@click.argument("files", nargs=-1, required=True, type=FILE, metavar="FILE...")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line a file.")
@click.option("--plain", is_flag=True, help="Linear text without signs, for screen readers.")
@click.option("--brief", is_flag=True, help="Nothing but the words of the summary.")
@click.option("--raw", is_flag=True, help="The document itself, decoded and not understood.")
def show(files: tuple[str, ...], json: bool, plain: bool, brief: bool, raw: bool) -> int:
    """Print the briefing of articles, and their text.

    On a terminal it is set in columns and colours; in a pipe it is plain text with a
    paragraph a line. Every finding in the JSON has its "start" and "end" in "text", in
    characters, its own "text", and "why" it was made. A feed or a mailbox is printed with all
    its articles, in JSON as one object with a list of "entries". Nothing is kept in the library.
    """
    if json + plain + brief + raw > 1:
        raise click.UsageError("choose one of --json, --plain, --brief and --raw")
    from briefing.cli.show import show as print_one
    from briefing.cli.streams import end_unheard

    end_unheard()
    forms = {"json": json, "plain": plain, "brief": brief, "raw": raw}
    form = next((name for name, chosen in forms.items() if chosen), "page")
    return each(files, lambda location: print_one(location, form))


@cli.command(
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


@cli.command(
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


@cli.command(
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


@cli.command(
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


@cli.command(
    epilog=examples(
        "briefing list", "briefing list --unread reuters", "briefing list --json",
    )
)  # fmt: skip
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--unread", is_flag=True, help="Only what is unread.")
@click.option("--starred", is_flag=True, help="Only what has a star.")
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line an article.")
def library(words: tuple[str, ...], unread: bool, starred: bool, json: bool) -> int:
    """List the articles of the library, the newest first.

    WORDS narrow it to the articles that have them all in their title, source or place; "briefing
    search" looks into the texts.

    Of an article that was corrected, the newest version is listed; "briefing diff" shows what
    changed. In a pipe the columns are parted by tabs: the day, read or unread, starred or not,
    the source, the words, the title, the file, and how many versions there are.
    """
    from briefing.cli import library as listing

    return listing.print_articles(words, unread=unread, starred=starred, json=json)


_list = copy(library)
_list.short_help = "The same as library."
cli.add_command(_list, "list")


@cli.command(
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
    type=click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"]),
    metavar="DAY",
    help="Leave out what came before, such as 2026-11-24T18:00; yesterday if not given.",
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


@cli.command(
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


@cli.command(epilog=examples("briefing export ~/news", "briefing export /media/stick/news"))
@click.argument("folder", type=click.Path(file_okay=False), metavar="FOLDER")
def export(folder: str) -> int:
    """Write the whole library into FOLDER.

    Each article becomes a Markdown file with its facts and your notes; library.jsonl has
    everything, and "briefing import" takes it in again. A file that no export wrote, or that
    you have edited, is never written over.
    """
    from briefing.cli import archive

    return archive.export(folder)


@cli.command(
    "import", epilog=examples("briefing import ~/news", "briefing import ~/news/library.jsonl")
)
@click.argument("file", type=FILE, metavar="FOLDER|FILE")
def import_(file: str) -> int:
    """Take in a library that was exported: all of it or, if something is wrong, nothing.

    What is here stays; articles, feeds and notes that are here already are not doubled.
    """
    from briefing.cli import archive

    return archive.take_in(file)


@cli.command(
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


cli.add_command(feed)


@cli.command(epilog=examples("briefing keys", "briefing keys | grep note"))
@click.option("--json", "json", is_flag=True, help="One JSON object a line, one line a command.")
def keys(json: bool) -> int:
    """Print the keys of the screen, as your settings have them."""
    from briefing.cli.keys import print_keys

    return print_keys(json=json)


@cli.command(
    epilog=examples(
        "briefing doctor", "briefing doctor --repair", "briefing doctor --json | grep wrong",
    )
)  # fmt: skip
@click.option("--json", "json", is_flag=True, help="One JSON object a line.")
@click.option("--repair", is_flag=True, help="Mend what can be mended without loss.")
def doctor(json: bool, repair: bool) -> int:
    """Look whether everything is in order.

    The settings, the library, the notes folder, what finds the names, and the terminal are
    looked at, and a line says how each is and what to do. The exit code is 1 when something
    is wrong. Nothing is written without --repair, and nothing is lost by it.
    """
    from briefing.cli.doctor import run

    return run(json=json, repair=repair)


@cli.command(
    epilog=examples(
        'eval "$(briefing completion bash)"   in ~/.bashrc',
        'eval "$(briefing completion zsh)"    in ~/.zshrc',
        "briefing completion fish > ~/.config/fish/completions/briefing.fish",
    )
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="SHELL")
def completion(shell: str) -> int:
    """Print the completion script for SHELL: bash, zsh or fish."""
    from click.shell_completion import get_completion_class

    script = get_completion_class(shell)
    if script is None:
        complain(f"there is no completion for {shell}.")
        return FAILED
    say([script(cli, {}, NAME, COMPLETING).source()])
    return 0
