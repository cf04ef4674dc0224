"""Importing Textual without the parts that no start has a use for.

Textual's application imports the command palette with it, and that the widgets it is made of and
those that share a module with them: field, lists, trees, choices. It is a twelfth of what a start
costs, for what is shown when the reader asks for it. So the application is imported with
stand-ins for the palette's classes, and the real ones take their places when the palette is
first opened. The same is done with ``ssl``, which asyncio brings in where Python has it.

A Textual or a Python that cannot do without these is imported as ever.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

PALETTE = "textual.command"
CLASSES = (
    "CommandListItem", "CommandPalette", "DiscoveryHit", "Hit", "Hits", "Provider",
    "SimpleProvider",
)  # fmt: skip
"""What Textual's own modules take from the palette, to build it when it is asked for."""


def import_textual() -> None:
    """Imports asyncio and Textual's application, as lean as they can be had."""
    _without("ssl", None, "asyncio")
    if PALETTE not in sys.modules:
        _without(PALETTE, _stand_in(), "textual.app")


def _without(name: str, instead: ModuleType | None, wanted: str) -> None:
    """Imports a module while another one is not to be had, or only in name."""
    if name in sys.modules:
        return
    sys.modules[name] = instead  # type: ignore[assignment] # an import of it fails for ``None``
    try:
        __import__(wanted)
    except (ImportError, AttributeError, TypeError):
        pass  # one that cannot do without: it is imported as ever
    finally:
        del sys.modules[name]


def _stand_in() -> ModuleType:
    """A module with the names of the palette's classes, and nothing behind them."""
    module = ModuleType(PALETTE)
    for name in CLASSES:
        setattr(module, name, type(name, (), {"__module__": PALETTE}))
    return module


def palette() -> Any:
    """The palette's module, imported now if it was not; Textual has the real classes from here on.

    Returns:
        The module ``textual.command``.
    """
    import textual.app
    from textual import command

    for name in CLASSES:
        if getattr(textual.app, name, None) is not None:
            setattr(textual.app, name, getattr(command, name))
    return command
