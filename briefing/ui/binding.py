"""Commands put on their keys, for the screens that have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingsMap
from textual.dom import DOMNode

from briefing.ui.commands import BY_NAME


def bind(
    node: DOMNode,
    keys: Mapping[str, tuple[str, ...]],
    names: Iterable[str],
    *,
    priority: bool = False,
) -> None:
    """Put commands on their keys, over what the node has on these keys already.

    This stands for Textual's own way, ``App.set_keymap``, which works out every key anew each
    time one is pressed: with as many commands as ours that is five milliseconds a key, and in a
    storm of keys the screen stands still. It also leaves a command its key that has none.

    Args:
        node: the screen that has the actions.
        keys: the keys of each command, from :func:`keymap`.
        names: the commands to bind.
        priority: whether the screen comes before the widget in focus.
    """
    bound = BindingsMap(
        Binding(
            ",".join(keys[name]), name, BY_NAME[name].title, show=False, priority=priority, id=name
        )
        for name in names
        if keys[name]
    )
    node._bindings.key_to_bindings.update(bound.key_to_bindings)
