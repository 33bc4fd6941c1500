"""The bundled engine itself, on small pictures made here."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from typing import NoReturn

import numpy as np
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


@pytest.mark.parametrize("angle", [0, 5, -5, 90, 182, 270])
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


def test_a_ruled_table_is_read_with_its_cells() -> None:
    picture = draw_lines(
        ("科目　　前年度　　　本年度", "使用料　　1,200　　　1,300", "手数料　　　950　　　　980")
    )
    pen = ImageDraw.Draw(picture)
    for x in (60, 185, 345, 530):
        pen.line((x, 65, x, 275), fill="black", width=3)
    for y in (65, 135, 205, 275):
        pen.line((60, y, 530, y), fill="black", width=3)
    found = read(picture)
    assert found.text.split("\n") == ["科目\t前年度\t本年度", "使用料\t1,200\t1,300", "手数料\t950\t980"]
    assert [table.certain for table in found.tables] == [True]


@pytest.mark.parametrize("size", [(1, 5000), (5000, 1), (3, 3), (20, 5000), (40, 5000)])
def test_a_picture_of_any_shape_is_looked_at(size: tuple[int, int]) -> None:
    assert load_engine()(Image.new("L", size, 120)) == ()


def test_a_photograph_of_noise_holds_no_page_of_text() -> None:
    noise = np.random.default_rng(0).integers(0, 255, (600, 600), dtype=np.uint8)
    assert sum(len(line.text) for line in load_engine()(Image.fromarray(noise))) < 12


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
