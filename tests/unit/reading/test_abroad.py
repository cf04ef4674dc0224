"""Articles in other languages: what is written alike is kept, the rest is left out."""

from __future__ import annotations

import pytest

from briefing.model.article import Origin
from briefing.reading.brief import brief
from briefing.reading.structure import structured
from briefing.sources.text import parse

# For each language a short article, and what of it is a fact, in the order of the text.
ARTICLES = {
    "fr": (
        "Le conseil ferme le pont\n\nLe conseil a décidé mercredi de fermer le pont, qui a coûté"
        " 3,4 millions d’euros, pour la durée des travaux. « Nous n’avions pas le choix », a dit"
        " la maire à 14:30. Depuis le 2023-07-12, 12,5 % des bus et 12 écoles sont touchés, rue 8.",
        ["3,4 millions d’euros", "Nous n’avions pas le choix", "2023-07-12", "12,5 %"],
    ),
    "de": (
        "Der Rat schließt die Brücke\n\nDer Rat hat am Mittwoch beschlossen, die Brücke zu"
        " schließen, die 3,4 Millionen Euro gekostet hat. „Wir hatten keine Wahl“, sagte die"
        " Bürgermeisterin um 14:30 Uhr. Seit dem 2023-07-12 fahren 12,5 Prozent der Busse und 12"
        " Bahnen nicht, und 340.000 Menschen warten.",
        ["3,4 Millionen Euro", "Wir hatten keine Wahl", "2023-07-12", "12,5 Prozent"],
    ),
    "es": (
        "El consejo cierra el puente\n\nEl consejo decidió el miércoles cerrar el puente, que"
        " costó 3,4 millones de euros, por las obras. «No teníamos otra opción», dijo la alcaldesa"
        " a las 14:30. Desde el 2023-07-12 el 12,5 % de los autobuses y 12 escuelas están parados.",
        ["3,4 millones de euros", "No teníamos otra opción", "2023-07-12", "12,5 %"],
    ),
    "zh": (
        "议会关闭大桥\n\n议会周三决定关闭大桥，这座桥耗资3.4亿元，工程期间不开放。市长说："
        "“我们没有别的选择。”自2023-07-12以来，12.5%的公交车和12所学校受到影响。",
        ["3.4亿元", "我们没有别的选择。", "2023-07-12", "12.5%"],
    ),
    "ar": (
        "المجلس يغلق الجسر\n\nقرر المجلس يوم الأربعاء إغلاق الجسر الذي كلف 340 مليون دولار خلال"
        ' فترة الأعمال في المدينة. وقالت العمدة: "لم يكن لدينا خيار آخر". ومنذ 2023-07-12 توقفت'
        " 12.5% من الحافلات و12 مدرسة عن العمل في كل أنحاء المدينة.",
        ["340 مليون دولار", "لم يكن لدينا خيار آخر", "2023-07-12", "12.5%"],
    ),
}


@pytest.mark.parametrize("language", ARTICLES)
def test_only_what_is_written_alike_is_a_fact(language: str) -> None:
    text, facts = ARTICLES[language]
    article = structured(parse(text, Origin("-")))
    found = brief(article)
    assert found.language == language
    written = [fact.span.of(article.text) for fact in sorted(found.facts, key=lambda f: f.span)]
    assert written == facts
    assert all(fact.why and fact.sentence.covers(fact.span) for fact in found.facts)
    assert [quote.span.of(article.text) for quote in found.quotes] == [facts[1]]
    assert not any((found.entities, found.summary, found.answers))
    assert len(found.sections) == 1


def test_a_fact_is_told_once_and_no_day_is_made_up() -> None:
    article = structured(
        parse("Der Rat\n\nDer Rat hat am 2023-02-30 beschlossen, dass 5 % oder 5 % nicht reichen"
              " und die Straße für die Autos und Busse der Stadt offen bleibt.", Origin("-"))
    )  # fmt: skip
    assert [fact.span.of(article.text) for fact in brief(article).facts] == ["5 %"]
