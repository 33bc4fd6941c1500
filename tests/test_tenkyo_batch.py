"""A queries file is read line by line, and a wrong line is named."""

from pathlib import Path

import pytest

from tenkyo.batch import BatchQuery, read_queries
from tenkyo.errors import TenkyoError


def test_queries_keep_their_order_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"id": "b", "query": "三層の対策"}\n\n{"id": 1, "query": ""}\n', encoding="utf-8")
    assert read_queries(path) == [BatchQuery("b", "三層の対策"), BatchQuery("1", "")]


@pytest.mark.parametrize(
    "line", ["{", '{"id": "a"}', '{"query": "x"}', '{"id": "a", "query": 3}', "[]", '"x"']
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "queries.jsonl"
    path.write_text('{"id": "a", "query": "x"}\n' + line, encoding="utf-8")
    with pytest.raises(TenkyoError, match="line 2"):
        read_queries(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(TenkyoError, match=r"none\.jsonl"):
        read_queries(tmp_path / "none.jsonl")
