"""The reading trail: where the reader was, for going back and forward."""

from __future__ import annotations

from dataclasses import replace

from briefing.model.records import dataclass

LONGEST = 200
"""Places kept behind the reader."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in an article."""

    digest: str
    offset: int
    """The character the reader was at."""
    top: int = 0
    """The first character that was on the screen."""


@dataclass(frozen=True, slots=True)
class Trail:
    """The places left behind and, after going back, those ahead."""

    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def jumped(self, place: Place) -> Trail:
        """The trail after a jump away from a place; what was ahead is forgotten."""
        if self.behind and self.behind[-1] == place:
            return Trail(self.behind)
        return Trail((*self.behind, place)[-LONGEST:])

    def renamed(self, before: str, digest: str) -> Trail:
        """The trail with the places of one article taken for those of another."""

        def moved(places: tuple[Place, ...]) -> tuple[Place, ...]:
            return tuple(replace(p, digest=digest) if p.digest == before else p for p in places)

        return Trail(moved(self.behind), moved(self.ahead))

    def back(self, here: Place) -> tuple[Trail, Place | None]:
        """One step back from ``here``; the place is ``None`` at the trail's beginning."""
        if not self.behind:
            return self, None
        return Trail(self.behind[:-1], (here, *self.ahead)), self.behind[-1]

    def forward(self, here: Place) -> tuple[Trail, Place | None]:
        """One step forward again from ``here``; the place is ``None`` at its end."""
        if not self.ahead:
            return self, None
        return Trail((*self.behind, here), self.ahead[1:]), self.ahead[0]
