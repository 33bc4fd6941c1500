"""The page of documents: what it holds and could not read, what is brought in, taken out and put back."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus.types import Page
from index.types import IndexReport, SkippedFile, UnreadPage
from tenkyo.errors import NoLibraryYetError, TenkyoError
from tenkyo.jobs import Job, Jobs, Step
from tenkyo.progress import ShowProgress
from tenkyo.uploads import uploaded_names, uploads_folder
from tests.fake_application import AUDIT, GUIDE, HOSTILE, ODD, SCANNED, FakeApplication
from tests.screen import at, bodies, labels, library_page, links, press, seen, serve
from ui.library.jobs_view import file_words, progress_words
from ui.library.reading_strip import how_read, page_words, strip_html
from ui.library.unread import unread_rows

PATIENCE = 10.0
PDF = ("防災計画.pdf", b"%PDF-1.7 ...", "application/pdf")


class Run:
    """A run that tells how far it is and waits until the test lets it end."""

    def __init__(self) -> None:
        self.told, self.go_on = threading.Event(), threading.Event()
        self.outcome: IndexReport | TenkyoError = IndexReport()

    def run(self, sources: Sequence[Path], progress: ShowProgress) -> IndexReport:
        progress("reading", 1, 2, "12 pages · 防災計画.pdf")
        self.told.set()
        assert self.go_on.wait(PATIENCE)
        if isinstance(self.outcome, TenkyoError):
            raise self.outcome
        return self.outcome

    def stop(self) -> None:
        self.go_on.set()


@pytest.fixture
def application(monkeypatch: pytest.MonkeyPatch) -> FakeApplication:
    made = FakeApplication()
    serve(monkeypatch, made)
    return made


@pytest.fixture
def run() -> Run:
    return Run()


@pytest.fixture
def jobs(run: Run, monkeypatch: pytest.MonkeyPatch) -> Iterator[Jobs]:
    made = Jobs(lambda: run)
    monkeypatch.setattr("ui.library.work._jobs_of", lambda data: made)
    yield made
    made.close()


def ended(jobs: Jobs) -> None:
    """Returns when nothing is going on any more."""
    for _ in range(round(PATIENCE / 0.005)):
        if all(job.ended for job in jobs.listed()):
            return
        threading.Event().wait(0.005)
    raise AssertionError("the job does not end")


def upload(test: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    test.file_uploader[0].set_value(list(files))
    return test.run()


def test_the_library_is_told_in_figures_with_what_takes_the_disk(application: FakeApplication) -> None:
    html = seen(at(library_page))
    assert "<dt>文書</dt><dd>3</dd>" in html
    assert "<dt>使用容量</dt><dd>12.3 MB</dd>" in html
    assert "内訳：文書のファイル 0 B" in html


def test_what_could_not_be_read_is_told_in_japanese_with_its_pages(application: FakeApplication) -> None:
    test = at(library_page)
    html = seen(test)
    assert "<td>壊れた&lt;b&gt;.pdf</td>" in html
    unread, doubtful = test.dataframe[0].value, test.dataframe[1].value
    assert unread["頁番号"].tolist() == ["1〜3・7"]
    assert doubtful["頁番号"].tolist() == ["9"]


def test_a_clean_library_says_that_all_could_be_read(
    application: FakeApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    clean = replace(application.index.status(), skipped=(), unread_pages=(), doubtful_pages=())
    monkeypatch.setattr(application.index, "status", lambda: clean)
    assert "読めなかったファイルや頁はありません。" in seen(at(library_page))


def test_unread_pages_of_a_file_are_one_row_a_reason() -> None:
    unread = [UnreadPage("a", 2, "x"), UnreadPage("a", 1, "x"), UnreadPage("a", 3, "y")]
    assert unread_rows(unread) == [("a", "1〜2", "x"), ("a", "3", "y")]


def titles(test: AppTest) -> list[str]:
    return list(test.dataframe[2].value["文書名"])


def test_the_table_is_narrowed_by_words_kind_and_year(application: FakeApplication) -> None:
    test = at(library_page)
    assert sorted(titles(test)) == sorted((AUDIT.title, ODD.title, GUIDE.title))
    assert titles(test.text_input(key="find").set_value("監査 報告").run()) == [AUDIT.title]
    test.text_input(key="find").set_value("").run()
    assert titles(test.selectbox(key="doc_kind").set_value("指針").run()) == [GUIDE.title]
    test.selectbox(key="doc_kind").set_value(None).run()
    assert titles(test.selectbox(key="doc_year").set_value(2023).run()) == [AUDIT.title]
    test.text_input(key="find").set_value("どこにもない").run()
    assert "条件に合う文書はありません。" in seen(test)


def test_the_address_opens_a_document_with_its_evidence_readings_and_page(
    application: FakeApplication,
) -> None:
    test = at(library_page, document=AUDIT.id, page=str(SCANNED))
    html = seen(test)
    assert f'<h2 class="t-title">{AUDIT.title}</h2>' in html
    assert f"ファイル名「{AUDIT.title}」" in html
    assert "本文（3頁）「&lt;script&gt;" in html
    assert f"OCR {SCANNED}" in html
    assert "OCR（確からしさ 0.87）" in html
    assert application.drawn == [(AUDIT.id, SCANNED, None)]
    assert links(test)["この文書の中を検索"] == f"?doc={AUDIT.id}"
    press(test, "次の頁")
    assert test.query_params["page"] == str(SCANNED + 1)
    assert application.drawn[-1] == (AUDIT.id, SCANNED + 1, None)
    press(test, "一覧に戻る")
    assert "document" not in test.query_params and "page" not in test.query_params


@pytest.mark.parametrize("page", ["0", "-3", "abc", "9999999999", "²"])
def test_a_page_that_makes_no_sense_is_one_that_is_there(application: FakeApplication, page: str) -> None:
    seen(at(library_page, document=AUDIT.id, page=page))
    assert application.drawn[0][1] in (1, AUDIT.page_count)


def test_a_document_that_is_not_there_is_told(application: FakeApplication) -> None:
    assert "この文書は、文書庫にありません" in seen(at(library_page, document="x" * 64))


def test_an_address_of_a_removed_document_offers_to_put_it_back(application: FakeApplication) -> None:
    application.removals.remove(AUDIT.id)
    test = at(library_page, document=AUDIT.id)
    assert f'<p class="t-removed">{AUDIT.title}</p>' in seen(test)
    press(test, "元に戻す")
    assert f'<h2 class="t-title">{AUDIT.title}</h2>' in seen(test)


def test_a_hostile_document_stays_text(application: FakeApplication) -> None:
    for html in bodies(at(library_page, document=ODD.id)):
        assert "<script>window" not in html and "<img" not in html


def test_a_document_is_taken_out_after_a_question_and_put_back_by_one_click(
    application: FakeApplication,
) -> None:
    test = press(at(library_page, document=AUDIT.id), "除く")
    assert f"「{AUDIT.title}」を文書庫から除きます" in seen(test)
    assert application.index.document(AUDIT.id) is not None
    test.button(key="choice-go").click().run()
    assert application.index.document(AUDIT.id) is None
    html = seen(test)
    assert f"「{AUDIT.title}」を除きました。" in html
    assert "除いた文書 <span" in html
    assert "document" not in test.query_params
    test.button(key="restore-just").click().run()
    assert application.index.document(AUDIT.id) is not None
    assert "を除きました" not in seen(test)


def test_a_removed_document_can_be_deleted_for_good_after_a_question(application: FakeApplication) -> None:
    application.removals.remove(AUDIT.id)
    test = at(library_page)
    press(test, "完全に消す")
    assert "元に戻せません" in seen(test)
    assert not application.removals.removed[0].forgotten
    test.button(key="choice-go").click().run()
    assert application.removals.removed[0].forgotten
    assert "完全に消した文書" in seen(test)
    press(test, "また加えられるようにする")
    assert application.removals.removed == []


def test_a_removal_that_cannot_be_done_now_says_why(application: FakeApplication) -> None:
    application.removals.fault = TenkyoError("busy", "ほかの処理が文書庫を書き換えています。")
    test = press(at(library_page, document=AUDIT.id), "除く")
    test.button(key="choice-go").click().run()
    assert "ほかの処理が文書庫を書き換えています。" in seen(test)
    assert application.index.document(AUDIT.id) is not None


def test_where_the_administrator_alone_may_nothing_can_be_changed(application: FakeApplication) -> None:
    application.removals.remove(GUIDE.id)
    application.settings.uploads = False
    test = at(library_page)
    assert "管理者の設定で止めてあります" in seen(test)
    assert not test.get("file_uploader")
    assert "元に戻す" not in labels(test)
    assert "除く" not in labels(at(library_page, document=AUDIT.id))


def test_uploaded_files_are_taken_in_refused_or_known_and_read_in_the_background(
    application: FakeApplication, jobs: Jobs, run: Run
) -> None:
    test = upload(at(library_page), PDF, ("動画.mp4", b"x", "video/mp4"))
    assert uploaded_names(application.folder) == [PDF[0]]
    assert run.told.wait(PATIENCE)
    test.run()
    html = seen(test)
    assert "「動画.mp4」は加えられません：この形式（.mp4）は読めません。" in html
    assert "<li><span>防災計画.pdf</span> <span>読みました</span></li>" in html
    [job] = jobs.listed()
    assert (job.sources, job.files) == ((uploads_folder(application.folder),), (PDF[0],))
    run.outcome = IndexReport(skipped=(SkippedFile(PDF[0], "the PDF is damaged"),))
    run.go_on.set()
    ended(jobs)
    assert "読めませんでした：PDFが壊れています" in seen(at(library_page))
    press(test.run(), "閉じる")


def test_the_outcome_stays_until_it_was_seen_and_opens_the_new_document(
    application: FakeApplication, jobs: Jobs, run: Run
) -> None:
    run.outcome = IndexReport(read=(GUIDE.path,))
    run.go_on.set()
    jobs.add([uploads_folder(application.folder)], [GUIDE.path])
    ended(jobs)
    for _ in range(2):
        test = at(library_page)
        assert "終わりました。新しく読んだもの 1" in seen(test)
    test.button(key=f"open-1-{GUIDE.id}").click().run()
    assert test.query_params["document"] == GUIDE.id
    test = at(library_page)
    test.button(key="dismiss-1").click().run()
    assert "終わりました" not in seen(test)
    assert jobs.listed() == ()


def test_a_run_can_be_cancelled_and_begun_again(application: FakeApplication, jobs: Jobs, run: Run) -> None:
    jobs.add([Path("/文書")])
    assert run.told.wait(PATIENCE)
    press(at(library_page), "中止")
    ended(jobs)
    test = at(library_page)
    assert "中止しました" in seen(test)
    press(test, "もう一度")
    assert [job.number for job in jobs.listed()] == [2]


def test_a_run_that_failed_says_why(application: FakeApplication, jobs: Jobs, run: Run) -> None:
    run.outcome = TenkyoError("the disk is full", "ディスクがいっぱいです。")
    run.go_on.set()
    jobs.add([Path("/文書")])
    ended(jobs)
    assert "止まりました：ディスクがいっぱいです。" in seen(at(library_page))
    assert "止まりました：the disk is full" not in seen(at(library_page))


def test_before_the_first_document_there_is_a_box_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, jobs: Jobs
) -> None:
    serve(monkeypatch, NoLibraryYetError("none", "文書庫がまだありません。"))
    monkeypatch.setenv("TENKYO_DATA", str(tmp_path / "library"))
    test = at(library_page)
    assert "最初の文書を加えてください" in seen(test)
    upload(test, PDF)
    assert uploaded_names(tmp_path / "library") == [PDF[0]]
    assert [job.files for job in jobs.listed()] == [(PDF[0],)]


def test_uploads_that_nobody_has_read_are_told_of_and_can_be_read_or_deleted(
    application: FakeApplication, jobs: Jobs, run: Run
) -> None:
    folder = uploads_folder(application.folder)
    folder.mkdir()
    (folder / "残り.txt").write_text("保存する。", encoding="utf-8")
    test = at(library_page)
    assert "まだ読み取っていないファイルが1件あります：残り.txt" in seen(test)
    press(test, "取り消す（ファイルを消す）")
    assert uploaded_names(application.folder) == []
    (folder / "残り.txt").write_text("保存する。", encoding="utf-8")
    press(at(library_page), "読み取る")
    assert [job.files for job in jobs.listed()] == [("残り.txt",)]


def test_what_became_of_a_file_is_told_of_each() -> None:
    report = IndexReport(
        read=("資料.zip/a.txt",),
        skipped=tuple(
            SkippedFile(path, "the PDF is damaged") for path in ("資料.zip/b.pdf", "壊.pdf", "空.zip/c.pdf")
        ),
        unread_pages=(UnreadPage("走査.pdf", 2, "no text"), UnreadPage("走査.pdf", 3, "no text")),
        left_out=("除.pdf",),
    )
    files = ("資料.zip", "空.zip", "壊.pdf", "走査.pdf", "除.pdf", "良.pdf", "metadata.csv")
    job = Job(1, (), files, "done", report=report)
    assert [file_words(job, name) for name in files] == [
        "検索できます（中の1件は読めませんでした。下の一覧にあります）",
        "読めませんでした（中の1件とも。下の一覧にあります）",
        "読めませんでした：PDFが壊れています",
        "検索できます（読めない頁 2〜3）",
        "除いてある文書です",
        "検索できます",
        "文書の題名や年度の説明として使います",
    ]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (None, (0.0, "準備しています…")),
        (
            Step("ocr", 3, 12, "甲.pdf p.4", 90.0),
            (0.25, "OCRで読んでいます　3/12　甲.pdf p.4　残り約2分"),
        ),
        (Step("writing", 0, 1), (0.0, "索引を書いています")),
        (Step("reading", 1, 4, "a.pdf", 20.4), (0.25, "ファイルを読んでいます　1/4　a.pdf　残り約20秒")),
        (Step("encoding", 10, 10, "", 9000.0), (1.0, "索引を計算しています　10/10　残り約2時間")),
    ],
)
def test_how_far_a_run_is_is_told_in_words(step: Step | None, told: tuple[float, str]) -> None:
    assert progress_words(step) == told


def test_how_each_page_was_read_is_told_by_more_than_colour() -> None:
    pages = [
        Page(1, None, "本文", "text"),
        Page(2, None, "本文", "text"),
        Page(3, None, "本文", "ocr", 0.87),
        Page(4, None, "", "none", reason="it waits for OCR (x)"),
        Page(5, None, "", "none", reason=f"x{HOSTILE}"),
        Page(6, None, "本文", "ocr", 0.5, reason="read by OCR with low confidence (.50)"),
    ]
    assert [how_read(page) for page in pages] == ["text", "text", "ocr", "waiting", "none", "doubtful"]
    html = strip_html(pages)
    assert "本文 1〜2" in html and "OCR待ち 4" in html and "読めない 5" in html
    assert ">×</i>" in html
    assert "<script>" not in html and "不確か 6" in html
    assert page_words(pages[2]) == "3頁：OCR（確からしさ 0.87）"
