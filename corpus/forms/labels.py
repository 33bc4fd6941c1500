"""Words in; whether they label a field of a form (行政事業レビューシート, 事務事業評価, 予算要求) out."""

import re
from functools import lru_cache

from corpus.normalising import squeeze

_NAME = r"(?:事務|補助|予算|個別|細|対象)?事業名称?|(?:事務)?事業の名称"
_OFFICE = (
    r"(?:担当|所管|主管|所属)(?:部局庁?|部署|部課?名?|課室?名?|係名?|室|G|グループ|者名?|部局課名?)?|部局名?|部課名|[部局室班]名|課室?名|係名|部署名"
    r"|課長名|作成責任者|(?:記入|作成|評価)者名?|連絡先|電話(?:番号)?|内線"
)
_FRAME = (
    r"事務事業(?:ID|コード|番号|区分)|事業番号|事業コード|事業開始(?:・終了)?年度|事業終了(?:\(予定\))?年?度?|(?:事業|実施)期間|会計(?:区分|名)?|(?:予算|支出)科目|款項目"
    r"|根拠法令等?|関係する計画(?:[、・]通知等?)?|関連計画|(?:主要)?政策・?施策|主要経費|政策名?|施策名?|基本(?:事業|施策)名|政策体系|総合計画の?体系"
    r"|(?:事業)?実施(?:方法|主体|形態)|補助率等?|事業(?:区分|種別|類型)|整理番号|作成(?:日|年月日)|目標年度|事業分類"
)
_CONTENT = (
    r"(?:事務)?事業の?(?:目的|概要|内容|意図|対象|手段|効果|成果|背景|必要性)|目的|意図|対象|手段|概要|現状[と・]課題|要求の?(?:趣旨|理由|内容|概要)|要求しない場合の影響|期待される効果|積算根拠"
    r"|(?:主な)?活動(?:内容)?|実施内容|開始の?(?:経緯|背景)|背景"
)
_MONEY = (
    r"予算額・執行額|(?:令和|平成)?\d{0,2}(?:年度)?(?:前年度)?(?:当初|補正|現計|最終)?予算(?:額|現額|要求額|計上額)?|(?:概算)?要求額|見積額|査定額|決定額|決算額?|執行(?:額|率)|不用額"
    r"|(?:総|全体)?事業費(?:計|の内訳)?|人件費計?|トータルコスト|総コスト|財源内訳|(?:国庫|国|県|都道府県|国県|道)支出金|地方債|[市県町村]債|その他(?:特定財源)?|(?:うち)?一般財源|特定財源"
    r"|単位当たりコスト|前年度(?:から)?(?:の)?繰越し?|翌年度へ(?:の)?繰越し?|予備費等|債務負担行為(?:限度額|額)?|流用等?"
)
_MEASURE = (
    r"成果目標|(?:成果|活動|対象|測定)指標|指標名?|目標値?|実績値?|達成[率度]|成果実績|活動実績|当初見込み|算出(?:の)?根拠|計算式|成果目標及び成果実績|活動指標及び活動実績"
    r"|根拠として用いた統計・データ名"
)
_JUDGED = (
    r"(?:総合|[一二]次|内部|外部|事前|事後)?評価(?:結果|の総括|理由)?|点検結果|改善の方向性|今後の(?:方向性?|課題|対応|展開|取組)|(?:改革・?)?改善(?:策|点|内容|の内容)?|課題|判定|方向性"
    r"|外部有識者の所見|(?:事前評価の|行政事業レビュー推進チームの)?所見(?:を踏まえた改善点)?|反映状況|(?:必要|有効|効率|公平|妥当|緊急)性|事業の成果|事業の有効性|備考|特記事項|委員会の意見|市民の声|議会の意見|(?:担当課の|意見への)?回答|施策の進捗状況|評価に関する説明"
)
_KNOWN = re.compile("|".join((_NAME, _OFFICE, _FRAME, _CONTENT, _MONEY, _MEASURE, _JUDGED)))
_TYPICAL = re.compile(
    "|".join((_NAME, _OFFICE, _FRAME, _CONTENT, r"[成活][果動]指標|点検結果|(?:今後|改善)の方向性"))
)
_OF_FRAME = re.compile(f"{_OFFICE}|{_FRAME}")
_OF_MONEY = re.compile(_MONEY)
_NAMES = re.compile(_NAME)
_ORDER = re.compile(r"(?:[(]?(?:\d{1,2}|[a-zア-ン])[).、:]|[①-⑳◆■●○・◎▼*【\[〔〈<『「(])+")
_TAIL = re.compile(r"[:：】\]〕〉>』」)]+$")
_NOTE = re.compile(r"\([^()]*\)")
_DATED = re.compile(r"令和|平成|昭和|[\d０-９]")
_LONGEST = 60
_PARTED = re.compile(
    r"\s*(?P<open>[【\[〔〈「『（(])?(?P<label>[^\s:：】\]〕〉」』）)\t]{1,20})(?(open)[】\]〕〉」』）)])"
    r"(?P<mark>\s*[:：]\s*|[\s\u3000]+|(?<=[】\]〕〉」』）)])|$)"
)


