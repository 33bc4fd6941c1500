"""A PDF made to cost much is read within its limits, or refused in one sentence."""

import re
import sys
import tracemalloc
from pathlib import Path

import pytest

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.formats.pdf import read_pdf
from tests import hostile_pdf
from tests.corpus_files import write_pdf


@pytest.mark.parametrize("honest", [True, False])
def test_a_hundred_thousand_pages_are_refused_at_once(honest: bool) -> None:
    data = hostile_pdf.many_pages(100_000, honest)
    with pytest.raises(UnreadableFile) as caught:
        read_pdf(data, Limits())
    assert caught.value.reason == "it has 100,000 pages, and a file may have 20,000"


def test_pages_that_are_only_promised_cost_little() -> None:
    found = read_pdf(hostile_pdf.many_pages(2_000, honest=False), Limits())
    assert found.page_count == 2_000
    assert found.pages[0].text.startswith("A page of text")
    assert {page.read_by for page in found.pages[1:]} == {"none"}


def test_two_hundred_pages_take_little_memory() -> None:
    data = hostile_pdf.many_pages(200)
    tracemalloc.start()
    try:
        found = read_pdf(data, Limits())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert len(found.pages) == 200
    assert peak < 20 * 2**20


def test_a_page_of_very_many_characters_is_read_whole() -> None:
    (page,) = read_pdf(hostile_pdf.many_characters(80_000), Limits()).pages
    assert len(page.text) > 72_000


def test_what_unpacks_to_much_more_is_read_or_refused_for_its_memory(tmp_path: Path) -> None:
    (tmp_path / "small.pdf").write_bytes(hostile_pdf.flate_bomb(20))
    (tmp_path / "bomb.pdf").write_bytes(hostile_pdf.flate_bomb(300))
    good = write_pdf(tmp_path / "good.pdf", [["よい本文です。"]])
    with ParserProcess(Limits(seconds=60, memory_megabytes=500)) as parser:
        read = parser.parse(tmp_path / "small.pdf", "small.pdf")
        assert read.pages[0].text.startswith("A sentence before the bomb")
        with pytest.raises(UnreadableFile) as caught:
            parser.parse(tmp_path / "bomb.pdf", "bomb.pdf")
        assert re.search(r"needs more than the 500 MiB|crashed on it", caught.value.reason)
        assert parser.parse(good, "good.pdf").pages[0].text.strip() == "よい本文です。"


def test_a_form_that_draws_itself_ends() -> None:
    (page,) = read_pdf(hostile_pdf.form_in_itself(), Limits()).pages
    assert page.text.startswith("A sentence beside the form in itself")


def test_forms_nested_deeply_are_read() -> None:
    (page,) = read_pdf(hostile_pdf.nested_forms(depth=15, times=1), Limits()).pages
    assert page.text.strip() == "x"


def test_forms_that_multiply_are_stopped_by_the_clock(tmp_path: Path) -> None:
    (tmp_path / "laughs.pdf").write_bytes(hostile_pdf.nested_forms(depth=12, times=10))
    good = write_pdf(tmp_path / "good.pdf", [["よい本文です。"]])
    with ParserProcess(Limits(seconds=3), [sys.executable, "-m", "corpus.worker"]) as parser:
        with pytest.raises(UnreadableFile) as caught:
            parser.parse(tmp_path / "laughs.pdf", "laughs.pdf")
        assert re.search(r"longer than 3 seconds|needs more than", caught.value.reason)
        assert parser.parse(good, "good.pdf").pages[0].text.strip() == "よい本文です。"


@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (rb"startxref\n\d+", b"startxref\n999999999"),
        (rb"startxref\n\d+", b"startxref\n-1"),
        (rb"xref\n0 \d+\n(?:\d{10} \d{5} [fn] \n)+", b"xref\n0 1\n0000000000 65535 f \n"),
        (rb"\d{10} 00000 n", b"0000000009 00000 n"),
        (rb"/Prev \d+|/Size \d+", b"/Size 2147483647"),
        (rb"trailer\n<<", b"trailer\n<< /Prev 9"),
    ],
    ids=["far", "negative", "empty", "one place", "size", "previous"],
)
def test_a_broken_table_of_places_is_mended_or_refused(pattern: bytes, instead: bytes) -> None:
    good = hostile_pdf.many_pages(3)
    broken = re.sub(pattern, instead, good)
    assert broken != good
    try:
        found = read_pdf(broken, Limits())
    except UnreadableFile as error:
        assert error.reason in ("the PDF is damaged", "the PDF has no pages")
    else:
        assert found.pages[0].text.startswith("A page of text") or found.pages[0].reason


def test_a_page_tree_that_turns_back_on_itself_ends() -> None:
    data = hostile_pdf.many_pages(3).replace(b"/Kids [3 0 R 3 0 R 3 0 R ]", b"/Kids [2 0 R 3 0 R 2 0 R ]")
    try:
        found = read_pdf(data, Limits())
    except UnreadableFile as error:
        assert error.reason
    else:
        assert found.page_count <= 3
