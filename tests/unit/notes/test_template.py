"""Notes in a form of the reader's own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.model.article import Origin
from briefing.model.errors import NotesError
from briefing.notes.export import Clipping
from briefing.notes.template import rendered
from tests.articles import article
from tests.unit.notes.test_markdown import FOLDER, note

ON = replace(article(), origin=Origin("https://oakham.example/bridge"))
NOTES = (
    Clipping(note("Work begins in May.", "Early. #plan", "b-00000002", ON), ON),
    Clipping(note("Repairs will cost $4.5 million", "", "b-00000001", ON), ON),
)


def made(folder: Path, template: str) -> str:
    path = folder / "own.jinja"
    path.write_text(template, encoding="utf-8")
    return rendered(path, NOTES, FOLDER)


def test_a_template_is_given_articles_and_their_notes(tmp_path: Path) -> None:
    text = made(
        tmp_path,
        """\
{% for article in articles %}
{{ article.title }} ({{ article.source }})
{% for note in article.notes %}
{{ note.quote | quoted }}
{{ note.block_id }} {{ note.place }} {{ note.tags | join(" ") }}
{{ note.link }}
{% endfor %}
{% endfor %}
{{ notes | map(attribute="id") | join(" ") }}
""",
    )
    assert (
        text
        == """\
Harbour bridge stays open (Oakham Post)
> Repairs will cost $4.5 million
^b-00000001 section 1, paragraph 2 \n\
https://oakham.example/bridge#:~:text=Repairs%20will%20cost%20%244.5%20million
> Work begins in May.
^b-00000002 section 2, paragraph 1 plan
https://oakham.example/bridge#:~:text=Work%20begins%20in%20May.
b-00000002 b-00000001
"""
    )


def test_templates_include_others_of_their_folder(tmp_path: Path) -> None:
    (tmp_path / "part.jinja").write_text("{{ note.comment | escaped }}")
    text = "{% for note in notes %}{% include 'part.jinja' %};{% endfor %}"
    assert made(tmp_path, text) == "Early. #plan;;"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{% for %}", "cannot be followed in line 2"),
        ("a\nb\n{{ nothing.there }}", "cannot be followed in line 3"),
        ("{{ notes[0].oops }}", "cannot be followed in line 1"),
        ("{{ 1 / 0 }}", "cannot be followed in line 1"),
        ("{{ ''.__class__.__mro__ }}", "cannot be followed in line 1"),
        ("{{ notes.append(1) }}", "cannot be followed in line 1"),
        ("{% include '../up.jinja' %}", "cannot be followed in line 1"),
        ("{% include 'self.jinja' %}", "includes itself without an end"),
    ],
)
def test_what_cannot_be_followed_is_told(tmp_path: Path, template: str, told: str) -> None:
    (tmp_path.parent / "up.jinja").write_text("up")
    (tmp_path / "self.jinja").write_text("{% include 'self.jinja' %}")
    with pytest.raises(NotesError, match=told):
        made(tmp_path, template)


def test_a_template_that_is_not_there_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="No such file"):
        rendered(tmp_path / "none.jinja", NOTES, FOLDER)
    (tmp_path / "latin.jinja").write_bytes(b"caf\xe9")
    with pytest.raises(NotesError, match="not text in UTF-8"):
        rendered(tmp_path / "latin.jinja", NOTES, FOLDER)
