"""A text in, its sentences that say why something went wrong out, each with the kinds of cause it tells."""

import re
from collections.abc import Iterator

from corpus.sentences import Sentence, split_sentences
from qa.precedents.types import CauseKind, Mention

_NOT = r"(?:いな|おら|なかった|ない|なく|ず(?!れ))"
_RULE = (
    r"(?:規程|規定|基準|手順|マニュアル|要領|要綱|契約書|計画|仕様書|責任者?|時期|期限|ルール|取扱い|方法"
    r"|様式|体制図)"
)
KINDS: dict[CauseKind, re.Pattern[str]] = {
    "unwritten": re.compile(
        rf"{_RULE}[^。]{{0,40}}(?:定め(?:られて|て)?{_NOT}|定めがな|書かれて{_NOT}|明記されて{_NOT}|記載されて{_NOT}"
        rf"|整備されて{_NOT}|策定されて{_NOT}|作成されて{_NOT})|未整備|未策定|規[程定]がな|定めがな"
    ),
    "breach": re.compile(
        rf"違反|反し(?:て|た)|反する|に基づか[なず]|沿って{_NOT}|守(?:られて|って){_NOT}|遵守(?:されて|して){_NOT}|経ずに|逸脱"
    ),
    "hollow": re.compile(
        r"形骸|形だけ|形式的|だけで[、，あ]|だけで[^。]{0,20}な[いか]|だけとな|のみで[、，あ]|そのまま(?:使|用い|転記|踏襲|写)|書き写|前例踏襲|慣例|惰性|目的となって|名ばかり"
    ),
    "unaware": re.compile(
        rf"認識(?:して|が|の不足|不足|に欠け|され)|理解(?:して{_NOT}|が|不足|されて)|知らな|知識が|誤解|誤認|失念"
        r"|ものと(?:考え|思|誤)|つもり|思っていな|気付[いか]|思い込|意識されて|意識が|周知(?:が|されて|不足|の不足)"
    ),
    "unchecked": re.compile(
        rf"(?:確認|点検|照合|検証|把握|検査|審査|突合|チェック|評価|管理)(?:を|が|は|も)?(?:して|されて|行われて|行って|できて|し|され|行わ)?{_NOT}"
        rf"|確かめて{_NOT}|数えて{_NOT}|(?:確認|点検|照合|検証|チェック)(?:の|が)?不(?:足|十分)"
    ),
    "handover": re.compile(r"引き?継[ぎが]|異動(?:に|の際|後)"),
    "staffing": re.compile(
        r"人手|人員|要員|多忙|繁忙|兼務|改修費|費用が[^。]{0,10}(?:かか|見込)|時間がな|期間を確保でき|担当者が[一１1]人|勤務が[^。]{0,10}限ら|体制が(?:不十分|整って|弱)|時間が(?:足り|取れ)"
    ),
    "means": re.compile(
        rf"機能が(?:な|備わ)|手作業|仕組みが(?:な|整)|手段を持た|手段がな|システム上[^。]{{0,15}}(?:でき{_NOT}|可能)|資料が(?:な|ない)"
    ),
}
_SAYS_WHY = re.compile(
    r"原因|起因|(?:た|だ|ない|である|いる|いた|不足の|不備の|こと等?の|れる)ため(?![にのの]も?[必求])|(?:こと|もの|不足|不備|欠如|遅れ)に(?:よる|より|よって|よるもの)"
    r"|ことから|に(?:よ|因)るもの(?:で|と)|ためであ[るっ]|背景(?:に|には|として)|理由(?:は|に|として)|を招(?:い|く)"
)
_HEAD = re.compile(
    r"^[（(【〔\[［<＜]?\s*(?:\d+|[ア-ン①-⑳])?[.．、\s]*(?P<words>[^（）()【】。]{1,16}?)\s*[）)】〕\]］>＞]?[:：]?$"
)
_OF_CAUSES = re.compile(r"原因|要因|背景|理由|発生(?:した)?経緯")


def find_causes(text: str) -> tuple[Mention, ...]:
    """The sentences that say why, in reading order; their keys are the kinds of cause (CauseKind), none where
    no kind is known.

    Where a part of the text is headed （原因及び問題点） or the like, its sentences and those that name a
    cause as such; else those that say why and those that tell a kind of cause by themselves.
    """
    placed = list(_under_heads(text))
    headed = any(under for _, under in placed)
    found = []
    for sentence, under in placed:
        kinds = tuple(kind for kind, pattern in KINDS.items() if pattern.search(sentence.text))
        says_why = _SAYS_WHY.search(sentence.text) is not None
        if under or (says_why and (not headed or "原因" in sentence.text)) or (kinds and not headed):
            found.append(Mention("cause", kinds, sentence.start, sentence.end, sentence.text))
    return tuple(found)


def _under_heads(text: str) -> Iterator[tuple[Sentence, bool]]:
    """The sentences of a text, each with whether it stands under a head that speaks of causes."""
    under = False
    for sentence in split_sentences(text):
        head = _HEAD.match(sentence.text)
        if head and len(sentence.text) < 24 and not sentence.text.endswith("。"):
            under = _OF_CAUSES.search(head["words"]) is not None
        else:
            yield sentence, under
