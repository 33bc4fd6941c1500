"""The words of a pack: its title, the conditions it was made under, how it is asked again."""

from tenkyo.packs.citing import SIDE, page_words, year_words
from tenkyo.packs.types import ComparedRow, GivenAnswer, PackKind, Record

TITLES: dict[PackKind, str] = {
    "search": "文書検索の結果",
    "answer": "質問と回答の根拠",
    "precedents": "類似する指摘事項の調査",
    "comparison": "年度比較の結果",
}
ASKED: dict[PackKind, str] = {
    "search": "検索語句",
    "answer": "質問",
    "precedents": "指摘事項の案",
    "comparison": "比較の対象",
}
PASSAGES: dict[PackKind, str] = {
    "search": "該当箇所",
    "answer": "根拠とした箇所",
    "precedents": "類似する指摘事項",
    "comparison": "比較した箇所",
}
SORTS = {"relevance": "関連の高い順", "newest": "新しい年度の順"}
SIGNED = ("調書番号", "作成者", "作成日", "査閲者", "査閲日")
REMARKS = "調査者所見"
NEAREST = "答えに近い箇所（回答の根拠ではない）"
NO_ANSWER = "文書庫の文書からは答えられません。"
WRITTEN_BY = "文章は言語モデル {writer} が作成し、引用箇所と照合したもの。"
REPLAY = (
    "このファイルには、同じ調査をもう一度行うための記録が含まれています。「典拠」の「持ち出し」の画面に"
    "このファイルを置くか、コマンド tenkyo replay ファイル名 を実行すると、同じ箇所が同じ順位で見つかるか、"
    "引用が今も一字一句そのまま載っているかを確かめられます。"
)
RECORD_NOTE = "再現用の記録です。この表は書き換えないでください。"


def title(record: Record) -> str:
    """What the pack is called."""
    return TITLES[record.request.kind]


def passages_title(record: Record) -> str:
    """What its passages are called; those beside a refusal support nothing."""
    refused = record.answer is not None and not record.answer.supported
    return NEAREST if refused else PASSAGES[record.request.kind]


def conditions(record: Record) -> list[tuple[str, str]]:
    """What was asked, of what, when and by what: names and values, in the order they are read."""
    request, library = record.request, record.library
    return [
        ("調査の種類", title(record)),
        (ASKED[request.kind], request.text),
        *((name, value) for name, value in request.shown if value),
        *(_search_conditions(record) if request.kind in ("search", "answer") else ()),
        *([("件数", f"{len(record.table.rows):,}件")] if record.table else []),
        ("実施日時", f"{record.time:%Y年%m月%d日 %H時%M分%S秒}（日本時間、{record.made_at}）"),
        ("文書庫", f"{library.document_count:,}文書・{library.passage_count:,}箇所"),
        ("文書庫の状態", library.state),
        ("使用したプログラム", record.program),
    ]


def place_words(record: Record, row: ComparedRow) -> str:
    """Where a row of a comparison stands: the pages on both sides, or the numbers of its passages."""
    if record.request.kind != "comparison":
        return "".join(f"［{place}］" for place in row.places)
    passages = {passage.number: passage for passage in record.passages}
    held = [passages[place] for place in row.places if place in passages]
    return "\n".join(f"{dict(one.remarks).get(SIDE, '')} {page_words(one)}" for one in held)


def _search_conditions(record: Record) -> list[tuple[str, str]]:
    request = record.request
    return [
        ("絞り込み", filter_words(record)),
        ("外した解釈", "、".join(record.taken_back) or "なし"),
        ("並び順", SORTS[request.sort]),
        ("件数", f"{len(record.passages)}件（上位{request.top_k}件まで）"),
    ]


def filter_words(record: Record) -> str:
    """The values that were let through, or なし."""
    filters = record.request.filters
    parts = [
        f"種別：{'、'.join(filters.kinds)}" if filters.kinds else "",
        f"発行者：{'、'.join(filters.issuers)}" if filters.issuers else "",
        f"年度：{'、'.join(map(year_words, filters.fiscal_years))}" if filters.fiscal_years else "",
        f"文書：{'、'.join(record.filtered)}" if record.filtered else "",
    ]
    return "　".join(part for part in parts if part) or "なし"


def answer_rows(answer: GivenAnswer) -> list[tuple[str, str]]:
    """An answer with all that must be known of it."""
    written = [] if answer.writer == "extractive" else [WRITTEN_BY.format(writer=answer.writer)]
    notes = "\n".join([*answer.notes, *written])
    return [
        ("回答", answer.text if answer.supported else answer.text or NO_ANSWER),
        ("判定", "根拠あり" if answer.supported else "回答なし（根拠となる記載が見つからない）"),
        ("確からしさ", f"{answer.confidence:.2f}（0〜1）"),
        *([("注記", notes)] if notes else []),
    ]
