"""検索 and 質問 over an application of a few passages: what they show, and what they put into the address."""

from dataclasses import replace

import pytest

from corpus.types import Document
from index.types import Hit
from tenkyo.errors import TenkyoError
from tests.fake_application import AUDIT, HOSTILE, PASSAGES, FakeApplication, FakeIndex
from tests.screen import ask_page, at, bodies, labels, press, search_page, seen, serve


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


def test_an_empty_page_offers_examples(application: FakeApplication) -> None:
    test = at(search_page)
    assert "たとえば" in seen(test)
    press(test, "三層の対策")
    assert test.query_params["q"] == "三層の対策"
    assert test.text_input[0].value == "三層の対策"


def test_a_hit_shows_marks_headings_and_both_page_numbers(application: FakeApplication) -> None:
    html = seen(at(search_page, q="パスワード"))
    assert "<mark>パスワード</mark>" in html
    assert "<li>第2章 監査の結果</li><li>第3節 パスワードの管理</li>" in html
    assert "PDF 12〜13頁 ／ 印刷 8〜9頁" in html
    assert "令和5年度（2023）" in html


def test_the_first_hit_has_its_page_open(application: FakeApplication) -> None:
    at(search_page, q="パスワード")
    assert application.drawn == [(AUDIT.id, 12, None)]


def test_turning_the_page_is_in_the_address(application: FakeApplication) -> None:
    test = press(at(search_page, q="パスワード"), "次の頁")
    assert test.query_params["open"] == "p1.13"
    assert "<span>PDF 13頁（全48頁）</span><span>印刷 9頁</span>" in seen(test)
    assert application.drawn[-1] == (AUDIT.id, 13, None)


def test_an_address_opens_the_page_it_names(application: FakeApplication) -> None:
    at(search_page, q="パスワード", open="p1.40")
    assert application.drawn == [(AUDIT.id, 40, None)]


def test_closing_the_page_is_in_the_address(application: FakeApplication) -> None:
    test = press(at(search_page, q="パスワード"), "頁を閉じる")
    assert test.query_params["open"] == "none"
    assert "頁を見る" in labels(test)


def test_a_page_past_the_end_shows_the_last(application: FakeApplication) -> None:
    at(search_page, q="パスワード", open="p1.900")
    assert application.drawn == [(AUDIT.id, 48, None)]


