"""Sentences are drawn from all parts of a document, and from tables only where there are no sentences."""

from corpus.types import Document, Passage, Span
from index.proof.sentences import LONGEST, MOST_SENTENCES, draw_sentences
from index.storage.store import NumberedPassage

DOCUMENT = Document("文書", "文書.pdf", "題", None, None, None, 9)


def numbered(*texts: str) -> list[NumberedPassage]:
    return [
        NumberedPassage(
            number, Passage(f"p{number}", "文書", (), text, (Span(number, 0, len(text)),)), DOCUMENT
        )
        for number, text in enumerate(texts, 1)
    ]


def sentence(topic: str) -> str:
    return f"{topic}については、規程に従い毎年度その状況を確かめることとする。"


TOPICS = (
    "備品の管理",
    "契約の変更",
    "旅費の精算",
    "文書の保存",
    "情報の公開",
    "庁舎の警備",
    "職員の研修",
    "車両の点検",
)


def test_each_part_of_the_document_gives_one() -> None:
    passages = numbered(*map(sentence, TOPICS))
    drawn = draw_sentences("文書", passages)
    assert len(drawn) == MOST_SENTENCES
    assert [(each.passage.number - 1) // 2 for each in drawn] == [0, 1, 2, 3]
    assert all(each.text == each.passage.passage.text for each in drawn)
    assert drawn == draw_sentences("文書", passages)


def test_rows_of_tables_and_what_stands_twice_are_passed_over() -> None:
    rows = "款 項 目 本年度 前年度 比較\n総務費 1,234 1,200 34\n"
    twice = sentence("様式の記入")
    passages = numbered(*(f"{rows}{twice}{sentence(topic)}" for topic in TOPICS))
    for seed in range(20):
        for each in draw_sentences(f"文書{seed}", passages):
            assert each.text in {sentence(topic) for topic in TOPICS}


def test_a_document_of_tables_gives_the_ends_of_its_passages() -> None:
    head = "款 項 目 本年度 前年度 比較\n" * 20
    passages = numbered(*(f"{head}{topic}費 {number},234" for number, topic in enumerate(TOPICS, 1)))
    drawn = draw_sentences("文書", passages)
    assert len(drawn) == MOST_SENTENCES
    for each in drawn:
        assert each.text.endswith(each.passage.passage.text[-10:])
        assert len(each.text) <= LONGEST


def test_a_document_of_one_short_line_gives_that_and_one_without_passages_none() -> None:
    assert [each.text for each in draw_sentences("文書", numbered("決裁"))] == ["決裁"]
    assert draw_sentences("文書", []) == ()
