"""A question in; what it is about and what it asks for out."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from index.text.analysis import tokens
from qa.asking.answer_types import AnswerType, asked_type
from qa.asking.organisations import named_organisations
from qa.asking.years import named_fiscal_years

JAPANESE = re.compile(r"[ぁ-んァ-ヶ一-龥]")

FINDING = re.compile(r"指摘事項|の意見|についての意見|についての指摘|audit finding", re.I)

ERA = r"(?:令和|平成|昭和|(?<![A-Za-z])[RHS])\s*(?:元|\d{1,2})"
YEAR_WORDS = re.compile(
    rf"{ERA}(?:年度|年(?!\s*\d)|(?![\d年.]))|(?:19|20)\d\d年度?(?!\s*\d)|FY\s*(?:19|20)\d\d",
    re.I,
)
"""A year is compared as a year, not as words: these are no terms."""

DATE_WORDS = re.compile(rf"(?:{ERA}|(?:19|20)\d\d)\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?")
"""A date is one term, compared as a whole: its numbers alone stand on every page."""

JAPANESE_ASKING = """
何 誰 何れ 何の 何時 何処 幾 幾ら 幾つ 如何 どの どれ どう なに なぜ 何故 誰か 此の 其の
教える 示す 述べる 書く 載る 言う 成る 有る 無い 居る 為る 為さる 下さる 出来る 因る 就く 関する 対する 於く
ページ 頁 事 物 為 時 際 方 所 様 等 的 場合 内容 記載 記述 言及 箇所 部分 文書 資料
割合 金額 件数 理由 原因 名前 年度 年月
"""
ENGLISH_ASKING = """
a about according an and are as at be between by can did do does for from has have how in into is it its
many much of on or page should tell that the their there these this to was were what when where which
who why will with would
"""
ASKING_WORDS = frozenset(JAPANESE_ASKING.split())
"""Words with which one asks, and which an answer need not repeat."""

ENGLISH_ASKING_WORDS = frozenset(ENGLISH_ASKING.split())


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question taken apart: `terms` are the different lemmas and the dates of its content.

    Years and offices are no terms where there are others: documents are of them, sentences seldom name them.

    `japanese` is whether its words can be looked for in Japanese text at all.
    """

    text: str
    kind: AnswerType
    terms: tuple[str, ...]
    fiscal_years: frozenset[int]
    organisations: frozenset[str]
    japanese: bool

    @property
    def wants_page(self) -> bool:
        """Whether the answer names a page: one asks for it, or for a finding, which is cited by its page."""
        return self.kind == "page" or FINDING.search(self.text) is not None


def take_apart(question: str) -> AskedQuestion:
    """What a question is about and what it asks for."""
    folded = unicodedata.normalize("NFKC", question)
    japanese = JAPANESE.search(folded) is not None
    left_out = ASKING_WORDS if japanese else ASKING_WORDS | ENGLISH_ASKING_WORDS
    organisations = named_organisations(folded)
    content = DATE_WORDS.sub(" ", folded)
    terms = ["".join(date.split()) for date in DATE_WORDS.findall(folded)]
    terms += content_lemmas(leave_out(YEAR_WORDS.sub(" ", content), organisations), left_out)
    return AskedQuestion(
        text=question,
        kind=asked_type(question),
        terms=tuple(dict.fromkeys(terms or content_lemmas(content, left_out))),
        fiscal_years=named_fiscal_years(question),
        organisations=organisations,
        japanese=japanese,
    )


def content_lemmas(text: str, left_out: frozenset[str]) -> list[str]:
    """The lemmas of a text's content words, those left out that one asks with."""
    return [token.lemma for token in tokens(text) if token.lemma.casefold() not in left_out]


def leave_out(text: str, names: Iterable[str]) -> str:
    """The text with a space in the place of each name."""
    for name in names:
        text = text.replace(name, " ")
    return text
