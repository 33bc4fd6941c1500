"""A question in, the type of answer that it asks for out; a text in, whether it holds such an answer."""

import re
import unicodedata
from typing import Literal

AnswerType = Literal[
    "page", "percent", "count", "amount", "date", "person", "organisation", "reason", "definition", "other"
]

ASKED: dict[AnswerType, re.Pattern[str]] = {
    "page": re.compile(
        r"(?:どの|何)(?:ページ|頁)|(?:which|what) page|on which page|where (?:does|is|are|can)", re.I
    ),
    "percent": re.compile(
        r"(?:割合|比率)(?!が)|何割|何(?:%|パーセント|ポイント)|率は|率$|percent|proportion|what share|ratio",
        re.I,
    ),
    "count": re.compile(
        r"何(?:件|人|名|回|台|団体|か所|箇所|カ所|ヶ所|種類|日|週|泊|つ|点|戸|世帯|校|本|基|年間|時間)"
        r"|件数|人数|台数|回数|how many",
        re.I,
    ),
    "amount": re.compile(
        r"いくら|何円|金額|総額|予算額|要求額|決算額|執行額|限度額|上限額|費用|単価|経費|残高"
        r"|how much|amount|budget for|cost",
        re.I,
    ),
    "date": re.compile(
        r"いつ|何年|何月|何日|年月|時期|期日|期限|日付|日程|\bwhen\b|what (?:date|year)", re.I
    ),
    "person": re.compile(r"誰|だれ|氏名|\bwho\b", re.I),
    "organisation": re.compile(
        r"(?:どこ|どの|何)の?(?:部|課|局|室|省|庁|機関|団体|組織|会社|市|県)|担当(?:部|課)|所管"
        r"|which (?:office|department|division|ministry|organi[sz]ation)",
        re.I,
    ),
    "reason": re.compile(r"なぜ|何故|理由|原因|\bwhy\b|reason", re.I),
    "definition": re.compile(
        r"とは(?:何|なに|どう|$|[?。])|定義|意味|呼び名|何と(?:いう|呼)|^what (?:is|are|does)|define", re.I
    ),
}
"""What tells the type in a question, the most telling first."""

DIGITS = r"[0-9０-９]"
NUMBER = rf"{DIGITS}[0-9０-９,，.．]*"
HELD: dict[AnswerType, re.Pattern[str]] = {
    "percent": re.compile(
        rf"{NUMBER}\s*(?:%|％|パーセント|ポイント|割)|[一二三四五六七八九]割|半数|分の[0-9０-９一二三]"
    ),
    "count": re.compile(
        rf"{NUMBER}\s*(?:件|人|名|回|台|団体|か所|箇所|カ所|ヶ所|種類|日|週|夜|泊|つ|点|戸|世帯|校|本|基|年間|時間|市町村)"
    ),
    "amount": re.compile(
        rf"{NUMBER}\s*(?:兆|億|万|千|百)*円|{DIGITS}{{1,3}}(?:[,，]{DIGITS}{{3}})+|{NUMBER}\s*[億万]"
    ),
    "date": re.compile(
        rf"(?:令和|平成|昭和|[RHS])\s*(?:元|{DIGITS}+)\s*年?|{DIGITS}{{4}}年|(?:元|{DIGITS})+年度?|{DIGITS}+月(?:{DIGITS}+日)?"
    ),
    "person": re.compile(
        r"氏名|会計士|弁護士|監査人|補助者|[室課部局次係所]長|市長|知事|大臣|委員長|議長|氏(?![名])"
    ),
    "organisation": re.compile(
        r"[一-龥ァ-ヶー]{1,12}(?:部|課|局|室|省|庁|県|市|町|村|センター|委員会|機構|協会|会社)"
    ),
    "reason": re.compile(r"ため|から|により|による|よって|原因|理由|背景|起因|ことが|ので"),
    "definition": re.compile(r"とは|をいう|という。|といい|を指す|のこと|の略|定義|「"),
}
"""What an answer of the type looks like in a document."""

ANY_TEXT: frozenset[AnswerType] = frozenset({"page", "other"})
"""The types that every text holds."""


def asked_type(question: str) -> AnswerType:
    """The type of answer that a question asks for, "other" where it names none."""
    folded = unicodedata.normalize("NFKC", question)
    return next((kind for kind, pattern in ASKED.items() if pattern.search(folded)), "other")


def holds_type(text: str, kind: AnswerType) -> bool:
    """Whether a text holds an answer of a type; every text holds the types "page" and "other"."""
    return kind not in HELD or HELD[kind].search(text) is not None


def type_places(text: str, kind: AnswerType) -> list[tuple[int, int]]:
    """Where in a text (start, end) answers of a type stand; none for the types "page" and "other"."""
    return [found.span() for found in HELD[kind].finditer(text)] if kind in HELD else []
