"""Workbooks that are damaged, far too large or made to do harm are refused in a sentence and little room."""

import io
import tracemalloc
import zipfile

import pytest

from corpus.formats.workbook import reading as reader
from corpus.reader import Limits, UnreadableFile
from tests.workbook_files import (
    RELATIONS,
    filled,
    part_of,
    read,
    relationships,
    texts,
    with_parts,
    workbook,
)

BASE = workbook(filled(("a", "b"), (1, 2)))
SHEET = "xl/worksheets/sheet1.xml"
ENTITIES = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]>"


def with_rows(rows: str, before: str = "") -> bytes:
    """The base workbook with rows of XML after its own."""
    sheet = part_of(BASE, SHEET).replace("</sheetData>", f"{rows}</sheetData>")
    return with_parts(BASE, {SHEET: before + sheet})


def inline(text: str) -> str:
    return f'<row r="3"><c r="A3" t="inlineStr"><is><t>{text}</t></is></c></row>'


def open_document(rows: str) -> bytes:
    """An .ods workbook of one sheet."""
    names = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind)
        package.writestr(
            "META-INF/manifest.xml",
            '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        )
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="歳入">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def cell(text: str, repeated: int = 1) -> str:
    told = f' table:number-columns-repeated="{repeated}"' if repeated > 1 else ""
    return f'<table:table-cell office:value-type="string"{told}><text:p>{text}</text:p></table:table-cell>'


@pytest.mark.parametrize("place", [("1048576", "XFD1048576"), ("1040000", "XFC1040000")])
def test_a_sheet_that_reaches_too_far_is_told_of_and_the_others_are_read(place: tuple[str, str]) -> None:
    row, name = place
    data = workbook(filled(("a", "b"), (1, 2)), filled(("c", "d")))
    far = part_of(data, SHEET).replace(
        "</sheetData>", f'<row r="{row}"><c r="{name}"><v>1</v></c></row></sheetData>'
    )
    pages = read(with_parts(data, {SHEET: far})).pages
    assert (pages[0].read_by, pages[0].text, pages[1].text) == ("none", "", "c\td\n")
    assert pages[0].reason is not None and pages[0].reason.endswith("and 16,000,000 are read of one")


def test_a_stray_cell_in_the_last_row_is_read() -> None:
    assert texts(with_rows('<row r="1048576"><c r="A1048576"><v>9</v></c></row>')) == ["a→b\n1→2\n9\n"]


def test_what_a_sheet_says_of_its_extent_is_not_believed() -> None:
    sheet = part_of(BASE, SHEET).replace('ref="A1:B2"', 'ref="A1:XFD1048576"')
    assert "XFD1048576" in sheet
    assert texts(with_parts(BASE, {SHEET: sheet})) == ["a→b\n1→2\n"]


def test_merged_ranges_over_the_whole_sheet_take_no_room() -> None:
    merged = '<mergeCell ref="A1:XFD1048576"/>' * 5_000
    sheet = part_of(BASE, SHEET).replace("</sheetData>", f"</sheetData><mergeCells>{merged}</mergeCells>")
    assert texts(with_parts(BASE, {SHEET: sheet}))[0].startswith("a")


def test_a_text_that_floods_by_being_shared_is_refused_before_it_takes_room() -> None:
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(3, 2003))
    shared = "<sst><si><t>" + "あ" * 40_000 + "</t></si></sst>"
    related = part_of(BASE, "xl/_rels/workbook.xml.rels")
    relation = f'<Relationship Id="rId99" Type="{RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>'
    data = with_parts(
        with_rows(rows),
        {
            "xl/sharedStrings.xml": shared,
            "xl/_rels/workbook.xml.rels": related.replace("</Relationships>", f"{relation}</Relationships>"),
        },
    )
    tracemalloc.start()
    (page,) = read(data).pages
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (page.read_by, page.reason) == ("none", "its cells share texts to more than one file may have")
    assert most < 20_000_000


def test_a_bomb_in_the_package_is_refused() -> None:
    data = with_parts(BASE, {"xl/x.xml": b"0" * 20_000_000})
    assert len(data) < 100_000
    with pytest.raises(UnreadableFile, match="it unpacks to more than the 16 MiB"):
        read(data, Limits(memory_megabytes=32))


def test_entities_are_not_expanded_and_no_file_is_read() -> None:
    for before, text in (
        (ENTITIES, "&c;"),
        ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>", "&e;"),
    ):
        (page,) = read(with_rows(inline(text), before)).pages
        assert page.read_by == "none"
        assert "root:" not in page.text and "aaaa" not in page.text


