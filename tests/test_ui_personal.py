"""History, saved searches and judging on the screen, over an application of a few passages."""

import pytest
from streamlit.testing.v1 import AppTest

from tenkyo.people import Asking, Person
from tests.fake_application import FakeApplication
from tests.screen import seen, serve
from ui.person import FAULT

TOKEN = "t" * 43
SEARCHED = Asking("search", "パスワード", "q=%E3%83%91%E3%82%B9%E3%83%AF%E3%83%BC%E3%83%89")
ASKED = Asking("ask", "三層とは [何](http://x.invalid)", "q=%E4%B8%89%E5%B1%A4")


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


@pytest.fixture
def me(application: FakeApplication) -> Person:
    return application.person(TOKEN)


def personal_page() -> None:
    from ui.frame import opened_application
    from ui.personal import show_personal

    show_personal(opened_application())


def asking_page() -> None:
    """A page that searches, as 検索 does, and lets its hits be judged and saved."""
    from ui.address import asked_now
    from ui.frame import opened_application
    from ui.judging import show_judging, show_nothing_answers
    from ui.person import remember
    from ui.personal_recent import show_recent
    from ui.personal_saving import show_save

    application, asked = opened_application(), asked_now()
    if not asked.query:
        show_recent(application, "search")
        return
    hits = application.index.search(asked.query, filters=asked.filters)
    ids = [hit.passage.id for hit in hits]
    remember(application, "search", asked.query, found=len(hits), known=ids)
    show_save(application, "search", asked.query, hits)
    for hit in hits:
        show_judging(application, hit, asked.query, page="search")
    show_nothing_answers(application, asked.query)


def at(page: object, **address: str | list[str]) -> AppTest:
    test = AppTest.from_function(page, default_timeout=20)
    test.session_state["person"] = TOKEN
    for name, value in address.items():
        test.query_params[name] = value
    return test.run()


def links(test: AppTest) -> list[tuple[str, str, str]]:
    found = [link.proto for link in test.get("page_link")]
    return [(link.label, link.page, link.query_string) for link in found]


def popovers(test: AppTest) -> list[str]:
    return [block.proto.popover.label for block in test.get("popover")]


def press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label.startswith(label)).click().run()


def test_what_is_asked_is_written_down_once_and_not_on_a_rerun(
    application: FakeApplication, me: Person
) -> None:
    test = at(asking_page, q="パスワード", year="2023", open="p1.12", top="20", lang="ja")
    test.run()
    (entry,) = me.history()
    assert entry.asking == Asking("search", "パスワード", f"{SEARCHED.address}&year=2023")
    assert entry.found == 1
    test.query_params["open"] = "none"
    test.run()
    assert me.history() == (entry,)
    test.query_params["year"] = "2020"
    test.run()
    assert [entry.found for entry in me.history()] == [0, 1]


def test_a_history_that_cannot_be_written_does_not_stop_a_search(
    application: FakeApplication, me: Person
) -> None:
    (application.folder / "people").write_text("no folder")
    test = at(asking_page, q="パスワード")
    seen(test)
    assert len(test.button_group) == 1
    after = AppTest.from_function(personal_page, default_timeout=20)
    after.session_state[FAULT] = test.session_state[FAULT]
    assert "検索履歴を読み書きできません" in seen(after.run())


def test_the_history_links_to_what_was_asked_and_is_erased_and_brought_back(
    application: FakeApplication, me: Person
) -> None:
    me.record(SEARCHED, found=3)
    me.record(ASKED, found=2, supported=False)
    test = at(personal_page)
    assert '<h3 class="t-day">今日</h3>' in seen(test)
    assert "3件" in seen(test) and "回答なし" in seen(test)
    assert links(test) == [
        ("三層とは \\[何\\]\\(http\\:\\/\\/x\\.invalid\\)", "ask", ASKED.address),
        ("パスワード", "", SEARCHED.address),
    ]
    test = press(test, "消す")
    assert [entry.asking for entry in me.history()] == [SEARCHED]
    assert "履歴を1件消しました" in seen(test)
    test = press(test, "元に戻す")
    assert [entry.asking for entry in me.history()] == [ASKED, SEARCHED]
    test = press(test, "すべて消す")
    assert me.history() == () and "履歴を2件消しました" in seen(test)


