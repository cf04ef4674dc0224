"""Trains the entity model: ``python -m briefing.training.entities.train --help``.

The rate of learning rises for a moment and then falls in a straight line to nothing at the end,
which is set in steps, or in minutes where a machine's time is what is short; the number of steps
taken is kept beside the weights, and with it and the seed the run can be repeated. What is
exported is a running average of the weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from briefing.reading.entities.wordpiece import WordPiece
from briefing.training.entities.augment import Names, augment
from briefing.training.entities.data import (
    CORPORA,
    LABELS,
    Corpus,
    Document,
    Encoder,
    Window,
    packs,
    read,
)
from briefing.training.entities.encoder import Tagger
from briefing.training.entities.resume import exported_weights

BATCH = 1024
"""Pieces in a batch, at most, padding counted."""
POOL = 48
"""Batches drawn at once, so that windows of like length can be put together."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows side by side; ``allowed`` is ``[batch, length, labels]``, ``asked`` is 1 or 0."""

    ids: Tensor
    mask: Tensor
    shapes: Tensor
    allowed: Tensor
    asked: Tensor


class Mixture:
    """Windows of all sets without end, each set in its share, each its documents in turn."""

    def __init__(
        self, folder: Path, corpora: tuple[Corpus, ...], pieces: WordPiece, seed: int
    ) -> None:
        self._chance = random.Random(seed)
        self._corpora = corpora
        self._streams: list[Iterator[Window]] = []
        self._drawn = [0.0] * len(corpora)
        for corpus in corpora:
            documents = read(folder / f"{corpus.name}.conll")[:: corpus.every]
            print(f"{corpus.name}: {len(documents)} documents", flush=True)
            self._streams.append(self._stream(documents, Encoder(corpus, pieces)))

    def _stream(self, documents: list[Document], encoder: Encoder) -> Iterator[Window]:
        names = Names(documents)
        while True:
            for lines in packs(documents, self._chance):
                yield encoder.window(augment(lines, names, self._chance), self._chance)

    def _next(self) -> Window:
        """A window of the set that is furthest behind its share."""
        behind = [d / c.share for d, c in zip(self._drawn, self._corpora, strict=True)]
        number = behind.index(min(behind))
        window = next(self._streams[number])
        self._drawn[number] += len(window.ids)
        return window

    def batches(self) -> Iterator[Batch]:
        """Batches of windows of like length, in random order, without end."""
        while True:
            windows: list[Window] = []
            size = 0
            while size < POOL * BATCH:
                windows.append(self._next())
                size += len(windows[-1].ids)
            groups: list[list[Window]] = [[]]
            for window in sorted(windows, key=lambda w: len(w.ids)):
                if (len(groups[-1]) + 1) * len(window.ids) > BATCH and groups[-1]:
                    groups.append([])
                groups[-1].append(window)
            self._chance.shuffle(groups)
            yield from map(_batch, groups)


def _batch(windows: list[Window]) -> Batch:
    length = max(len(window.ids) for window in windows)
    nothing = (True,) * len(LABELS)

    def padded(rows: list[list[int]]) -> Tensor:
        return torch.tensor([row + [0] * (length - len(row)) for row in rows])

    allowed = [
        [nothing if one is None else one for one in window.allowed]
        + [nothing] * (length - len(window.allowed))
        for window in windows
    ]
    return Batch(
        padded([window.ids for window in windows]),
        padded([[1] * len(window.ids) for window in windows]),
        padded([[int(shape) for shape in window.shapes] for window in windows]),
        torch.tensor(allowed),
        padded([[int(one is not None) for one in window.allowed] for window in windows]),
    )


def loss_of(scores: Tensor, batch: Batch) -> Tensor:
    """How improbable the model finds all that is allowed, on average over the words asked."""
    among = torch.logsumexp(scores.masked_fill(~batch.allowed, -1e4), -1)
    missed = torch.logsumexp(scores, -1) - among
    return (missed * batch.asked).sum() / batch.asked.sum().clamp(min=1)


