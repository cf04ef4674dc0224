"""The words of saying, in all their forms."""

from __future__ import annotations

from briefing.reading.tables import words

_REGULAR = words(
    "add ask tweet retweet post claim insist argue note explain reply warn announce declare"
    " state continue conclude recall joke admit acknowledge respond observe remark suggest"
    " confirm deny complain predict promise vow urge testify report quip shout comment stress"
    " emphasize emphasise lament scold interject reiterate repeat agree chant yell exclaim"
    " brag boast gush whisper mutter muse wonder demand implore advise assure caution contend"
    " maintain allege reveal concede counter fume plead pledge proclaim pronounce protest"
    " recount retort roar scoff signal snap speculate thunder elaborate opine cite quote email"
    " e-mail message text answer assert mention remind inform instruct laugh sigh scream"
    " holler cry murmur offer propose recommend request estimate clarify address disclose"
    " indicate interrupt object preach profess question rejoin remember stipulate tease"
    " threaten utter volunteer reason reflect rant rail hint echo"
)
_JUDGING = words(
    "call dub describe label blast slam criticize criticise accuse dismiss denounce brand praise"
    " hail deride mock attack refer compare characterize characterise condemn tout portray blame"
    " reject defend term encourage depict decry applaud ridicule bash lambast lambaste promote"
    " celebrate endorse"
)
_IRREGULAR = words(
    "say says said saying tell tells told telling write writes wrote written writing sing sings"
    " sang read reads swear swore speak speaks spoke speaking put puts"
)


def _forms(base: str) -> list[str]:
    """A regular verb as it is written: ``deny``, ``denies``, ``denied``, ``denying``."""
    if base.endswith("y") and base[-2] not in "aeo":
        return [base, f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing"]
    if base.endswith("e"):
        return [base, f"{base}s", f"{base}d", f"{base[:-1]}ing"]
    plural = "es" if base.endswith(("s", "sh", "ch", "x")) else "s"
    double = base[-1] if base in ("brag", "snap", "slam", "dub", "admit", "refer", "quip") else ""
    return [base, base + plural, f"{base}{double}ed", f"{base}{double}ing"]


SAYING = _IRREGULAR | {form for base in _REGULAR for form in _forms(base)}
"""Verbs whose subject is the speaker of the words beside them."""
JUDGING = frozenset(form for base in _JUDGING for form in _forms(base))
"""Verbs that quote a judgement: ``called it "a disgrace"``."""
