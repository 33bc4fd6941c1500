"""Which lines stand in a table whose cells the reader found."""

from corpus.structure.lines import split_lines
from corpus.tables.places import lines_in_tables
from corpus.types import Table
from tests.corpus_files import parsed_text
from tests.corpus_marks import with_table

TEXT = "前文である。\n区分\t人数\n本庁\t120\n後文である。\n"


def in_tables(tables: tuple[Table, ...]) -> list[str]:
    lines = split_lines(parsed_text(TEXT).pages[0])
    found = lines_in_tables(tables, lines)
    return [line.text for line in lines if line in found]


def test_the_rows_of_a_table_are_in_it() -> None:
    parsed = with_table(parsed_text(TEXT), [["区分", "人数"], ["本庁", "120"]])
    assert in_tables(parsed.tables) == ["区分\t人数", "本庁\t120"]


def test_a_frame_around_text_is_no_table() -> None:
    assert (
        in_tables(with_table(parsed_text(TEXT), [["前文である。"], ["区分"], ["後文である。"]]).tables) == []
    )
    assert in_tables(with_table(parsed_text(TEXT), [["区分", "人数"]]).tables) == []
