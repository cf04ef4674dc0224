"""Runs a command so that whatever happens ends in an exit code and, at most, a sentence."""

from __future__ import annotations

import os
import signal
import sys
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, TypeVar

from briefing.cli.streams import complain, flush, one_line, prepare
from briefing.model.errors import BriefingError

if TYPE_CHECKING:
    import click

FAILED = 1
"""The exit code when something could not be read or done."""
USAGE = 2
"""The exit code for a mistake in the usage."""
COMPLETING = "_BRIEFING_COMPLETE"
"""The environment variable through which a shell asks how a line may go on."""
PRINTING = frozenset(
    {
        "completion", "diff", "doctor", "keys", "library", "list", "notes", "search", "show",
        "today", "verify",
    }
)  # fmt: skip
"""The commands that print and keep nothing: there is nothing to tidy up when one is ended."""
Location = TypeVar("Location", str, str | None)


def run(arguments: Sequence[str]) -> int:
    """Runs the command line; nothing but Ctrl-C leaves this function as an exception."""
    prints = arguments[:1] and arguments[0] in PRINTING and "--repair" not in arguments
    with ending_at_once() if prints else nullcontext():
        return _guarded(lambda: _command(arguments))


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Ctrl-C ends the process at once, and not by an exception.

    A library in C that is being imported prints an exception that comes its way, and goes on as if
    it were a fault of its own.
    """
    try:
        before = signal.signal(signal.SIGINT, lambda *_: os._exit(128 + signal.SIGINT))
    except ValueError:  # not the first thread, which alone hears of signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def opened(files: Sequence[str]) -> int:
    """Opens files on the screen as :func:`run` would, without the parser of the command line."""
    from briefing.cli.screen import start

    return _guarded(lambda: start(files, commands=()))


def _guarded(work: Callable[[], int]) -> int:
    prepare()
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # for the makers of libraries, not for readers
    code = _safely(work)
    # What an error left half printed is brought out as well, or the interpreter would try to.
    return _safely(flush) or code


def each(locations: Iterable[Location], work: Callable[[Location], None]) -> int:
    """Does some work for every location; one that fails costs a sentence, not the others.

    Returns:
        The exit code: 1 when any failed.
    """
    code = 0
    for location in locations:
        try:
            work(location)
        except BriefingError as error:
            complain(str(error))
            code = FAILED
        except Exception as error:
            complain(fault(error, location or ""))
            code = FAILED
    return code


def fault(error: Exception, subject: str = "") -> str:
    """Keeps the details of an error nobody foresaw in a file, and says so in a sentence.

    Raises:
        KeyboardInterrupt: when it was Ctrl-C that caused it.
    """
    if _interrupted(error):
        raise KeyboardInterrupt from error
    about = f"{subject}: " if subject else ""
    if isinstance(error, MemoryError):
        return f"{about}there is not enough memory for it."
    from briefing import faults

    log = faults.keep(error, " ".join(sys.argv[1:2]) or "start")
    where = f"the details are in {log}" if log else "the details could not be kept"
    return f"{about}a fault in briefing stopped it ({type(error).__name__}); {where}."


def _interrupted(error: BaseException | None) -> bool:
    """Whether an error is what somebody made of Ctrl-C, as the making of a class does."""
    while error is not None:
        if isinstance(error, KeyboardInterrupt):
            return True
        error = error.__cause__ or error.__context__
    return False


def _safely(work: Callable[[], int | None]) -> int:
    try:
        return work() or 0
    except BriefingError as error:
        complain(str(error))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else FAILED
    except Exception as error:
        complain(fault(error))
    return FAILED


def _command(asked: Sequence[str]) -> int:
    """Runs what was asked for. Not by click's own ``main``, which has words of its own to say."""
    import click

    from briefing.cli.commands import NAME, cli

    if instruction := os.environ.get(COMPLETING):
        from click.shell_completion import shell_complete

        return shell_complete(cli, {}, NAME, COMPLETING, instruction)
    try:
        with cli.make_context(NAME, list(asked)) as context:
            code = cli.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        complain(_mistake(error))
        return USAGE
    return code if isinstance(code, int) else 0


def _mistake(error: click.ClickException) -> str:
    """A mistake in the usage as one sentence, with where to read on."""
    message = one_line(error.format_message()).rstrip(".")
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "briefing"
    return f"{message[:1].lower()}{message[1:]} (`{command} --help` tells more)"
