"""The JSON of the command line is a contract: its keys and their forms are held here."""

import json
from dataclasses import replace

from corpus.types import Document, Passage, Span
from index.types import Hit
from index.understanding.understood import Understood
from tenkyo.output import hit_json, hit_text, marked, search_json

DOCUMENT = Document("d" * 64, "監査/報告書.pdf", "報告書", "包括外部監査結果報告書", "青嶺県", 2020, 40)
PASSAGE = Passage(
    "d-1",
    DOCUMENT.id,
    ("第2章 総括", "3 結果"),
    "パスワードの設定を見直すこと。",
    (Span(9, 0, 8), Span(9, 9, 16)),
    ("6",),
)
HIT = Hit(PASSAGE, DOCUMENT, 0.87, 1, ((0, 5),))

HIT_KEYS = {
    "rank",
    "score",
    "passage_id",
    "document",
    "headings",
    "pages",
    "page_labels",
    "text",
    "highlights",
    "siblings",
}


def test_a_search_has_the_contract_s_keys() -> None:
    written = json.loads(json.dumps(search_json("q1", "パスワード", Understood("パスワード"), [HIT], 12.34)))
    assert set(written) == {"id", "query", "took_ms", "understood", "hits"}
    (hit,) = written["hits"]
    assert set(hit) == HIT_KEYS
    assert set(hit["document"]) == {"id", "path", "title", "kind", "issuer", "fiscal_year"}
    assert (hit["pages"], hit["page_labels"], hit["highlights"]) == ([9], ["6"], [[0, 5]])


def test_a_hit_names_where_the_same_is_said() -> None:
    older = replace(DOCUMENT, id="o" * 64, title="前の報告書", fiscal_year=2019)
    sibling = Hit(replace(PASSAGE, id="o-1", document_id=older.id), older, 0.8, 4)
    hit = replace(HIT, siblings=(sibling,))
    (written,) = hit_json(hit)["siblings"]
    assert set(written) == {"passage_id", "document", "pages", "page_labels", "score"}
    assert (written["passage_id"], written["document"]["fiscal_year"]) == ("o-1", 2019)
    assert (written["pages"], written["page_labels"], written["score"]) == ([9], ["6"], 0.8)
    assert hit_text(hit, colour=False).splitlines()[-1] == "   the same: 前の報告書 [PDF p.9; printed p.6]"
    assert hit_json(HIT)["siblings"] == []
    assert "the same" not in hit_text(HIT, colour=False)


def test_a_document_without_pages_has_none_but_may_have_labels() -> None:
    plain = Document("e" * 64, "a.txt", "a", None, None, None, 0)
    (hit,) = search_json(None, "x", Understood("x"), [Hit(PASSAGE, plain, 0.5, 1)], 1.0)["hits"]
    assert (hit["pages"], hit["page_labels"]) == ([], ["6"])


def test_a_person_sees_both_page_numbers() -> None:
    assert "PDF p.9; printed p.6" in hit_text(HIT, colour=False)


def test_highlights_are_marked_and_the_text_between_is_kept() -> None:
    assert marked("あいうえお", ((1, 2), (3, 5))) == "あ\x1b[1;33mい\x1b[0mう\x1b[1;33mえお\x1b[0m"
