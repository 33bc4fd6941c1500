import numpy as np
import pytest

from corpus.ocr.decoding import JapaneseDecoder
from corpus.ocr.japanese_forms import is_japanese, japanese_forms

ALPHABET = ["", *"単单位売壳亮国國沢澤应応4△Δ9,084168☃", " "]
DECODE = JapaneseDecoder(ALPHABET)


def steps(*each: dict[str, float]) -> np.ndarray:
    """Probabilities step by step; what is left over is the blank's."""
    made = np.zeros((len(each), len(ALPHABET)), dtype=np.float32)
    for row, told in zip(made, each, strict=True):
        for character, probability in told.items():
            row[ALPHABET.index(character)] = probability
        row[0] += 1 - row.sum()
    return made


def figure(first: dict[str, float], rest: str) -> np.ndarray:
    each: list[dict[str, float]] = [first]
    for character in rest:
        each += [{}, {character: 1.0}]
    return steps(*each)


def test_a_chinese_form_gives_its_probability_to_the_japanese_one() -> None:
    read = DECODE(steps({"单": 0.6, "単": 0.39}, {"位": 1.0}))
    assert read.text == "単位"
    assert read.probabilities[0] == pytest.approx(0.99, abs=0.01)


def test_a_look_alike_that_is_no_japanese_character_is_read_as_the_likeliest_that_is() -> None:
    assert DECODE(steps({"☃": 0.9, "位": 0.06, "売": 0.02})).text == "位"


def test_a_character_seen_is_never_dropped_for_the_blank() -> None:
    assert DECODE(steps({"应": 0.6, "応": 0.0})).text == "応"


@pytest.mark.parametrize(("old", "text"), [(0.97, "澤"), (0.6, "沢")])
def test_an_old_form_that_names_have_is_read_only_where_it_is_sure(old: float, text: str) -> None:
    assert DECODE(steps({"澤": old, "沢": 0.99 - old})).text == text


def test_a_character_over_several_steps_is_one_and_one_after_a_blank_another() -> None:
    read = DECODE(steps({"9": 0.9}, {"9": 0.8}, {}, {"9": 0.7}))
    assert read.text == "99"
    assert read.centres == (0.25, 0.875)


def test_nothing_seen_is_no_text() -> None:
    assert DECODE(steps({}, {})).text == ""


def test_a_minus_sign_taken_for_a_4_is_put_right() -> None:
    assert DECODE(figure({"4": 0.86, "△": 0.1}, "9,084,168")).text == "△9,084,168"


def test_a_4_is_left_alone_where_nothing_speaks_for_a_minus_sign() -> None:
    assert DECODE(figure({"4": 0.99}, "9,084,168")).text == "49,084,168"


def test_a_4_in_a_number_without_commas_is_left_alone() -> None:
    assert DECODE(figure({"4": 0.8, "△": 0.19}, "9084")).text == "49084"


def test_every_form_leads_to_one_that_japanese_documents_use() -> None:
    forms = japanese_forms()
    assert len(forms) > 1800
    assert [form for form in forms.values() if not is_japanese(form)] == []
    assert [forms[character] for character in "营单损应资壳俩"] == list("営単損応資売価")


@pytest.mark.parametrize("character", list("営ぁー々〇△①Ａ9髙㎡～"))
def test_what_offices_write_is_japanese(character: str) -> None:
    assert is_japanese(character)


@pytest.mark.parametrize("character", list("营☃é한Ж"))
def test_what_they_do_not_write_is_not(character: str) -> None:
    assert not is_japanese(character)
