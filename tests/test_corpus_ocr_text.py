import re

import pytest

from corpus.ocr.amounts import close_amounts, without_specks
from corpus.ocr.decoding import DecodedLine
from corpus.ocr.look_alikes import put_look_alikes_right
from corpus.ocr.vertical_signs import with_signs
from tests.pictures_of_text import line


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("経常べースで", "経常ベースで"),
        ("イべントへアクセス", "イベントへアクセス"),
        ("O 公用車管理費", "○ 公用車管理費"),
        ("OA機器", "OA機器"),
        ("サ一ビス", "サービス"),
        ("月ー回", "月一回"),
        ("ー時借入金", "一時借入金"),
        ("カ口リー", "カロリー"),
        ("人ロ減少", "人口減少"),
        ("ア力ウント", "アカウント"),
        ("一般会計", "一般会計"),
        ("コーヒー代", "コーヒー代"),
        ("1,O00円", "1,000円"),
        ("2〇1", "201"),
        ("第〇条", "第〇条"),
    ],
)
def test_look_alikes_are_put_right_by_their_neighbours(read: str, right: str) -> None:
    assert put_look_alikes_right(read) == right


@pytest.mark.parametrize(
    ("read", "right"),
    [
        ("102. 037, 152", "102, 037, 152"),
        ("15; 252, 828", "15, 252, 828"),
        ("△9.084,168", "△9,084,168"),
        ("1.250", "1.250"),
        ("3, 5, 7", "3, 5, 7"),
        ("1, 2345", "1, 2345"),
        ("387.081.423", "387,081,423"),
        ("814;000", "814,000"),
    ],
)
def test_amounts_have_commas_and_no_character_moves(read: str, right: str) -> None:
    assert close_amounts(read) == right


@pytest.mark.parametrize("text", ["12. 345, 678", "9,084,168と41,928,533", "0一1ー2力3", "7二8ニ9"])
def test_no_digit_is_changed(text: str) -> None:
    digits = re.findall(r"\d", text)
    assert re.findall(r"\d", close_amounts(put_look_alikes_right(text))) == digits


@pytest.mark.parametrize(
    ("read", "right"),
    [
        (".142,500", "142,500"),
        ("11.0,150", "110,150"),
        ("35,681,981.", "35,681,981"),
        ("1,937,631,269-", "1,937,631,269"),
        ("△1,200", "△1,200"),
        ("-4,202", "-4,202"),
        ("1,234.5", "1,234.5"),
        ("24.積立金", "24.積立金"),
        ("50.5", "50.5"),
        ("3.", "3."),
    ],
)
def test_specks_beside_an_amount_are_left_out(read: str, right: str) -> None:
    found = without_specks(line(read, 0, 0))
    assert found.text == right
    assert len(found.centres) == len(found.certainty) == len(right)


def decoded(text: str, probability: float = 0.9) -> DecodedLine:
    places = tuple((index + 0.5) / max(len(text), 1) for index in range(len(text)))
    return DecodedLine(text, (probability,) * len(text), places)


def test_a_column_keeps_its_characters_and_takes_its_punctuation() -> None:
    read = with_signs(decoded("令を改め、次を加える"), decoded("今を改め、次を加える。"))
    assert read.text == "令を改め、次を加える。"
    assert len(read.probabilities) == len(read.centres) == len(read.text)


def test_a_long_vowel_of_a_column_is_taken_only_after_katakana() -> None:
    assert with_signs(decoded("デタは第三"), decoded("デ一タは一第三")).text == "データは第三"


def test_of_two_readings_of_a_column_an_empty_one_gives_way() -> None:
    assert with_signs(decoded(""), decoded("第三条")).text == "第三条"
