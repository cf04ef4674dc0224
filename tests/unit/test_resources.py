from __future__ import annotations

from pathlib import Path

import pytest

from briefing import resources
from briefing.model.errors import BriefingError


def test_styles_and_seeds_are_found() -> None:
    assert any(resources.seeds().iterdir())
    assert resources.styles().is_dir()


def test_in_a_wheel_they_are_beside_the_code(tmp_path: Path) -> None:
    (tmp_path / "briefing" / "seeds").mkdir(parents=True)
    found = resources._folder("seeds", tmp_path / "briefing")
    assert found == tmp_path / "briefing" / "seeds"


def test_a_strangers_folder_beside_the_package_is_not_ours(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    with pytest.raises(BriefingError, match="installation is incomplete"):
        resources._folder("seeds", tmp_path / "briefing")
    (tmp_path / "pyproject.toml").touch()
    assert resources._folder("seeds", tmp_path / "briefing") == tmp_path / "seeds"
