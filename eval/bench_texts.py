"""Passages and queries to measure speed with: a BEIR folder's, or made up where there is none."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.types import Document, Page, ParsedDocument, Passage, Section, Span
from eval.beir import is_beir, read_beir

MADE_UP_PASSAGES, MADE_UP_QUERIES = 2000, 200
SENTENCES_A_PASSAGE = 4

SUBJECTS = (
    "委託業務",
    "補助金",
    "指定管理者制度",
    "情報システム",
    "公有財産",
    "防災計画",
    "学校給食",
    "上下水道",
)
ACTS = (
    "契約手続",
    "積算の根拠",
    "効果の検証",
    "台帳の整備",
    "点検の記録",
    "費用の負担",
    "審査の基準",
    "運用の規程",
)
PLACES = ("本庁", "出先機関", "市民課", "県立病院", "図書館", "消防本部", "教育委員会", "土木事務所")
ENDS = (
    "を見直す必要がある。",
    "が適切に行われていた。",
    "について、改善を求める。",
    "は前年度から増加している。",
)


@dataclass(frozen=True, slots=True)
class BenchTexts:
    """`name` tells where the texts are from; a passage has its title."""

    name: str
    passages: tuple[tuple[str, str], ...]
    queries: tuple[str, ...]

    def split_documents(self) -> list[tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]]:
        """Each passage as a document of one page."""
        return [_one_page(number, title, text) for number, (title, text) in enumerate(self.passages)]


def read_texts(folder: Path | None) -> BenchTexts:
    """The corpus and queries of a BEIR folder; made up ones, always the same, where there is none."""
    if folder is None or not is_beir(folder):
        return make_up_texts()
    beir = read_beir(folder)
    passages = tuple((parsed.document.title, parsed.pages[0].text) for parsed in beir.documents)
    return BenchTexts(beir.name, passages, tuple(query.text for query in beir.queries))


def make_up_texts() -> BenchTexts:
    """Sentences in the manner of audit reports, of words put together by chance."""
    chance = random.Random(0)  # noqa: S311 - the same texts each time, no secret

    def sentence() -> str:
        year, amount = chance.randint(1, 7), chance.randint(1, 900)
        subject, act, place, end = (chance.choice(words) for words in (SUBJECTS, ACTS, PLACES, ENDS))
        return f"令和{year}年度の{place}における{subject}（{amount}百万円）の{act}{end}"

    def passage() -> tuple[str, str]:
        return chance.choice(SUBJECTS), "".join(sentence() for _ in range(SENTENCES_A_PASSAGE))

    passages = tuple(passage() for _ in range(MADE_UP_PASSAGES))
    queries = tuple(
        f"{chance.choice(PLACES)}の{chance.choice(SUBJECTS)}の{chance.choice(ACTS)}はどうか"
        for _ in range(MADE_UP_QUERIES)
    )
    return BenchTexts("made-up texts", passages, queries)


def _one_page(
    number: int, title: str, text: str
) -> tuple[ParsedDocument, Sequence[Section], Sequence[Passage]]:
    name = f"{number:064x}"
    document = Document(name, f"{number:06d}.txt", title, None, None, None, page_count=1)
    spans = (Span(1, 0, len(text)),)
    passages = (Passage(f"{name}-0", name, (), text, spans),)
    return ParsedDocument(document, (Page(1, None, text, "text"),)), (Section(name, (), spans),), passages
