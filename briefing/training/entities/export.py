"""Writes a trained model as the package carries it; ``--help`` tells how.

The weights become eight-bit integers, each output channel with its own scale; activations are
scaled while running (dynamic quantisation). One window is read at a time, without padding:
on one thread more at once gain nothing. Several runs may be given, and models exported before:
their weights are averaged, each with its part (compare Wortsman et al., "Model soups", 2022).
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from briefing.training.entities.data import GENERIC, LABELS, SEPARATOR
from briefing.training.entities.encoder import Tagger
from briefing.training.entities.resume import exported_weights


def averaged(files: Sequence[Path], parts: Sequence[float]) -> dict[str, Tensor]:
    """The weighted mean of the weights in some files, ``.pt`` of a run or ``.onnx`` of an export.

    Runs from one start lie close enough for that.
    """
    total: dict[str, Tensor] = {}
    for file, part in zip(files, parts, strict=True):
        onnx = file.suffix == ".onnx"
        state = exported_weights(file) if onnx else torch.load(file, weights_only=True)
        for name, weights in state.items():
            total[name] = total.get(name, 0) + weights * (part / sum(parts))
    return total


def export(
    weights: dict[str, Tensor], vocabulary: Path, out: Path, name: str, opening: int
) -> None:
    """Leaves ``model.onnx``, ``model.json`` and ``vocab.txt`` in ``out``."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    model = Tagger(len(LABELS))
    model.load_state_dict(weights)
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    given = torch.ones((1, 16), dtype=torch.long)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            model,
            (given, given),
            str(whole),
            input_names=["ids", "shapes"],
            output_names=["scores"],
            dynamic_axes={name: {1: "pieces"} for name in ("ids", "shapes", "scores")},
            custom_opsets={"com.microsoft": 1},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole), str(out / "model.onnx"), weight_type=QuantType.QInt8, per_channel=True
        )
    about = {"name": name, "labels": LABELS, "opening": opening, "separator": SEPARATOR}
    (out / "model.json").write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    shutil.copyfile(vocabulary, out / "vocab.txt")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description="Exports the entity model.")
    parser.add_argument(
        "weights", type=Path, nargs="+", help="average.pt of runs, model.onnx of exports"
    )
    parser.add_argument("--parts", type=float, nargs="+", help="of each in the mean; else equal")
    parser.add_argument("--base", type=Path, required=True, help="folder of the MiniLM encoder")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model")
    parser.add_argument("--name", required=True, help="such as model-3")
    parser.add_argument("--opening", type=int, default=GENERIC, help="piece that opens windows")
    options = parser.parse_args()
    vocabulary = options.base / "vocab.txt"
    weights = averaged(options.weights, options.parts or [1.0] * len(options.weights))
    export(weights, vocabulary, options.out, options.name, options.opening)


if __name__ == "__main__":
    main()
