"""Small text files for tests of libraries, and the documents and passages that tests make without files."""

from pathlib import Path

from corpus.types import Document, Page, ParsedDocument, Passage, Section, Span

SplitDocument = tuple[ParsedDocument, tuple[Section, ...], tuple[Passage, ...]]

TEXTS = {
    "監査/報告書.txt": "第1章 監査の結果\n\nパスワードの設定が規程と異なっていた。規程を守るべきである。\n",
    "監査/意見.txt": "備品の管理について\n\n備品台帳と現物の照合を毎年度行うことが望ましい。\n",
    "予算.md": "# 予算要求\n\n庁内ネットワークの更新に1,234千円を要求する。\n",
}


def write_texts(folder: Path, texts: dict[str, str] = TEXTS) -> Path:
    """A folder with one file for each text."""
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def made_document(
    name: str,
    texts: list[str],
    kind: str | None = None,
    issuer: str | None = None,
    fiscal_year: int | None = None,
) -> SplitDocument:
    """A document with one page and one passage for each text; passage ids are `name-1`, `name-2`, …"""
    document = Document(name, f"{name}.pdf", f"{name}の題", kind, issuer, fiscal_year, len(texts))
    pages = tuple(Page(number, str(number + 2), text, "text") for number, text in enumerate(texts, 1))
    spans = [Span(page.number, 0, len(page.text)) for page in pages]
    section = Section(name, ("第1章 総論",), tuple(spans))
    passages = tuple(
        Passage(f"{name}-{page.number}", name, ("第1章 総論",), page.text, (span,), (page.label or "",))
        for page, span in zip(pages, spans, strict=True)
    )
    return ParsedDocument(document, pages), (section,), passages
