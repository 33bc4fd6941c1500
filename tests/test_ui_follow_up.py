"""Where an answer leads: links to the question as a search, to what is like its citation, to other years."""

from urllib.parse import parse_qs, urlsplit

import pytest

from index.understanding.understood import QueryPart, Understood
from tests.fake_application import AUDIT, FakeApplication, FakeIndex
from tests.screen import ask_page, at, links, seen, serve
from ui.ask.follow_up import names_year, nearest_years


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


def followed(test: object) -> dict[str, tuple[str, dict[str, list[str]]]]:
    found = links(test).items()  # type: ignore[arg-type]
    return {label: (urlsplit(link).path, parse_qs(urlsplit(link).query)) for label, link in found}


def test_an_answer_leads_on(application: FakeApplication) -> None:
    test = at(ask_page, q="パスワード")
    assert "つづけて調べる" in seen(test)
    found = followed(test)
    assert found["この質問の語句で検索"][1] == {"q": ["パスワード"]}
    assert found["根拠1に似た箇所"][1] == {"q": ["パスワード"], "like": ["p1"]}
    within = next(link for label, link in found.items() if label.endswith("の中で検索"))
    assert within[1] == {"q": ["パスワード"], "doc": [AUDIT.id]}
    other = found["令和2年度（2020）の文書で同じ質問"]
    assert other == ("ask", {"q": ["パスワード"], "year": ["2020"]})
    assert not any("2023" in label for label in found)


def test_a_year_that_the_question_names_gives_way_to_the_other(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = QueryPart("year", "令和5年度", ("2023年", "令和5年"))
    monkeypatch.setattr(FakeIndex, "understand", lambda _, query, without=(): Understood(query, (part,)))
    found = followed(at(ask_page, q="令和5年度 パスワード"))
    assert found["令和2年度（2020）の文書で同じ質問"][1] == {"q": ["令和2年度 パスワード"]}


def test_a_refusal_leads_on_to_a_search(application: FakeApplication) -> None:
    found = followed(at(ask_page, q="三層の月"))
    assert "この質問の語句で検索" in found
    assert not any("根拠" in label for label in found)


def test_a_named_year_is_known_in_either_calendar() -> None:
    assert names_year(QueryPart("year", "R5", ("令和5年", "2023年")), 2023)
    assert names_year(QueryPart("year", "2023年度", ()), 2023)
    assert not names_year(QueryPart("year", "令和5年度", ("2023年",)), 2022)


def test_the_nearest_years_newest_first() -> None:
    assert nearest_years([2026, 2025, 2024, 2023, 2022, 2021, 2019], {2023}) == [2025, 2024, 2022, 2021]
    assert nearest_years([2026, 2025], {2025, None}) == [2026]
    assert nearest_years([2026, 2025], {None}) == []
