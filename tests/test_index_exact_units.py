"""The units of exact phrases."""

import pytest

from index.text.exact_units import exact_units, indexed_terms, paired_terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三層の\n 対策", "三層の対策"),
        ("Ｉ Ｔ 調達", "IT調達"),
        ("3,209千円", "3209 千円"),
        ("サーバー室", "サーバ室"),
        ("強靭化", "強靱化"),
        ("ＢＣＰ", "bcp"),
    ],
)
def test_what_reads_alike_has_the_same_units(one: str, other: str) -> None:
    assert exact_units(one) == exact_units(other)


@pytest.mark.parametrize(
    ("one", "other"), [("server room", "serverroom"), ("12", "1 2"), ("監査、検査", "監査検査")]
)
def test_words_numbers_and_marks_stay_apart(one: str, other: str) -> None:
    assert exact_units(one) != exact_units(other)


def test_no_term_goes_over_the_border_of_two_texts() -> None:
    terms = indexed_terms(["題名", "本文"])
    assert set(paired_terms(exact_units("題名"))) <= set(terms)
    assert not set(paired_terms(exact_units("名本"))) & set(terms)
