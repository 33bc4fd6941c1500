"""Files of synonyms: their lines, what is broken in them, and their changes."""

import os
from pathlib import Path

import pytest

from index.understanding.synonym_files import SynonymFiles
from index.understanding.synonyms import read_synonyms, stem


def test_a_group_leads_from_each_word_to_all_others_and_an_arrow_one_way() -> None:
    read = read_synonyms(["監査、検査，調査 # 三つ", "", "# 註", "audit, review => 監査"], "f.txt")
    assert read.words["検査"] == ("監査", "調査")
    assert read.terms == {("audit",): ("監査",), ("review",): ("監査",)}
    assert "監査" not in {other for others in read.words.values() for other in others if others == ("audit",)}
    assert not read.broken


@pytest.mark.parametrize("line", ["ひとつ", "a =>", "=> あ", "a => b => c", "あ, ()", "長" * 3000])
def test_a_broken_line_is_named_and_the_others_count(line: str) -> None:
    read = read_synonyms(["一つ, 二つ", line, "三つ, 四つ"], "f.txt")
    (broken,) = read.broken
    assert (broken.file, broken.number) == ("f.txt", 2)
    assert {"一つ", "三つ"} <= set(read.words)


@pytest.mark.parametrize(
    "words",
    [
        ["audit", "audits", "audited", "auditing"],
        ["policy", "policies"],
        ["manage", "manages", "managed", "managing"],
        ["plan", "plans", "planned", "planning"],
        ["process", "processes", "processing"],
    ],
)
def test_endings_are_folded(words: list[str]) -> None:
    assert len({stem(word) for word in words}) == 1


def test_short_words_and_words_in_s_stay() -> None:
    assert [stem(word) for word in ("is", "used", "gas", "status", "business")] == [
        "is",
        "used",
        "gas",
        "status",
        "business",
    ]


def test_a_file_is_read_again_when_it_changes(tmp_path: Path) -> None:
    own = tmp_path / "synonyms.txt"
    files = SynonymFiles([own])
    assert "庁内語" not in files.synonyms().words
    own.write_text("庁内語, 正式名\n", encoding="utf-8")
    assert files.synonyms().words["庁内語"] == ("正式名",)
    own.write_text("庁内語, 別の名\n", encoding="utf-8")
    os.utime(own, (1, 1))
    assert files.synonyms().words["庁内語"] == ("別の名",)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    own = tmp_path / "synonyms.txt"
    own.write_bytes("庁内語".encode("cp932"))
    (broken,) = SynonymFiles([own]).synonyms().broken
    assert "UTF-8" in str(broken)


def test_what_comes_with_the_program_has_no_broken_line() -> None:
    files = SynonymFiles()
    assert files.synonyms().broken == files.glossary().broken == ()
    assert len(files.synonyms().words) > 200


@pytest.mark.parametrize(
    ("asked", "wordings"),
    [
        ("securities", ("有価証券",)),
        ("security", ()),
        ("buildings", ("建築物",)),
        ("building", ("建築物",)),
        ("built", ()),
        ("audited", ("監査",)),
        ("audits", ("監査",)),
        ("parking lots", ("駐車場",)),
        ("training", ("研修",)),
        ("trains", ("列車",)),
    ],
)
def test_a_word_is_looked_up_as_it_is_before_its_stem(asked: str, wordings: tuple[str, ...]) -> None:
    lines = ["securities => 有価証券", "building => 建築物", "audit => 監査", "parking lot => 駐車場"]
    read = read_synonyms([*lines, "training => 研修", "train => 列車"], "terms.txt")
    assert read.wordings_of(asked.split()) == wordings
