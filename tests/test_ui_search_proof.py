"""The library's page tells in Japanese what was proven of search, and names what is not found."""

import re

import pytest

from index.types import DocumentProof, ProofStatus, Unfound
from tests.fake_application import HOSTILE, FakeApplication, FakeIndex
from tests.screen import at, library_page, serve
from ui.library.search_proof import proof_rows, proof_words

FAILING = (
    DocumentProof(
        "a",
        f"監査{HOSTILE}.pdf",
        missing=1200,
        unfound=(
            Unfound("passage", "備品台帳", 2),
            *(Unfound("page", "備品 台帳", page) for page in (3, 4, 5, 9)),
            Unfound("term", f"備品{HOSTILE}", 3),
            Unfound("sentence", "あ" * 70, None),
        ),
    ),
    DocumentProof("b", "白紙.txt", unfound=(Unfound("text", ""),)),
    DocumentProof("c", "会議録.html", unfound=(Unfound("page", "備品"),)),
)


def test_the_outcome_in_words() -> None:
    assert proof_words(ProofStatus(1226)) == "検索の自己点検：1,226文書すべてで確認しました。"
    assert proof_words(ProofStatus(20, FAILING, 3)) == (
        "検索の自己点検：26文書のうち20文書で確認しました。"
        "3文書は未点検です。もう一度、索引を作成すると点検します。"
    )
    assert proof_words(ProofStatus()) == ""


def test_a_row_for_each_document_tells_all_that_is_not_found_of_it() -> None:
    assert proof_rows(FAILING) == [
        (
            FAILING[0].path,
            "索引に入っていない箇所が1,200あります。"
            "どの語句でも見つからない頁：3〜5・9頁。"
            f"見つからない語句：「{f'備品{HOSTILE}'[:60]}…」（3頁）。"
            f"見つからない文：「{'あ' * 60}…」",
        ),
        ("白紙.txt", "検索できる文字がありません"),
        ("会議録.html", "本文のどの語句でも見つかりません"),
    ]


class ProvenIndex(FakeIndex):
    proof = ProofStatus(1, FAILING, 0)

    def status(self):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        return replace(super().status(), proof=self.proof)


@pytest.mark.parametrize(("proof", "named"), [(ProofStatus(1, FAILING), True), (ProofStatus(4), False)])
def test_the_page_shows_it(monkeypatch: pytest.MonkeyPatch, proof: ProofStatus, named: bool) -> None:
    index = ProvenIndex()
    index.proof = proof
    serve(monkeypatch, FakeApplication(index))
    page = at(library_page)
    assert not page.exception
    html = "".join(element.proto.body for element in page.get("html"))
    assert proof_words(proof) in html
    assert ("検索で見つからない内容のある文書" in html) == named
    assert ("白紙.txt" in html) == named
    assert not re.search(r"<script>|<img", html)
