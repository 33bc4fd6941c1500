"""A question in; what it is about and what it asks for out."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.understanding.english_words import FUNCTION_WORDS
from index.understanding.understood import QueryPart
from qa.asking.answer_types import EXTENT, AnswerType, asked_types
from qa.asking.counters import COUNTERS, asked_units
from qa.asking.organisations import named_organisations
from qa.asking.terms import Term, find_terms
from qa.asking.years import JAPANESE, named_fiscal_years

FINDING = re.compile(
    r"指摘事項(?!の件数|と意見|は.{0,4}何件)|(?:の|への|た|する)意見(?:$|[はを、。?？])|(?:の|への|た|という)指摘(?:$|[はを、。?？])"
    r"|に関する指摘|についての指摘|audit finding",
    re.I,
)
"""A question after a finding of an audit."""

ERA = r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS])\s*(?:元|\d{1,2})"
YEAR_WORDS = re.compile(
    rf"{ERA}(?:年度|年(?!\s*\d)|(?![\d年.]))|(?:19|20)\d\d年度?(?!\s*\d)|FY\s*(?:19|20)\d\d"
    r"|(?<![\d元])\d{1,2}年度",
    re.I,
)
"""A year is compared as a year, not as words: these are no terms."""

JAPANESE_ASKING = """
何 誰 何れ 何の 何時 何処 幾 幾ら 幾つ 如何 どの どれ どう なに なぜ 何故 誰か 此の 其の
教える 示す 述べる 書く 載る 言う 成る 有る 無い 居る 為る 為さる 下さる 出来る 因る 就く 関する 対する 於く
ページ 頁 掲載 説明 纏める つく 全て
事 物 為 時 際 方 所 様 等 的 場合 内容 記載 記述 言及 箇所 部分 文書 資料
割合 金額 件数 理由 原因 名前 年度 年月 時期 期限 人数 回数 台数 本数 氏名 意味 定義 違い 内訳 一覧 方法 総数
位 程 丈 其れ其れ
"""
ENGLISH_ASKING = """
a about according an and are as at be between by can did do does for from has have how in into is it its
many much of on or page should tell that the their there these this to was were what when where which
who why will with would
"""
ASKING_WORDS = frozenset(JAPANESE_ASKING.split())
"""Words with which one asks, and which an answer need not repeat."""

ENGLISH_ASKING_WORDS = frozenset(ENGLISH_ASKING.split())


ASKING_PHRASES = re.compile(
    rf"何\s?(?:{COUNTERS})(?:目|分|以上|以内|未満|おき)?|何(?:千|百|万|億)*円|第?何[章節条]|{EXTENT}|挙げ(?:よ|て|なさい)"
)
"""With which one asks for figures: 台 of 何台 is no content."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question taken apart.

    `kinds` are the types of answer asked for, the main one first, `units` the counters that it asks for
    (何件: 件), `terms` what it is about.

    Years and offices are no terms where there are others: documents are of them, sentences seldom name them.

    `japanese` is whether it is asked in Japanese.
    """

    text: str
    kinds: tuple[AnswerType, ...]
    units: frozenset[str]
    terms: tuple[Term, ...]
    fiscal_years: frozenset[int]
    organisations: frozenset[str]
    japanese: bool

    @property
    def kind(self) -> AnswerType:
        """The main type of answer that it asks for."""
        return self.kinds[0]

    @property
    def wants_page(self) -> bool:
        """Whether the answer names a page: one asks for it, or for a finding, which is cited by its page."""
        return self.kind == "page" or FINDING.search(self.text) is not None

    @property
    def wants_list(self) -> bool:
        """Whether the answer is all items of something."""
        return "list" in self.kinds


def take_apart(question: str, parts: Sequence[QueryPart] = ()) -> AskedQuestion:
    """What a question is about and what it asks for; `parts` are what an index understood of it."""
    folded = unicodedata.normalize("NFKC", question)
    japanese = JAPANESE.search(folded) is not None
    left_out = ASKING_WORDS if japanese else ASKING_WORDS | ENGLISH_ASKING_WORDS | FUNCTION_WORDS
    organisations = named_organisations(folded) | _translated_offices(parts)
    content = ASKING_PHRASES.sub(" ", leave_out(YEAR_WORDS.sub(" ", folded), organisations))
    return AskedQuestion(
        text=question,
        kinds=asked_types(question),
        units=asked_units(question),
        terms=find_terms(content, parts, left_out) or find_terms(folded, parts, left_out),
        fiscal_years=named_fiscal_years(question),
        organisations=organisations,
        japanese=japanese,
    )


def _translated_offices(parts: Sequence[QueryPart]) -> frozenset[str]:
    """The offices that are named in Latin letters (Shiomi: 汐見市)."""
    named = (part.meaning[0] for part in parts if part.kind == "translation" and part.surface[:1].isupper())
    return frozenset(name for name in named if name in named_organisations(name))


def leave_out(text: str, names: Iterable[str]) -> str:
    """The text with a space in the place of each name."""
    for name in names:
        text = text.replace(name, " ")
    return text
