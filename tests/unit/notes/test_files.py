from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.model.errors import NotesError
from briefing.notes import files


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("China’s Tech Sector: Shifts!", "chinas-tech-sector-shifts-0123abcd.md"),
        ("Größe über alles", "große-uber-alles-0123abcd.md"),
        ("中国科技", "中国科技-0123abcd.md"),
        ("../../etc/passwd", "etc-passwd-0123abcd.md"),
        ("", "article-0123abcd.md"),
        ("!?", "article-0123abcd.md"),
        ("word " * 40, "word-word-word-word-word-word-word-word-word-word-word-word-0123abcd.md"),
    ],
)
def test_names_are_made_of_the_titles_words(title: str, name: str) -> None:
    assert files.name(title, "0123abcd" * 8) in (name, name.replace("ß", "ss"))


def test_a_name_is_never_too_long_for_a_file_system() -> None:
    assert len(files.name("中" * 500, "0" * 64).encode()) < 255
    assert len(files.name("x" * 500, "0" * 64)) < 100


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    assert files.save(path, b"one", None)
    path.chmod(0o640)
    assert files.save(path, b"two", b"one")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(tmp_path) == ["a.md"]


def test_what_somebody_else_wrote_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"theirs")
    assert not files.save(path, b"mine", b"before")
    assert not files.save(path, b"mine", None)
    assert path.read_bytes() == b"theirs"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "vault" / "a.md"
    real.parent.mkdir()
    real.write_bytes(b"one")
    path = tmp_path / "a.md"
    path.symlink_to(real)
    assert files.save(path, b"two", b"one")
    assert path.is_symlink()
    assert real.read_bytes() == b"two"


def test_a_full_disk_is_told_and_harms_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"one")

    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(NotesError, match=r"a\.md: cannot be written \(No space left on device\)"):
        files.save(path, b"two", b"one")
    assert path.read_bytes() == b"one"
    assert os.listdir(tmp_path) == ["a.md"]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a file")
    with pytest.raises(NotesError, match="cannot be made"), files.alone(tmp_path / "a" / "b"):
        pass


def test_a_folder_as_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotesError, match="cannot be read"):
        files.load(tmp_path)


def test_the_order_of_a_save_is_safe_from_a_power_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    flush, rename = os.fsync, os.replace

    def flushing(handle: int) -> None:
        is_folder = os.path.isdir(f"/proc/self/fd/{handle}")
        done.append("folder" if is_folder else "file")
        flush(handle)

    def renaming(old: Path, new: Path) -> None:
        done.append("rename")
        rename(old, new)

    monkeypatch.setattr(os, "fsync", flushing)
    monkeypatch.setattr(os, "replace", renaming)
    files.save(tmp_path / "a.md", b"one", None)
    assert [step for step in done if step != "folder"] == ["file", "rename"]
    if sys.platform == "linux":
        assert done == ["file", "rename", "folder"]


def test_what_a_killed_save_left_is_swept_up(tmp_path: Path) -> None:
    old, new = tmp_path / ".a.md.01234567.tmp", tmp_path / ".a.md.89abcdef.tmp"
    for left in (old, new):
        left.write_bytes(b"half")
    os.utime(old, (1, 1))
    files.save(tmp_path / "a.md", b"one", None)
    assert sorted(os.listdir(tmp_path)) == [new.name, "a.md"]  # the new one may be being written


def test_a_file_is_found_by_the_digest_it_names(tmp_path: Path) -> None:
    digest = "ab" * 32
    (tmp_path / "a.md").write_text("---\nsha256: " + "cd" * 32 + "\n---\n")
    (tmp_path / "moved.md").write_text(f"---\ntitle: x\nsha256: '{digest}'\n---\n# x\n")
    (tmp_path / "z.md").write_bytes(b"\xff\xfe sha256:")
    assert files.find(tmp_path, frozenset({digest, "0" * 64})) == tmp_path / "moved.md"
    assert files.find(tmp_path, frozenset({"0" * 64})) is None
    assert files.find(tmp_path / "none", frozenset({digest})) is None


def test_bytes_that_are_not_text_go_through(tmp_path: Path) -> None:
    data = b"caf\xe9 \xe2\x80\x9c\r\n"
    assert files.text(data).encode("utf-8", "surrogateescape") == data


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locks on folders")
def test_one_process_at_a_time_saves(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from briefing.notes import files\n"
        "folder = Path(sys.argv[1])\n"
        "for _ in range(20):\n"
        "    with files.alone(folder):\n"
        "        before = files.load(folder / 'a')\n"
        "        assert files.save(folder / 'a', (before or b'') + b'x', before)\n"
    )
    running = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert (tmp_path / "a").read_bytes() == b"x" * 60
