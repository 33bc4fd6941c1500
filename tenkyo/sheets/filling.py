"""A question in, the cells that are filled in beside it out."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from index.types import Hit
from qa.types import Answer
from tenkyo.application import Application
from tenkyo.packs.asking import Words
from tenkyo.packs.citing import hit_pages
from tenkyo.packs.types import JST
from tenkyo.packs.wording import NO_ANSWER
from tenkyo.sheets.types import LONGEST_QUESTION, AskedSheet, Cell

ANSWER_HEADS = (("回答", 48.0), ("確からしさ", 10.0), ("回答の根拠", 52.0), ("注記", 30.0))
HIT_HEADS = (("文書名", 28.0), ("頁", 18.0), ("見出し", 28.0), ("本文", 60.0), ("適合度", 8.0))
LEFT_OUT = "（{length:,}文字は長すぎるため、調べていません）"
UNSEARCHABLE = "（この語句では検索できません。文字か数字を含む語句にしてください）"


def heads(hits: int) -> tuple[tuple[str, float], ...]:
    """The heads of all columns with their widths, for so many hits a question."""
    found = ((f"箇所{rank} {head}", width) for rank in range(1, hits + 1) for head, width in HIT_HEADS)
    return (*(("典拠 " + head, width) for head, width in ANSWER_HEADS), *found)


@dataclass(frozen=True, slots=True)
class FilledRow:
    """The cells beside one question, and whether the library answers it."""

    cells: tuple[Cell, ...]
    answered: bool = False


def fill_row(application: Application, question: str, hits: int, notes: Words) -> FilledRow:
    """What the library says of one question: the answer or the refusal, then so many hits."""
    if len(question) > LONGEST_QUESTION:
        return FilledRow((LEFT_OUT.format(length=len(question)),))
    try:
        answer = application.answer(question)
    except ValueError:
        return FilledRow((UNSEARCHABLE,))
    found = (cell for hit in answer.hits[:hits] for cell in _hit_cells(hit))
    return FilledRow((*_answer_cells(answer, notes), *found), answer.supported)


def facts(application: Application, asked: AskedSheet, now: datetime) -> tuple[tuple[str, str], ...]:
    """What is told of a filled sheet: when, from what, by which program."""
    status = application.index.status()
    time = now.astimezone(JST)
    return (
        ("記入した日時", f"{time:%Y年%m月%d日 %H時%M分}（日本時間）"),
        ("質問", f"{len(asked.rows):,}件（シート「{asked.sheet}」）"),
        ("文書庫", f"{status.documents:,}文書・{status.passages:,}箇所"),
        ("文書庫の状態", application.index.state().digest),
        ("使用したプログラム", f"tenkyo {version('tenkyo')}"),
        ("回答について", "文書の記載をそのまま引いたものです。根拠の箇所を文書で確かめてください。"),
    )


def _answer_cells(answer: Answer, notes: Words) -> tuple[Cell, ...]:
    cited = "\n".join(
        f"[{one.number}] {one.hit.document.title} {hit_pages(one.hit)}「{one.quote}」"
        for one in answer.citations
    )
    said = answer.text if answer.supported else NO_ANSWER
    return said, round(answer.confidence, 2), cited, "\n".join(notes(answer))


def _hit_cells(hit: Hit) -> tuple[Cell, ...]:
    trail = " › ".join(hit.passage.headings)
    return hit.document.title, hit_pages(hit), trail, hit.passage.text, round(hit.score, 3)
