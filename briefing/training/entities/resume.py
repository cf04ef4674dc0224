"""The weights of a model that was exported before, as a run can go on from them.

What :mod:`.export` made integers is made numbers again: a little coarser than they were, which a
few hundred steps mend. So a model can be taught more without its first run being repeated.
"""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from briefing.training.entities.encoder import LAYERS

_QUANTISED = "_quantized"
_PRODUCTS = ("attend", "gather", "widen", "narrow")
"""The multiplications of a layer, in the order in which they are made: the export names them by
running numbers only.
"""


def exported_weights(model: Path) -> dict[str, Tensor]:
    """The weights in ``model.onnx``, under the names of :class:`.encoder.Tagger`.

    Raises:
        OSError: when the file cannot be read.
        ValueError: when it was not written by :mod:`.export`.
    """
    import onnx
    from onnx import numpy_helper

    found = {i.name: numpy_helper.to_array(i) for i in onnx.load(str(model)).graph.initializer}
    weights: dict[str, Tensor] = {}
    products: list[tuple[int, Tensor]] = []
    for name, values in found.items():
        if name.endswith(_QUANTISED):
            name = name.removesuffix(_QUANTISED)
            zero = found[f"{name}_zero_point"].astype(np.float32)
            numbers = (values.astype(np.float32) - zero) * found[f"{name}_scale"]
            if product := re.fullmatch(r"onnx::MatMul_(\d+)", name):
                # Kept the other way round: a multiplication from the right.
                products.append((int(product[1]), torch.from_numpy(numbers.T.copy())))
            else:
                weights[name] = torch.from_numpy(numbers)
        elif not name.endswith(("_scale", "_zero_point")):
            weights[name] = torch.from_numpy(values.copy())
    names = [f"layers.{n}.{product}.weight" for n in range(LAYERS) for product in _PRODUCTS]
    names.append("labels.weight")
    if len(names) != len(products):
        raise ValueError(f"{model} holds {len(products)} multiplications, not {len(names)}")
    in_order = sorted(products, key=lambda product: product[0])
    return weights | {n: w for n, (_, w) in zip(names, in_order, strict=True)}
