from __future__ import annotations

import pytest

from briefing.model.article import Span
from briefing.reading.entities.roles import Roles
from tests.unit.reading.entities.helpers import mentions


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        # Before the name.
        ("The bad weather HELPED billionaire {PER Ann Lee} win.", "billionaire"),
        (
            "Oakham’s Ruritanian Labour Party chief, {PER Ann Lee}, left.",
            "Ruritanian Labour Party chief",
        ),
        ("its founder {PER Ann Lee} criticised it.", "founder"),
        ("{ORG Acme} founder {PER Ann Lee} said", "Acme founder"),
        ("U.S. President {PER Ann Lee} said", "U.S. President"),
        ("former Prime Minister {PER Ann Lee} said", "former Prime Minister"),
        ("On Monday President {PER Ann Lee} said", "President"),
        ("chairman and chief executive {PER Ann Lee} said", "chairman and chief executive"),
        ("Mr Ek and chief executive {PER Ann Lee} said", "chief executive"),
        ("Goldman Sachs chief economist {PER Ann Lee} said", "Goldman Sachs chief economist"),
        ("Deputy Attorney General {PER Ann Lee} said", "Deputy Attorney General"),
        ("Mr {PER Lee} said", None),
        ("said {PER Ann Lee}", None),
        ("The house of {PER Ann Lee} burned", None),
        ("The president, {PER Ann Lee} said", None),
        ("Ruritanian Labour\nParty chief,\n{PER Ann Lee}, left.", "Ruritanian Labour\nParty chief"),
        # After it.
        ("{PER Ann Lee}, the chair of the Reserve Bank, said", "chair of the Reserve Bank"),
        ("{PER Ann Lee}, 34, a nurse from Oakham, said", "nurse from Oakham"),
        ("{PER Ann Lee}, Acme’s chief executive, said", "Acme’s chief executive"),
        ("{PER Ann Lee}, a senator from Ohio who voted no, said", "senator from Ohio"),
        ("spoke to {PER Ann Lee}, an economist.", "economist"),
        ("{PER Ann Lee}, who is tired, said", None),
        ("{PER Ann Lee}, said the minister.", None),
        ("{PER Ann Lee}, President {PER Bo Ek} and others", None),
        ("{PER Ann Lee}, in a speech to the chief, said", None),
        # Organisations.
        ("gaming giant {ORG Veltro} has", "gaming giant"),
        ("Oakham-based {ORG Veltro} has", "Oakham-based"),
        ("{ORG Veltro}, the e-commerce company, has", "e-commerce company"),
        ("{ORG Veltro}, which faced a crackdown, has", None),
        ("the mayor {ORG Veltro} has", None),
        # The fullest of several.
        ("President {PER Ann Lee}, the president of Ruritania, said", "president of Ruritania"),
        # Places have none.
        ("the capital {LOC Oakham}, a city of lights,", None),
    ],
)
def test_role(marked: str, role: str | None) -> None:
    text, given = mentions(marked)
    named = next(m for m in given if m.of(text) in {"Ann Lee", "Lee", "Veltro", "Oakham"})
    found = Roles(text, given, [Span(0, len(text))]).of([named], named.kind)
    assert (found.of(text) if found else None) == role


def test_roles_do_not_reach_out_of_their_line() -> None:
    text, given = mentions("Meet the chief\n{PER Ann Lee} spoke")
    lines = [Span(0, 14), Span(15, len(text))]
    assert Roles(text, given, lines).of(given, given[0].kind) is None


def test_a_role_belongs_to_the_person_it_leads_to() -> None:
    text, given = mentions("{PER Kuandu}, Oakham’s party chief, {PER Ann Lee}, spoke")
    roles = Roles(text, given, [Span(0, len(text))])
    assert roles.of(given[:1], given[0].kind) is None
    assert roles.of(given[1:], given[1].kind) is not None
