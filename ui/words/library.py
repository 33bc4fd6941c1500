"""The words of the page of documents."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LibraryWords:
    """The words of the page of documents."""

    library_lead: str
    documents: str
    page_count: str
    passages: str
    findings: str
    disk: str
    encoder: str
    documents_title: str
    skipped_title: str
    unread_title: str
    reason: str
    page_numbers: str
    doubtful_title: str
    reading: str
    reading_told: str
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
    upload_title: str
    upload_label: str
    upload_hint: str
    upload_drop: str
    upload_choose: str
    upload_closed: str
    first_link: str
    first_title: str
    first_lead: str
    storing: str
    taken_known: str
    taken_returned: str
    taken_renamed: str
    taken_refused: str
    close: str
    waiting_uploads: str
    waiting_go: str
    waiting_drop: str
    job_files: str
    job_sources: str
    job_waiting: str
    job_starting: str
    job_done: str
    job_failed: str
    job_cancelled: str
    job_meanwhile: str
    job_cancel: str
    job_again: str
    job_left: str
    stages: Mapping[str, str]
    job_seconds: str
    job_minutes: str
    job_hours: str
    job_report: str
    job_left_out: str
    file_waiting: str
    file_read: str
    file_found: str
    file_unread: str
    file_pages: str
    file_members: str
    file_no_member: str
    file_described: str
    file_out: str
    file_open: str
    disk_of: str
    unread_heading: str
    unread_clear: str
    unread_hint: str
    drop_upload: str
    find: str
    all_kinds: str
    all_issuers: str
    all_years: str
    documents_shown: str
    documents_none: str
    back: str
    unknown_document: str
    search_within: str
    remove: str
    remove_title: str
    remove_ask: str
    remove_stays: str
    removing: str
    keep: str
    removed_now: str
    restored_now: str
    restore: str
    restoring: str
    removed_title: str
    removed_when: str
    removed_pages: str
    forget: str
    forget_title: str
    forget_ask: str
    forget_stays: str
    forgotten: str
    let_in: str
    sources_title: str
    sources_lead: str
    sources_uploads: str
    sources_update: str
    how_described: str
    described_value: str
    described_by: str
    told_text: str
    told_whole_text: str
    told_name: str
    told_properties: str
    told_metadata: str
    told_nothing: str
    rows: str
    fields: str
    read_in: str
    seconds: str
    strip_title: str
    strip_text: str
    strip_ocr: str
    strip_doubtful: str
    strip_blank: str
    strip_waiting: str
    strip_none: str
    strip_confidence: str
    strip_page: str
    doubtful_pages: str
    no_pages_to_draw: str
    page_number: str
    drawing_page: str
    page_alt: str


JAPANESE = LibraryWords(
    library_lead="検索できる文書と、読めなかったものの一覧です。",
    documents="文書",
    page_count="頁",
    passages="箇所",
    findings="指摘・意見",
    disk="使用容量",
    encoder="モデル",
    documents_title="検索できる文書",
    skipped_title="読めなかったファイル",
    unread_title="読めなかった頁",
    reason="理由",
    page_numbers="頁番号",
    doubtful_title="読み取りの不確かな頁",
    reading="読み方",
    reading_told="読み方：{how}",
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
    upload_title="文書を加える",
    upload_label="文書のファイル",
    upload_hint="PDF、Word、Excel、PowerPoint、画像、テキスト、電子メール、zipを、いくつでもここに置けます（1ファイル{megabytes:,} MiBまで）。",
    upload_drop="ここにファイルを置く",
    upload_choose="ファイルを選ぶ",
    upload_closed="この画面からの文書の追加と削除は、管理者の設定で止めてあります。",
    first_link="「文書」の画面でファイルを加える",
    first_title="最初の文書を加えてください",
    first_lead="加えた文書は、典拠を動かしているコンピュータの中だけで読み取り、検索できるようにします。外部には送りません。",
    storing="ファイルを受け取っています…",
    taken_known="「{given}」は、すでにあります（{name}）。",
    taken_returned="「{given}」は除いてあった文書なので、元に戻しました。",
    taken_renamed="「{given}」は同じ名前の別の文書があるため、「{name}」として加えます。古い版が不要なら、下の一覧から除いてください。",
    taken_refused="「{given}」は加えられません：{reason}",
    close="閉じる",
    waiting_uploads="まだ読み取っていないファイルが{count:,}件あります：{names}",
    waiting_go="読み取る",
    waiting_drop="取り消す（ファイルを消す）",
    job_files="文書の追加",
    job_sources="元のフォルダからの更新",
    job_waiting="順番を待っています",
    job_starting="準備しています…",
    job_done="終わりました。{report}",
    job_failed="止まりました：{reason}",
    job_cancelled="中止しました。読み終えた分は残っていて、続きから始められます。",
    job_meanwhile="この画面を離れても続きます。そのあいだも検索できます。",
    job_cancel="中止",
    job_again="もう一度",
    job_left="残り約{time}",
    stages={
        "checking": "ファイルを確かめています",
        "reading": "ファイルを読んでいます",
        "ocr": "OCRで読んでいます",
        "encoding": "索引を計算しています",
        "writing": "索引を書いています",
        "proving": "検索を点検しています",
    },
    job_seconds="{count}秒",
    job_minutes="{count}分",
    job_hours="{count}時間",
    job_report="新しく読んだもの {read:,}・変わりなし {unchanged:,}・なくなったもの {removed:,}・読めないもの {skipped:,}",
    job_left_out="。利用者が除いた文書のため加えなかったもの：{names}",
    file_waiting="待っています",
    file_read="読みました",
    file_found="検索できます",
    file_unread="読めませんでした：{reason}",
    file_pages="検索できます（読めない頁 {pages}）",
    file_members="検索できます（中の{count:,}件は読めませんでした。下の一覧にあります）",
    file_no_member="読めませんでした（中の{count:,}件とも。下の一覧にあります）",
    file_described="文書の題名や年度の説明として使います",
    file_out="除いてある文書です",
    file_open="「{name}」を開く",
    disk_of="内訳：文書のファイル {files}・本文 {text}・索引 {indexes}・読み取り結果の控え {kept}。ほかに検索用モデル {model}。空き {free}。",
    unread_heading="読めなかったもの",
    unread_clear="読めなかったファイルや頁はありません。",
    unread_hint="行を選ぶと、その頁の画像を開きます。",
    drop_upload="「{name}」を消す",
    find="文書名・ファイル名で絞り込む",
    all_kinds="すべての種別",
    all_issuers="すべての発行者",
    all_years="すべての年度",
    documents_shown="{shown:,}件（全{whole:,}件）。行を選ぶと、その文書を開きます。見出しを押すと並べ替えます。",
    documents_none="条件に合う文書はありません。",
    back="一覧に戻る",
    unknown_document="この文書は、文書庫にありません。除かれたか、新しい版に入れ替わっています。",
    search_within="この文書の中を検索",
    remove="除く",
    remove_title="文書を除く",
    remove_ask="「{title}」を文書庫から除きます。すぐに検索に出なくなります。原本と読み取りの結果は残り、いつでも元に戻せます。",
    remove_stays="元のフォルダのファイルは消しません。次に更新しても、この文書は加わりません。",
    removing="除いています…",
    keep="やめる",
    removed_now="「{title}」を除きました。",
    restored_now="「{title}」を元に戻しました。",
    restore="元に戻す",
    restoring="元に戻しています…",
    removed_title="除いた文書",
    removed_when="{when} に除きました",
    removed_pages="全{count:,}頁",
    forget="完全に消す",
    forget_title="除いた文書を完全に消す",
    forget_ask="「{title}」の原本と読み取りの結果を消します。元に戻せません。",
    forget_stays="元のフォルダにあるファイルは消しません。",
    forgotten="完全に消した文書（更新しても加わりません）",
    let_in="また加えられるようにする",
    sources_title="元のフォルダ",
    sources_lead="文書を読み取ったフォルダです。ファイルの追加・変更・削除を文書庫に反映します。",
    sources_uploads="この画面から加えた文書",
    sources_update="最新の状態にする",
    how_described="この文書について",
    described_value="内容",
    described_by="根拠",
    told_text="本文（{page}頁）「{quote}」",
    told_whole_text="本文「{quote}」",
    told_name="ファイル名「{quote}」",
    told_properties="ファイルの属性「{quote}」",
    told_metadata="metadata.csv「{quote}」",
    told_nothing="分かりません",
    rows="表の行",
    fields="様式の欄",
    read_in="読み取り時間",
    seconds="{count:,.1f}秒",
    strip_title="頁ごとの読み方",
    strip_text="本文",
    strip_ocr="OCR",
    strip_doubtful="不確か",
    strip_blank="白紙",
    strip_waiting="OCR待ち",
    strip_none="読めない",
    strip_confidence="確からしさ {confidence:.2f}",
    strip_page="{page}頁：{how}",
    doubtful_pages="確かめたい頁",
    no_pages_to_draw="この形式の文書は、頁の画像を表示できません。原本を保存して確かめてください。",
    page_number="頁番号へ移る",
    drawing_page="頁の画像を用意しています…",
    page_alt="{title} の{number}頁",
)


ENGLISH = LibraryWords(
    library_lead="The documents that can be searched, and what could not be read.",
    documents="Documents",
    page_count="Pages",
    passages="Passages",
    findings="Findings",
    disk="Disk",
    encoder="Model",
    documents_title="Documents that can be searched",
    skipped_title="Files that could not be read",
    unread_title="Pages that could not be read",
    reason="Why",
    page_numbers="Pages",
    doubtful_title="Pages read with doubt",
    reading="How it was read",
    reading_told="How it was read: {how}",
    sections="Sections",
    tables="Tables",
    read_text="text {count}",
    read_ocr="OCR {count} (confidence {confidence:.2f})",
    read_blank="blank {count}",
    read_waiting="waiting for OCR {count}",
    read_none="unreadable {count}",
    proof_title="Documents of which search does not find everything",
    proof_all="Search proves itself: confirmed for all {whole:,} documents.",
    proof_some="Search proves itself: confirmed for {proven:,} of {whole:,} documents.",
    proof_unproven="{count:,} documents are not proven yet. Indexing again proves them.",
    proof_what="What is not found",
    proof_textless="it has no text to search",
    proof_missing="{count:,} passages are not in the index",
    proof_lost_pages="pages that no word finds: {pages}",
    proof_lost="no word of its text finds it",
    proof_terms="words not found: {quotes}",
    proof_sentences="sentences not found: {quotes}",
    proof_at=" (p. {page})",
    upload_title="Add documents",
    upload_label="Files of documents",
    upload_hint="Put PDF, Word, Excel, PowerPoint, pictures, text, e-mail or zip files here, as many as you like (up to {megabytes:,} MiB each).",
    upload_drop="Drop files here",
    upload_choose="Choose files",
    upload_closed="The administrator lets nobody add or remove documents here.",
    first_link="Add files on the page of documents",
    first_title="Add the first documents",
    first_lead="What you add is read and indexed on the computer that runs Tenkyo alone. Nothing is sent elsewhere.",
    storing="Taking the files in…",
    taken_known="“{given}” is in the library already ({name}).",
    taken_returned="“{given}” had been removed; it was put back.",
    taken_renamed="Another document is named “{given}”, so this one is added as “{name}”. Remove the older one below if you no longer need it.",
    taken_refused="“{given}” cannot be added: {reason}",
    close="Close",
    waiting_uploads="{count:,} files have not been read yet: {names}",
    waiting_go="Read them",
    waiting_drop="Cancel (delete the files)",
    job_files="Documents to add",
    job_sources="Update from the folders",
    job_waiting="Waiting for its turn",
    job_starting="Getting ready…",
    job_done="Done. {report}",
    job_failed="It stopped: {reason}",
    job_cancelled="Cancelled. What was read is kept, and it can go on from there.",
    job_meanwhile="It goes on if you leave this page, and you can search meanwhile.",
    job_cancel="Cancel",
    job_again="Again",
    job_left="about {time} left",
    stages={
        "checking": "Looking at files",
        "reading": "Reading files",
        "ocr": "Reading by OCR",
        "encoding": "Computing the index",
        "writing": "Writing the index",
        "proving": "Proving search",
    },
    job_seconds="{count} s",
    job_minutes="{count} min",
    job_hours="{count} h",
    job_report="{read:,} read, {unchanged:,} unchanged, {removed:,} gone, {skipped:,} could not be read",
    job_left_out=". Left out, as users removed these documents: {names}",
    file_waiting="waiting",
    file_read="read",
    file_found="can be searched",
    file_unread="could not be read: {reason}",
    file_pages="can be searched (unreadable pages: {pages})",
    file_members="can be searched ({count:,} files in it could not be read; see the list below)",
    file_no_member="could not be read (none of the {count:,} files in it; see the list below)",
    file_described="describes the other documents",
    file_out="was removed by a user",
    file_open="Open “{name}”",
    disk_of="Of which files {files}, text {text}, indexes {indexes}, kept readings {kept}. The model besides: {model}. Free: {free}.",
    unread_heading="What could not be read",
    unread_clear="Every file and every page could be read.",
    unread_hint="Choose a row to see the page.",
    drop_upload="Delete “{name}”",
    find="Filter by title or file name",
    all_kinds="All kinds",
    all_issuers="All issuers",
    all_years="All years",
    documents_shown="{shown:,} of {whole:,}. Choose a row to open the document, a heading to sort.",
    documents_none="No document fits.",
    back="Back to the list",
    unknown_document="The library does not hold this document. It was removed, or a newer version took its place.",
    search_within="Search in this document",
    remove="Remove",
    remove_title="Remove a document",
    remove_ask="“{title}” leaves the library and is no longer found at once. Its original and what was read of it are kept, and it can be put back at any time.",
    remove_stays="The file in its folder is not deleted, and updating does not bring it back.",
    removing="Removing…",
    keep="Keep it",
    removed_now="“{title}” was removed.",
    restored_now="“{title}” was put back.",
    restore="Put back",
    restoring="Putting it back…",
    removed_title="Removed documents",
    removed_when="removed {when}",
    removed_pages="{count:,} pages",
    forget="Delete for good",
    forget_title="Delete a removed document for good",
    forget_ask="The original of “{title}” and all that was read of it are deleted. This cannot be undone.",
    forget_stays="A file in a folder of yours is not deleted.",
    forgotten="deleted for good (updating does not bring it back)",
    let_in="Let it in again",
    sources_title="Folders",
    sources_lead="The folders that documents were read from. Updating brings in what was added, changed and deleted there.",
    sources_uploads="Documents added here",
    sources_update="Update",
    how_described="About this document",
    described_value="Value",
    described_by="Evidence",
    told_text="the text (p. {page}): “{quote}”",
    told_whole_text="the text: “{quote}”",
    told_name="the file name: “{quote}”",
    told_properties="the file’s properties: “{quote}”",
    told_metadata="metadata.csv: “{quote}”",
    told_nothing="not known",
    rows="Table rows",
    fields="Form fields",
    read_in="Time to read",
    seconds="{count:,.1f} s",
    strip_title="How each page was read",
    strip_text="text",
    strip_ocr="OCR",
    strip_doubtful="doubtful",
    strip_blank="blank",
    strip_waiting="waiting for OCR",
    strip_none="unreadable",
    strip_confidence="confidence {confidence:.2f}",
    strip_page="p. {page}: {how}",
    doubtful_pages="Pages to check",
    no_pages_to_draw="Pages of this format cannot be drawn. Save the original to check it.",
    page_number="Go to page",
    drawing_page="Drawing the page…",
    page_alt="Page {number} of {title}",
)
