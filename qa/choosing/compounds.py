"""A question in, its compound nouns out, whole: 懲戒処分 and 従業員数, not their words."""

import re
import unicodedata
from collections.abc import Sequence

from corpus import squeeze
from qa.asking.questions import YEAR_WORDS, AskedQuestion, leave_out

COMPOUND = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{2,}")
MEASURE = re.compile(r".{2,}(?:[率数額料費名値量高税者先日分権法員金点度級位])")
"""The name of something that is measured, counted, paid or named: 落札率, 従業員数, 製品名."""

GENERAL_WORDS = """
件数 人数 台数 回数 個数 日数 点数 総数 金額 総額 予算額 決算額 費用 経費 割合 氏名 名前 時期
年度 今年度 前年度
"""
GENERAL = frozenset(GENERAL_WORDS.split())
"""What asks for a figure or a name of something else that the question names."""


def named_compounds(asked: AskedQuestion) -> tuple[str, ...]:
    """The compounds of a question in their order, squeezed; years, offices and general words are none."""
    folded = unicodedata.normalize("NFKC", leave_out(asked.text, asked.organisations))
    found = COMPOUND.findall(YEAR_WORDS.sub(" ", folded))
    return tuple(name for name in found if name not in GENERAL)


def share_of_measures(compounds: Sequence[str], text: str) -> float:
    """The share of the measures among compounds that a text holds as a whole; 1 where there are none."""
    measures = [name for name in compounds if MEASURE.fullmatch(name)]
    held = squeeze(text)
    return sum(name in held for name in measures) / len(measures) if measures else 1.0


def holds_last(compounds: Sequence[str], text: str) -> bool:
    """Whether a text holds the last compound, which most often is what is asked; true where there is none."""
    return not compounds or compounds[-1] in squeeze(text)
