"""What is made of a query: filters, phrases, other wordings, and what is told of it."""

import pytest

from index.types import Facets, Filters
from index.understanding.query_plan import KnownWords, QueryPlan, plan_query
from index.understanding.synonyms import Synonyms, read_synonyms

FACETS = Facets(
    kinds=(("監査報告書", 3), ("監査計画", 1)),
    issuers=(("秋田県", 2), ("秋田市", 1)),
    fiscal_years=((2021, 1), (2020, 3)),
)
GLOSSARY = read_synonyms(
    ["audit => 監査, 検査", "audit report => 監査報告書", "manage => 管理"], "english_terms.txt"
)
KNOWN = KnownWords(
    read_synonyms(["BCP, 業務継続計画, 事業継続計画", "三層の対策、三層分離", "対策, 措置"], "synonyms.txt"),
    lambda: GLOSSARY,
)


def plan(query: str, *without: str) -> QueryPlan:
    return plan_query(query, lambda: FACETS, KNOWN, without)


def parts(query: str, *without: str) -> list[tuple[str, str]]:
    return [(part.kind, part.surface) for part in plan(query, *without).understood.parts]


def notes(query: str) -> list[str]:
    return [note.kind for note in plan(query).understood.notes]


@pytest.mark.parametrize(
    ("word", "filters"),
    [
        ("年度:令和2", Filters(fiscal_years=(2020,))),
        ("年度：２０２０", Filters(fiscal_years=(2020,))),
        ("年度:R2,令和3年度", Filters(fiscal_years=(2020, 2021))),
        ("年度:令和2 年度:令和3", Filters(fiscal_years=(2020, 2021))),
        ("種別:監査", Filters(kinds=("監査報告書", "監査計画"))),
        ("種別:監査計画", Filters(kinds=("監査計画",))),
        ("発行:秋田県|秋田市", Filters(issuers=("秋田県", "秋田市"))),
        ("発行:秋田市 年度:令和2", Filters((), ("秋田市",), (2020,))),
    ],
)
def test_field_words_become_filters_and_are_no_words(word: str, filters: Filters) -> None:
    made = plan(f"パスワード {word}")
    assert made.filters == filters
    assert made.dense_text == made.understood.text == "パスワード"
    assert {part.kind for part in made.understood.parts} == {"filter"}


@pytest.mark.parametrize(
    ("query", "note"),
    [
        ("監査 年度:来た", "wrong_year"),
        ("監査 年度:", "empty_field"),
        ("監査 年度:令和9", "unknown_value"),
        ("監査 種別:議事録", "unknown_value"),
        ('監査 "結果', "unclosed_quote"),
        ("監査 - 結果", "lone_hyphen"),
        ("-監査", "nothing_else"),
        ("監査 " + "-あ " * 40 + "".join(f"-語{number} " for number in range(40)), "too_many"),
    ],
)
def test_what_is_malformed_is_told_and_searched_as_words(query: str, note: str) -> None:
    assert notes(query) == [note]
    assert plan(query).filters == Filters()
    assert "監査" in plan(query).dense_text


def test_field_words_alone_are_searched_by_their_values() -> None:
    assert plan("発行:秋田市").dense_text == "秋田市"
    assert plan("発行:秋田市").filters == Filters(issuers=("秋田市",))


def test_a_query_without_operators_is_searched_as_it_stands() -> None:
    assert plan("委託先の　監督  は").dense_text == "委託先の　監督  は"


def test_the_longest_synonym_between_words_is_found_and_nothing_in_a_phrase() -> None:
    assert parts("三層の対策とBCP") == [("synonym", "三層の対策"), ("synonym", "BCP")]
    assert parts('"三層の対策"') == [("phrase", '"三層の対策"')]
    assert parts("ABCPD 対策本部") == [("synonym", "対策")]


def test_a_part_taken_back_is_plain_words_and_can_come_again() -> None:
    whole = plan("BCP -訓練")
    assert [part.key for part in whole.understood.parts] == ["exclude:-訓練", "synonym:BCP"]
    back = plan("BCP -訓練", "synonym:BCP", "exclude:-訓練")
    assert back.understood.parts == ()
    assert {part.key for part in back.understood.taken_back} == {"exclude:-訓練", "synonym:BCP"}
    assert back.lexical.alternatives == back.lexical.excluded == ()
    assert back.dense_text == "BCP 訓練"


def test_terms_of_an_english_query_stand_for_japanese_words() -> None:
    made = plan("How were the Audit Reports managed?")
    assert [(part.surface, part.meaning) for part in made.understood.parts] == [
        ("Audit Reports", ("監査報告書",)),
        ("managed", ("管理",)),
    ]
    assert "監査報告書" in made.translated
    assert "the" not in {token.lemma for token in made.lexical.tokens.lemmas}


@pytest.mark.parametrize(
    ("query", "kind", "meaning"),
    [
        ("Ｒ２の決算", "year", ("2020年", "令和2年")),
        ("2019年度", "year", ("2019年", "平成31年", "令和元年")),
        ("3,209百万円", "amount", ("3,209,000,000円", "32億900万円")),
    ],
)
def test_years_and_amounts_are_told_in_their_other_forms(
    query: str, kind: str, meaning: tuple[str, ...]
) -> None:
    (part,) = plan(query).understood.parts
    assert (part.kind, part.meaning) == (kind, meaning)


def test_a_broken_line_of_synonyms_is_named() -> None:
    known = KnownWords(read_synonyms(["BCP, 業務継続計画", "ひとつ"], "synonyms.txt"), Synonyms)
    made = plan_query("BCP", lambda: FACETS, known).understood
    assert [note.surface for note in made.notes] == [
        "synonyms.txt, line 2: a group needs two words or more, parted by commas"
    ]
    assert made.parts


def test_a_phrase_that_stands_nowhere_is_searched_as_words_and_said_so() -> None:
    known = KnownWords(Synonyms(), Synonyms, lambda phrase: phrase != "hallucination")
    made = plan_query('"hallucination" とは "監査"', lambda: FACETS, known)
    assert [note.kind for note in made.understood.notes] == ["absent_phrase"]
    assert [part.surface for part in made.understood.parts] == ['"監査"']
    assert "hallucination" in made.dense_text
    assert len(made.lexical.phrases) == 1
