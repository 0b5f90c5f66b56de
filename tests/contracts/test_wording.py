"""The sentence of every fact in every form, in Polish and in English."""

import re
from enum import StrEnum

import pytest
from osnowa_contracts import benefits, codes, service_orders, socialwork, wording
from osnowa_contracts.examples import EXAMPLES, example
from osnowa_contracts.fact import Fact, Form, all_facts, reduced
from osnowa_contracts.wording.formats import (
    FORMATS,
    NBSP,
    Format,
    day,
    hours,
    moment,
    money,
    month,
    number,
)
from osnowa_contracts.wording.labels import LABELS

EVERY = sorted(EXAMPLES.values(), key=lambda fact: fact.type())
LANGUAGES = ("pl", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", list(Form))
def test_every_form_of_every_fact_has_a_sentence(form: Form, language: str) -> None:
    for fact in EVERY:
        data = reduced(fact.model_dump(mode="json"), type(fact), form)
        said = wording.sentence(fact.type(), form, data, language)
        assert said[0].isupper(), said
        assert said.endswith("."), said
        assert not re.search(r"[{}\[\]|]|\.\.|None|  ", said), said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_value_in_a_template_is_a_field_and_every_format_is_known(language: str) -> None:
    for type_, cls in all_facts().items():
        template = wording.WORDS[language][cls.name()][1]
        for path, format_ in re.findall(r"\{([a-z_.]+)(?:\|(\w+))?", template):
            assert path.split(".")[0] in cls.model_fields, f"{type_}: {path}"
            assert not format_ or format_ in FORMATS or format_ in LABELS, f"{type_}: {format_}"


def test_every_known_code_has_a_label_in_both_languages() -> None:
    for enum in vars(codes).values():
        if isinstance(enum, type) and issubclass(enum, StrEnum) and enum is not StrEnum:
            assert set(LABELS[enum.__name__]) == {code.value for code in enum}, enum
    for labels in LABELS.values():
        assert all(polish and english for polish, english in labels.values())


def test_a_full_decision_tells_the_amount_and_its_summary_does_not() -> None:
    decision = example(benefits.DecisionIssued)
    data = decision.model_dump(mode="json")
    assert _say(decision, Form.FULL) == (
        "Wydano decyzję nr MOPS/BEN/112/2026: przyznanie, zasiłek okresowy, 200,00 zł miesięcznie,"
        " od 1.02.2026 do 31.05.2026."
    )
    summary = wording.sentence(
        decision.type(), Form.SUMMARY, reduced(data, type(decision), Form.SUMMARY), "pl"
    )
    assert "200" not in summary
    assert "zasiłek okresowy" in summary


@pytest.mark.parametrize(
    ("once", "polish", "english"),
    [
        (True, "200,00 zł jednorazowo", "PLN 200.00, given once"),
        (False, "200,00 zł miesięcznie", "PLN 200.00 a month"),
        (None, "200,00 zł,", "PLN 200.00,"),
    ],
)
def test_what_is_given_once_is_not_said_to_be_monthly(
    once: bool | None, polish: str, english: str
) -> None:
    decision = example(benefits.DecisionIssued).model_copy(update={"once": once})
    data = decision.model_dump(mode="json")
    for language, said in (("pl", polish), ("en", english)):
        sentence = wording.sentence(decision.type(), Form.FULL, data, language)
        assert said in sentence.replace(NBSP, " "), sentence
        assert ("miesięcznie" in sentence or "a month" in sentence) == (once is False)


def test_a_decision_that_was_told_without_the_word_still_tells_its_amount() -> None:
    decision = example(benefits.DecisionIssued)
    data = decision.model_dump(mode="json")
    del data["once"]
    said = wording.sentence(decision.type(), Form.FULL, data, "pl")
    assert "200,00 zł, od 1.02.2026" in said.replace(NBSP, " ")


def test_a_settled_month_tells_hours_and_fee() -> None:
    assert _say(example(service_orders.OrderSettled), Form.FULL) == (
        "Rozliczono zlecenie za marzec 2026: wykonano 32 godz. z 36 godz., odpłatność 112,00 zł."
    )


def test_a_certificate_says_whether_the_client_cooperates() -> None:
    assert _say(example(socialwork.CooperationCertified), Form.FULL) == (
        "Wystawiono zaświadczenie nr 6 za kwiecień 2026: klient nie współdziała."
    )


def _say(fact: Fact, form: Form) -> str:
    said = wording.sentence(fact.type(), form, fact.model_dump(mode="json"), "pl")
    return said.replace(NBSP, " ")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("pl", "Wpis istnieje. Nie masz do niego dostępu."),
        ("en", "An entry exists. You do not have access to it."),
    ],
)
def test_of_an_entry_without_access_only_its_existence_is_said(language: str, said: str) -> None:
    type_ = benefits.DecisionIssued.type()
    assert wording.sentence(type_, Form.EXISTENCE, {}, language) == said
    hidden = "osnowa.benefits.entry-exists.v1"
    assert wording.sentence(hidden, Form.EXISTENCE, {"kind": "GRANT"}, language) == said


def test_an_unknown_kind_of_fact_is_named_as_it_came() -> None:
    type_ = "osnowa.benefits.moon-landed.v3"
    assert wording.sentence(type_, Form.FULL, {"x": 1}, "pl") == "Nowy rodzaj wpisu: moon landed."
    assert wording.title(type_, "en") == "New kind of entry: moon landed"


def test_an_unknown_code_and_a_strange_value_do_not_break_the_sentence() -> None:
    type_ = benefits.DecisionIssued.type()
    data = {"kind": "MOON_GRANT", "benefit": "{curly}", "amount": "much", "period_from": 7}
    said = wording.sentence(type_, Form.FULL, data, "pl")
    assert said == "Wydano decyzję: moon grant, {curly}."


def test_an_unknown_language_reads_as_polish() -> None:
    type_ = benefits.CaseClosed.type()
    assert wording.title(type_, "de") == wording.title(type_, "pl") == "Zamknięcie sprawy"


@pytest.mark.parametrize(
    ("polish", "english", "write", "value"),
    [
        ("12 345,60 zł", "PLN 12,345.60", money, "12345.60"),
        ("0,50 zł", "PLN 0.50", money, "0.5"),
        ("5.03.2026", "5 March 2026", day, "2026-03-05"),
        ("luty 2026", "February 2026", month, "2026-02"),
        ("4,6", "4.6", number, "4.60"),
        ("32 godz.", "32 h", hours, "32"),
        ("100", "100", number, "100"),
        ("4.02.2026, 10:00", "4 February 2026, 10:00", moment, "2026-02-04T09:00:00Z"),
    ],
)
def test_numbers_money_and_dates_are_written_as_people_write_them(
    polish: str, english: str, write: Format, value: str
) -> None:
    assert write(value, "pl").replace(NBSP, " ") == polish
    assert write(value, "en").replace(NBSP, " ") == english