def test_the_history_is_switched_off(application: FakeApplication, me: Person) -> None:
    test = at(personal_page)
    assert "まだ履歴はありません" in seen(test)
    test.toggle[0].set_value(False).run()
    at(asking_page, q="パスワード")
    assert me.history() == () and not me.keeps_history
    assert "履歴を残さない設定です" in seen(at(personal_page))


def test_a_long_history_is_shown_in_parts(application: FakeApplication, me: Person) -> None:
    for number in range(25):
        me.record(Asking("search", f"語{number}", f"q={number}"))
    test = at(personal_page)
    assert len(links(test)) == 20
    assert len(links(press(test, "さらに表示する（残り5件）"))) == 25


def test_recent_and_saved_searches_stand_under_an_empty_box(application: FakeApplication, me: Person) -> None:
    assert seen(at(asking_page)) == ""
    for asking in (SEARCHED, ASKED, Asking("search", "三層", "q=x"), SEARCHED):
        me.record(asking)
    me.save("毎月の確認", SEARCHED, ["old"])
    test = at(asking_page)
    assert [label for label, _, _ in links(test)] == ["パスワード", "三層", "毎月の確認（新しい該当 1件）"]


def test_a_search_is_saved_under_a_name_with_what_is_known(application: FakeApplication, me: Person) -> None:
    test = at(asking_page, q="パスワード")
    test.text_input[0].input("毎月の確認")
    press(test, "保存する")
    (saved,) = me.saved()
    assert (saved.name, saved.asking, saved.known) == ("毎月の確認", SEARCHED, {"p1"})
    assert "名前を変えて保存" in popovers(at(asking_page, q="パスワード"))


def test_what_is_new_in_a_saved_search_is_told_until_it_was_looked_at(
    application: FakeApplication, me: Person
) -> None:
    me.save("毎月の確認", SEARCHED, ["before"])
    assert "新しい該当 1件" in seen(at(personal_page))
    assert "新しく見つかった箇所：1番目" in seen(at(asking_page, q="パスワード"))
    assert "新しい該当なし" in seen(at(personal_page))
    assert "新しく見つかった箇所" not in seen(at(asking_page, q="パスワード"))


def test_a_saved_search_is_renamed_deleted_and_brought_back(application: FakeApplication, me: Person) -> None:
    me.save("古い名", SEARCHED)
    test = at(personal_page)
    test.text_input[0].input("新しい名")
    test = press(test, "変える")
    assert [saved.name for saved in me.saved()] == ["新しい名"]
    test = press(test, "削除")
    assert me.saved() == () and "「新しい名」を削除しました" in seen(test)
    press(test, "元に戻す")
    assert [saved.name for saved in me.saved()] == ["新しい名"]


def test_a_hit_is_judged_judged_otherwise_and_the_judgement_taken_back(application: FakeApplication) -> None:
    test = at(asking_page, q="パスワード")
    (control,) = test.button_group
    control.set_value("right").run()
    (judged,) = application.judgements.all()
    assert [hit.passage_id for hit in judged.right] == ["p1"]
    test = at(asking_page, q="パスワード")
    assert test.button_group[0].value == "right"
    test.button_group[0].set_value("wrong").run()
    assert application.judgements.all()[0].wrong[0].passage_id == "p1"
    test.button_group[0].set_value(None).run()
    assert application.judgements.all() == ()


def test_that_nothing_answers_is_kept_and_taken_back(application: FakeApplication) -> None:
    test = at(asking_page, q="パスワード")
    test.checkbox[0].check().run()
    assert application.judgements.all()[0].nothing
    test = at(asking_page, q="パスワード")
    assert test.checkbox[0].value
    test.checkbox[0].uncheck().run()
    assert application.judgements.all() == ()


def test_one_persons_things_are_not_on_anothers_screen(application: FakeApplication, me: Person) -> None:
    me.record(SEARCHED)
    me.save("毎月の確認", SEARCHED)
    other = AppTest.from_function(personal_page, default_timeout=20).run()
    assert links(other) == [] and "まだ履歴はありません" in seen(other)
