"""A question in, the types of answer that it asks for out, the main one first."""

import re
import unicodedata
from collections.abc import Mapping
from typing import Literal

from qa.asking.counters import COUNTERS, COUNTING_NOUNS
from qa.asking.named_things import asked_noun

AnswerType = Literal[
    "page",
    "article",
    "percent",
    "count",
    "amount",
    "date",
    "person",
    "company",
    "organisation",
    "name",
    "reason",
    "method",
    "difference",
    "list",
    "definition",
    "yes_no",
    "other",
]

QUANTITIES: tuple[AnswerType, ...] = ("amount", "percent", "count")
FIGURES = frozenset({*QUANTITIES, "date", "article"})
"""Types of answers that look like nothing else."""

_POINT = r"(?=度|に(?!も|わた|一|1)|の|から|まで|頃|ごろ|何月|か(?:[。?？]|$)|で(?:す|しょ)|[?？。、]|$)"
_QUANTITY = rf"何\s?(?!(?:年度?|月|日){_POINT})(?:{COUNTERS})(?:目|分|以上|以内|未満)?(?!にもわた|も)"
_OFFICES = r"(?:部署|部局|部|課|局|室|係|省|庁|役所|機関|団体|組織|市町村|市|町|村|県)"
_COMPANIES = r"(?:会社|業者|事業者|企業|メーカー|法律事務所|監査法人)"
EXTENT = r"(?:どの|どれ)(?:くらい|ぐらい|ほど|だけ|程度)"
"""With which one asks how much or how many, of whatever."""


ASKING: Mapping[AnswerType, str] = {
    "page": r"(?:どの|何)(?:ページ|頁)|第?何[章節編]|どこに(?:書|記|載)|(?:which|what) page"
    r"|^where (?:does|is|are|can)\b",
    "article": r"第?何条|(?:どの|何の|何という)(?:法律(?!事務)|法令|条例|条文|規則)"
    r"|(?:which|what) (?:article|law|act)\b",
    "reason": r"なぜ|何故|どうして|何のため|\bwhy\b",
    "percent": r"何(?:割|%|パーセント|ポイント|分の)|どのような(?:割合|比率)"
    r"|(?:which|what) (?:percent|share|proportion|ratio|rate)",
    "amount": r"いくら|何(?:千|百|万|億)*円|\bhow (?:much|expensive)\b",
    "date": rf"いつ(?!までも|も)|何(?:年度?|月|日){_POINT}|(?:^|[,;:] |and )when\b"
    r"|\bwhen (?:do|does|did|is|was|will)\b|(?:which|what) (?:date|year|month|day)",
    "count": rf"{_QUANTITY}|幾つ|いくつ|{EXTENT}(?:前|後|の?(?:頻度|時間|期間|人|面積|間隔|数|量))"
    r"|\bhow (?:many|long|often|frequently|far)\b|\bnumber of\b",
    "person": r"(?:誰|だれ|どなた)(?!も|でも|.{1,12}か[のをは])|(?:^|[,;:] |and )who(?:se)?\b",
    "company": rf"(?:どこ|どの|何)の?{_COMPANIES}|(?:which|what) (?:firm|compan|vendor|contractor)",
    "organisation": rf"(?:どこ|どの|何)の?{_OFFICES}|どこが|どこ(?:です)?か"
    r"|(?:which|what) (?:office|department|division|ministry|organi[sz]ation)",
    "list": r"何と何|どれとどれ|どれか|どれが|挙げ(?:よ|て|なさい)"
    r"|(?:どんな|どのような)(?:とき|時|場合|人|者|もの)(?:か|です|に|で)"
    r"|(?:何|どんな(?:もの|項目)?|どのような(?:もの|項目|種類|場合)?)が(?:あ|含|挙)"
    r"|(?:どんな|どのような).{1,8}があ",
    "method": r"どうやって|どのように(?!な)|どんな(?:方法|手段|手順)|何を(?:使|用い)"
    r"|どう(?:計算|算出|算定|分け|書|すれば|対応|処理)|^how (?:do|does|did|is|are|was|were|can|should|to)\b",
}
"""Words that ask, which tell the type by themselves."""

_HEAD = (
    r"(?=$|[は、,。?？ 　」・と(]|を(?:教|示|挙|述|知)|及び|並びに|について教|です|であ"
    r"|の?見込|の(?:内訳|推移|一覧|名[前称]))"
)
"""What follows the noun that a question is after: one that goes on with の only describes another."""

