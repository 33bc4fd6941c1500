"""The written report: the same bytes each time, nothing from outside, every text of a document escaped."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from eval.answers import AnswerSummary, judge_answers, summarise_answers
from eval.answers.spans import judge_spans
from eval.beir import BeirQuery
from eval.configurations import USUAL
from eval.costs import Cost
from eval.evaluation import make_report
from eval.questions import Place, Question
from eval.report import Collected, Report
from eval.reporting.writing import HERE, html_report, markdown_report, write_report
from eval.running import judge_question, run_searchers
from index.types import Hit
from qa.types import Answer, Citation
from tests.fake_index import FakeIndex, document, passage
from tests.usual_searchers import searchers

HOSTILE = '<script>alert("1")</script> & | `x` *強調* [連結](http://example.test/) #見出し'
REPORT = document("報告書_<b>.pdf")
RIGHT = passage(REPORT, "委託料は1,200千円である。", page=1)
ABOVE = passage(REPORT, HOSTILE, page=2, headings=("第1章", "1 <i>概要</i>"))
PLACE = (Place("報告書_<b>.pdf", (1,), ("委託料は1,200千円",)),)
QUESTIONS = [
    Question("k1", "委託料", PLACE, "keyword"),
    Question("t1", f"費用の表 {HOSTILE}", PLACE, "table"),
    Question("o1", "独自の種別", PLACE, "独自"),
]


def make(questions: list[Question] = QUESTIONS, answers: AnswerSummary | None = None) -> Report:
    queries = [judge_question(question) for question in questions]
    orders = {
        (leg, query.query): [ABOVE.id] if query.kind == "table" else [RIGHT.id]
        for leg in ("lexical", "dense", "both")
        for query in queries
    }
    found = run_searchers(queries, searchers(FakeIndex([(REPORT, RIGHT), (REPORT, ABOVE)], orders)))
    return make_report(
        "questions.jsonl",
        queries,
        found,
        unanswerable=1,
        missing=["別紙<1>.pdf"],
        answers=answers,
        collected=Collected(1, 2, "bundled"),
        costs=[Cost(name, 12.5) for name in USUAL],
    )


class Page(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_same_report_gives_the_same_bytes(tmp_path: Path) -> None:
    paths = write_report(make(), tmp_path / "a")
    again = write_report(make(), tmp_path / "b")
    assert [path.name for path in paths] == ["report.md", "report.html", "report.json"]
    assert [path.read_bytes() for path in paths] == [path.read_bytes() for path in again]
    assert json.loads(paths[2].read_text(encoding="utf-8"))["target"] == "questions.jsonl"


def test_the_page_takes_nothing_from_outside_and_runs_nothing() -> None:
    page = Page(html_report(make()))
    names = {name for name, _ in page.elements}
    assert not names & {"script", "link", "img", "image", "iframe", "object", "form", "a"}
    for name, attributes in page.elements:
        for attribute, value in attributes.items():
            assert not attribute.startswith("on")
            assert attribute not in {"src", "srcset", "action"}
            if attribute.endswith("href"):
                assert (value or "").startswith("#"), (name, value)
    assert not re.search(r"url\((?!#)|@import", html_report(make()))


def test_texts_of_documents_and_questions_stand_on_the_page_as_they_are() -> None:
    page = Page(html_report(make()))
    for text in (HOSTILE[:60], f"費用の表 {HOSTILE}", "1 <i>概要</i>", "報告書_<b>.pdf", "別紙<1>.pdf"):
        assert text in page.text
    assert "独自" in page.text


def test_markdown_shows_texts_as_they_are() -> None:
    rendered = Page(MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown_report(make())))
    assert not {"script", "i", "a", "img", "code", "em"} & {name for name, _ in rendered.elements}
    for text in (HOSTILE[:60], f"費用の表 {HOSTILE}", "1 <i>概要</i>", "報告書_<b>.pdf"):
        assert text in rendered.text
    assert [name for name, _ in rendered.elements].count("table") == 8


def test_every_id_is_given_once_and_every_reference_leads_to_one() -> None:
    html = html_report(make())
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', html)) <= {
        pair for one in ids for pair in ((one, ""), ("", one))
    }


def test_plots_hold_text_as_text_and_take_the_pages_colours() -> None:
    html = html_report(make())
    plots = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(plots) == 7
    assert all("<text" in plot and "glyph" not in plot for plot in plots)
    assert not set(re.findall(r"#[0-9a-fA-F]{6}\b", "".join(plots))) - {"#000000"}


def test_the_style_gives_every_colour_in_light_and_in_dark() -> None:
    style = (HERE / "report.css").read_text(encoding="utf-8")
    light, dark = style.split("prefers-color-scheme: dark")
    used = set(re.findall(r"var\(--([\w-]+)\)", html_report(make()))) - {"share"}
    for block in (light, dark.split("* { box-sizing")[0]):
        assert used <= set(re.findall(r"--([\w-]+):", block))


def test_a_miss_tells_its_right_place_its_rank_and_what_stood_above() -> None:
    text = Page(html_report(make())).text
    assert "上位5件に正解がなかった質問（tenkyo、1問）" in text
    assert "10位までになし" in text
    assert "報告書_<b>.pdf p.1 「委託料は1,200千円」" in text


def test_the_summary_says_where_there_is_no_difference() -> None:
    assert "lexical、denseとの差は有意ではありません" in markdown_report(make())


@pytest.mark.parametrize("write", [markdown_report, html_report])
def test_questions_of_one_kind_have_no_section_by_kind(write) -> None:
    assert "種別ごと" in write(make())
    assert "種別ごと" not in write(make(QUESTIONS[:1]))


@pytest.mark.parametrize("write", [markdown_report, html_report])
def test_a_report_without_searches_is_written_too(write) -> None:
    assert "questions.jsonl" in write(make_report("questions.jsonl", [], [], unanswerable=3))


def answer(question: str) -> Answer:
    """Answers everything but 委託料 with what a hostile document says."""
    held = RIGHT if question == "委託料" else ABOVE
    return Answer(
        question, f"{held.text}[1]", True, 0.9, (Citation(1, Hit(held, REPORT, 1.0, 1), held.text),), ()
    )


def make_answers() -> AnswerSummary:
    told = [replace(question, answers=("1,200千円",)) for question in QUESTIONS]
    unanswerable = Question("n1", "どこにもないこと", (), "unanswerable")
    return summarise_answers(judge_answers([*told, unanswerable], answer, lambda held: ()))


def test_answers_have_a_table_curves_and_every_wrong_one_with_what_was_asked_for() -> None:
    html = html_report(make(answers=make_answers()))
    page = Page(html)
    assert len(re.findall(r"<svg.*?</svg>", html, re.DOTALL)) == 9
    assert "正しくなかった回答（3問）" in page.text
    for text in (
        "正解がないのに回答した",
        "違うことを答えた",
        "確信度 0.90",
        "1,200千円",
        HOSTILE,
        "報告書_<b>.pdf p.2",
    ):
        assert text in page.text
    assert not {"script", "a"} & {name for name, _ in page.elements}


def test_answers_in_markdown_show_texts_as_they_are() -> None:
    written = markdown_report(make(answers=make_answers()))
    rendered = Page(MarkdownIt("commonmark", {"html": True}).enable("table").render(written))
    assert not {"script", "i", "a", "img", "code", "em"} & {name for name, _ in rendered.elements}
    assert HOSTILE in rendered.text and "正しくなかった回答（3問）" in rendered.text


@pytest.mark.parametrize("write", [markdown_report, html_report])
def test_answers_to_queries_of_a_corpus_have_a_table_a_way_of_asking(write) -> None:
    queries = [BeirQuery("q1", "委託料", None, {REPORT.path: 1}, ("1,200千円",))]
    spans = judge_spans(queries, lambda query: answer("別の問い"), lambda query: answer)
    report = write(make_report("corpus/test", [], [], spans=spans))
    assert "120字以内で、正答を含む回答" in report and "正しい段落を与えた場合" in report
    assert "0 / 1" in report and "1 / 1" in report
