"""What was done about each finding, from headings and from rows."""

from dataclasses import replace

from corpus import split_passages, split_sections
from corpus.structure.measures import find_measures
from corpus.types import Measure, ParsedDocument, Span, TableRow, TableValue
from tests.corpus_files import parsed_pages

UNDER_HEADINGS = (
    "【指摘事項1】 台帳の登録漏れについて\n\n台帳に登録し、毎年度照合することとした。（措置済）\n\n"
    "【意見2】 費用の検証について\n\n検証の方法を検討している。（検討中）\n"
)
IN_ROWS = (
    "指摘 1\t台帳の登録漏れについて\t登録した。\t措置済\n意見3\t研修について\t受講させた。\t対応中\n"
    "合計\t2\t\t\n"
)


def report(*texts: str) -> ParsedDocument:
    parsed = parsed_pages(*texts, labels=["4"])
    return replace(parsed, document=replace(parsed.document, kind="措置状況"))


def measures(parsed: ParsedDocument, rows: list[TableRow]) -> list[Measure]:
    sections = split_sections(parsed)
    return list(find_measures(parsed, sections, split_passages(parsed, sections), rows))


def row(line: int) -> TableRow:
    """Row `line` of IN_ROWS, its first two cells labels."""
    start = sum(len(text) + 1 for text in IN_ROWS.split("\n")[:line])
    cells = IN_ROWS.split("\n")[line].split("\t")
    span = Span(1, start, start + len("\t".join(cells)))
    heads = ("講じた措置", "区分")
    values = tuple(
        TableValue((head,), text, None, None, None, span) for head, text in zip(heads, cells[2:], strict=True)
    )
    return TableRow("ab" * 32, 0, "", tuple(cells[:2]), values, span)


def value_of(head: str, text: str) -> TableValue:
    return TableValue((head,), text, None, None, None, Span(1, 0, 0))


def test_a_heading_that_names_a_finding_tells_what_was_done_about_it() -> None:
    told = [
        (m.kind, m.number, m.title, m.status, m.page_label, m.page)
        for m in measures(report(UNDER_HEADINGS), [])
    ]
    assert told == [
        ("指摘事項", "1", "台帳の登録漏れについて", "措置済", "4", 1),
        ("意見", "2", "費用の検証について", "検討中", "4", 1),
    ]


def test_a_row_that_names_a_finding_tells_what_was_done_about_it() -> None:
    parsed = report(IN_ROWS)
    told = measures(parsed, [row(0), row(1), row(2)])
    assert [(m.kind, m.number, m.title, m.status) for m in told] == [
        ("指摘事項", "1", "台帳の登録漏れについて", "措置済"),
        ("意見", "3", "研修について", "対応中"),
    ]
    texts = {passage.id: passage.text for passage in split_passages(parsed, split_sections(parsed))}
    assert "登録した。" in texts[told[0].passages[0]]


def test_only_a_measures_taken_report_tells_of_measures() -> None:
    assert measures(parsed_pages(UNDER_HEADINGS), []) == []


def test_a_table_that_only_counts_findings_tells_of_no_measure() -> None:
    parsed = report("指摘事項\t14\t4\n")
    counted = TableRow("ab" * 32, 0, "", ("指摘事項",), (value_of("措置済", "14"),), Span(1, 0, 9))
    assert measures(parsed, [counted]) == []


def test_the_number_may_stand_beside_the_label() -> None:
    parsed = report(IN_ROWS)
    beside = TableRow(
        "ab" * 32,
        0,
        "",
        ("台帳の登録漏れについて",),
        (value_of("番号", "指摘 1"), value_of("講じた措置", "登録した。"), value_of("区分", "措置済")),
        row(0).span,
    )
    (told, *_) = measures(parsed, [beside])
    assert (told.kind, told.number, told.title, told.status) == (
        "指摘事項",
        "1",
        "台帳の登録漏れについて",
        "措置済",
    )