def test_entities_in_a_drawing_are_not_expanded() -> None:
    data = with_parts(
        BASE,
        {
            "xl/worksheets/_rels/sheet1.xml.rels": relationships(("drawing", "../drawings/drawing1.xml")),
            "xl/drawings/drawing1.xml": f"{ENTITIES}<x>&c;</x>",
        },
    )
    (page,) = read(data).pages
    assert page.text == "a\tb\n1\t2\n"
    assert page.reason is not None and "document type" in page.reason


def test_links_to_other_files_are_not_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    import socket

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was made")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    external = relationships(
        ("externalLink", "https://example.invalid/a.xlsx"), ("drawing", "../../../../etc/passwd")
    )
    data = with_parts(
        with_rows('<row r="3"><c r="A3"><f>[1]予算!A1</f><v>7</v></c></row>'),
        {
            "xl/worksheets/_rels/sheet1.xml.rels": external,
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
        },
    )
    assert texts(data) == ["a→b\n1→2\n7\n"]


def test_more_sheets_than_pages_are_allowed_are_refused() -> None:
    data = workbook(*(filled((number,)) for number in range(30)))
    assert len(read(data).pages) == 30
    with pytest.raises(UnreadableFile, match="it has 30 sheets, and a file may have 20 pages"):
        read(data, Limits(pages=20))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04" + b"\0" * 400,
        BASE[: len(BASE) // 2],
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000,
        b"<html><table><tr><td>1</td></tr></table></html>",
    ],
)
def test_what_is_no_workbook_or_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableFile):
        read(data)


def test_an_encrypted_workbook_says_that_it_needs_a_password() -> None:
    data = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + b"\0" * 600
        + "EncryptedPackage".encode("utf-16-le")
        + b"\0" * 600
    )
    with pytest.raises(UnreadableFile, match="it is encrypted and needs a password"):
        read(data)


@pytest.mark.parametrize(
    "junk", ["<" * 300_000, "A" * 300_000, "<c " + 'r="A1" ' * 50_000, "<c><v>" * 50_000]
)
def test_a_sheet_of_junk_is_refused(junk: str) -> None:
    with pytest.raises(UnreadableFile):
        found = read(with_parts(BASE, {SHEET: junk}))
        if all(page.read_by != "text" for page in found.pages):
            raise UnreadableFile("nothing was read")


def test_rows_past_the_most_cells_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_FILLED", 6)
    (page,) = read(workbook(filled(*((row, row, row) for row in range(5))))).pages
    assert page.text == "0\t0\t0\n1\t1\t1\n2\t2\t2\n"
    assert (page.read_by, page.reason) == (
        "text",
        "the rows from 4 on are not read: 6 filled cells of a sheet are",
    )


def test_more_characters_than_a_file_may_have_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_CHARACTERS", 100)
    pages = read(workbook(filled(("短い",)), filled(("長" * 200, "い")), filled(("三",)))).pages
    assert [page.read_by for page in pages] == ["text", "none", "text"]


def test_an_open_document_workbook_is_read() -> None:
    data = open_document(
        f"<table:table-row>{cell('款')}{cell('金額')}</table:table-row>"
        f"<table:table-row>{cell('市税')}{cell('10')}</table:table-row>"
        '<table:table-row table:number-rows-repeated="1048574">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    assert texts(data) == ["歳入\n款→金額\n市税→10\n"]


def test_an_open_document_workbook_that_repeats_cells_to_a_flood_is_refused() -> None:
    for rows, columns in ((1_048_576, 16_384), (200_000, 100)):
        data = open_document(
            f'<table:table-row table:number-rows-repeated="{rows}">{cell("x", columns)}</table:table-row>'
        )
        with pytest.raises(UnreadableFile, match=r"a sheet reaches over [\d,]+ cells"):
            read(data)


def test_many_rows_are_read_whole() -> None:
    rows = filled(*((row, f"業務{row}", "財政課", row * 1000) for row in range(20_000)))
    (page,) = read(workbook(rows)).pages
    assert page.text.count("\n") == 20_000


@pytest.mark.parametrize(
    "row",
    [
        '<row r="3"><c r="B99999999999999999999"><v>1</v></c></row>',
        '<row r="3"><c r="XFE3"><v>1</v></c></row>',
        '<row r="3"><c r="A0"><v>1</v></c></row>',
        '<row r="99999999999999999999"><c><v>1</v></c></row>',
        '<row r="-3"><c><v>1</v></c></row>',
    ],
)
def test_cells_nowhere_on_a_sheet_are_told_of(row: str) -> None:
    page = read(with_rows(row)).pages[0]
    assert page.read_by == "none"
    assert (page.reason or "").endswith("that no sheet has")