NAMING: Mapping[AnswerType, str] = {
    "page": rf"(?:ページ|頁|(?:記載|掲載)箇所){_HEAD}",
    "article": rf"根拠(?:となる)?(?:法令|条文|条項|規定|法|条例|法律)等?{_HEAD}|適用条文{_HEAD}|legal basis",
    "percent": rf"(?:割合|比率|[^効能確]率){_HEAD}|percent|proportion|\b(?:share|ratio|rate)\b",
    "count": rf"(?:{COUNTING_NOUNS}|[^値字学量式複多少係回無]数|[^当日]時間){_HEAD}",
    "amount": rf"(?:額|費|費用|金|お金|単価|残高|[^無有衣資飲食]料|決算|予算|上限){_HEAD}"
    r"|\b(?:amount|cost|price|budget|fee|revenue|salar)",
    "date": rf"(?:時期|期日|期限|日付|日程|年月日?|[^\d毎祝休曜一前当同終即全]日){_HEAD}"
    rf"|(?:期間|(?<![\d元本前当])年度){_HEAD}|\b(?:date|deadlines?|schedule)\b",
    "person": rf"(?:氏名|[長者人員]名|責任者|担当者){_HEAD}",
    "company": rf"{_COMPANIES}名?{_HEAD}",
    "organisation": rf"(?:担当[部課室局係]室?|所管|所属|委託先|契約先|相手方|発注先|問い?合わ?せ先|実施主体"
    rf"|(?:部署|部局|役所|機関|団体)名?){_HEAD}",
    "reason": rf"(?:理由|原因|要因|背景|経緯|きっかけ){_HEAD}|^(?:the )?(?:reasons?|causes?)\b",
    "method": rf"(?:方法|手段|手続き?|計算|やり方|対応策|対処){_HEAD}|\b(?:method|procedure)",
    "list": r"内訳|すべて(?:挙|列|教)|全て(?:挙|列|教)|一覧|列挙|種類は|項目を挙"
    rf"|(?:(?<!指摘)事項|条件|要件|項目|種類|手順){_HEAD}"
    r"|\b(?:list|all the|kinds of|types of|breakdown)\b",
    "difference": rf"違い|相違|差額|[増減]額{_HEAD}|差は|増減|推移|比べ|比較|対前年|前年度?比"
    rf"|前の?年度?(?:から|より|と)|どう変わ|使い分け|長所と短所|(?:いくら|{EXTENT}).{{0,4}}(?:増|減|膨|伸|縮)|増えるのか|減るのか"
    r"|\b(?:difference|compared?|change|increase|decrease)",
    "definition": r"とは(?:何|なに|どう|いか|$|[?？。])|って何|定義|意味|呼び名|別名|正式名称|略称"
    r"|何と(?:いう|呼)|何をいう|何という|\bdefin|\bmeaning of\b|^what (?:is|are) (?!the )[^,]{1,80}\??$",
}
"""Nouns that name what is asked for, where no word asks for something else."""

_JOINED = r"(?:と(?!きは)|及び|並びに|、|・|,| and )"
_YES_NO = re.compile(
    r"か[。?？\s]*$|^(?:is|are|was|were|do|does|did|can|could|may|must|should|has|have|will)\b", re.I
)
_UNSURE = re.compile(
    r"何|誰|だれ|ど[のれこうちんな]|いく[らつ]|いつ|なぜ|\b(?:what|which|who|how|why|when|where)\b", re.I
)
_HIRAGANA = re.compile(r"なん(?=[とのでかだ])|なに(?=[かがをもとに])")

_asking = {kind: re.compile(pattern, re.I) for kind, pattern in ASKING.items()}
_naming = {kind: re.compile(pattern, re.I) for kind, pattern in NAMING.items()}
_extent = re.compile(EXTENT)


def asked_types(question: str) -> tuple[AnswerType, ...]:
    """The types of answer that a question asks for, the main one first; ("other",) where it names none.

    A word that asks decides; a noun beside it counts only where it is joined to something (金額と件数は).
    """
    folded = _HIRAGANA.sub("何", unicodedata.normalize("NFKC", question).strip())
    asked = [kind for kind, pattern in _asking.items() if pattern.search(folded)]
    if _YES_NO.search(folded) and not _UNSURE.search(folded):
        return ("difference",) if _naming["difference"].search(folded) else ("yes_no",)
    named = _named(folded)
    if _extent.search(folded) and not set(QUANTITIES) & set(asked):
        asked += [kind for kind, _ in named if kind in QUANTITIES] or ["count", "percent", "amount"]
    if asked:
        named = [(kind, match) for kind, match in named if kind == "difference" or _is_joined(folded, match)]
    kinds = tuple(dict.fromkeys((*asked, *(kind for kind, _ in named))))
    if kinds in ((), ("organisation",)) and asked_noun(folded):
        return (*kinds, "name")
    return kinds or ("other",)


def _named(folded: str) -> list[tuple[AnswerType, re.Match[str]]]:
    """The types that nouns name: the noun that comes last first, as it is the head in Japanese, and with it
    only those joined to others; the first noun alone where the question has no Japanese."""
    found = [
        (kind, match) for kind, pattern in _naming.items() for match in list(pattern.finditer(folded))[-1:]
    ]
    if folded.isascii():
        return sorted(found, key=lambda one: one[1].start())[:1]
    found.sort(key=lambda one: -one[1].end())
    return [
        one for at, one in enumerate(found) if not at or one[0] == "difference" or _is_joined(folded, one[1])
    ]


def _is_joined(folded: str, match: re.Match[str]) -> bool:
    """Whether a noun stands in a list of what is asked for (金額と件数, 契約先とその理由, 総額 件数)."""
    after = re.match(rf"{_JOINED}|\s", folded[match.end() :].lstrip("」"))
    before = re.search(rf"(?:{_JOINED}|\s)(?:その)?[^、,とは]{{0,4}}$", folded[: match.start()])
    return bool(after or before)
