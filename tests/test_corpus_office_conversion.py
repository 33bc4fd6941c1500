"""Files of older office formats, read through LibreOffice."""

import io
import struct
import subprocess
import tempfile
import threading
import zipfile
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import docx
import pytest
from pptx import Presentation

from corpus import Limits, ParserProcess, UnreadableFile
from corpus.formats import libreoffice, office_conversion
from corpus.formats.libreoffice import convert, find_libreoffice
from corpus.formats.office_conversion import read_old_powerpoint, read_old_word
from corpus.reader import Reader
from tests.office_files import paragraph, word_file

LIBREOFFICE = find_libreoffice()
needs_libreoffice = pytest.mark.skipif(LIBREOFFICE is None, reason="LibreOffice is not installed here")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RTF = rb"{\rtf1\ansi\ansicpg932 \'93\'b9\'98\'48\par}"
TEXT_TYPE = "application/vnd.oasis.opendocument.text"


def open_document(content: str = "", media_type: str = TEXT_TYPE, entry: str = "") -> bytes:
    buffer = io.BytesIO()
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("mimetype", media_type)
        made.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{manifest}"><m:file-entry m:full-path="/" m:media-type="{media_type}"/>'
            f'<m:file-entry m:full-path="content.xml" m:media-type="text/xml">{entry}</m:file-entry>'
            "</m:manifest>",
        )
        made.writestr("content.xml", content)
    return buffer.getvalue()


def text_document(inside: str) -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns"
    return open_document(
        f'<office:document-content xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" '
        f'xmlns:draw="{names}:drawing:1.0" xmlns:svg="{names}:svg-compatible:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2">'
        f"<office:body><office:text>{inside}</office:text></office:body></office:document-content>"
    )


def made_by_libreoffice(data: bytes, suffix: str, target: str, export: str) -> bytes:
    assert LIBREOFFICE is not None
    return convert(LIBREOFFICE, data, suffix, libreoffice.Target(target, export), Limits())


def word_document() -> bytes:
    document = docx.Document()
    document.add_heading("総則", 1)
    document.add_paragraph("道路の補修を行う。")
    table = document.add_table(2, 2)
    for place, text in enumerate(("区分", "金額", "歳入", "1,200")):
        table.cell(*divmod(place, 2)).text = text
    document.add_paragraph("以上")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def refusal(data: bytes, read: Reader = read_old_word, limits: Limits | None = None) -> str:
    with pytest.raises(UnreadableFile) as caught:
        read(data, limits or Limits())
    return caught.value.reason


@needs_libreoffice
@pytest.mark.parametrize(
    ("suffix", "export"), [("doc", "MS Word 97"), ("rtf", "Rich Text Format"), ("odt", "writer8")]
)
def test_an_old_text_reads_as_todays_does(tmp_path: Path, suffix: str, export: str) -> None:
    path = tmp_path / f"要綱.{suffix}"
    path.write_bytes(made_by_libreoffice(word_document(), ".docx", suffix, export))
    with ParserProcess(Limits(memory_megabytes=1536)) as parser:
        parsed = parser.parse(path, path.name)
    lines = [line for line in parsed.pages[0].text.splitlines() if line]
    assert lines == ["総則", "道路の補修を行う。", "区分\t金額", "歳入\t1,200", "以上"]
    assert [mark.level for mark in parsed.headings] == [1]
    assert [len(table.cells) for table in parsed.tables] == [4]


@needs_libreoffice
@pytest.mark.parametrize(("suffix", "export"), [("ppt", "MS PowerPoint 97"), ("odp", "impress8")])
def test_an_old_deck_reads_as_todays_does(suffix: str, export: str) -> None:
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "予算の概要"
    deck.slides.add_slide(deck.slide_layouts[5]).shapes.title.text = "歳入"
    buffer = io.BytesIO()
    deck.save(buffer)
    found = read_old_powerpoint(made_by_libreoffice(buffer.getvalue(), ".pptx", suffix, export), Limits())
    assert [page.text for page in found.pages] == ["予算の概要\n", "歳入\n"]
    assert [mark.span.page for mark in found.headings] == [1, 2]


@needs_libreoffice
def test_rich_text_in_shift_jis_is_read() -> None:
    assert read_old_word(RTF, Limits()).pages[0].text == "道路\n"


