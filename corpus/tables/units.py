"""Words around a table in, the units that they state out."""

import re
import unicodedata
from functools import lru_cache

UNIT = (
    r"(?:(?:十|百|千)?(?:兆|億|万|千|百)?円|米?ドル|[%‰]|%?ポイント|pt|"
    r"(?:千|万)?(?:人|名|世帯|戸|棟|件|台|頭|羽|匹|本|冊|部|枚|個|着|足|食|席|床|室|基|校|園|館|社|団体|法人|施設|事業所|事業|店舗?|組|班"
    r"|回|回線|便|泊|票|議席|点|品目|種類?|路線|区画|地点|人日|人月|人年|口|筆|隻|艘|艇)|[か箇ヶケカヵ]所|[か箇ヶケカヵ]月|年間|日間|週間|時間|分|秒"
    r"|倍|度|歳|位|級|m|km|cm|mm|メートル|キロメートル|m2|km2|cm2|平方メートル|平方キロメートル|ha|ヘクタール|アール|a"
    r"|m3|千m3|立方メートル|l|L|kl|kL|ml|mL|リットル|キロリットル|g|kg|t|千t|トン|千トン|万トン|キログラム|グラム"
    r"|k?Wh?|MWh?|GWh?|kcal|GJ|TJ|t-CO2|千t-CO2|ppm|dB|MB|GB|TB|円/[^\s、,)]{1,6}|人/[^\s、,)]{1,6}|件/[^\s、,)]{1,6})"
)
"""What a figure in the tables of offices is counted in, after NFKC (㎡ is m2, ％ is %)."""

_STATED = re.compile(r"(?:金額)?単位\s*[:;]?\s*(?P<units>[^()\[\]【】<>\n\t。]{1,30})")
_BARE = re.compile(rf"[(\[【<〔]?\s*(?P<unit>{UNIT})\s*[)\]】>〕]?")
_TRAILING = re.compile(rf"[(\[<〔]\s*(?:単位\s*[:;]?\s*)?(?P<unit>{UNIT})\s*[)\]>〕]\s*(?:[A-Z]|[①-⑳])?$")
_PARTED = re.compile(r"\s*[、,，・/及び]+\s*|\s+")
_MONEY = re.compile(r"円$|ドル$")
_RATE = re.compile(r"[率比]$|割合|構成比|パーセント|シェア|伸び|増減率|達成度|進捗度")
_PAID = re.compile(r"[費額金料税債]$|予算|決算|収入|支出|歳[入出]|残高")
_COUNTED = re.compile(
    r"人数|人員|職員数|会員数|者数|件数|世帯数?|戸数|台数|回数|箇所数|か所数|団体数|校数|数量|面積|延長|年数|日数|時間数|順位"
)
_COUNTER = {
    "人": re.compile(r"人数|人員|人口|職員数|会員数|者数|定数|員数|男|女"),
    "件": re.compile(r"件数"),
    "世帯": re.compile(r"世帯"),
    "戸": re.compile(r"戸数"),
    "台": re.compile(r"台数"),
    "回": re.compile(r"回数"),
}


@lru_cache(maxsize=8192)
def stated_units(text: str) -> tuple[str, ...]:
    """The units that a line or cell states for a table (（単位：千円、％）, 単位　人), in its order."""
    match = _STATED.search(_normal(text))
    if match is None:
        return ()
    parts = [part for part in _PARTED.split(match["units"].strip()) if part]
    units = tuple(unit for part in parts if (unit := unit_word(part)))
    return units if units and (len(units) == len(parts) or len(parts[0]) < 8) else ()


@lru_cache(maxsize=8192)
def unit_word(text: str) -> str | None:
    """The unit that a text is and nothing else (千円, （人）), or None."""
    match = _BARE.fullmatch(_normal(text))
    return shown_unit(match["unit"]) if match else None


@lru_cache(maxsize=8192)
def head_unit(head: str) -> str | None:
    """The unit that a column's head gives its figures (金額（千円）, 割合(%)), or None."""
    normal = _normal(head)
    if match := _TRAILING.search(normal):
        return shown_unit(match["unit"])
    return unit_word(normal) if normal not in ("人", "回", "本", "部", "点", "位", "度", "分") else None


def fitting_unit(units: tuple[str, ...], heads: tuple[str, ...]) -> str | None:
    """Which of a table's units counts what stands under these heads; None where none surely does.

    A table in 千円 says nothing of what its columns of rates and of persons are counted in.
    """
    for head in reversed(heads):
        normal = _normal(head)
        if _RATE.search(normal):
            return next((unit for unit in units if unit in ("％", "倍", "ポイント")), None)
        for unit, words in _COUNTER.items():
            if words.search(normal) and unit in units:
                return unit
        if _COUNTED.search(normal):
            return units[0] if len(units) == 1 and not _MONEY.search(units[0]) else None
    if len(units) == 1:
        return units[0]
    money = [unit for unit in units if _MONEY.search(unit)]
    if len(money) != 1:
        return None
    paid = any(_PAID.search(_normal(head)) for head in heads)
    return money[0] if paid or all(unit == "％" or _MONEY.search(unit) for unit in units) else None


def _normal(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def shown_unit(unit: str) -> str:
    """A unit after NFKC as it is shown: ％, ㎡, ㎢, ㎥."""
    return unit.replace("%", "％").replace("km2", "㎢").replace("m2", "㎡").replace("m3", "㎥")
