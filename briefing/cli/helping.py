"""What the arguments and the help texts of all commands share."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import ClassVar

import click

FILE = click.Path(readable=False, allow_dash=True)
"""A file, or ``-``. Whether it can be read is found out by reading it."""


def examples(*lines: str) -> str:
    """The end of a help text: examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


class Moment(click.ParamType):  # type: ignore[type-arg]  # generic in newer versions only
    """A day, or a day and a time, as in ISO 8601; or ``today`` or ``yesterday``."""

    name = "day"
    _named: ClassVar[dict[str, int]] = {"today": 0, "yesterday": 1}

    def convert(
        self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment that was typed; a day is its beginning."""
        if isinstance(value, datetime):
            return value
        if (days := self._named.get(value.casefold())) is not None:
            return datetime.combine(date.today() - timedelta(days), datetime.min.time())
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            said = f"{value!r} is neither a day (2026-11-24) nor a time (2026-11-24T18:00)"
            self.fail(said, param, ctx)
