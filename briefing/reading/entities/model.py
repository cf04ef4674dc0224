"""The entity model: reads lines of text and says which words are names, of what, how surely.

A MiniLM encoder with eight-bit weights, run by onnxruntime on one thread. The weights, and what
they were trained on, are described in ``briefing/reading/weights/entities/MODEL_CARD.md``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefing.model.article import Span
from briefing.reading.entities.mention import Found
from briefing.reading.entities.windows import Window, windows
from briefing.reading.entities.wordpiece import Word, WordPiece

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

_FOLDER = Path(__file__).parent.parent / "weights" / "entities"
_CLOSING = 102
"""``[SEP]``, which ends every window."""
READ = 25_000
"""Words that are read of one text, in about four seconds; no news article is as long. What
follows is searched for the names known by then, see :mod:`briefing.reading.entities.recurring`."""


class Model:
    """A trained model, loaded.

    Args:
        folder: where ``model.onnx``, ``model.json`` and ``vocab.txt`` are.

    Raises:
        OSError: when one of them cannot be read.
    """

    def __init__(self, folder: Path = _FOLDER) -> None:
        import onnxruntime

        about = _about(folder)
        self.name: str = about["name"]
        self._labels: list[str] = about["labels"]
        self._opening: int = about["opening"]
        self._separator: int = about["separator"]
        self._pieces = WordPiece.read(folder / "vocab.txt")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )

    def read(self, text: str, lines: Sequence[Span]) -> list[Found]:
        """The names in some lines of a text, in text order; none reaches over a line's end.

        Reads :data:`READ` words and leaves the rest.
        """
        words: list[list[Word]] = []
        left = READ
        for line in lines:
            words.append(list(islice(self._pieces.words(text, line.start, line.end), left)))
            left -= len(words[-1])
        found: list[Found] = []
        for written, scores in zip(words, self._scores(text, words), strict=True):
            found += self._names(written, scores)
        return found

    def _scores(self, text: str, lines: Sequence[Sequence[Word]]) -> list[Scores]:
        """For each line an array ``[words, labels]`` of logarithms of probabilities."""
        import numpy as np

        scores = [np.zeros((len(words), len(self._labels)), np.float32) for words in lines]
        # A list or a log says the same again and again; what was read once is known.
        known: dict[bytes, Scores] = {}
        for window in windows(text, lines):
            ids, shapes, places = self._row(window, lines)
            given = np.array([ids, shapes], np.int64)
            raw = known.get(given.tobytes())
            if raw is None:
                raw = known[given.tobytes()] = self._run(given)
            seen = 0
            for part in window:
                firsts = places[seen + part.kept - part.first : seen + part.until - part.first]
                scores[part.line][part.kept : part.until] = raw[firsts]
                seen += part.last - part.first
        return scores

    def _run(self, given: NDArray[np.int64]) -> Scores:
        """An array ``[pieces, labels]`` of logarithms for one window's pieces and shapes."""
        import numpy as np

        raw: Scores
        (raw,) = self._session.run(None, {"ids": given[:1], "shapes": given[1:]})
        raw = raw[0] - raw[0].max(-1, keepdims=True)
        raw -= np.log(np.exp(raw).sum(-1, keepdims=True))
        return raw

    def _row(
        self, window: Window, lines: Sequence[Sequence[Word]]
    ) -> tuple[list[int], list[int], list[int]]:
        """Pieces, shapes, and for each word the place of its first piece."""
        ids, shapes, places = [self._opening], [0], []
        for number, part in enumerate(window):
            if number:
                ids.append(self._separator)
                shapes.append(0)
            for word in lines[part.line][part.first : part.last]:
                places.append(len(ids))
                ids.extend(word.pieces)
                shapes.extend([word.shape] * len(word.pieces))
        return [*ids, _CLOSING], [*shapes, 0], places

    def _names(self, words: Sequence[Word], scores: Scores) -> list[Found]:
        """The names of one line, from the likeliest row of labels that makes sense."""
        import numpy as np

        path = self._path(scores)
        chances = np.exp(scores)
        outside = self._labels.index("O")
        names: list[Found] = []
        start = 0
        for place in range(len(words) + 1):
            label = self._labels[path[place]] if place < len(words) else "O"
            begun = place > start and path[start]
            if begun and not label.startswith("I-"):
                kind = self._labels[path[start]][2:]
                # Half how sure it is of the kind, half how sure it is of a name at all: an
                # unheard-of company is plainly a name before it is plainly a company.
                both = [number for number, name in enumerate(self._labels) if name[2:] == kind]
                named = chances[start:place, both].sum(-1), 1 - chances[start:place, outside]
                sure = float((named[0] + named[1]).mean()) / 2
                names.append(Found(words[start].start, words[place - 1].end, kind, sure))
            if not label.startswith("I-"):
                start = place
        return names

    def _path(self, scores: Scores) -> list[int]:
        """The likeliest labels of a line such that no name goes on that has not begun (Viterbi)."""
        best: list[int] = scores.argmax(-1).tolist()
        pairs = zip([0, *best], best, strict=False)
        if all(self._follows(before, after) for before, after in pairs):
            return best
        barred = self._barred()
        total = scores[0] + barred[0]
        back = []
        for row in scores[1:]:
            ways = total[:, None] + barred
            back.append(ways.argmax(0))
            total = ways.max(0) + row
        path = [int(total.argmax())]
        for came in reversed(back):
            path.append(int(came[path[-1]]))
        return path[::-1]

    def _follows(self, before: int, after: int) -> bool:
        later = self._labels[after]
        return not later.startswith("I-") or self._labels[before][2:] == later[2:]

    @cache  # noqa: B019 - the model lives as long as the process
    def _barred(self) -> Scores:
        """What each step from one label to the next costs: nothing, or far too much."""
        import numpy as np

        every = range(len(self._labels))
        allowed = [[self._follows(before, after) for after in every] for before in every]
        return np.where(np.array(allowed), np.float32(0), np.float32(-1e4))


def _about(folder: Path) -> dict[str, Any]:
    about: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    return about


@cache
def load() -> Model:
    """The model in the package, loaded once in a process."""
    return Model()