@lru_cache(maxsize=16384)
def bare_label(text: str) -> str:
    """A label to compare: 「① 事業の目的（目指す姿を簡潔に）」 is 事業の目的."""
    bare = squeeze(text) if len(text) <= 4 * _LONGEST else ""
    bare = _ORDER.sub("", bare, count=1) if _ORDER.match(bare) else re.sub(r"^\d{1,2}(?=\D{2})", "", bare)
    noted = _NOTE.sub("", bare)
    return _TAIL.sub("", noted or bare)


@lru_cache(maxsize=16384)
def is_label(text: str) -> bool:
    """Whether a cell holds the label of a field and nothing else."""
    return _is(_KNOWN, text)


def is_typical(text: str) -> bool:
    """Whether a label is one that tells a form from other documents (担当部局庁, 事業の目的)."""
    return _is(_TYPICAL, text)


def is_frame_label(text: str) -> bool:
    """Whether a label tells who answers for a project, or its place in the budget and the plans."""
    return _is(_OF_FRAME, text)


def is_money_label(text: str) -> bool:
    """Whether a label is of an amount (当初予算, 執行額, 財源内訳); budgets of all kinds have these."""
    return _is(_OF_MONEY, text)


def is_name_label(text: str) -> bool:
    """Whether a label is that of the project's name (事業名, 事務事業名)."""
    return _is(_NAMES, text)


def may_hold_form(text: str) -> bool:
    """Whether a text names a project at all; one that does not holds no form."""
    return bool(_NAMES.search(squeeze(text)))


def leading_label(text: str) -> tuple[str, int] | None:
    """The label that a text begins with, and where its value begins; None where it begins with none.

    「事業名　○○」, 「（事業名）○○」, 「担当課：○○」; the value may be empty (a label alone in
    brackets or before a colon).
    """
    at = len(text) - len(text.lstrip())
    ordered = re.match(r"(?:[\d０-９]{1,2}|[①-⑳◆■●◎▼])[\s\u3000.．、]*", text[at:])
    for start in (at, at + ordered.end()) if ordered else (at,):
        match = _PARTED.match(text, start)
        if match is None or not is_label(match["label"]) or _DATED.match(match["label"]):
            continue
        if match.end() == len(text) and not (match["open"] or match["mark"].strip()):
            return None
        return text[start : match.end()].strip().rstrip(":：").strip(), match.end()
    return None


def _is(pattern: re.Pattern[str], text: str) -> bool:
    bare = bare_label(text)
    return bool(bare) and len(bare) <= _LONGEST and pattern.fullmatch(bare) is not None
