"""The summary pane where there is no summary."""

from __future__ import annotations

from pathlib import Path

from briefing.reading.brief import brief
from briefing.reading.structure import structured
from briefing.sources import article, load
from briefing.ui.edition import Edition
from briefing.ui.palette import Palette
from briefing.ui.widgets.panes import SummaryPane

SPANISH = """# El puente de Oakham

## La votación

El consejo de Oakham votó el martes para conservar el viejo puente giratorio, dijo la alcaldesa.

## Lo que viene

Las obras empiezan en abril y durarán hasta que lleguen las lluvias de otoño, según el consejo.
"""


def test_nothing_is_said_to_come_from_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "puente.md"
    path.write_text(SPANISH, encoding="utf-8")
    story = structured(article(load(str(path))))
    briefing = brief(story)
    assert briefing.language == "es"
    assert not briefing.summary
    rows = SummaryPane(Palette({}), id="summary").rows_of(Edition(story, briefing))
    assert [row.text for row in rows if row.text.startswith("from")] == []
