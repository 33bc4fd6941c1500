"""Every entry of the samples' contents pages leads to the section that it names."""

from pathlib import Path

import pytest

from corpus import split_sections
from corpus.reader import Limits
from corpus.reading import read_document
from corpus.structure.body import find_body
from corpus.structure.contents_passages import heading_words

DOCUMENTS = Path(__file__).parents[1] / "samples" / "documents"


@pytest.mark.parametrize(
    ("pattern", "entries"),
    [
        ("*令和5年度_包括外部監査結果報告書.pdf", 54),
        ("*令和6年度_包括外部監査結果報告書.pdf", 16),
        ("*定例監査結果報告.pdf", 27),
        ("*情報セキュリティポリシーに関する指針*.pdf", 46),
        ("*公共施設等総合管理計画*.pdf", 28),
    ],
)
def test_each_entry_is_the_heading_of_a_section_on_its_page(pattern: str, entries: int) -> None:
    (path,) = DOCUMENTS.glob(pattern)
    parsed = read_document(path, path.name, Limits())
    labels = {page.number: page.label for page in parsed.pages}
    begun: set[tuple[str, str | None]] = set()
    seen: set[tuple[str, ...]] = set()
    for section in split_sections(parsed):
        for depth in range(1, len(section.headings) + 1):
            if section.headings[:depth] not in seen:
                seen.add(section.headings[:depth])
                begun.add((heading_words(section.headings[depth - 1]), labels[section.spans[0].page]))
    told = [
        (heading_words(entry.heading), entry.label)
        for entry in find_body(parsed).contents.entries
        if not entry.is_finding
    ]
    assert len(told) == entries
    assert [entry for entry in told if entry not in begun] == []
