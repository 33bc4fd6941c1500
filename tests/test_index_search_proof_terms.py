"""Terms are drawn from what stands on the pages, of every kind and from all parts, the same each time."""

from index.proof.terms import MOST_TERMS, TERMS_A_PAGE, THIRDS, draw_terms

PAGES = {
    1: "報 告 書\nこの包括外部監査の結果について、会計の処理を調べた。\nパスワードの有効期限\t1,234\n",
    2: "会計の担当者はＬＧＷＡＮに接続した端末を使う。\nﾊﾞｯｸｱｯﾌﾟを取る。費用は１２，３４５円である。会計\n",
    3: "会計の記録は庁内ネットワークに置く。情報セキュリティ対策基準による。保存は令和の規程に従う。\n",
}


def kinds(pages: dict[int, str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for seed in range(60):
        for term in draw_terms(f"文書{seed}", pages).of_document:
            found.setdefault(term.kind, set()).add(term.text)
    return found


def test_every_kind_is_drawn_as_it_stands() -> None:
    found = kinds(PAGES)
    assert found["spaced"] == {"報 告 書"}
    assert "包括外部監査" in found["compound"]
    assert "情報セキュリティ対策基準" in found["compound"]
    assert found["katakana"] >= {"パスワード", "ﾊﾞｯｸｱｯﾌﾟ", "ネットワーク"}
    assert found["number"] == {"1,234", "１２，３４５"}
    assert found["latin"] == {"ＬＧＷＡＮ"}


def test_frequent_and_rare_words_are_both_drawn() -> None:
    many = {number: f"{text}会計の会計\n" for number, text in PAGES.items()}
    terms = {term.text for seed in range(60) for term in draw_terms(f"文書{seed}", many).of_document}
    assert "会計" in terms
    assert terms & {"端末", "規程", "処理"}


def test_terms_come_from_the_first_the_middle_and_the_last_pages_and_are_few() -> None:
    pages = {
        number: f"議案{'一二三四五六七八九'[number - 1]}の審査と財政課の説明\n" * 9 for number in range(1, 10)
    }
    drawn = draw_terms("文書", pages)
    assert {term.third for term in drawn.of_document} == set(range(THIRDS))
    assert len(drawn.of_document) <= MOST_TERMS


def test_the_same_document_gives_the_same_terms_and_another_others() -> None:
    assert draw_terms("a", PAGES) == draw_terms("a", PAGES)
    assert len({tuple(draw_terms(f"文書{seed}", PAGES).of_document) for seed in range(10)}) > 1


def test_each_page_has_terms_of_its_own_the_least_frequent_first() -> None:
    drawn = draw_terms("文書", PAGES)
    assert set(drawn.of_pages) == {1, 2, 3}
    for number, terms in drawn.of_pages.items():
        assert 1 <= len(terms) <= TERMS_A_PAGE
        assert all(term.text in PAGES[number] for term in terms)
        assert "会計" not in {term.text for term in terms}


def test_words_that_a_line_may_have_cut_are_not_drawn() -> None:
    pages = {1: "この計画は情報セキュリ\nティを高める。予算は1,23\n4千円とし、監\n査の対象とする。\n"}
    terms = {term.text for seed in range(60) for term in draw_terms(f"文書{seed}", pages).of_document}
    assert terms == {"計画", "情報", "予算", "千円", "対象"}


def test_pages_without_such_words_give_any_word_and_printed_numbers_none() -> None:
    drawn = draw_terms("文書", {1: "まえがき\n", 2: "- 12 -\n", 3: ""})
    assert [term.text for term in drawn.of_document] == ["まえがき"]
    assert set(drawn.of_pages) == {1}
