"""Workbooks as offices published them, where they are at hand: what comes out of them, in figures."""

from decimal import Decimal
from functools import lru_cache
from pathlib import Path

import pytest

from corpus import Limits, split_sections
from corpus.forms.fields import find_fields
from corpus.reading import read_document
from corpus.tables.labelled_rows import find_rows
from corpus.types import ParsedDocument

FOLDER = Path(__file__).parents[2] / "shared" / "real" / "more_documents"

pytestmark = [
    pytest.mark.real,
    pytest.mark.skipif(not FOLDER.is_dir(), reason=f"no real documents: there is no folder {FOLDER}"),
]


@lru_cache(maxsize=2)
def read(name: str) -> ParsedDocument:
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"there is no {name}")
    return read_document(path, name, Limits())


def test_a_list_of_407_projects_has_a_section_and_a_form_for_each() -> None:
    document = read("大船渡市_事務事業評価.xlsx")
    sections = split_sections(document)
    assert sum(len(section.headings) == 2 for section in sections) == 407
    fields = find_fields(document, ())
    assert len({one.form for one in fields}) == 407
    costs = [one for one in fields if one.label.startswith("トータルコスト(A)")]
    assert len(costs) == 6 * 407
    assert [one.number for one in costs[:6]] == [Decimal(n) for n in (4209, 4068, 3913, 3937, 3963, 3948)]
    assert document.pages[0].text.count("調整用") == 1


def test_a_comparison_with_merged_heads_has_them_on_its_rows() -> None:
    document = read("GIF調達標準の比較.xlsx")
    rows = find_rows(document, split_sections(document))
    assert len(document.pages) == 5
    assert len(rows) == 159
    heads = {value.heads for row in rows for value in row.values}
    assert sum(len(one) == 2 for one in heads) >= 10
