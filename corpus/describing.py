"""A file's name and first pages in, the Document out: title, kind, issuer, fiscal year.

What is not told is None: a wrong guess would hide a document from whoever filters by it.
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import PurePosixPath

from corpus.eras import parse_fiscal_year
from corpus.legibility import is_legible
from corpus.lines import filled, split_lines
from corpus.types import Document, Page

MEASURES_TAKEN = "措置状況"
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (MEASURES_TAKEN, re.compile(r"措置状況|措置(?:の)?(?:内容|結果|報告|通知)|講じた措置")),
    ("包括外部監査結果報告書", re.compile(r"(?:包括|個別)外部監査")),
    ("行政事業レビューシート", re.compile(r"行政事業レビュー")),
    ("事務事業評価", re.compile(r"(?:事務事業|施策|事業|政策)(?:の)?評価|評価(?:シート|調書|表)")),
    ("予算要求資料", re.compile(r"予算要求|要求(?:資料|書|調書|説明)|概算要求")),
    ("予算書", re.compile(r"補正予算|予算書|会計予算|当初予算|予算に関する説明書")),
    ("決算書", re.compile(r"決算(?:書|の概要|審査|報告|カード)|主要な施策の成果")),
    (
        "定例監査",
        re.compile(
            r"(?:定例|定期|例月|随時|財政援助団体等?|行政|決算)監査|監査(?:の)?(?:結果)?(?:報告|公表)|監査報?告?書"
        ),
    ),
    ("会議録", re.compile(r"会議録|議事録|議事要旨|議事概要|委員会記録|定例会(?:会議)?録")),
    ("条例・規則", re.compile(r"(?:条例|規則|規程|要綱)(?:の一部|全部|案|$|_|（|\()|条例$|例規")),
    ("ガイドライン", re.compile(r"ガイドライン|指針|手引き?|マニュアル|ポリシー|要領|基準$|手順書|Q&A")),
    ("白書", re.compile(r"白書|年次報告")),
    ("施政方針", re.compile(r"施政方針|所信表明")),
    ("計画", re.compile(r"(?:計画|戦略|ビジョン|方針|大綱|プラン|構想)")),
    ("通知", re.compile(r"通知|事務連絡|通達")),
    ("調査", re.compile(r"アンケート|調査結果|統計調査|意識調査|調査報告")),
    ("広報", re.compile(r"広報|(?:議会|市議会|町議会|県議会)だより|だより")),
)
"""The kinds of documents, with the words that tell them; the first that matches is taken."""

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
_PAGES_READ = 3
_LINES_READ = 40
_LONGEST_TITLE = 60


def describe(document_id: str, relative_path: str, pages: Sequence[Page], page_count: int) -> Document:
    """The Document of a file; `relative_path` has forward slashes, `page_count` is the file's own."""
    name = _readable_name(relative_path)
    first = _first_lines(pages)
    opening = "\n".join(first)
    return Document(
        document_id,
        relative_path,
        find_title(name, first),
        find_kind(name) or find_kind(_heading_part(first)),
        find_issuer(name) or _issuer_of_first_page(first),
        _fiscal_year(name) or _fiscal_year(_year_lines(opening)),
        page_count,
    )


def _readable_name(relative_path: str) -> str:
    return unicodedata.normalize("NFKC", PurePosixPath(relative_path).stem)


def _first_lines(pages: Sequence[Page]) -> list[str]:
    lines = [
        line.text
        for page in pages[:_PAGES_READ]
        if is_legible(page.text)
        for line in filled(split_lines(page))
    ]
    return lines[:_LINES_READ]


def _heading_part(lines: Sequence[str]) -> str:
    return "\n".join(line for line in lines[:8] if len(line) <= _LONGEST_TITLE and "。" not in line)


def find_title(name: str, first_lines: Sequence[str]) -> str:
    """The title to show: the file's name made readable, or the first page's where the name says nothing."""
    if re.search(r"[\u3040-\u30ff\u3400-\u9fff]", name):
        return re.sub(r"[_　\s]+", " ", name).strip()
    titled = next(
        (line for line in first_lines[:6] if 4 <= len(line) <= _LONGEST_TITLE and "。" not in line), ""
    )
    return titled.lstrip("# ").strip() or name


def find_kind(text: str) -> str | None:
    """The kind of document that a name or heading tells, or None."""
    normal = unicodedata.normalize("NFKC", text)
    return next((kind for kind, pattern in KINDS if pattern.search(normal)), None)


def find_issuer(name: str) -> str | None:
    """The office that a file's name begins with or names (秋田県, 富士市, 総務省, 小樽市議会), or None."""
    for part in re.split(r"[_\s　・]+", name):
        match = _OFFICE.match(part)
        if match and not _NOT_OFFICES.match(match["name"]):
            return match["name"]
    return None


def _issuer_of_first_page(lines: Sequence[str]) -> str | None:
    """The office that a short line of the first page names alone, or with its head (富士市長 …) or its
    budget."""
    for line in lines:
        normal = unicodedata.normalize("NFKC", line)
        if len(normal) > _LONGEST_TITLE or "。" in normal:
            continue
        bare = re.sub(r"^(?:令和|平成|昭和)\s*[\d元]+\s*年度?\s*", "", normal).lstrip("(（〔[【 ")
        match = _OFFICE.match(bare.replace(" ", ""))
        if match and not _NOT_OFFICES.match(match["name"]):
            return match["name"]
        if closing := re.search(r"[(（](?P<name>[\u3400-\u9fff]{1,6}(?:省|庁|府))[)）]$", normal):
            return closing["name"]
    return None


def _fiscal_year(text: str) -> int | None:
    """The fiscal year named as one (令和2年度, R2); 令和2年 alone may be a calendar year and does not
    count."""
    return parse_fiscal_year(re.sub(r"[\d元]\s*年(?!度)", " ", text))


def _year_lines(opening: str) -> str:
    """The lines of the first pages that name a fiscal year as a title does, not in a sentence."""
    return "\n".join(
        line for line in opening.splitlines()[:15] if "年度" in line and "。" not in line and len(line) <= 60
    )
