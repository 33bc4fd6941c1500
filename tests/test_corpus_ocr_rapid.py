"""The bundled engine itself, on small pictures made here."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import NoReturn

import pytest
from PIL import Image, ImageDraw

from corpus.ocr.composing import ScannedText, compose_text
from corpus.ocr.engines import load_engine
from tests.pictures_of_text import draw_columns, draw_lines, japanese_font

LINES = ("監査の結果に関する報告書", "財務規則第12条により確認した。", "支出は1,234,567円である。")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("OCR opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    yield


def read(picture: Image.Image) -> ScannedText:
    return compose_text(load_engine()(picture), picture)


@pytest.mark.parametrize("angle", [0, 90, 182, 270])
def test_a_page_is_read_however_it_lies(angle: float) -> None:
    picture = draw_lines(LINES).rotate(
        angle, expand=True, fillcolor="white", resample=Image.Resampling.BICUBIC
    )
    found = read(picture)
    assert found.text.split("\n") == list(LINES)
    assert found.confidence > 0.9


@pytest.mark.parametrize(("ink", "ground"), [(150, 190), (225, 40)])
def test_faint_and_white_letters_are_read(ink: int, ground: int) -> None:
    assert read(draw_lines(LINES, ink, ground)).text.split("\n") == list(LINES)


def test_vertical_writing_is_read_with_its_punctuation() -> None:
    columns = ("監査委員は次の事項を確認した。", "支出の手続は適正であった。")
    assert read(draw_columns(columns)).text.split("\n") == list(columns)


def test_a_seal_over_a_line_leaves_the_other_lines() -> None:
    picture = draw_lines(LINES)
    ImageDraw.Draw(picture).text((470, 50), "印", font=japanese_font(90), fill=(200, 60, 50))
    assert set(LINES[1:]) <= set(read(picture).text.split("\n"))


def test_nothing_is_read_on_an_empty_page() -> None:
    assert load_engine()(Image.new("RGB", (800, 600), "white")) == ()


def test_the_engine_says_nothing_of_its_own() -> None:
    program = """
from PIL import Image
from corpus.ocr.engines import load_engine
load_engine()(Image.new("L", (99, 99)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
