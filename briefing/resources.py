"""Finds the folders that ship with the program but hold no code: styles and seeds.

They stand at the top of the checkout, where a reader of the repository looks for them, and
within the package in a wheel. Asking ``importlib.resources`` fails in an editable install, so
the finder looks beside its own file first and then, in a checkout only, one level up.
"""

from __future__ import annotations

from pathlib import Path

from briefing.model.errors import BriefingError

_HERE = Path(__file__).resolve().parent


def styles() -> Path:
    """The folder of style sheets and themes.

    Raises:
        BriefingError: when the installation lacks it.
    """
    return _folder("styles")


def seeds() -> Path:
    """The folder of sample articles.

    Raises:
        BriefingError: when the installation lacks it.
    """
    return _folder("seeds")


def _folder(name: str, beside: Path = _HERE) -> Path:
    shipped = beside / name
    if shipped.is_dir():
        return shipped
    checkout = beside.parent
    # Without pyproject.toml the folder above is site-packages, where "styles" is a stranger's.
    if (checkout / "pyproject.toml").is_file() and (checkout / name).is_dir():
        return checkout / name
    raise BriefingError(
        f"the folder {name!r}",
        f"is neither in {beside} nor beside it",
        "The installation is incomplete; install briefing again.",
    )
