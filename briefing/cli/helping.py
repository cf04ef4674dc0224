"""What the arguments and the help texts of all commands share."""

from __future__ import annotations

import click

FILE = click.Path(readable=False, allow_dash=True)
"""A file, or ``-``. Whether it can be read is found out by reading it."""


def examples(*lines: str) -> str:
    """The end of a help text: examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
