"""What the search page lets be done with what it found: sort, group, read around, find what is like it."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from index.types import Hit, SearchPage
from tests.fake_application import AUDIT, GUIDE, ODD, PASSAGES, FakeApplication, FakeIndex
from tests.screen import at, labels, links, press, search_page, seen, serve


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


def group(test: object, key: str) -> object:
    return next(each for each in test.button_group if each.key == key)  # type: ignore[attr-defined]


def query_of(link: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(link).query)


def test_the_filters_tell_how_much_is_found_of_each(application: FakeApplication) -> None:
    test = at(search_page, q="三層")
    assert group(test, "filter-kinds").options[0] == "指針 1"  # type: ignore[attr-defined]
    assert "監査報告書 0" in group(test, "filter-kinds").options  # type: ignore[attr-defined]
    assert "関連の高い2箇所の内訳" in seen(test)


def test_before_a_search_the_filters_tell_how_many_documents_there_are(application: FakeApplication) -> None:
    test = at(search_page)
    assert "監査報告書 1" in group(test, "filter-kinds").options  # type: ignore[attr-defined]
    assert "内訳" not in seen(test)


def test_the_order_is_chosen_and_in_the_address(application: FakeApplication) -> None:
    test = at(search_page, q="三層")
    group(test, "search-order").set_value("newest").run()  # type: ignore[attr-defined]
    assert test.query_params["sort"] == "newest"
    assert "新しい年度の順に2件" in seen(test)
    again = at(search_page, q="三層", sort="newest")
    assert group(again, "search-order").value == "newest"  # type: ignore[attr-defined]
    group(again, "search-order").set_value("relevance").run()  # type: ignore[attr-defined]
    assert "sort" not in again.query_params


def test_hits_stand_under_their_documents_on_request(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    two = replace(PASSAGES[1], id="p9")
    hits = (Hit(PASSAGES[0], AUDIT, 0.9, 1), Hit(two, AUDIT, 0.8, 2), Hit(PASSAGES[2], GUIDE, 0.7, 3))
    page = SearchPage(hits, 12, {AUDIT.id: 7, GUIDE.id: 5})
    monkeypatch.setattr(FakeIndex, "search_page", lambda *_, **__: page)
    test = at(search_page, q="三層")
    group(test, "search-grouping").set_value("document").run()  # type: ignore[attr-defined]
    assert test.query_params["group"] == "document"
    html = seen(test)
    assert "候補12箇所（2文書）から、関連の高い順に2文書・3件" in html
    assert "候補のうち7箇所がこの文書にあります" in html
    assert html.count(AUDIT.title) == 3  # its head and the two citations to copy
    press(test, "この文書の中で検索")
    assert test.query_params["doc"] == AUDIT.id
    assert "group" not in test.query_params
    assert "『令和5年度包括外部監査結果報告書』" in labels(test)


def test_a_search_of_one_document_is_dropped_by_its_title(application: FakeApplication) -> None:
    test = press(at(search_page, q="三層", doc=ODD.id[:64]), r"『題名 " + _escaped(ODD.title[3:]) + "』")
    assert set(test.query_params) == {"q"}


def _escaped(text: str) -> str:
    from ui.marking import plain_label

    return plain_label(text)


def test_one_filter_is_dropped_and_the_others_stay(application: FakeApplication) -> None:
    test = press(at(search_page, q="三層", kind=["指針", "昔の種別"], year="2020"), "昔の種別")
    assert test.query_params["kind"] == "指針"
    assert test.query_params["year"] == "2020"


def test_what_stands_around_a_passage_is_shown_step_by_step(application: FakeApplication) -> None:
    test = press(at(search_page, q="パスワード"), "前後を読む")
    assert test.query_params["around"] == "p1.1"
    html = seen(test)
    assert html.index("前の箇所1") < html.index("税務システムの") < html.index("後の箇所1")
    assert 'aria-label="前の箇所"' in html and "前の箇所2" not in html
    test = press(test, "さらに前後を読む")
    assert test.query_params["around"] == "p1.3"
    assert "後の箇所3" in seen(test)
    test = press(test, "前後を閉じる")
    assert "around" not in test.query_params
    assert "前の箇所1" not in seen(test)


def test_an_address_shows_what_stands_around(application: FakeApplication) -> None:
    assert "前の箇所2" in seen(at(search_page, q="パスワード", around="p1.2"))


def test_similar_passages_are_a_link_that_keeps_the_query(application: FakeApplication) -> None:
    link = links(at(search_page, q="パスワード", kind="監査報告書", sort="newest"))["似た箇所"]
    assert query_of(link) == {"q": ["パスワード"], "kind": ["監査報告書"], "like": ["p1"]}


def test_what_is_like_a_passage_stands_under_it_with_one_click_back(application: FakeApplication) -> None:
    test = at(search_page, q="パスワード", like="p1")
    html = seen(test)
    assert "次の箇所に似た箇所" in html and "税務システムの" in html
    assert "三層の対策とは" in html and "近さ 0.90" in html and "適合度" not in html
    assert "消火設備の一覧" not in html
    test.toggle[0].set_value(True).run()
    assert test.query_params["same"] == "1"
    press(test, "検索に戻る")
    assert set(test.query_params) == {"q"}
    assert "適合度" in seen(test)


def test_similar_passages_need_no_query(application: FakeApplication) -> None:
    test = press(at(search_page, like="p1"), "検索に戻る")
    assert "たとえば" in seen(test)


def test_a_new_query_ends_the_search_for_similar_passages(application: FakeApplication) -> None:
    test = at(search_page, q="パスワード", like="p1", same="1")
    test.text_input[0].input("三層")
    press(test, "検索する")
    assert set(test.query_params) == {"q"}


def test_a_passage_that_is_no_longer_there_is_said(application: FakeApplication) -> None:
    html = seen(at(search_page, like="gone"))
    assert "もとの箇所がこの文書庫にありません" in html
    assert "見つかりませんでした" not in html


def test_the_hits_come_before_the_filters_and_what_is_kept(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("ui.search.page.show_hits", lambda *_: shown.append("hits"))
    monkeypatch.setattr("ui.search.page.choose_filters", lambda *_: shown.append("filters"))
    monkeypatch.setattr("ui.search.page.remember", lambda *_, **__: shown.append("kept"))
    seen(at(search_page, q="三層"))
    assert shown == ["hits", "filters", "kept"]
