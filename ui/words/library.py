"""The words of the page of documents."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryWords:
    """The words of the page of documents."""

    library_lead: str
    documents: str
    page_count: str
    passages: str
    findings: str
    disk: str
    encoder: str
    documents_title: str
    skipped_title: str
    skipped_none: str
    unread_title: str
    unread_none: str
    reason: str
    page_numbers: str
    doubtful_title: str
    reading: str
    sections: str
    tables: str
    read_text: str
    read_ocr: str
    read_blank: str
    read_waiting: str
    read_none: str
    proof_title: str
    proof_all: str
    proof_some: str
    proof_unproven: str
    proof_what: str
    proof_textless: str
    proof_missing: str
    proof_lost_pages: str
    proof_lost: str
    proof_terms: str
    proof_sentences: str
    proof_at: str


JAPANESE = LibraryWords(
    library_lead="検索できる文書と、読めなかったものの一覧です。",
    documents="文書",
    page_count="頁",
    passages="箇所",
    findings="指摘・意見",
    disk="使用容量",
    encoder="モデル",
    documents_title="検索できる文書",
    skipped_title="読めなかったファイル",
    skipped_none="読めなかったファイルはありません。",
    unread_title="読めなかった頁",
    unread_none="読めなかった頁はありません。",
    reason="理由",
    page_numbers="頁番号",
    doubtful_title="読み取りの不確かな頁",
    reading="読み方",
    sections="節",
    tables="表",
    read_text="本文 {count}",
    read_ocr="OCR {count}（確からしさ {confidence:.2f}）",
    read_blank="白紙 {count}",
    read_waiting="OCR待ち {count}",
    read_none="読めない {count}",
    proof_title="検索で見つからない内容のある文書",
    proof_all="検索の自己点検：{whole:,}文書すべてで確認しました。",
    proof_some="検索の自己点検：{whole:,}文書のうち{proven:,}文書で確認しました。",
    proof_unproven="{count:,}文書は未点検です。もう一度、索引を作成すると点検します。",
    proof_what="見つからない内容",
    proof_textless="検索できる文字がありません",
    proof_missing="索引に入っていない箇所が{count:,}あります",
    proof_lost_pages="どの語句でも見つからない頁：{pages}頁",
    proof_lost="本文のどの語句でも見つかりません",
    proof_terms="見つからない語句：{quotes}",
    proof_sentences="見つからない文：{quotes}",
    proof_at="（{page}頁）",
)


ENGLISH = LibraryWords(
    library_lead="The documents that can be searched, and what could not be read.",
    documents="Documents",
    page_count="Pages",
    passages="Passages",
    findings="Findings",
    disk="Disk",
    encoder="Model",
    documents_title="Documents that can be searched",
    skipped_title="Files that could not be read",
    skipped_none="Every file could be read.",
    unread_title="Pages that could not be read",
    unread_none="Every page could be read.",
    reason="Why",
    page_numbers="Pages",
    doubtful_title="Pages read with doubt",
    reading="How it was read",
    sections="Sections",
    tables="Tables",
    read_text="text {count}",
    read_ocr="OCR {count} (confidence {confidence:.2f})",
    read_blank="blank {count}",
    read_waiting="waiting for OCR {count}",
    read_none="unreadable {count}",
    proof_title="Documents of which search does not find everything",
    proof_all="Search proves itself: confirmed for all {whole:,} documents.",
    proof_some="Search proves itself: confirmed for {proven:,} of {whole:,} documents.",
    proof_unproven="{count:,} documents are not proven yet. Indexing again proves them.",
    proof_what="What is not found",
    proof_textless="it has no text to search",
    proof_missing="{count:,} passages are not in the index",
    proof_lost_pages="pages that no word finds: {pages}",
    proof_lost="no word of its text finds it",
    proof_terms="words not found: {quotes}",
    proof_sentences="sentences not found: {quotes}",
    proof_at=" (p. {page})",
)
