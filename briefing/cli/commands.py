"""The commands of ``briefing``, their options and their help.

A command imports what it needs when it runs: ``briefing show`` never loads the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefing import __version__
from briefing.cli import library_commands, note_commands
from briefing.cli.feed_commands import feed
from briefing.cli.guard import COMPLETING, FAILED, each
from briefing.cli.helping import FILE, examples
from briefing.cli.streams import complain, say

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

NAME = "briefing"

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
        "briefing open --linear story.html           in words and in order, in your pager",
    ),
)
@click.argument("files", nargs=-1, type=FILE, metavar="[FILE]...")
@click.option("--linear", is_flag=True, help="In words and in order, in your pager; no screen.")
def open_(files: tuple[str, ...], linear: bool) -> int:
    """Open articles on the screen; the word "open" may be left out.

    "linear = true" in the settings has every article opened as --linear does: for screen readers.
    """
    from briefing.cli.screen import start

    return start(files, commands=cli.commands, in_order=linear)


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


for _command in (feed, *library_commands.COMMANDS, *note_commands.COMMANDS):
    cli.add_command(_command)