def optimiser(model: Tagger, rate: float) -> torch.optim.AdamW:
    """Slow for the pieces' meanings, which rare names keep; fast for the labels, which are new."""
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, weights in model.named_parameters():
        speed = 4.0 if name.startswith("labels") else 0.4 if name.startswith("pieces") else 1.0
        decay = 0.01 if weights.ndim > 1 and name.startswith("layers") else 0.0
        groups.setdefault((speed, decay), []).append(weights)
    return torch.optim.AdamW(
        [
            {"params": weights, "lr": rate * speed, "full": rate * speed, "weight_decay": decay}
            for (speed, decay), weights in groups.items()
        ],
        betas=(0.9, 0.98),
        fused=True,
    )


class Average:
    """A running average of weights, taken every few steps; forgets the beginning soon."""

    EVERY = 5

    def __init__(self, model: Tagger) -> None:
        self.weights = {name: value.detach().clone() for name, value in model.state_dict().items()}
        self._taken = 0

    def take(self, model: Tagger) -> None:
        """Moves the average a little towards the weights as they are."""
        self._taken += 1
        kept = min(0.985, self._taken / (self._taken + 9))
        for name, value in model.state_dict().items():
            self.weights[name].lerp_(value.detach(), 1 - kept)


def train(options: argparse.Namespace) -> None:
    """Runs the whole schedule and leaves ``average.pt``, ``last.pt`` and ``run.json``."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    pieces = WordPiece.read(options.base / "vocab.txt")
    model = Tagger(len(LABELS), options.dropout)
    if options.resume:
        model.load_state_dict(exported_weights(options.resume / "model.onnx"))
    else:
        model.start_from(options.base / "model.safetensors")
    model.train()
    average = Average(model)
    steps = optimiser(model, options.rate)
    mixture = Mixture(options.data, CORPORA, pieces, options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    started = kept = time.monotonic()
    step, seen, total = 0, 0, 0.0
    for batch in mixture.batches():
        passed = (time.monotonic() - started) / 60
        done = step / options.steps if options.steps else passed / options.minutes
        if done >= 1:
            break
        for group in steps.param_groups:
            group["lr"] = group["full"] * min(done / 0.04 + 0.01, (1 - done) / 0.96)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bfloat):
            scores = model(batch.ids, batch.shapes, batch.mask)
        loss = loss_of(scores.float(), batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        steps.zero_grad(set_to_none=True)
        step, seen, total = step + 1, seen + int(batch.mask.sum()), total + loss.item()
        if step % Average.EVERY == 0:
            average.take(model)
        if step % 100 == 0:
            print(f"{step} {done:.3f} {total / 100:.4f} {seen / passed / 60:.0f}/s", flush=True)
            total = 0.0
        if time.monotonic() - kept > 60 * options.keep:
            kept = time.monotonic()
            keep(options, model, average, step, seen, done)
    keep(options, model, average, step, seen, 1.0)


def keep(
    options: argparse.Namespace, model: Tagger, average: Average, step: int, seen: int, done: float
) -> None:
    """Writes the weights, their average, and how the run stands."""
    torch.save(model.state_dict(), options.out / "last.pt")
    torch.save(average.weights, options.out / "average.pt")
    run = {name: str(value) for name, value in vars(options).items()}
    facts = {**run, "step": step, "pieces": seen, "done": round(done, 4), "labels": LABELS}
    (options.out / "run.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Trains the entity model.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the sets, *.conll")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for the weights")
    parser.add_argument("--resume", type=Path, help="folder of an exported model to go on from")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, help="length of the run; or:")
    parser.add_argument("--minutes", type=float, default=100.0)
    parser.add_argument("--keep", type=float, default=5.0, help="minutes between checkpoints")
    parser.add_argument("--rate", type=float, default=2.5e-4, help="highest rate of learning")
    parser.add_argument("--dropout", type=float, default=0.1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--bfloat", action="store_true", help="multiply in bfloat16, where fast")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
