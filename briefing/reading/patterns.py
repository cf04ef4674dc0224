"""Regular expressions that are compiled when they are first asked, not when a module is loaded.

A reading knows hundreds of ways in which a line may begin; most articles show it a dozen. Compiling
all of them would take longer than reading the article.
"""

from __future__ import annotations

import re
from typing import Any, cast


class _Lazy:
    """A pattern that is not compiled yet; afterwards it answers as fast as a compiled one."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in ("match", "fullmatch", "search", "split", "sub", "findall", "finditer"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def lazily(source: str, flags: int = 0) -> re.Pattern[str]:
    """What :func:`re.compile` gives, compiled at its first use.

    A fault in the expression shows only then, so every one of them needs a test.
    """
    return cast("re.Pattern[str]", _Lazy(source, flags))