def test_what_says_the_same_is_shown_on_request_and_opens_its_own_page(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hits = application.index.search("パスワード")
    older = replace(hits[0].document, title="令和4年度包括外部監査結果報告書", fiscal_year=2022)
    same = Hit(replace(hits[0].passage, id="older"), older, 0.4, 5)
    found = [replace(hits[0], siblings=(same,))]
    monkeypatch.setattr(FakeIndex, "search", lambda *_, **__: list(found))
    test = at(search_page, q="パスワード")
    (more,) = test.expander
    assert more.label == "同じ記載が他に1件（年度だけの違いを含む）"
    assert "令和4年度包括外部監査結果報告書" not in seen(test)
    test.session_state["same-p1"] = True
    assert "令和4年度包括外部監査結果報告書" in seen(test.run())
    test = press(test, "頁を見る")
    assert test.query_params["open"] == ["p1.12", "older.12"]
    assert application.drawn[-1] == (older.id, 12, None)


def test_typing_and_submitting_puts_the_query_into_the_address(application: FakeApplication) -> None:
    test = at(search_page)
    test.text_input[0].input(" パスワード ")
    press(test, "検索する")
    assert test.query_params["q"] == "パスワード"
    assert "候補1箇所（1文書）から、関連の高い順に1件" in seen(test)


@pytest.mark.parametrize(
    ("query", "sentence"),
    [("", "入力してください"), ("…！", "記号だけでは"), ("字" * 10_000, "10,000文字は長すぎます")],
)
def test_a_query_that_cannot_be_searched_is_refused_in_words(
    application: FakeApplication, query: str, sentence: str
) -> None:
    test = at(search_page)
    test.text_input[0].input(query)
    press(test, "検索する")
    assert sentence in seen(test)
    assert "q" not in test.query_params


def test_no_hits_is_said(application: FakeApplication) -> None:
    assert "見つかりませんでした" in seen(at(search_page, q="存在しない語"))


def test_no_hits_under_filters_says_to_drop_them(application: FakeApplication) -> None:
    test = at(search_page, q="三層", year="2023")
    html = seen(test)
    assert "絞り込みの条件を外すと" in html
    assert "絞り込み中" in html
    assert "令和5年度（2023）" in "".join(labels(test))


def test_choosing_a_filter_puts_it_into_the_address(application: FakeApplication) -> None:
    test = at(search_page, q="三層")
    kinds = next(group for group in test.get("button_group") if "指針" in str(group.options))
    kinds.set_value(["指針"]).run()
    assert test.query_params["kind"] == "指針"
    assert "題名" not in seen(test)


def test_dropping_the_filters(application: FakeApplication) -> None:
    test = press(at(search_page, q="三層", kind="指針", year="2020"), "すべて解除")
    assert set(test.query_params) == {"q"}


def test_a_filter_no_document_has_can_be_seen_and_dropped(application: FakeApplication) -> None:
    test = at(search_page, q="三層", kind="昔の種別")
    (kinds,) = [group for group in test.button_group if group.key == "filter-kinds"]
    assert kinds.value == ["昔の種別"] and "昔の種別 0" in kinds.options
    press(test, "昔の種別")
    assert set(test.query_params) == {"q"}


def test_more_hits_are_shown_on_request(application: FakeApplication) -> None:
    test = at(search_page, q="三層")
    assert "さらに表示する" in labels(test)
    press(test, "さらに表示する")
    assert test.query_params["top"] == "4"


def test_hostile_text_stays_text(application: FakeApplication) -> None:
    html = seen(at(search_page, q="三層"))
    assert "&lt;script&gt;" in html
    assert "<img" not in html
    assert "<style" not in html
    assert HOSTILE not in html


def test_what_is_seldom_wanted_is_made_when_it_is_opened(application: FakeApplication) -> None:
    test = at(search_page, q="パスワード")
    assert "原本なし" not in seen(test) and not test.code
    test.session_state["more-p1"] = True
    assert "原本なし" in seen(test.run())
    assert "架空県『令和5年度包括外部監査結果報告書』" in test.code[0].value
    assert any(group.key.startswith("judge-") for group in test.button_group)


def test_the_citation_is_in_a_button_that_copies_it(application: FakeApplication) -> None:
    html = seen(at(search_page, q="パスワード"))
    assert 'data-copy="「【指摘事項3】' in html
    assert "架空県『令和5年度包括外部監査結果報告書』（令和5年度、印刷 8〜9頁、PDF 12〜13頁）" in html
    assert 'data-done="写しました"' in html


def test_a_hostile_citation_stays_an_attribute(application: FakeApplication) -> None:
    (card,) = [
        body for body in bodies(at(search_page, q="三層")) if body.startswith("<button") and "script" in body
    ]
    assert "&lt;script&gt;" in card and "onerror=&quot;" in card
    assert card.count("<button") == card.count("<span") == 1
    assert "<script" not in card and "<img" not in card


def test_an_empty_library_tells_how_to_fill_it(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, FakeApplication(FakeIndex(known=())))
    test = at(search_page)
    assert "文書がまだありません" in seen(test)
    assert test.code[0].value.startswith("tenkyo index")


def test_a_library_that_cannot_be_opened_says_why_in_japanese(monkeypatch: pytest.MonkeyPatch) -> None:
    serve(monkeypatch, TenkyoError("made with another model", "別のモデルで作られた文書庫です。"))
    for page in (search_page, ask_page):
        assert "別のモデルで作られた文書庫です。" in seen(at(page))


def test_a_failure_below_is_one_sentence(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("disk")

    monkeypatch.setattr(application.index, "search", fail)
    assert "思いがけない不具合" in seen(at(search_page, q="三層"))


def test_a_language_model_writes_once_and_what_was_struck_out_is_shown(application: FakeApplication) -> None:
    application.model = "a-model"
    test = at(ask_page, q="パスワード")
    html = seen(test)
    assert (
        'モデルの文である。<sup><button type="button" class="t-cited" data-card="1"' in html
        and "<del>作り話である。</del>" in html
    )
    assert "a-model" in html and "書きかけの文" not in html
    seen(test.run())
    assert application.written == ["パスワード"]


def test_a_refusal_is_not_written_by_a_model(application: FakeApplication) -> None:
    application.model = "a-model"
    assert "文書からは答えられません" in seen(at(ask_page, q="三層の月"))
    assert application.written == []


def test_an_answer_shows_its_citation_and_marks_the_quote(application: FakeApplication) -> None:
    html = seen(at(ask_page, q="パスワード"))
    assert '徹底すべきである。<sup><button type="button" class="t-cited" data-card="1"' in html
    assert 'aria-label="根拠1の頁を開く"' in html
    assert "<mark>規程に定める90日ごとの変更を徹底すべきである。</mark>" in html
    assert 'aria-valuenow="0.81"' in html
    assert application.drawn == [(AUDIT.id, 12, PASSAGES[0].text.splitlines()[-1])]


def test_a_refusal_is_plain_and_shows_the_nearest_passages(application: FakeApplication) -> None:
    html = seen(at(ask_page, q="三層の月"))
    assert "文書からは答えられません" in html
    assert "近い箇所" in html
    assert "根拠" not in html


def test_a_passage_read_by_ocr_says_so_and_on_which_half_it_stands(application: FakeApplication) -> None:
    html = seen(at(search_page, q="消火設備"))
    assert "PDF 40頁 ／ 印刷 315-316頁（右）" in html
    assert "OCRで読んだ箇所（確からしさ 0.87）" in html
    assert "OCRで読んだ" not in seen(at(search_page, q="パスワード"))


def test_a_format_without_page_pictures_says_so(application: FakeApplication) -> None:
    test = at(search_page, q="α、β")
    assert "頁の画像のない形式" in seen(test)
    assert "頁を見る" not in labels(test)


def test_many_values_of_a_facet_become_a_list(monkeypatch: pytest.MonkeyPatch) -> None:
    known = tuple(Document(str(n), f"{n}.pdf", str(n), None, f"架空市{n}", None, 1) for n in range(20))
    serve(monkeypatch, FakeApplication(FakeIndex(known=known)))
    test = at(search_page, issuer=["架空市3"])
    assert test.multiselect[0].value == ["架空市3"]


@pytest.mark.parametrize("page", [search_page, ask_page])
def test_a_part_that_was_understood_is_taken_back_and_brought_in_by_a_click(
    application: FakeApplication, page: object
) -> None:
    test = at(page, q="BCP 三層")
    (pills,) = [group for group in test.button_group if group.key == "understood"]
    assert pills.value == ["synonym:BCP"]
    pills.set_value([]).run()
    assert test.query_params["without"] == "synonym:BCP"
    (pills,) = [group for group in test.button_group if group.key == "understood"]
    assert pills.options == ["BCP ＝ 業務継続計画"]
    pills.set_value(["synonym:BCP"]).run()
    assert "without" not in test.query_params


def test_what_was_malformed_is_told_in_japanese(application: FakeApplication) -> None:
    assert "引用符が閉じていない" in seen(at(search_page, q='三層 "'))
