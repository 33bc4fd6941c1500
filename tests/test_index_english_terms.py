"""The glossary of English terms keeps the form that its header promises."""

import re
from collections import Counter
from itertools import groupby
from pathlib import Path

import index
from index.text.analysis import analyse

LINES = (
    (Path(index.__file__).parent / "understanding" / "english_terms.txt")
    .read_text(encoding="utf-8")
    .splitlines()
)
ENTRIES = [line for line in LINES if line and not line.startswith("#")]
FORM = re.compile(r"[a-z0-9][a-z0-9 .&'/-]* => [^\s,][^,]*(, [^\s,][^,]*){0,4}")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def _english(entry: str) -> str:
    return " ".join(re.split(r"[\s-]+", entry.split(" => ")[0]))


def _wordings(entry: str) -> list[str]:
    return entry.split(" => ")[1].split(", ")


def test_every_entry_has_the_form() -> None:
    assert [entry for entry in ENTRIES if not FORM.fullmatch(entry)] == []


def test_no_term_stands_twice() -> None:
    assert [term for term, times in Counter(map(_english, ENTRIES)).items() if times > 1] == []


def test_no_wording_stands_twice_in_an_entry() -> None:
    assert [entry for entry in ENTRIES if len(set(_wordings(entry))) < len(_wordings(entry))] == []


def test_terms_are_sorted_within_their_part() -> None:
    for is_entry, lines in groupby(LINES, key=lambda line: bool(line) and not line.startswith("#")):
        if is_entry:
            terms = [_english(line) for line in lines]
            assert terms == sorted(terms)


def test_every_wording_is_japanese() -> None:
    assert [entry for entry in ENTRIES if not all(map(JAPANESE.search, _wordings(entry)))] == []


def test_every_entry_gives_words_to_search() -> None:
    assert [entry for entry in ENTRIES if not analyse(entry.split(" => ")[1]).lemmas] == []
