"""A name or a heading in, the kind of document that it tells out."""

import re
import unicodedata

MEASURES_TAKEN = "措置状況"
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (MEASURES_TAKEN, re.compile(r"措置状況|措置(?:の)?(?:内容|結果|報告|通知)|講じた措置")),
    ("包括外部監査結果報告書", re.compile(r"(?:包括|個別)外部監査")),
    ("行政事業レビューシート", re.compile(r"行政事業レビュー")),
    ("事務事業評価", re.compile(r"(?:事務事業|施策|事業|政策)(?:の)?評価|評価(?:シート|調書|表)")),
    ("予算要求資料", re.compile(r"予算要求|要求(?:資料|書|調書|説明)|概算要求")),
    ("説明資料", re.compile(r"勉強会|説明会|説明資料|補足資料|参考資料")),
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

BY_FISCAL_YEAR = frozenset(
    {
        MEASURES_TAKEN,
        "包括外部監査結果報告書",
        "行政事業レビューシート",
        "事務事業評価",
        "予算要求資料",
        "予算書",
        "決算書",
        "定例監査",
        "施政方針",
    }
)
"""The kinds made once for each fiscal year, so that a bare year in their name (R8) is a fiscal year."""


def find_kind(text: str) -> tuple[str, str] | None:
    """The kind of document that a name or heading tells and the words that tell it, or None."""
    normal = unicodedata.normalize("NFKC", text)
    matches = ((kind, pattern.search(normal)) for kind, pattern in KINDS)
    return next(((kind, match[0]) for kind, match in matches if match), None)
