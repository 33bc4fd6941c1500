"""A small library of made audit reports of two years and two offices, with the measures taken."""

from pathlib import Path

from corpus.splitting import split_document
from corpus.types import Cell, Document, HeadingMark, Page, ParsedDocument, Span, SplitDocument, Table
from index.storage.bookkeeping import put_file
from index.storage.store import Reading
from index.storage.writer import write_library
from index.types import no_progress
from tests.tiny_encoder import TinyEncoder

AUDIT_KIND = "包括外部監査結果報告書"
MEASURES_KIND = "措置状況"

SUBCONTRACT = (
    "【指摘事項1】再委託の承認を得ていない契約について\n（現状）\n"
    "委託契約約款第6条は、再委託にはあらかじめ書面で承認を得ることを求めている。"
    "抽出した20件の契約のうち4件、総額1,240千円で承認の申請書がなかった。\n（原因及び問題点）\n"
    "担当者は、業務体制図の提出をもって承認したものと考えていた。\n（指摘する事項）\n"
    "承認の申請書を受け付けた後でなければ業務に着手させないことを徹底すべきである。\n"
)
STOCKTAKING = (
    "【指摘事項2】備品台帳と現物の不一致について\n（現状）\n"
    "財務規則第131条により、備品は毎年度現物と照合しなければならない。台帳の顕微鏡3台の所在が分からなかった。\n"
    "（原因及び問題点）\n照合は台帳に印を付けるだけで、現物を数えていなかった。\n（指摘する事項）\n"
    "現物との照合を毎年度行い、結果を書面に残されたい。\n"
)
STOCKTAKING_AGAIN = (
    "【指摘事項1】備品台帳と現物の不一致について\n（現状）\n"
    "前年度に続き、備品台帳にある測量器2台の現物が見当たらなかった。財務規則第131条の照合が行われていない。\n"
    "（原因及び問題点）\n担当者の異動の際に引継ぎがされていなかった。\n（指摘する事項）\n"
    "備品と台帳との照合を速やかに行う必要がある。\n"
)
CARS = (
    "【意見1】公用車の運転日誌について\n（現状）\n公用車12台の運転日誌に走行距離の記入漏れがあった。\n"
    "（意見）\n運転日誌の様式を改めることを検討されたい。\n"
)
TAKEN = "4件の申請書を提出させ、約款を改めた。"


DRAFT = (
    "業務の一部を下請けの会社に再委託していたが、承認の申請書がないものが3件あった。"
    "担当者は業務体制図で承認したものと考えていた。委託契約約款第6条に反しており、"
    "書面による承認を得てから着手させるべきである。このほか124万円の支払の遅れもあった。"
)
"""Says what SUBCONTRACT says, in other words."""


def report(
    name: str, title: str, kind: str, issuer: str, year: int, pages: list[str], tables: tuple[Table, ...] = ()
) -> SplitDocument:
    """A document with these pages, split as a read file is; its printed numbers run two behind."""
    document = Document(name * 64, f"{name}.pdf", title, kind, issuer, year, len(pages))
    read = tuple(Page(number, str(number - 2), text, "text") for number, text in enumerate(pages, 1))
    headings = tuple(
        HeadingMark(Span(page.number, 0, page.text.index("\n")), 1)
        for page in read
        if page.text.startswith("【")
    )
    return split_document(ParsedDocument(document, read, headings, tables))


def _measures() -> SplitDocument:
    rows = [
        ["番号", "件名", "講じた措置", "区分", "措置年月", "所管課"],
        ["指摘 1", "再委託の承認を得ていない契約について", TAKEN, "措置済", "R5.6", "会計課"],
    ]
    text = "".join("\t".join(row) + "\n" for row in rows)
    cells, at = [], 0
    for row, line in enumerate(rows):
        for column, cell in enumerate(line):
            cells.append(Cell(row, column, Span(3, at, at + len(cell))))
            at += len(cell) + 1
    title = "架空県 令和5年度 措置状況報告書"
    return report("d", title, MEASURES_KIND, "架空県", 2023, ["表紙", "", text], (Table(3, tuple(cells)),))


def made_reports() -> list[SplitDocument]:
    """Two years of one office, one of another, and the measures that the first office took."""
    front = ["表紙", "目次"]
    return [
        report("a", "架空県 令和4年度 監査", AUDIT_KIND, "架空県", 2022, [*front, SUBCONTRACT, STOCKTAKING]),
        report("b", "架空県 令和5年度 監査", AUDIT_KIND, "架空県", 2023, [*front, STOCKTAKING_AGAIN]),
        report("c", "汐町市 令和5年度 監査", AUDIT_KIND, "汐町市", 2023, [*front, CARS]),
        _measures(),
    ]


def write_findings_library(data: Path) -> Path:
    """A library of these reports in a folder."""
    with write_library(data, TinyEncoder(), no_progress) as writer:
        for split in made_reports():
            writer.add(split, Reading())
            document = split.parsed.document
            put_file(writer.connection, f"given:{document.id}", "", document.path, document.id)
    return data
