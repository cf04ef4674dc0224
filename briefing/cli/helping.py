"""What the help texts of all commands share."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """The end of a help text: examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