@needs_libreoffice
def test_nothing_is_fetched_run_or_taken_from_other_files(tmp_path: Path) -> None:
    asked: list[str] = []

    class Listening(BaseHTTPRequestHandler):
        def handle(self) -> None:
            asked.append(self.rfile.readline().decode())

    secret = tmp_path / "secret.txt"
    secret.write_text("庁内の秘密", encoding="utf-8")
    with HTTPServer(("127.0.0.1", 0), Listening) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        frame = '<draw:frame svg:width="2cm" svg:height="2cm" text:anchor-type="as-char">'
        data = text_document(
            f'<text:p>本文{frame}<draw:image xlink:href="{address}/a.png" xlink:type="simple" '
            f'xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p>'
            f'<text:p>{frame}<draw:object xlink:href="{address}/b.ods"/></draw:frame></text:p>'
            f'<text:section text:name="S"><text:section-source xlink:href="{secret.as_uri()}" '
            'text:filter-name="Text"/><text:p>前の文</text:p></text:section>'
        )
        text = read_old_word(data, Limits()).pages[0].text
        server.shutdown()
    assert text.split() == ["本文", "前の文"]
    assert not asked


@needs_libreoffice
def test_it_is_stopped_when_its_time_is_over_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*arguments: object, **options: object) -> "subprocess.Popen[bytes]":
        started.append(start(*arguments, **options))  # type: ignore[call-overload]
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", noted)
    assert "longer than 0.08 seconds" in refusal(RTF, limits=Limits(seconds=0.1))
    assert [process.poll() is not None for process in started] == [True]
    assert not list(tmp_path.iterdir())


@needs_libreoffice
def test_what_libreoffice_cannot_read_is_said() -> None:
    assert refusal(OLE + bytes(5000)) == "LibreOffice could not convert it: it is damaged or needs a password"


@pytest.mark.parametrize(
    ("data", "read", "suffix"),
    [
        (OLE + bytes(600), read_old_word, ".doc"),
        (RTF, read_old_word, ".rtf"),
        (open_document(), read_old_word, ".odt"),
        (OLE + bytes(600), read_old_powerpoint, ".ppt"),
    ],
)
def test_where_libreoffice_is_absent_that_is_the_reason(
    monkeypatch: pytest.MonkeyPatch, data: bytes, read: Reader, suffix: str
) -> None:
    monkeypatch.setattr(office_conversion, "find_libreoffice", lambda: None)
    reason = refusal(data, read)
    assert f"({suffix})" in reason
    assert "read through LibreOffice, which is not installed here" in reason


def test_todays_format_under_an_old_name_needs_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_conversion, "find_libreoffice", lambda: None)
    assert read_old_word(word_file(paragraph("本文")), Limits()).pages[0].text == "本文\n"


def word_97(flags: int) -> bytes:
    head = bytearray(OLE + bytes(504))
    return bytes(head) + b"\xec\xa5" + bytes(8) + struct.pack("<H", flags) + bytes(600)


@pytest.mark.parametrize(
    ("data", "read"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), read_old_word),
        (OLE + "EncryptedSummary".encode("utf-16-le"), read_old_powerpoint),
        (word_97(0x0100), read_old_word),
        (open_document(entry="<m:encryption-data/>"), read_old_word),
    ],
)
def test_an_encrypted_file_needs_its_password(data: bytes, read: Reader) -> None:
    assert refusal(data, read) == "it is encrypted and needs a password"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4", "it is named as a Word file but is a PDF"),
        (b"<html><body>", "it is named as a Word file but is an HTML page"),
        (open_document(media_type="application/vnd.oasis.opendocument.spreadsheet"), "another zip package"),
        (open_document()[:-30], "its zip package is damaged"),
    ],
)
def test_what_is_no_such_file_is_refused_before_libreoffice_sees_it(
    monkeypatch: pytest.MonkeyPatch, data: bytes, reason: str
) -> None:
    monkeypatch.setattr(office_conversion, "convert", None)
    assert reason in refusal(data)


def test_a_rich_text_is_no_deck() -> None:
    assert "but is a rich text file" in refusal(RTF, read_old_powerpoint)
