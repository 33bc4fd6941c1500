"""歳入 and 歳出 over the 款 of a budget."""

import pytest

from corpus import split_sections
from tests.corpus_files import parsed_text


def paths(text: str) -> list[tuple[str, ...]]:
    return [section.headings for section in split_sections(parsed_text(text))]


@pytest.mark.parametrize("side", ["2.歳入", "２　歳　入", "（歳入）", "歳入"])
def test_款_stand_under_their_side(side: str) -> None:
    text = (
        f"歳入歳出予算事項別明細書\n{side}\n款 1. 市税 項 1. 市民税\n1.個人 10 9 1\n"
        "3.歳出\n款 1. 議会費 項 1. 議会費\n1.議会費 10 9 1\n給与費明細書\n１．特別職\n長等 2 人 100\n"
    )
    found = paths(text)
    assert found[0][0] == "歳入歳出予算事項別明細書"
    assert "歳" in found[0][1] and found[0][2:] == ("款 1. 市税", "項 1. 市民税")
    assert found[1] == ("歳入歳出予算事項別明細書", "3.歳出", "款 1. 議会費", "項 1. 議会費")
    assert found[2] == ("給与費明細書",)


def test_歳入_in_a_report_is_numbered_like_its_other_headings() -> None:
    text = "1 概要\n述べる。\n2 歳入\n増えた。\n3 歳出\n減った。\n4 まとめ\n述べる。\n"
    assert paths(text) == [("1 概要",), ("2 歳入",), ("3 歳出",), ("4 まとめ",)]


def test_歳入_alone_in_a_text_heads_nothing() -> None:
    assert paths("次の図に示す。\n歳入\n増えている。\n") == [()]
