"""A text in, where answers of a type stand in it out."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from corpus import squeeze
from index.text.person_names import person_names
from qa.asking.answer_types import AnswerType
from qa.asking.counters import COUNTERS
from qa.asking.named_things import asked_noun

Places = list[tuple[int, int]]
"""Start and end (exclusive) of each, in the text as it stands."""

_NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2212: 0x2D}
"""Full-width letters and figures as ASCII, one for one, so that places stay."""

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_LARGE = rf"{_NUMBER}\s?(?:[十百千]?[兆億万]\s?(?:{_NUMBER}\s?)?)*[十百千]?"
_KANJI = r"[一二三四五六七八九十]+"
_ERA = r"(?:令和|平成|昭和|大正|明治|(?<![A-Za-z])[RHS]\.?)\s?(?:元|\d{1,2}|[一二三四五六七八九十]+)(?!\d)"
_DAY = r"\d{1,2}\s?月(?:\s?\d{1,2}\s?日|末|上旬|中旬|下旬|頃)?"
_YEAR = rf"(?:{_ERA}|(?<!\d)(?:19|20)\d\d)\s?(?:年度?(?:末|中)?)"
_NAME = r"[一-龥々ぁ-んァ-ヶー]"
_POSTS = (
    r"副?(?:知事|市長|町長|村長|区長)|[部局課室係所次班館園校院]長|理事長?|議長|副?委員長|副?会長|社長|大臣|参事官?|補佐官|監査委員|監査役"
    r"|取締役|管理官|統括官|審議官|教育長|消防長|事務局長|教授"
)
_OFFICE_ENDS = (
    r"部|課|局|室|係|省|庁|県|府|都|市|町|村|区|センター|委員会|審議会|協議会|機構|協会|会社|法人|組合|連合|事務所|大学|病院|研究所"
    r"|消防署|グループ|チーム|財団|銀行|国|州|島|半島|地方|地域|駅|港|党"
)
_LAW = r"(?:法律?|条例|規則|政令|省令|令|規程|要綱|要領|指針|告示)"
_ARTICLE = r"第?(?:\d+|[一二三四五六七八九十百]+)条(?:の\d+)?(?:第(?:\d+|[一二三四五六七八九十]+)(?:項|号))*"

_COMPANY = (
    r"(?:株式|有限|合同|合資|合名)会社|㈱|㈲|[(（][株有][)）]|(?:一般|公益)[社財]団法人|監査法人|税理士法人|弁護士法人|社会福祉法人"
    r"|協同組合|共同企業体|法律事務所|JV"
)
_COMPANY_NAME = r"[一-龥々ァ-ヶーA-Za-z0-9&.・]"

HELD: Mapping[AnswerType, str] = {
    "name": r"[一-龥ァ-ヶー]{2}",
    "page": r"第\s?(?:\d+|[一二三四五六七八九十]+)\s?[章節編]",
    "article": rf"{_ARTICLE}|(?:[一-龥ァ-ヶー]|及び|に関する|の){{2,30}}{_LAW}(?![一-龥])(?:第?\d+条)?",
    "percent": rf"{_NUMBER}\s?(?:%|パーセント|ポイント|割(?:\d分)?|倍)|{_KANJI}割|半数|半分|過半"
    rf"|(?:\d+|{_KANJI})分の(?:\d+|{_KANJI})",
    "count": rf"(?<![第\d.,])(?:{_LARGE}|{_KANJI})\s?(?:{COUNTERS})(?!度)(?![一-龥]*条)",
    "amount": rf"[△▲-]?{_LARGE}円|(?<![\d,.])\d{{1,3}}(?:,\d{{3}})+(?!\d)(?!\s?(?:{COUNTERS}))"
    rf"|{_NUMBER}\s?[億兆]",
    "date": rf"{_YEAR}(?:\s?{_DAY})?|{_ERA}\.\d{{1,2}}\.\d{{1,2}}|毎[年月週](?:{_DAY})?|(?<!\d){_DAY}"
    r"|翌年度末?|年度末|(?:\d+|[一二三四五六七八九十]+)(?:日|週間|[かカヵヶケ箇]月|年|時間)(?:以内|前まで|前|後|まで)",
    "person": rf"[一-龥ァ-ヶー]{{0,10}}(?:{_POSTS})(?![一-龥])|{_NAME}{{1,8}}\s?氏(?!名)",
    "company": rf"(?:{_COMPANY})\s?{_COMPANY_NAME}{{1,20}}|{_COMPANY_NAME}{{1,20}}\s?(?:{_COMPANY})"
    r"|[A-Z][A-Za-z&. ]{1,30}(?:Inc|Ltd|Corp|Co|LLC)\b",
    "organisation": rf"(?:株式会社|有限会社|合同会社|一般[社財]団法人|公益[社財]団法人|独立行政法人){_NAME}+"
    rf"|[一-龥ァ-ヶーA-Za-z]{{1,14}}(?:{_OFFICE_ENDS})(?![一-龥])",
    "reason": r"ため(?!に必要|の経費|の費用)|ことから|ことによ|によるもの|に伴う|に伴い|原因|理由|背景|起因"
    r"|からである|ので|不足|遅れ|せいで|おそれがある",
    "method": r"により|によって|方法|手続|手順|を用い|を使|を通じ|ことで|した上で|除し|乗じ"
    r"|[をに][^、。]{1,12}(?:し|て)、",
    "difference": r"増加|減少|増え|減っ|増減|[\d円%件人]\s?[増減]|上昇|低下|改善|悪化|比べ"
    r"|から.{1,12}(?:に|へ)|[△▲]|差|一方|対し|異な",
    "definition": r"とは|をいう|という。|といい|を指す|を示す|のこと|の略|定義|意味|「",
}
"""What an answer of the type looks like in a document; the types left out are held by every text."""

_DEFINED = re.compile(
    r"(?P<subject>[^、。]{1,40}?)(?:とは|って何|の(?:意味|定義|正式名称|略称)|は何の略)"
    r"|what (?:is|are|does) (?:an? |the )?(?P<english>[^,?]{1,60}?)(?: mean| stand for)?"
    r"(?: according to.*)?\??$",
    re.I,
)
_DATE = re.compile(rf"{_YEAR}(?:\s?{_DAY})?|(?<!\d){_DAY}")
_held = {kind: re.compile(pattern) for kind, pattern in HELD.items()}


def holds_type(text: str, kind: AnswerType) -> bool:
    """Whether a text holds an answer of a type; every text holds those that look like nothing."""
    return kind not in _held or kind == "page" or _held[kind].search(_narrow(text)) is not None


def type_places(text: str, kind: AnswerType) -> Places:
    """Where in a text answers of a type stand; none for the types that look like nothing of their own."""
    narrow = _narrow(text)
    places = [found.span() for found in _held[kind].finditer(narrow)] if kind in _held else []
    return _outside_dates(places, narrow) if kind == "count" else places


def answer_places(
    text: str, kinds: Sequence[AnswerType], units: Collection[str] = (), question: str = ""
) -> Places:
    """Where in a text answers of any of the types stand, in order.

    Counts are those in the units asked for (何件: 件), where the text has any, definitions those of what is
    named (三層の対策とは). What the question itself says (令和4年度 in 令和4年度の件数) is no answer.
    """
    said = squeeze(question)
    subject = defined_subject(question)
    places: Places = []
    for kind in kinds:
        found = _found(text, kind, question)
        if kind == "count" and units:
            found = counts_in_units(text, units) or found
        if kind == "definition":
            places += defining_places(text, subject) if subject else found
        else:
            places += [place for place in found if squeeze(text[slice(*place)]) not in said]
    return sorted(set(places))


def named_places(text: str, noun: str) -> Places:
    """Where a text names something by a name that ends in a noun (文書管理システム for システム)."""
    return [found.span() for found in _naming(noun).finditer(_narrow(text))] if noun else []


@lru_cache(maxsize=200)
def _naming(noun: str) -> re.Pattern[str]:
    return re.compile(rf"[一-龥々ァ-ヶーA-Za-z0-9Α-ω・'’]{{1,20}}{re.escape(noun)}(?![一-龥ァ-ヶー])")


def _found(text: str, kind: AnswerType, question: str) -> Places:
    """Where answers of a type stand: for a person the name, or else the post (課長) where no name is asked
    for; for a name one that ends in the noun asked for."""
    if kind == "name":
        return named_places(text, asked_noun(question))
    if kind != "person":
        return type_places(text, kind)
    return list(person_names(text)) or ([] if "氏名" in question else type_places(text, kind))


def defined_subject(question: str) -> str:
    """What a question asks the meaning of (三層の対策 in 三層の対策とは何か), "" where it names nothing."""
    found = _DEFINED.match(unicodedata.normalize("NFKC", question).strip())
    return (found["subject"] or found["english"]).strip("「」\"' ") if found else ""


def defining_places(text: str, subject: str) -> Places:
    """Where a text says what a subject is."""
    return [found.span() for found in _defining(subject).finditer(_narrow(text))]


@lru_cache(maxsize=200)
def _defining(subject: str) -> re.Pattern[str]:
    """A pattern of the ways in which a text says what a subject is: 無害化とは, ⁷無害化：, 無害化は…をいう,
    (7) 無害化 …をいう, 「無害化」という."""
    letters = r"\s?".join(map(re.escape, subject))
    named = rf"{letters}[」』]?\s?(?:[(（][^)）]{{1,60}}[)）])?\s?"
    return re.compile(
        rf"{named}(?:とは|[::]|\t|(?:は、?|\s)[^。]{{1,200}}(?:をいう|を指す|のこと|ものである))"
        rf"|[「『]{letters}[」』]\s?(?:という|と呼|とする)|{named}[^。]{{0,80}}の略",
        re.I,
    )


def counts_in_units(text: str, units: Collection[str]) -> Places:
    """Where a text counts in one of the units: 3件, 三件."""
    narrow = _narrow(text)
    return _outside_dates([found.span() for found in _counted(frozenset(units)).finditer(narrow)], narrow)


def _outside_dates(places: Places, text: str) -> Places:
    """Those that are no part of a date: 3年 of 令和3年 counts nothing."""
    dates = [found.span() for found in _DATE.finditer(text)]
    return [place for place in places if not any(start < place[1] and place[0] < end for start, end in dates)]


@lru_cache(maxsize=200)
def _counted(units: frozenset[str]) -> re.Pattern[str]:
    longest = "|".join(sorted(map(re.escape, units), key=len, reverse=True))
    return re.compile(rf"(?<![第\d.,])(?:{_LARGE}|{_KANJI})\s?(?:{longest})")


def _narrow(text: str) -> str:
    return text.translate(_NARROW)
