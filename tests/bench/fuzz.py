"""Read documents made by chance until the time is up, and hold each to all that is promised.

    python -m tests.bench.fuzz [--seconds N] [--seed N] [--keep FOLDER]

A document is known by its seed: ``--seed N --seconds 0`` reads it again. One that breaks a promise,
or takes longer than its time, is told with its seed, and kept in FOLDER when one is named.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import FrameType

from briefing.resources import seeds
from tests import hostile

LIMIT = 20
"""Seconds a document may take: they are all small."""

DATA = Path(__file__).parents[1] / "data"


class TooSlowError(Exception):
    """A document took longer than its time."""


def document(seed: int, samples: Sequence[Path]) -> tuple[str, bytes]:
    """The document of a seed: one written by chance, or a sample spoilt by it."""
    chance = Random(seed)
    if chance.random() < 0.7:
        return hostile.document(chance)
    sample = chance.choice(samples)
    return sample.name, hostile.spoilt(sample.read_bytes(), chance)


def fault(name: str, written: bytes) -> str:
    """What is wrong with the reading of a document; empty when nothing is."""

    def over(_: int, __: FrameType | None) -> None:
        raise TooSlowError(f"took longer than {LIMIT} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(LIMIT)
    try:
        hostile.check(name, written)
    except Exception as error:
        return f"{type(error).__name__}: {ascii(str(error))[:200]}"
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    return ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Reads documents; 1 when one broke a promise."""
    parser = argparse.ArgumentParser(description="Read documents made by chance.")
    parser.add_argument("--seconds", type=float, default=60, help="for how long; 0 reads one")
    parser.add_argument("--seed", type=int, default=0, help="the first document's seed")
    parser.add_argument("--keep", type=Path, help="where to keep what breaks a promise")
    asked = parser.parse_args(arguments)
    samples = sorted(p for p in (*DATA.rglob("*.*"), *seeds().iterdir()) if p.is_file())
    end = time.monotonic() + asked.seconds
    seed, broken = asked.seed, 0
    while True:
        name, written = document(seed, samples)
        if wrong := fault(name, written):
            broken += 1
            print(f"seed {seed}: {name}, {len(written)} bytes: {wrong}", flush=True)
            if asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{seed}-{name}").write_bytes(written)
        seed += 1
        if time.monotonic() >= end:
            break
    print(f"{seed - asked.seed} documents read, {broken} broke a promise")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
