"""The language of a text, by a sentence or two of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.language import SAMPLE, language

SENTENCES = {
    "en": (
        "The government said on Monday that it would raise taxes on the rich, and the"
        " opposition was quick to say no."
    ),
    "de": (
        "Die Regierung hat am Montag mitgeteilt, dass sie die Steuern für Reiche erhöhen"
        " will, und die Opposition ist dagegen."
    ),
    "fr": (
        "Le gouvernement a annoncé lundi qu'il allait augmenter les impôts des plus"
        " riches, et l'opposition est contre cette mesure."
    ),
    "es": (
        "El gobierno anunció el lunes que va a subir los impuestos a los más ricos, pero"
        " la oposición no está de acuerdo con la medida."
    ),
    "it": (
        "Il governo ha annunciato lunedì che aumenterà le tasse per i più ricchi, ma"
        " l'opposizione non è d'accordo con la misura."
    ),
    "pt": (
        "O governo anunciou na segunda-feira que vai aumentar os impostos dos mais ricos,"
        " mas a oposição não está de acordo com a medida."
    ),
    "nl": (
        "De regering heeft maandag gezegd dat de belastingen voor de rijken omhoog gaan,"
        " maar de oppositie is het er niet mee eens."
    ),
    "sv": (
        "Regeringen sade på måndagen att skatten för de rika ska höjas, men oppositionen"
        " är inte överens om det som har sagts."
    ),
    "da": (
        "Regeringen sagde mandag, at skatten for de rige skal hæves, men oppositionen er"
        " ikke enig i det, der er blevet sagt af ministeren."
    ),
    "no": (
        "Regjeringen sa mandag at skatten for de rike skal økes, men opposisjonen er ikke"
        " enig i det som er blitt sagt av ministeren, ifølge NRK."
    ),
    "pl": (
        "Rząd ogłosił w poniedziałek, że podniesie podatki dla bogatych, ale opozycja nie"
        " zgadza się na to i jest przeciw."
    ),
    "ru": (
        "Правительство в понедельник заявило, что повысит налоги для богатых, но"
        " оппозиция не согласна с этим и будет против."
    ),
    "uk": (
        "Уряд у понеділок заявив, що підвищить податки для багатих, але опозиція не"
        " погоджується з цим і буде проти, бо це не те."
    ),
    "tr": (
        "Hükümet pazartesi günü zenginler için vergileri artıracağını açıkladı, ama"
        " muhalefet bu karara karşı olduğunu ve bunun çok kötü bir adım olduğunu söyledi."
    ),
    "id": (
        "Pemerintah mengatakan pada hari Senin bahwa pajak untuk orang kaya akan"
        " dinaikkan, tetapi oposisi tidak setuju dengan rencana itu."
    ),
    "zh": "政府周一表示,将提高富人的税收,但反对派不同意这一措施。",
    "ja": "政府は月曜日、富裕層への増税を発表したが、野党は反対している。",
    "ko": "정부는 월요일 부유층에 대한 세금을 인상한다고 밝혔지만 야당은 반대하고 있다.",
    "ar": (
        "قالت الحكومة يوم الاثنين إنها سترفع الضرائب على الأغنياء، لكن المعارضة لا توافق"
        " على هذا القرار في البرلمان."
    ),
    "hi": ("सरकार ने सोमवार को कहा कि वह अमीरों पर कर बढ़ाएगी, लेकिन विपक्ष इस फैसले से सहमत नहीं है।"),
    "el": "Η κυβέρνηση ανακοίνωσε τη Δευτέρα ότι θα αυξήσει τους φόρους.",
    "cs": (
        "Vláda v pondělí oznámila, že zvýší daně pro bohaté, ale opozice s tím nesouhlasí"
        " a je to podle ní špatné, protože by to bylo moc."
    ),
    "fi": (
        "Hallitus sanoi maanantaina, että se nostaa rikkaiden veroja, mutta oppositio ei"
        " ole samaa mieltä ja se on myös sitä vastaan."
    ),
    "hu": (
        "A kormány hétfőn bejelentette, hogy emeli a gazdagok adóját, de az ellenzék nem"
        " ért egyet ezzel, és azt mondta, hogy ez nem jó."
    ),
    "ro": (
        "Guvernul a anunțat luni că va crește taxele pentru cei bogați, dar opoziția nu"
        " este de acord cu această măsură și a spus că nu este bine."
    ),
    "ca": (
        "El govern va anunciar dilluns que pujarà els impostos als més rics, però"
        " l'oposició no hi està d'acord i ha dit que és una mala idea per al país."
    ),
    "vi": (
        "Chính phủ cho biết hôm thứ Hai rằng thuế đối với người giàu sẽ được tăng, nhưng"
        " phe đối lập không đồng ý với điều này."
    ),
    "fa": (
        "دولت روز دوشنبه اعلام کرد که مالیات ثروتمندان را افزایش می دهد، اما مخالفان با"
        " این تصمیم موافق نیستند و گفتند که این به سود مردم است."
    ),
}


@pytest.mark.parametrize(("name", "text"), SENTENCES.items())
def test_a_sentence_tells_its_language(name: str, text: str) -> None:
    assert language(text) == name


@pytest.mark.parametrize(
    "text", ["", "12 34 56", "Reuters", "Xyzzy plugh frotz blorb gnusto rezrov zifmia quelbo"]
)
def test_too_little_tells_nothing(text: str) -> None:
    assert language(text) == ""


def test_names_of_another_language_do_not_tell() -> None:
    text = "The mayor of Paris, Anne Hidalgo, met the president of the Île-de-France on Monday."
    assert language(text) == "en"


def test_a_long_text_is_sampled_at_the_start_and_in_the_middle() -> None:
    menu = "xyzzy plugh " * (SAMPLE // 12)
    assert language(menu + SENTENCES["en"] * 400) == "en"


@given(st.text())
def test_the_answer_is_two_letters_or_nothing(text: str) -> None:
    assert len(language(text)) in (0, 2)
