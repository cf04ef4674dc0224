"""The network: a MiniLM encoder with word shapes for segments, and a label for every piece.

The shape is BERT's (Devlin et al., 2019) and the start is MiniLM-L6-H384 (Wang et al., 2020) as
fine-tuned for sentences. Written out here, with queries, keys and values in one multiplication,
so that the exported graph holds what is needed and no more. (Where types are checked, torch is not
installed: hence the ignored lines.)
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file  # type: ignore[import-not-found]
from torch import Tensor, nn
from torch.nn import functional

WIDTH = 384
LAYERS = 6
HEADS = 12
INNER = 1536
VOCABULARY = 30522
POSITIONS = 512
SHAPES = 8
_EPSILON = 1e-12


class Layer(nn.Module):  # type: ignore[misc]
    """One layer: attention to the whole window, then a step for each piece on its own."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.gather = nn.Linear(WIDTH, WIDTH)
        self.gathered = nn.LayerNorm(WIDTH, _EPSILON)
        self.widen = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.narrowed = nn.LayerNorm(WIDTH, _EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor | None) -> Tensor:
        """``bias``, added to the attention, is very low where windows are padded."""
        query, key, value = self.attend(hidden).split(WIDTH, -1)
        if torch.onnx.is_in_onnx_export():
            seen = _ExportedAttention.apply(query, key, value)
        else:
            seen = _attention(query, key, value, bias)
        hidden = self.gathered(hidden + self.dropout(self.gather(seen)))
        inner = self.narrow(functional.gelu(self.widen(hidden)))
        return self.narrowed(hidden + self.dropout(inner))


class Tagger(nn.Module):  # type: ignore[misc]
    """From pieces and shapes of words, each ``[batch, length]``, to scores of the labels."""

    def __init__(self, labels: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.embedded = nn.LayerNorm(WIDTH, _EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.labels = nn.Linear(WIDTH, labels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, shapes: Tensor, mask: Tensor | None = None) -> Tensor:
        """Scores, ``[batch, length, labels]``; ``mask`` is 1 for pieces and 0 for padding."""
        places = self.positions.weight[: ids.shape[1]]
        hidden = self.embedded(self.pieces(ids) + places + self.shapes(shapes))
        hidden = self.dropout(hidden)
        bias = None if mask is None else ((1 - mask) * -1e4).to(hidden.dtype)[:, None, None, :]
        for layer in self.layers:
            hidden = layer(hidden, bias)
        scores: Tensor = self.labels(self.dropout(hidden))
        return scores

    def start_from(self, base: Path, noise: float = 0.02) -> None:
        """Takes over the weights of a BERT encoder in the form the transformers library keeps.

        All shapes start as BERT's first segment, a little apart from one another.
        """
        old = load_file(base)
        renamed = dict(_renamed(old))
        segment = old["embeddings.token_type_embeddings.weight"][0]
        renamed["shapes.weight"] = segment + noise * torch.randn(SHAPES, WIDTH)
        renamed["shapes.weight"][0] = segment
        missing, unexpected = self.load_state_dict(renamed, strict=False)
        if unexpected or set(missing) != {"labels.weight", "labels.bias"}:
            raise ValueError(f"{base} is no such encoder: {missing} {unexpected}")


def _attention(query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
    batch, length, _ = query.shape

    def parted(rows: Tensor) -> Tensor:
        return rows.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2)

    seen = functional.scaled_dot_product_attention(
        parted(query), parted(key), parted(value), attn_mask=bias
    )
    return seen.transpose(1, 2).reshape(batch, length, WIDTH)


class _ExportedAttention(torch.autograd.Function):  # type: ignore[misc]
    """Attention as the one operator that onnxruntime has for it, without a mask."""

    @staticmethod
    def forward(_: Any, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        return _attention(query, key, value, None)

    @staticmethod
    def symbolic(graph: Any, query: Any, key: Any, value: Any) -> Any:
        return graph.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=HEADS)


def _renamed(old: dict[str, Tensor]) -> list[tuple[str, Tensor]]:
    found = [
        ("pieces.weight", old["embeddings.word_embeddings.weight"]),
        ("positions.weight", old["embeddings.position_embeddings.weight"]),
        ("embedded.weight", old["embeddings.LayerNorm.weight"]),
        ("embedded.bias", old["embeddings.LayerNorm.bias"]),
    ]
    parts = {
        "gather": "attention.output.dense",
        "gathered": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "narrowed": "output.LayerNorm",
    }
    for number in range(LAYERS):
        there = f"encoder.layer.{number}."
        for kind in ("weight", "bias"):
            attend = [old[f"{there}attention.self.{p}.{kind}"] for p in ("query", "key", "value")]
            found.append((f"layers.{number}.attend.{kind}", torch.cat(attend)))
            found += [
                (f"layers.{number}.{n}.{kind}", old[f"{there}{o}.{kind}"]) for n, o in parts.items()
            ]
    return found
