"""Notes in a form of the reader's own, by a Jinja template.

The template is the reader's, the words in it are strangers': Jinja's sandbox keeps both from
the inside of this program. A template can include others from its own folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from briefing.model.errors import NotesError
from briefing.notes.export import Clipping, article_facts, by_article, note_facts
from briefing.notes.places import described, link, to_words
from briefing.notes.quoting import escaped, quoted


def rendered(template: Path, clippings: Sequence[Clipping], folder: Path) -> str:
    """What a template makes of notes.

    It is given ``notes``, each with its ``article``, and ``articles``, each with its ``notes``.
    The fields are those of the JSON export, and for a note also ``place`` (in words), ``link``
    (to the words themselves, where the article has an address) and ``block_id``. The filter
    ``quoted`` makes a blockquote of a text, ``escaped`` plain Markdown.

    Args:
        template: its file.
        clippings: the notes, in the order the template is to have them.
        folder: where links lead from.

    Raises:
        NotesError: when the template cannot be read or followed; it names the line.
    """
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(template.parent),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["quoted"] = lambda text: "\n".join(quoted(str(text)))
    environment.filters["escaped"] = lambda text: "\n".join(map(escaped, str(text).split("\n")))
    try:
        source = template.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        cause = getattr(error, "strerror", None) or "it is not text in UTF-8"
        raise NotesError(str(template), f"cannot be read ({cause})") from error
    articles = _articles(clippings, folder)
    notes = {note["id"]: note for article in articles for note in article["notes"]}
    ordered = [notes[clipping.note.id] for clipping in clippings]
    try:
        compiled = environment.from_string(source)
        return compiled.render(articles=articles, notes=ordered)
    except RecursionError as error:
        raise NotesError(str(template), "includes itself without an end") from error
    except Exception as error:  # whatever a template can do wrong, in the words for it
        line = getattr(error, "lineno", None) or _line(error)
        where = f" in line {line}" if line else ""
        raise NotesError(str(template), f"cannot be followed{where} ({error})") from error


def _articles(clippings: Sequence[Clipping], folder: Path) -> list[dict[str, Any]]:
    articles = []
    for article, group in by_article(clippings):
        facts: dict[str, Any] = article_facts(article)
        target = link(article, folder)
        articles.append({**facts, "notes": [_note(one, facts, target) for one in group]})
    return articles


def _note(clipping: Clipping, article: dict[str, Any], target: str) -> dict[str, Any]:
    note = clipping.note
    return {
        **note_facts(clipping),
        "place": described(clipping.article, note.span),
        "link": to_words(target, note.anchor.quote),
        "block_id": f"^{note.id}",
        "article": article,
    }


def _line(error: Exception) -> int | None:
    """The line of the template that was being followed, which Jinja puts into the trace."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
