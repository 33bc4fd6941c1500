"""Counters: the words that things are counted with, in questions (何件, 件数) and in answers (3件)."""

import re
import unicodedata

_PLACES = r"[かカヵヶケ個箇]所"
_MONTHS = r"[かカヵヶケ個箇]月"
_COUNTERS = (
    r"周年|月分|市町村|団体|自治体|種類|世帯|項目|文字|施設|路線|地区|学校|学級|議案|契約|業務|事業|手続|法人|事業者|所属"
    rf"|{_PLACES}|{_MONTHS}|年間|年度分|日間|週間|時間|人分|人月|夜分|夜|泊分|泊|分間|カ国|か国|か年|カ年"
    r"|件|人|名|回|台|本|枚|基|棟|戸|校|園|館|店|社|者|機|隻|頭|羽|匹|冊|点|箱|個|口|車|床|室|席|票|区|部"
    r"|年|日|週|秒|分|時|つ|歳|才|度|倍|位|階|次|字|種|式|㎡|㎥|㎞|㎏|㎜|㎝|m2|m3|km|kg|kw|kwh|mm|cm|ha|ヘクタール|キロ|トン"
    r"|メートル|平方メートル|立方メートル|リットル|㎘|kl|ml|bit|ビット|バイト|gb|tb|mb|g|t|m|l"
)
COUNTERS = _COUNTERS
"""A pattern of them, the longer first."""

COUNTING_NOUNS = (
    r"(?:件|人|台|回|本|枚|団体|日|戸|校|箇所|か所|世帯|市町村|施設|項目|社|冊|頭|棟|室|票|員|件|点|種類|職員|利用者|契約|会議|出動"
    r"|認定|事業|システム|端末|利用権|アカウント)数|頻度|面積|延長|人口|定員|期間|時間数|温度|パラメータ"
)
"""A pattern of nouns that ask for a count."""

_SAME = (
    ("人", "名", "人分", "員"),
    ("か所", "箇所", "カ所", "ヶ所", "ケ所", "ヵ所", "個所"),
    ("か月", "箇月", "カ月", "ヶ月", "ケ月", "ヵ月", "個月", "月"),
    ("年", "年間", "か年", "カ年"),
    ("日", "日間"),
    ("週", "週間"),
    ("分", "分間"),
    ("泊", "泊分", "夜", "夜分"),
    ("社", "者", "事業者"),
    ("㎡", "m2", "平方メートル"),
    ("㎞", "km", "キロメートル", "キロ"),
    ("自治体", "団体", "市町村"),
    ("校", "学校"),
    ("種", "種類"),
)
"""Counters that stand for one another."""

_ASKED = re.compile(rf"何\s?({_COUNTERS})")
_NOUN = re.compile(r"([^\W\d_ぁ-ん]{1,3})数(?![値字学量式])")


def asked_units(question: str) -> frozenset[str]:
    """The counters that a question asks for (何件, 件数: 件), with those that mean the same."""
    folded = unicodedata.normalize("NFKC", question)
    named = set(_ASKED.findall(folded))
    for noun in _NOUN.findall(folded):
        named |= {noun[at:] for at in range(len(noun)) if re.fullmatch(_COUNTERS, noun[at:])}
    return frozenset(unit for name in named for unit in _alike(name))


def _alike(name: str) -> tuple[str, ...]:
    return next((group for group in _SAME if name in group), (name,))
