"""The 持ち出し page, and what pages offer to take out, over an application of a few passages."""

import io
import time
from collections.abc import Iterator

import openpyxl
import pytest
from streamlit.testing.v1 import AppTest

from tenkyo.packs.asking import search_outcome
from tenkyo.packs.files import make_file
from tenkyo.packs.types import Request
from tests.fake_application import FakeApplication, FakeIndex
from tests.pack_files import NOW, one_parser
from tests.screen import at, labels, press, search_page, seen, serve


def packs_page() -> None:
    from ui.packs.page import show_packs_page

    show_packs_page()


@pytest.fixture(scope="module", autouse=True)
def kept_parser() -> Iterator[None]:
    with one_parser():
        yield


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


def pack(query: str) -> bytes:
    request = Request("search", query, top_k=5)
    outcome = search_outcome(FakeIndex().search(query, 5))
    return make_file(FakeApplication(), request, outcome, "excel", NOW).data  # type: ignore[arg-type]


def drop(test: AppTest, data: bytes, name: str, box: int = 0) -> AppTest:
    return test.file_uploader[box].set_value((name, data, "application/octet-stream")).run()


def test_nothing_is_made_until_a_form_is_chosen(application: FakeApplication) -> None:
    test = at(search_page, q="三層")
    assert {"Wordを作る", "Excelを作る"} <= set(labels(test))
    drawn = len(application.drawn)
    assert not test.download_button
    press(test, "Wordを作る")
    assert len(application.drawn) > drawn
    assert [button.label for button in test.download_button] == ["Wordファイルを保存（0.1 MB）"]
    press(test, "Excelを作る")
    assert {button.label[:5] for button in test.download_button} == {"Wordフ", "Excel"}


def test_what_was_found_by_nothing_is_not_offered(application: FakeApplication) -> None:
    assert "Wordを作る" not in labels(at(search_page, q="見つからない"))


def test_an_empty_page_says_where_files_come_from(application: FakeApplication) -> None:
    test = at(packs_page)
    assert "「持ち出す」から作れます" in seen(test)
    assert [box.label for box in test.file_uploader] == [
        "持ち出したファイル（.docx・.xlsx）",
        "質問票（.xlsx・.csv）",
    ]


def test_a_dropped_pack_is_asked_again(application: FakeApplication) -> None:
    test = drop(at(packs_page), pack("三層"), "a.xlsx")
    page = seen(test)
    assert "同じ結果です。" in page
    assert "検索「三層」" in page
    assert page.count("その頁に一字一句そのままあります") == 2
    assert "<script>window" not in page


def test_a_changed_library_is_told_part_by_part(application: FakeApplication) -> None:
    data = pack("三層")
    application.index.known = application.index.known[:1] + application.index.known[2:]
    page = seen(drop(at(packs_page), data, "a.xlsx"))
    assert "結果に違いがあります。" in page
    assert "なくなった文書 1件" in page
    assert "見つからなくなりました" in page
    assert "文書が文書庫にありません" in page


def test_what_is_found_anew_is_told(application: FakeApplication) -> None:
    request = Request("search", "三層", top_k=5)
    outcome = search_outcome(FakeIndex().search("三層", 1))
    data = make_file(FakeApplication(), request, outcome, "word", NOW).data  # type: ignore[arg-type]
    assert "新しく見つかった箇所" in seen(drop(at(packs_page), data, "a.docx"))


def test_another_file_is_refused_in_plain_words(application: FakeApplication) -> None:
    test = drop(at(packs_page), b"PK no zip", "a.docx")
    assert "読み取れません" in seen(test)


def test_the_page_speaks_english(application: FakeApplication) -> None:
    test = AppTest.from_function(packs_page, default_timeout=20)
    test.session_state["language"] = "en"
    page = seen(drop(test.run(), pack("三層"), "a.xlsx"))
    assert "The result is the same." in page
    assert "stands on its page word for word" in page
    assert "持ち出し" not in page


def wait(test: AppTest, label: str) -> AppTest:
    """Looks again and again, as the browser does, until a button is there."""
    for _ in range(200):
        if label in [*labels(test), *(button.label for button in test.download_button)]:
            return test
        time.sleep(0.1)
        test.run()
    raise AssertionError(f"no button {label}: {seen(test)}")


def test_a_sheet_is_filled_and_can_be_taken_from_the_list(application: FakeApplication) -> None:
    book = openpyxl.Workbook()
    for row in (("質問",), ("三層",), ("何月ですか",)):
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    test = drop(at(packs_page), written.getvalue(), "票.xlsx", box=1)
    press(test, "記入を始める")
    assert "票.xlsx" in seen(test)
    wait(test, "記入した質問票を保存（0.1 MB）")
    assert "2行を調べました：回答あり 1、回答なし 1。" in seen(test)
    press(test, "一覧から消す")
    assert "票.xlsx" not in seen(test)


def test_a_sheet_that_is_none_says_what_to_do(application: FakeApplication) -> None:
    test = drop(at(packs_page), "質問\n".encode(), "票.csv", box=1)
    press(test, "記入を始める")
    wait(test, "一覧から消す")
    assert "質問が見つかりません。「質問」という見出しの列か、1列目に質問を書いてください。" in seen(test)
