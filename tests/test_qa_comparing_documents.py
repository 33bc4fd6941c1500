"""Whole documents of two years: what their pages say, read by eye, is what their comparison says."""

from functools import lru_cache
from pathlib import Path

import pytest

from corpus import Limits
from corpus.reading import read_document
from corpus.splitting import split_document
from qa.comparing.types import Comparison, FigureChange
from qa.comparing.years import Years
from tests.two_years import SplitIndex

ROOT = Path(__file__).parents[1]
SHEETS = tuple(
    ROOT
    / "samples"
    / "documents"
    / f"汐見市_令和{year}年度_事務事業評価シート_庁内ネットワーク強靱化事業.pdf"
    for year in (4, 5)
)
SHARED = ROOT.parent / "shared" / "real" / "questions_documents"
BUDGETS = tuple(SHARED / f"{year}介護保険特別会計予算書.pdf" for year in ("R4", "R8"))


@lru_cache(maxsize=2)
def comparison(paths: tuple[Path, Path]) -> Comparison:
    split = [split_document(read_document(path, path.name, Limits())) for path in paths]
    index = SplitIndex(split)
    before, after = index.documents()
    return Years(index).compare(before, after)  # type: ignore[arg-type]


def figures(compared: Comparison) -> list[FigureChange]:
    return [figure for section in compared.sections for figure in section.figures]


def told(compared: Comparison, label: str, head: str) -> set[tuple[str, str]]:
    """The figures then and now of the rows of a label under a head."""
    return {
        (one.before.text, one.after.text)
        for one in figures(compared)
        if one.before and one.after and one.labels_after[-1].endswith(label) and head in one.after.head
    }


@pytest.mark.parametrize(
    ("label", "head", "then", "now"),
    [
        ("予算現額", "令和5年度", "83,500", "98,000"),
        ("決算額", "令和5年度", "81,374", "92,058"),
        ("当初予算額", "令和6年度", "96,310", "103,420"),
        ("委託料", "決算額", "31,240", "34,518"),
        ("備品購入費", "予算現額", "5,900", "7,400"),
        ("正職員の従事人数（人）", "令和5年度", "2.4", "2.8"),
        ("実績", "令和5年度", "11.5", "2.5"),
        ("実績", "令和5年度", "88.4", "96.3"),
        ("達成率", "令和5年度", "82.4％", "98.7％"),
    ],
)
def test_figures_of_an_evaluation_sheet(label: str, head: str, then: str, now: str) -> None:
    assert (then, now) in told(comparison(SHEETS), label, head)


def test_texts_of_an_evaluation_sheet() -> None:
    changed = {
        text.label: (text.before, text.after)
        for section in comparison(SHEETS).sections
        for text in section.texts
        if text.changed and text.label
    }
    assert changed["方向性",] == ("改善の上、継続", "拡充")
    assert changed["有効性", "評価"] == ("C", "A")


def test_each_section_of_an_evaluation_sheet_is_found_in_the_other() -> None:
    assert {section.pairing for section in comparison(SHEETS).sections} == {"same_heading"}


@pytest.mark.real
@pytest.mark.skipif(not SHARED.is_dir(), reason=f"no real documents: there is no folder {SHARED}")
@pytest.mark.xdist_group("real years")
@pytest.mark.parametrize(
    ("head", "then", "now"),
    [
        ("本年度", "617,524", "629,480"),
        ("本年度", "533,999", "547,055"),
        ("本年度", "30,361", "32,311"),
        ("本年度", "965", "4,455"),
        ("前年度", "31,395", "31,151"),
        ("金額", "533,998", "547,054"),
        ("金額", "46,999", "58,779"),
        ("金額", "363", "3"),
        ("金額", "891", "4,180"),
    ],
)
def test_figures_of_a_real_budget(head: str, then: str, now: str) -> None:
    assert (then, now) in told(comparison(BUDGETS), "", head)
