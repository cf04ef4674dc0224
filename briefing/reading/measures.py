"""What figures are counted in: currencies, units of measure, and the nouns of counting.

The words are told apart by what news writes with them; a value is the unit's plain name.
"""

from __future__ import annotations

from briefing.reading.tables import words

_SYMBOLS = (
    "$ dollar £ pound € euro ¥ yen ₹ rupee ₩ won ₽ rouble ₺ lira ₦ naira ฿ baht ₫ dong ₪ shekel"
)
SYMBOLS = dict(zip(_SYMBOLS.split()[::2], _SYMBOLS.split()[1::2], strict=True))
"""Currency signs and the currency each stands for."""

CURRENCY_CODES = words(
    "usd eur gbp jpy cny rmb chf aud cad nzd hkd sgd inr dlrs dlr rm rs rs. tk nt"
)
"""What stands before an amount, or after it, in letters."""

CURRENCIES = words(
    "dollar dollars euro euros yen yuan renminbi rupee rupees rouble roubles ruble rubles franc"
    " francs marks peso pesos rand ringgit krona kronor krone kroner lira lire rupiah baht"
    " dinar dinars dirham dirhams riyal riyals rial rials naira shilling shillings cedi shekel"
    " shekels zloty forint reais dong taka sterling cent cents penny pence dlrs guilders"
    " drachmas pesetas bitcoin bitcoins"
)
CURRENCY_PREFIXES = words("us u.s a au c ca can hk nz s nt r")
"""Letters that may touch a currency sign: ``US$``, ``A$``."""
NATIONS = words(
    "us u.s american canadian australian zealand singapore hong kong new taiwan swiss french"
    " belgian danish norwegian swedish mexican indian pakistani kenyan egyptian british irish"
    " german turkish israeli russian czech jamaican fijian chinese japanese korean thai vietnamese"
    " philippine malaysian indonesian polish hungarian romanian bulgarian ukrainian serbian"
    " icelandic cypriot lebanese syrian sudanese iraqi iranian saudi kuwaiti qatari emirati"
    " jordanian bahraini omani moroccan tunisian algerian libyan nigerian ghanaian ugandan"
    " tanzanian zambian rwandan brazilian argentine argentinian chilean colombian cuban bolivian"
    " dominican venezuelan"
)
"""Words that may stand between an amount and its currency: ``Hong Kong dollars``."""

_UNITS = {
    "kilometre": "kilometer kilometers kilometre kilometres km kms",
    "metre": "meter meters metre metres",
    "centimetre": "centimeter centimeters centimetre centimetres cm cms",
    "millimetre": "millimeter millimeters millimetre millimetres mm micron microns nanometers",
    "mile": "mile miles",
    "mph": "mph kph knots",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "yard": "yard yards",
    "acre": "acre acres",
    "hectare": "hectare hectares ha",
    "lb": "pound pounds lb lbs",
    "kilogram": "kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs",
    "gram": "gram grams gramme grammes mg milligrams milligram",
    "tonne": "ton tons tonne tonnes kiloton kilotons megaton megatons",
    "ounce": "ounce ounces oz",
    "litre": "litre litres liter liters ml millilitres milliliters",
    "gallon": "gallon gallons pint pints quart quarts",
    "barrel": "barrel barrels bpd bushel bushels",
    "degree": "degree degrees °c °f °",
    "watt": "watt watts kilowatt kilowatts kw megawatt megawatts mw gigawatt gigawatts gw",
    "watt-hour": "kwh mwh gwh kilowatt-hours",
    "byte": "megabyte megabytes gigabyte gigabytes terabyte terabytes mb gb tb",
    "hertz": "mhz ghz hertz",
    "cup": "cup cups teaspoon teaspoons tablespoon tablespoons tsp tbsp",
    "calorie": "calorie calories kilojoules",
    "carat": "carat carats karat",
    "horsepower": "horsepower hp bhp",
    "decibel": "decibel decibels db",
}
UNITS = {word: unit for unit, line in _UNITS.items() for word in line.split()}
"""Units of measure, each written form with the unit it stands for."""

POWERS = words("square cubic sq cu")
RATES = words("hour second minute day year week month")
"""What a measure may be counted by: ``miles an hour``."""

NUMBERED = words(
    "no nos number numbers resolution section sections page pages chapter channel flight route"
    " highway interstate room level phase type article articles line gate terminal block district"
    " precinct local division volume vol part act scene group job figure fig table appendix"
    " paragraph clause rule law bill proposition amendment platform pier runway apartment apt suite"
    " floor category class grade form version model stage round week day game match episode season"
    " series study experiment exhibit count tier area zone sector unit ward lane psalm verse juror"
    " suspect detainee court"
)
"""Nouns that a number after them names rather than counts: ``Resolution 425``, ``page 3``."""

OPENERS = words(
    "some nearly almost only just roughly approximately exactly another these those their all with"
    " but its his her our my your more less fewer least most both every then when where while that"
    " as if there both including plus minus than now yet still also even is are was were has have"
    " had not no maybe perhaps up down around about one and or so well between each any other what"
    " how because since after before until within without against per among amid despite via at"
)
"""Words that may open a sentence, and so have a capital, before a number that counts."""

COUNTABLE = words(
    "people persons men women children boys girls troops soldiers civilians workers employees jobs"
    " students pupils teachers members passengers residents villagers protesters demonstrators"
    " police officers prisoners inmates hostages victims survivors dead wounded injured casualties"
    " deaths cases patients voters votes points goals seats homes houses families cars vehicles"
    " countries nations states cities companies firms stores shares tickets copies others more"
)
"""Nouns that are counted even where a name stands before the number: ``in Baghdad 30 people``."""

STREETS = words(
    "street st avenue ave drive dr road rd lane ln boulevard blvd court place square terrace way"
)
