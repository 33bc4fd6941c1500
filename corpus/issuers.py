"""A name or a first page in, the office that issued the document out."""

import re
import unicodedata
from collections.abc import Sequence

from corpus.structure.lines import Line

_PLACE = r"[々ヶ〆\u3040-\u30ff\u3400-\u9fff]"
_AFTER_NAME = r"[\s_　令平昭RH\d（(]|$"
_AFTER_PREFECTURE = rf"議会|教育委員会|警察|監査|知事|の|立|{_AFTER_NAME}"
_AFTER_CITY = (
    r"議会|教育委員会|監査委員|長|土地開発公社|一般|介護|国民健康|後期|公共|下水|水道|病院|予算|の|立"
    rf"|ホーム|{_AFTER_NAME}"
)
_OFFICE = re.compile(
    rf"(?P<name>(?:北海道|東京都|(?:京都|大阪)府|{_PLACE}{{2,3}}県(?={_AFTER_PREFECTURE})"
    rf"|{_PLACE}{{1,6}}?[市区町村](?={_AFTER_CITY})|{_PLACE}{{1,8}}?[省庁](?=[)）]|{_AFTER_NAME})"
    r"|内閣府|会計検査院|人事院)(?:議会|教育委員会)?)"
)
_NOT_OFFICES = re.compile(
    r"^(?:同|各|当|本|全|他|隣|近隣|関係|都道府|市区町|.*(?:及び|並びに|又は))|^(?:都市|省|庁)$|市町村$|府省$|省庁$|区市町村$|市区町村$"
)
_LONGEST_LINE = 60


def find_issuer(name: str) -> str | None:
    """The office that a file's name begins with or names (秋田県, 富士市, 総務省, 小樽市議会), or None."""
    for part in re.split(r"[_\s　・]+", name):
        match = _OFFICE.match(part)
        if match and not _NOT_OFFICES.match(match["name"]):
            return match["name"]
    return None


def find_printed_issuer(lines: Sequence[Line]) -> tuple[str, Line] | None:
    """The office that a short line of the first pages names alone, or with its head (富士市長 …) or its
    budget, and that line."""
    for line in lines:
        normal = unicodedata.normalize("NFKC", line.text)
        if len(normal) > _LONGEST_LINE or "。" in normal:
            continue
        bare = re.sub(r"^(?:令和|平成|昭和)\s*[\d元]+\s*年度?\s*", "", normal).lstrip("(（〔[【 ")
        match = _OFFICE.match(bare.replace(" ", ""))
        if match and not _NOT_OFFICES.match(match["name"]):
            return match["name"], line
        if closing := re.search(r"[(（](?P<name>[\u3400-\u9fff]{1,6}(?:省|庁|府))[)）]$", normal):
            return closing["name"], line
    return None
