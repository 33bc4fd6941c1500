"""Passages of an imagined city and the extractive answer over them, for a language model to write from."""

from corpus.types import Passage
from index.types import Hit
from qa.types import Answer, AnswerPart, Citation
from qa.writing.language_model.types import GivenPassage
from tests.fake_index import document, passage

AUDIT = document("水沢市監査報告書.pdf", issuer="水沢市", fiscal_year=2022)
BUDGET = document("水沢市決算書.pdf", issuer="水沢市", fiscal_year=2022)

TRAINING = passage(
    AUDIT,
    "情報政策課は、令和4年11月3日に訓練を実施した。参加した職員は128人であった。"
    "避難所の鍵は点検されていなかった。指定管理者は「利用者の声を毎月集める」としている。",
    page=3,
    headings=("第2章 監査の結果",),
)
COSTS = passage(
    BUDGET,
    "表3-1 窓口業務の経費\n（単位：千円）\n区分\t決算額\n"
    "委託料\t31,240\n工事請負費\t5,000\n備品購入費\t1,275",
    page=5,
)
LAW = passage(AUDIT, "水沢市個人情報保護条例第12条第2項の規定により、保存期間は5年とする。", page=4)


def hit(of: Passage, rank: int) -> Hit:
    return Hit(of, AUDIT if of.document_id == AUDIT.id else BUDGET, 1.0 / rank, rank)


HITS = tuple(hit(of, rank) for rank, of in enumerate((TRAINING, COSTS, LAW), start=1))
GIVEN = tuple(GivenPassage(one.rank, one) for one in HITS)

EXTRACTIVE = Answer(
    question="訓練はいつ実施されたか",
    text="情報政策課は、令和4年11月3日に訓練を実施した。[1]",
    supported=True,
    confidence=0.8,
    citations=(Citation(1, HITS[0], "情報政策課は、令和4年11月3日に訓練を実施した。"),),
    hits=HITS,
    parts=(AnswerPart("情報政策課は、令和4年11月3日に訓練を実施した。", (1,)),),
)
