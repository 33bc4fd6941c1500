"""Every sentence the app says, in one catalogue; another language is another `Words`.

Why a file could not be read is told in `ui.reasons`.

Words in braces are filled in by `str.format`. Nothing here comes from a document.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The app's words in one language (`language` is a BCP 47 tag)."""

    language: str
    product: str
    search: str
    ask: str
    library: str

    query_label: str
    query_placeholder: str
    search_button: str
    searching: str
    opening: str
    examples_title: str
    examples: tuple[str, ...]
    search_lead: str
    hits_shown: str
    more_hits: str
    no_hits: str
    no_hits_hint: str
    no_hits_filtered: str

    question_label: str
    question_placeholder: str
    ask_button: str
    answering: str
    ask_lead: str
    questions: tuple[str, ...]
    answer_title: str
    refusal_title: str
    citations_title: str
    nearest_title: str
    confidence: str
    written_by: str
    answer_forms: Mapping[str, str]
    answer_notes: Mapping[str, str]
    struck: Mapping[str, str]
    model_faults: Mapping[str, str]
    writing: str

    filters_title: str
    filters_active: str
    filters_clear: str
    kind: str
    issuer: str
    fiscal_year: str
    facet_value: str
    facet_none: str
    facet_placeholder: str

    understood: str
    understood_help: str
    part_kinds: Mapping[str, str]
    query_notes: Mapping[str, str]
    and_more: str

    score: str
    pages: str
    other_pages: str
    printed_pages: str
    no_printed_page: str
    no_pages: str
    unknown_year: str
    page_range: str
    page_list: str
    open_page: str
    close_page: str
    previous_page: str
    next_page: str
    of_pages: str
    page_alt: str
    drawing_page: str
    box_note: str
    original: str
    no_original: str
    no_picture: str
    by_ocr: str
    sides: Mapping[str, str]
    cite: str
    cite_note: str
    cite_quote: str
    cite_title: str
    siblings: str

    query_empty: str
    query_long: str
    query_symbols: str
    query_refused: str
    library_empty: str
    library_how: str
    library_command: str
    library_closed: str
    unexpected: str

    library_lead: str
    documents: str
    page_count: str
    passages: str
    findings: str
    disk: str
    encoder: str
    documents_title: str
    skipped_title: str
    skipped_none: str
    unread_title: str
    unread_none: str
    file: str
    title: str
    reason: str
    page_numbers: str
    doubtful_title: str
    reading: str
    sections: str
    tables: str
    read_text: str
    read_ocr: str
    read_blank: str
    read_waiting: str
    read_none: str
    proof_title: str
    proof_all: str
    proof_some: str
    proof_unproven: str
    proof_what: str
    proof_textless: str
    proof_missing: str
    proof_lost_pages: str
    proof_lost: str
    proof_terms: str
    proof_sentences: str
    proof_at: str


