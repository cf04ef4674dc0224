"""What a list of articles says of them: their days, their age, who tells the same story.

No terminal is needed; the command line says the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from briefing.desk import Listing
from briefing.model.telling import Teller
from briefing.ui.edition import name_of

CHANGED = "changed since you read it"
"""What is said of an article of which an earlier version was read."""


def day_name(day: str, today: date) -> str:
    """A day as a front page heads it: Today, Yesterday, or its name and date."""
    try:
        found = date.fromisoformat(day[:10])
    except ValueError:
        return "Without a day"
    away = (today - found).days
    if away in (0, 1):
        return ("Today", "Yesterday")[away]
    return f"{found:%A} {found.day} {found:%B}" + ("" if away < 300 else f" {found.year}")


def age(item: Listing, today: date) -> str:
    """How old an article is, in a word: since it was published, or since it came."""
    try:
        days = (today - date.fromisoformat((item.published or item.added)[:10])).days
    except ValueError:
        return ""
    if days <= 0:
        return "today"
    if days < 14:
        return f"{days} d"
    if days < 70:
        return f"{days // 7} wk"
    return f"{days // 30} mo" if days < 700 else f"{days // 365} yr"


def also(others: Sequence[Listing], tellers: Sequence[Teller]) -> str:
    """Who else tells a story, each source once, and how many sentences of theirs are new.

    Of a source with several articles it is how many there are, and the most that is new in one.

    Args:
        others: the other articles of the story.
        tellers: the same with what is new in them, as far as that is known yet.
    """
    known = {teller.digest: teller for teller in tellers}
    new: dict[str, int] = {}
    articles: Counter[str] = Counter()
    for item in others:
        teller = known.get(item.digest)
        count = -2 if item.read else -1 if teller is None else teller.new
        name = item.source or name_of(item.title, item.location)
        new[name] = max(new.get(name, -2), count)
        articles[name] += 1
    said: list[str] = []
    counted = False
    for name, count in sorted(new.items(), key=lambda pair: -pair[1]):
        unit = "new" if counted else "new sentence" if count == 1 else "new sentences"
        counted = counted or count > 0
        remark = {-2: " (read)", -1: "", 0: " (nothing new)"}.get(count, f" ({count} {unit})")
        several = f" ×{articles[name]}" if articles[name] > 1 else ""
        said.append(name + several + remark)
    return ", ".join(said)
