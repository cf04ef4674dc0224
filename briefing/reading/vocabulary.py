"""The words that make numbers, dates and times, each with the letter of its class.

The letters are explained in :mod:`briefing.reading.lexemes`. Values that the words stand for
(a month's number, a unit's length) are kept here too, so that a word is listed in one place.
"""

from __future__ import annotations

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed weds",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
"""Monday is 0, as in :mod:`datetime`."""

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen
    fourteen fifteen sixteen seventeen eighteen nineteen"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ONES = {word: value for value, word in enumerate(_ONES.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
SHORT_SCALES = {
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "mil": 1e6,
    "b": 1e9,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
"""Scales that are read as such only where they touch the digits."""

_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)}
CURRENCY_LETTERS = frozenset({"rm", "rs", "usd", "eur", "gbp", "dlrs", "tk", "nt", "chf", "rmb"})
"""Letters that may touch the digits of an amount, as in ``RM50,000``."""

FRACTIONS = {
    "thirds": 3,
    "fourths": 4,
    "quarters": 4,
    "quarter": 4,
    "fifths": 5,
    "sixths": 6,
    "sevenths": 7,
    "eighths": 8,
    "ninths": 9,
    "tenths": 10,
    "hundredth": 100,
    "hundredths": 100,
    "thousandth": 1000,
    "thousandths": 1000,
}
VULGAR = {
    "½": 0.5,
    "¼": 0.25,
    "¾": 0.75,
    "⅓": 1 / 3,
    "⅔": 2 / 3,
    "⅛": 0.125,
    "⅜": 0.375,
    "⅝": 0.625,
}

UNITS = {
    "second": "S",
    "sec": "S",
    "minute": "M",
    "min": "M",
    "hour": "H",
    "hr": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "W",
    "month": "MO",
    "quarter": "Q",
    "season": "Y",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
"""Units of time; the values name their kind."""

SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
PARTS_OF_DAY = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
NAMED_DECADES = {
    "twenties": 2,
    "thirties": 3,
    "forties": 4,
    "fifties": 5,
    "sixties": 6,
    "seventies": 7,
    "eighties": 8,
    "nineties": 9,
}

_CLASSES = {
    "M": "january february march april may june july august september october november december",
    "N": "jan feb mar apr jun jul aug sept sep oct nov dec",
    "W": "monday tuesday wednesday thursday friday saturday sunday",
    "B": "mon tues tue wed weds thurs thur thu fri sat sun",
    "U": "second seconds sec secs minute minutes min mins hour hours hr hrs day days night nights"
    " week weeks weekend weekends fortnight fortnights month months season seasons year years"
    " decade decades century centuries",
    "G": "quarter quarters",
    "F": "thirds fourths fifths sixths sevenths eighths ninths tenths hundredth hundredths"
    " thousandth thousandths",
    "S": "spring summer autumn fall winter",
    "P": "morning afternoon evening night noon midnight midday lunchtime dawn dusk",
    "T": "today yesterday tomorrow tonight overnight",
    "Z": "gmt utc est edt et pst pdt pt cst cdt ct mst mdt bst cet cest ist jst hkt sgt aest",
    "r": "last next this past previous coming following same that current upcoming",
    "m": "early late mid middle beginning end start",
    "g": "ago",
    "l": "earlier later",
    "a": "a an",
    "t": "the",
    "f": "of",
    "c": "consecutive straight successive",
    "h": "half",
    "&": "and",
    "+": "or",
    "q": "several few couple many",
    "H": "hundred",
    "z": "dozen",
    "V": "tens dozens scores hundreds thousands millions billions trillions",
    ">": "to",
    "p": "in on at by since until till from during through throughout before after for between"
    " over within around about",
}
CLASSES: dict[str, str] = {
    word: letter for letter, line in _CLASSES.items() for word in line.split()
}
CLASSES.update(dict.fromkeys(ONES, "u"))
CLASSES.update(dict.fromkeys(TENS, "e"))
CLASSES.update(dict.fromkeys(SCALES, "s"))
CLASSES.update({word: "o" for word in ORDINALS if word not in CLASSES})
CLASSES["second"] = "o"
CLASSES.update(dict.fromkeys(NAMED_DECADES, "E"))

CAPITALISED = frozenset("MNWB")
"""Classes whose words are read as such only with a capital."""
