"""Fails when a score of the measuring table fell below what was reached before.

    python3 .ci/gates.py TABLE

The gates stand a little below the figures at the time, so that only a real loss stops a change.
A score that was not measured stops nothing.
"""

from __future__ import annotations

import sys
from pathlib import Path

LEAST = {
    "sentences/gum ends.f1": 0.95,
    "sentences/hard ends.f1": 0.97,
    "sections/blank f1": 0.80,
    "sections/tight f1": 0.87,
    "furniture f1": 0.97,
    "summary_cnndm rouge1": 30.0,
    "summary_teaser rouge1": 28.5,
    "w1h 4w_f1": 0.66,
    "w1h 4w_sent": 0.70,
    "figures_ieer f1": 0.96,
    "figures_hand f1": 0.97,
    "figure_rank hit3": 0.87,
    "quotes f1_direct_source": 0.84,
    "clusters b3_f1": 0.95,
    "conflicts f1": 0.86,
    "titles p": 0.99,
    "titles r": 0.96,
    "novelty_story auc": 0.95,
    "entities/conll03_testa f1": 0.935,
    "entities/worldwide_dev f1": 0.82,
    "entities/ieer_dev f1": 0.86,
    "entities/wikigold_dev f1": 0.76,
    "entities/uner_ewt_dev f1": 0.70,
    "entities/seed_article f1": 0.90,
}
"""The least that each score may be."""


def main(table: str) -> int:
    """Compares a table with the gates; 1 when one is not reached."""
    lost = 0
    for line in table.splitlines():
        for name, least in LEAST.items():
            if line.startswith(f"{name} ") and float(line[len(name) :].split()[0]) < least:
                print(f"{name} is below {least}")
                lost = 1
    return lost


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).read_text(encoding="utf-8")))