JAPANESE = Words(
    language="ja",
    product="典拠",
    search="検索",
    ask="質問",
    library="文書",
    query_label="探したい語句や文章",
    query_placeholder="例：三層の対策",
    search_button="検索する",
    searching="検索しています…",
    opening="文書庫を開いています。初回は十数秒かかります…",
    examples_title="たとえば",
    examples=(
        "三層の対策",
        "指摘事項 パスワード",
        "委託先の監督が不十分だった事例",
        "予算の繰越しが認められる場合",
    ),
    search_lead="庁内の文書から、そう書いてある箇所を探します。語句でも文章でも検索できます。",
    hits_shown="関連の高い順に{count}件",
    more_hits="さらに表示する",
    no_hits="該当する箇所は見つかりませんでした。",
    no_hits_hint="言い換えや、より短い語句でお試しください。",
    no_hits_filtered="絞り込みの条件を外すと、見つかることがあります。",
    question_label="質問",
    question_placeholder="例：パスワードの有効期限は何日ですか",
    ask_button="質問する",
    answering="答えの書いてある箇所を探しています…",
    ask_lead="文書に書いてあることだけから答え、根拠の箇所を示します。書いてなければ、そうお答えします。",
    questions=(
        "三層の対策とは何ですか",
        "監査で最も多かった指摘は何ですか",
        "パスワードの管理について何が指摘されましたか",
    ),
    answer_title="回答",
    refusal_title="文書からは答えられません",
    citations_title="根拠",
    nearest_title="近い箇所",
    confidence="確からしさ",
    written_by="{model} が書いた文です。引用した箇所と一つずつ照らし合わせ、合わない文は取り消しています。",
    answer_forms={
        "comparison": "質問で比べているものごとの記載です。",
        "candidates": "質問に当てはまる記載が複数あります。どれを指すかは文書でお確かめください。",
    },
    answer_notes={
        "other_year": "{subject}の記載は見つかりません。近いのは別の年度の箇所です。",
        "other_office": "{subject}の文書に記載は見つかりません。近いのは別の団体の箇所です。",
        "one_year_missing": "{subject}の記載は見つかりませんでした。",
        "model_failed": (
            "言語モデルから回答を得られなかったため、文書の記載をそのまま示しています（{subject}）。"
        ),
        "model_struck": "言語モデルの文のうち、引用した箇所で確かめられないものを取り消しました。",
        "model_empty": (
            "言語モデルの文はどれも引用した箇所で確かめられなかったため、文書の記載をそのまま示しています。"
        ),
        "model_silent": "言語モデルは答えを見つけられなかったため、文書の記載をそのまま示しています。",
    },
    struck={
        "no_citation": "根拠の番号がありません",
        "unknown_citation": "根拠の番号が正しくありません（{subject}）",
        "unfinished": "文が途中で終わっています",
        "fragment": "何についてどうであるかが書かれていません",
        "too_long": "文が長すぎます",
        "quote": "引用した箇所にこのとおりの文がありません（{subject}）",
        "number": "引用した箇所にこの数値がありません（{subject}）",
        "name": "引用した箇所にこの語がありません（{subject}）",
        "elsewhere": "引用した箇所の一つの文や行からは確かめられません（{subject}）",
        "denial": "引用した箇所と打ち消しが合いません",
    },
    model_faults={
        "unreachable": "言語モデルのサーバにつながりません",
        "slow": "言語モデルの応答が時間内に終わりませんでした",
        "denied": "言語モデルのサーバが利用を認めませんでした。設定 llm_key を確かめてください",
        "no_such_model": "言語モデルのサーバに設定 llm_model の名前のモデルがありません",
        "busy": "言語モデルのサーバが混み合っています",
        "server_error": "言語モデルのサーバで不具合が起きました",
        "redirected": "言語モデルのサーバが別のサーバへの転送を求めたため、従いませんでした",
        "broken_off": "言語モデルの応答が途中で切れました",
        "garbled": "言語モデルの応答を読み取れません",
        "too_much": "言語モデルの応答が長すぎます",
        "empty": "言語モデルの応答が空でした",
    },
    writing="言語モデルが回答を書いています…",
    filters_title="絞り込み",
    filters_active="絞り込み中：{values}",
    filters_clear="すべて解除",
    kind="種別",
    issuer="発行者",
    fiscal_year="年度",
    facet_value="{value}　{count}",
    facet_none="（該当する文書なし）",
    facet_placeholder="選ぶ",
    understood="このように検索しています（押すと外れ、もう一度押すと戻ります）",
    understood_help="外した部分は、入力した文字のまま検索します。",
    part_kinds={
        "phrase": "「{meaning}」をこのまま含む",
        "exclude": "「{meaning}」を含まない",
        "filter": "{meaning}の文書だけ",
        "year": "{surface} ＝ {meaning}",
        "amount": "{surface} ＝ {meaning}",
        "synonym": "{surface} ＝ {meaning}",
        "translation": "{surface} ＝ {meaning}",
    },
    query_notes={
        "unclosed_quote": "引用符が閉じていないため、ふつうの語句として検索しています。",
        "empty_phrase": "引用符の中に語句がないため、ふつうの語句として検索しています。",
        "absent_phrase": "{surface} と書いた箇所はありません。語句として検索しました。",
        "lone_hyphen": "「{surface}」の後に語句がないため、除外はしていません。",
        "nothing_else": "除外する語句しかないため、ふつうの語句として検索しています。",
        "empty_field": "「{surface}」に値がないため、ふつうの語句として検索しています。",
        "wrong_year": "「{surface}」は年度として読めないため、ふつうの語句として検索しています。",
        "unknown_value": "「{surface}」に当たる文書がないため、ふつうの語句として検索しています。",
        "too_many": "絞り込みや除外が多すぎるため、残りはふつうの語句として検索しています。",
        "synonyms": "同義語のファイルに読めない行があります（{surface}）。その行を除いて検索しています。",
    },
    and_more=" ほか",
    score="適合度 {score:.2f}",
    pages="PDF {pages}頁",
    other_pages="ファイル {pages}頁",
    printed_pages="印刷 {pages}頁",
    no_printed_page="印刷頁なし",
    no_pages="頁のない形式",
    unknown_year="年度不明",
    page_range="{first}〜{last}",
    page_list="・",
    open_page="頁を見る",
    close_page="頁を閉じる",
    previous_page="前の頁",
    next_page="次の頁",
    of_pages="全{count}頁",
    page_alt="『{title}』の{number}頁目の画像",
    drawing_page="頁を描いています…",
    box_note="この頁に該当箇所はありません。",
    original="原本を保存",
    no_original="原本なし",
    no_picture="頁の画像のない形式",
    by_ocr="OCRで読んだ箇所（確からしさ {confidence:.2f}）",
    sides={"left": "（左）", "right": "（右）"},
    cite="引用",
    cite_note="右上のボタンで写せます。",
    cite_quote="「{quote}」",
    cite_title="『{title}』",
    siblings="同じ記載が他に{count}件（年度だけの違いを含む）",
    query_empty="検索する語句を入力してください。",
    query_long="{length:,}文字は長すぎます。{longest:,}文字までにしてください。",
    query_symbols="記号だけでは検索できません。文字か数字を含めてください。",
    query_refused="この語句では検索できません。言い換えてお試しください。",
    library_empty="文書がまだありません。",
    library_how="次のコマンドで文書のフォルダを読み込むと、検索できるようになります。",
    library_command="tenkyo index 文書のフォルダ",
    library_closed="文書庫を開けません",
    unexpected="思いがけない不具合が起きました。もう一度お試しください。続くときは管理者にお知らせください。",
    library_lead="検索できる文書と、読めなかったものの一覧です。",
    documents="文書",
    page_count="頁",
    passages="箇所",
    findings="指摘・意見",
    disk="使用容量",
    encoder="モデル",
    documents_title="検索できる文書",
    skipped_title="読めなかったファイル",
    skipped_none="読めなかったファイルはありません。",
    unread_title="読めなかった頁",
    unread_none="読めなかった頁はありません。",
    file="ファイル",
    title="文書名",
    reason="理由",
    page_numbers="頁番号",
    doubtful_title="読み取りの不確かな頁",
    reading="読み方",
    sections="節",
    tables="表",
    read_text="本文 {count}",
    read_ocr="OCR {count}（確からしさ {confidence:.2f}）",
    read_blank="白紙 {count}",
    read_waiting="OCR待ち {count}",
    read_none="読めない {count}",
    proof_title="検索で見つからない内容のある文書",
    proof_all="検索の自己点検：{whole:,}文書すべてで確認しました。",
    proof_some="検索の自己点検：{whole:,}文書のうち{proven:,}文書で確認しました。",
    proof_unproven="{count:,}文書は未点検です。もう一度、索引を作成すると点検します。",
    proof_what="見つからない内容",
    proof_textless="検索できる文字がありません",
    proof_missing="索引に入っていない箇所が{count:,}あります",
    proof_lost_pages="どの語句でも見つからない頁：{pages}頁",
    proof_lost="本文のどの語句でも見つかりません",
    proof_terms="見つからない語句：{quotes}",
    proof_sentences="見つからない文：{quotes}",
    proof_at="（{page}頁）",
)

WORDS = JAPANESE
"""The language on the screen."""
