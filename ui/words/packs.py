"""The words of the 持ち出し page, and of what every page offers to take away."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PackWords:
    """The words of the 持ち出し page, and of what every page offers to take away."""

    lead: str
    offer: str
    offer_lead: str
    forms: Mapping[str, str]
    making: str
    making_passage: str
    save: str
    form_names: Mapping[str, str]

    made_title: str
    made_none: str
    made_row: str
    kinds: Mapping[str, str]

    replay_title: str
    replay_lead: str
    replay_drop: str
    replaying: str
    replay_no_query: str
    same: str
    differs: str
    made_of: str
    intact: str
    not_intact: str
    altered: str
    table_altered: str
    told_altered: str
    library_same: str
    library_differs: str
    added: str
    reread: str
    removed: str
    parts: Mapping[str, str]
    passages_title: str
    place: str
    standing: str
    document: str
    places: Mapping[str, str]
    standings: Mapping[str, str]
    moved_to: str
    new_title: str
    answer_title: str
    answer_same: str
    answer_differs: str
    answer_by_model: str
    answer_then: str
    answer_now: str
    comparison_same: str
    comparison_differs: str
    and_more: str

    sheets_title: str
    sheets_lead: str
    sheet_template: str
    sheet_drop: str
    sheet_hits: str
    sheet_start: str
    sheet_waiting: str
    sheet_progress: str
    sheet_cancel: str
    sheet_cancelled: str
    sheet_done: str
    sheet_save: str
    sheet_dismiss: str
    sheet_faults: Mapping[str, str]


JAPANESE = PackWords(
    lead="見つけた箇所を監査調書用のファイルにして持ち出し、後から同じ結果になるかを確かめられます。",
    offer="持ち出す",
    offer_lead="条件、引用、頁の画像、文書庫の状態を1つのファイルにまとめます。調査者の所見を書き込めます。",
    forms={"word": "Wordを作る", "excel": "Excelを作る"},
    making="ファイルを作っています…",
    making_passage="ファイルを作っています…（{done}／{total}箇所）",
    save="{form}ファイルを保存（{size:.1f} MB）",
    form_names={"word": "Word", "excel": "Excel"},
    made_title="作成したファイル",
    made_none="まだありません。検索・質問・指摘事項・年度比較の画面の「持ち出す」から作れます。",
    made_row="{kind}「{text}」　{count}箇所　{time}",
    kinds={"search": "検索", "answer": "質問", "precedents": "類似の指摘", "comparison": "年度比較"},
    replay_title="持ち出したファイルを確かめる",
    replay_lead=(
        "以前に持ち出したWord・Excelを置くと、同じ条件でもう一度調べ、同じ箇所が見つかるか、"
        "引用が今も一字一句そのまま載っているかを示します。ファイルは保存されません。"
    ),
    replay_drop="持ち出したファイル（.docx・.xlsx）",
    replaying="同じ条件で調べ直しています…",
    replay_no_query="この条件では、もう検索できません。",
    same="同じ結果です。",
    differs="結果に違いがあります。",
    made_of="{kind}「{text}」　{time} 作成（{program}）",
    intact="ファイルの記録は、作成したときのままです。",
    not_intact="ファイルの記録が、作成したときから書き換えられたか、壊れています。",
    altered="記録はそのままですが、表示されている本文が書き換えられています：［{numbers}］",
    table_altered="表示されている比較の表が書き換えられています。",
    told_altered="表示されている質問・語句か回答が書き換えられています。",
    library_same="文書庫は、作成したときと同じ状態です。",
    library_differs="文書庫は、作成したときから変わっています。",
    added="加わった文書 {count}件：{titles}",
    reread="読み直された文書 {count}件：{titles}",
    removed="なくなった文書 {count}件",
    parts={
        "encoder": "検索用のモデルが変わりました。",
        "analyser": "語句の分け方が変わりました。",
        "weights": "順位付けの重みが変わりました。",
        "synonyms": "同義語が変わりました。",
        "reranker": "並べ替え用のモデルが変わりました。",
    },
    passages_title="箇所ごとの結果",
    place="順位",
    standing="引用",
    document="文書名",
    places={"same": "同じ", "moved": "{number}番から{now}番へ", "gone": "見つからなくなりました"},
    standings={
        "stands": "その頁に一字一句そのままあります",
        "changed": "その頁に同じ文がありません",
        "replaced": "同じ名前の別のファイルに替わっています",
        "removed": "文書が文書庫にありません",
    },
    moved_to="（同じ文は{pages}頁にあります）",
    new_title="新しく見つかった箇所",
    answer_title="回答",
    answer_same="回答は同じです。",
    answer_differs="回答が変わりました。",
    answer_by_model="言語モデルが書いた回答のため、文は比べず、引用だけを確かめました。",
    answer_then="作成したとき",
    answer_now="今回",
    comparison_same="比較の表は同じです。",
    comparison_differs="比較の表が変わりました。",
    and_more=" ほか",
    sheets_title="質問票にまとめて記入する",
    sheets_lead=(
        "質問や検索語句を並べたExcelかCSVを置くと、各行の右に、回答と根拠、見つかった箇所の文書名・頁・本文を"
        "記入して返します。「質問」の列か、なければ1列目を読みます（{most:,}行まで）。元の列はそのまま残ります"
        "（図形とマクロは残りません）。画面を移っても処理は続きます。"
    ),
    sheet_template="質問票のひな形を保存",
    sheet_drop="質問票（.xlsx・.csv）",
    sheet_hits="1行に記入する箇所",
    sheet_start="記入を始める",
    sheet_waiting="順番を待っています…",
    sheet_progress="{done:,}／{total:,}行を調べました",
    sheet_cancel="やめる",
    sheet_cancelled="{total:,}行のうち{done:,}行でやめました。",
    sheet_done="{total:,}行を調べました：回答あり {answered:,}、回答なし {refused:,}。",
    sheet_save="記入した質問票を保存（{size:.1f} MB）",
    sheet_dismiss="一覧から消す",
    sheet_faults={
        "not_a_sheet": "ExcelかCSVのファイルとして読み取れません。Excelで開いて保存し直すと読めることがあります。",
        "encrypted": "パスワードで保護されています。保護を外して保存し直してください。",
        "too_large": "ファイルが大きすぎます。20 MBまでにしてください。",
        "too_many_rows": "表が大きすぎます。質問の列だけの表にしてください。",
        "too_many_questions": "質問が多すぎます。1,000行までに分けてください。",
        "no_questions": "質問が見つかりません。「質問」という見出しの列か、1列目に質問を書いてください。",
        "stopped": "思いがけない不具合で止まりました。もう一度お試しください。続くときは管理者にお知らせください。",
    },
)


ENGLISH = PackWords(
    lead="Take what was found away as a file for the audit record, and check later that it still holds.",
    offer="Take out",
    offer_lead="Puts the conditions, quotes, page images and the library's state into one file, with room for remarks.",
    forms={"word": "Make a Word file", "excel": "Make an Excel file"},
    making="Making the file…",
    making_passage="Making the file… ({done} of {total} passages)",
    save="Save the {form} file ({size:.1f} MB)",
    form_names={"word": "Word", "excel": "Excel"},
    made_title="Files made",
    made_none="None yet. Make one by “Take out” on the pages for searching, asking, findings and two years.",
    made_row="{kind}: {text} · {count} passages · {time}",
    kinds={"search": "Search", "answer": "Question", "precedents": "Precedents", "comparison": "Two years"},
    replay_title="Check a file taken out",
    replay_lead=(
        "Drop a Word or Excel file that was taken out: the same is asked again, and you see whether the same "
        "passages are found and whether each quote still stands word for word. The file is not kept."
    ),
    replay_drop="File taken out (.docx, .xlsx)",
    replaying="Asking the same again…",
    replay_no_query="This can no longer be searched.",
    same="The result is the same.",
    differs="The result differs.",
    made_of="{kind}: {text} · made {time} ({program})",
    intact="The file's record is as it was made.",
    not_intact="The file's record was altered since it was made, or is damaged.",
    altered="The record is intact, but the text shown was altered: [{numbers}]",
    table_altered="The comparison shown was altered.",
    told_altered="The question or the answer shown was altered.",
    library_same="The library is in the same state.",
    library_differs="The library has changed since.",
    added="{count} documents added: {titles}",
    reread="{count} documents read anew: {titles}",
    removed="{count} documents gone",
    parts={
        "encoder": "The search model changed.",
        "analyser": "The way words are told apart changed.",
        "weights": "The ranking weights changed.",
        "synonyms": "The synonyms changed.",
        "reranker": "The reranking model changed.",
    },
    passages_title="Passage by passage",
    place="Place",
    standing="Quote",
    document="Document",
    places={"same": "the same", "moved": "from {number} to {now}", "gone": "found no more"},
    standings={
        "stands": "stands on its page word for word",
        "changed": "does not stand on that page",
        "replaced": "another file has that name now",
        "removed": "the document is not in the library",
    },
    moved_to=" (the words stand on page {pages})",
    new_title="Newly found",
    answer_title="Answer",
    answer_same="The answer is the same.",
    answer_differs="The answer changed.",
    answer_by_model="A language model wrote the answer: its wording is not compared, its quotes are.",
    answer_then="Then",
    answer_now="Now",
    comparison_same="The comparison is the same.",
    comparison_differs="The comparison changed.",
    and_more=" and more",
    sheets_title="Fill in a sheet of questions",
    sheets_lead=(
        "Drop an Excel or CSV file of questions or queries: each row gets the answer and its sources, and the "
        "passages found with document, pages and text. The column headed 質問 or “query” is read, else the first "
        "(up to {most:,} rows). Your own columns stay as they are (drawings and macros do not). It goes on while "
        "you use other pages."
    ),
    sheet_template="Save an empty sheet",
    sheet_drop="Sheet of questions (.xlsx, .csv)",
    sheet_hits="Passages a row",
    sheet_start="Fill it in",
    sheet_waiting="Waiting for its turn…",
    sheet_progress="{done:,} of {total:,} rows",
    sheet_cancel="Stop",
    sheet_cancelled="Stopped after {done:,} of {total:,} rows.",
    sheet_done="{total:,} rows: {answered:,} answered, {refused:,} without an answer.",
    sheet_save="Save the filled sheet ({size:.1f} MB)",
    sheet_dismiss="Remove from the list",
    sheet_faults={
        "not_a_sheet": "This cannot be read as an Excel or CSV file. Opening and saving it in Excel may help.",
        "encrypted": "It is protected by a password. Save it without one.",
        "too_large": "The file is too large. Keep it below 20 MB.",
        "too_many_rows": "The table is too large. Keep only the column of questions.",
        "too_many_questions": "There are too many questions. Split them into 1,000 rows at most.",
        "no_questions": "No question was found. Put them under a head 質問 or “query”, or into the first column.",
        "stopped": "Something went wrong. Please try again, and tell your administrator if it goes on.",
    },
)
