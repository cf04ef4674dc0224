"""The small tables that readings go by, each loaded once, when it is first needed.

A table is a JSON file in ``weights/`` with an ``origin`` that says where it comes from.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

WEIGHTS = Path(__file__).with_name("weights")


@cache
def table(name: str) -> dict[str, Any]:
    """The table ``weights/NAME.json``; shared, so never to be changed."""
    loaded: dict[str, Any] = json.loads((WEIGHTS / f"{name}.json").read_text("utf-8"))
    return loaded


def words(text: str) -> frozenset[str]:
    """The words of a string, for tables short enough to stand in the code."""
    return frozenset(text.split())
