"""The form of a title in which two ways of typing it are equal."""

from __future__ import annotations

import unicodedata

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´ʼ", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        "…": "...",
        "\u00ad": None,  # soft hyphen
        "\u200b": None,  # zero width space
        "\ufeff": None,
    }
)


def normal_form(title: str) -> str:
    """Folds case, quotation marks, dashes and white space; nothing that could be a word.

    ``"China’s  Tech — Now"`` and ``"china's tech - now"`` have one form. Figures, accents and
    words stay as they are: a title with another figure is another article.
    """
    folded = unicodedata.normalize("NFC", title.translate(_FOLDED)).casefold()
    return " ".join(folded.split())
