"""Tags: words of a comment that begin with a number sign, as Obsidian has them.

A tag is nowhere but in the comment, so it goes wherever the comment goes, is seen by every
program that knows such tags, and comes back when it is edited in a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_TAG = r"(?<!\S)#(?=[\w/-]*[^\W\d])([\w/-]+)"


def tags_of(comment: str) -> tuple[str, ...]:
    """The tags of a comment without their signs, in their order, each once.

    ``#1`` is a number and no tag; ``# Heading`` and ``a#b`` are none either.
    """
    found: dict[str, str] = {}
    for tag in re.findall(_TAG, comment):
        name = tag.strip("/")
        found.setdefault(name.casefold(), name)
    return tuple(name for name in found.values() if name)


def tag_names(text: str) -> tuple[str, ...]:
    """The tags that a reader typed, with signs or without, parted by blanks or commas."""
    return tags_of(" ".join(f"#{word.lstrip('#')}" for word in re.split(r"[\s,]+", text) if word))


def tagged(comment: str, tags: Iterable[str]) -> str:
    """A comment with these tags and no others.

    New ones go to its last line when that holds nothing but tags, or below it. A tag that is
    not wanted any more is taken out of that line; among other words it loses only its sign.
    """
    wanted = {tag.casefold(): tag for tag in tags}
    present = {tag.casefold() for tag in tags_of(comment)}
    words, _, last = comment.rstrip().rpartition("\n")
    own = last.split() if last.strip() and not re.sub(_TAG, "", last).strip() else []
    rest = words if own else comment.rstrip()

    def kept(match: re.Match[str]) -> str:
        return match[0] if match[1].strip("/").casefold() in wanted else match[1]

    rest = re.sub(_TAG, kept, rest).rstrip()
    line = [tag for tag in own if tag.strip("#/").casefold() in wanted]
    line += [f"#{tag}" for form, tag in wanted.items() if form not in present]
    if not line:
        return rest
    parting = "\n" if own and words.rstrip("\n") == words else "\n\n"
    return f"{rest}{parting if rest else ''}{' '.join(line)}"
