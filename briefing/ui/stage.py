"""A screen that is drawn as soon as a key has been done, and only where something changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.dom import DOMNode
from textual.screen import Screen
from textual.widget import Widget

from briefing.ui.composing import FlatCompositor

if TYPE_CHECKING:
    from textual.binding import BindingsMap

T = TypeVar("T")


def _consumes(node: DOMNode) -> bool:
    """Whether it may take a key for a letter, as a field does."""
    return type(node).check_consume_key is not DOMNode.check_consume_key


class Stage(Screen[T]):
    """A screen with our own compositor, and a short way from a key to what it changes.

    In Textual a widget that has changed tells itself so, then the screen, which wakes a clock,
    which draws: five rounds of the event loop between a key and its frame.
    """

    COMMANDS_FIRST: ClassVar[bool] = False
    """Whether nothing but a field has a use for a key before its command.

    Then a command is done at once. Textual hands the key to the widget in focus, up to the screen
    and back to the application; a key that was typed meanwhile is looked at before that.
    """

    def __init_subclass__(cls, *, part: bool = False) -> None:
        """Let Textual look through a whole screen, and not through each of its parts as well."""
        if not part:
            super().__init_subclass__()

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self._compositor = FlatCompositor()

    def heard(self) -> None:
        """A key has come, and what it does will follow."""

    async def command(self, key: str) -> bool:
        """Do what a key is bound to; false when it is not, or the widget in focus comes first."""
        self.heard()
        focused = self.focused
        if not self.COMMANDS_FIRST or (focused is not None and _consumes(focused)):
            return False
        check = self.app._check_bindings
        return await check(key, priority=True) or await check(key)

    def soil(self, widget: Widget) -> None:
        """Take in that a widget has something to draw."""
        self._dirty_widgets.add(widget)
        self.check_idle()

    @property
    def _binding_chain(self) -> list[tuple[DOMNode, BindingsMap]]:
        """What each key may do, from what has the focus up to the application.

        Textual copies the keys of all of them for every press, and asks each whether it would
        rather have the key as a letter. Here only one that may is asked so.
        """
        focused = self.focused
        if focused is None or focused.loading or self.app._keymap:
            return super()._binding_chain
        nodes = focused.ancestors_with_self
        if any(map(_consumes, nodes)):
            return super()._binding_chain
        return [(node, node._bindings) for node in nodes]

    def action_suspend(self) -> None:
        """Stop, as programs do at Ctrl-Z, and give the shell its terminal back."""
        self.app.action_suspend_process()

    def draw(self) -> None:
        """Draw what a key has changed, now.

        Where the key asked for more than that (another arrangement, another screen) or the next
        one waits already, all of it is drawn together by Textual's clock.
        """
        larger = self._layout_required or self._scroll_required or self._recompose_required
        if not self._dirty_widgets or larger or self._repaint_required:
            return
        if self.is_current and self.app._message_queue.empty():
            with self._context():
                self._on_timer_update()
