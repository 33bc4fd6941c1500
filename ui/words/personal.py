"""The words of history and saved searches."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """The words of history and saved searches."""

    history_title: str
    history_lead: str
    history_none: str
    history_off: str
    keep_history: str
    erase: str
    erase_all: str
    erased: str
    undo: str
    restored: str
    more_entries: str
    today: str
    yesterday: str
    day: str
    at: str
    found: str
    answered: str
    refused: str

    recent_title: Mapping[str, str]
    saved_title: str
    saved_lead: str
    saved_none: str
    saved_full: str
    save: str
    save_help: str
    save_again: str
    saved_done: str
    name: str
    new_found: str
    new_none: str
    new_here: str
    rename: str
    rename_do: str
    delete: str
    deleted: str
    saved_on: str


JAPANESE = PersonalWords(
    history_title="調べたことの履歴",
    history_lead="このブラウザで調べたことの記録です。典拠を動かしているコンピュータの中だけに90日間、500件まで残り、文書庫の写しには含まれません。ほかの人には見えません。",
    history_none="まだ履歴はありません。検索や質問をすると、ここに並びます。",
    history_off="履歴を残さない設定です。これから調べることは記録しません。",
    keep_history="履歴を残す",
    erase="消す",
    erase_all="すべて消す",
    erased="履歴を{count}件消しました。",
    undo="元に戻す",
    restored="元に戻しました。",
    more_entries="さらに表示する（残り{count}件）",
    today="今日",
    yesterday="昨日",
    day="{year}年{month}月{day}日",
    at="{hour}時{minute:02d}分",
    found="{count}件",
    answered="回答あり",
    refused="回答なし",
    recent_title={
        "search": "最近の検索",
        "ask": "最近の質問",
        "findings": "最近調べた指摘",
        "years": "最近の比較",
    },
    saved_title="保存した検索",
    saved_lead="開くたびに、前に見たときから新しく見つかるようになった箇所を数えます。",
    saved_none="まだ保存した検索はありません。検索や質問をした画面の「保存する」で保存できます。",
    saved_full="保存できるのは200件までです。要らないものを消してから保存してください。",
    save="保存する",
    save_help="名前を付けて保存すると、後から新しい該当が分かります。",
    save_again="名前を変えて保存",
    saved_done="「{name}」として保存しました。",
    name="名前",
    new_found="新しい該当 {count}件",
    new_none="新しい該当なし",
    new_here="前に見たときから新しく見つかった箇所：{ranks}番目",
    rename="名前を変える",
    rename_do="変える",
    delete="削除",
    deleted="「{name}」を削除しました。",
    saved_on="{day}に保存",
)


ENGLISH = PersonalWords(
    history_title="History",
    history_lead="What was looked up in this browser. It stays on the computer that runs Tenkyo, for 90 days and 500 entries at most, and is no part of a copy of the library. Nobody else sees it.",
    history_none="There is no history yet. What you search and ask will be listed here.",
    history_off="No history is kept: what you look up from now on is not written down.",
    keep_history="Keep a history",
    erase="Erase",
    erase_all="Erase all",
    erased="{count} entries were erased.",
    undo="Undo",
    restored="Everything is back.",
    more_entries="Show more ({count} left)",
    today="Today",
    yesterday="Yesterday",
    day="{year}-{month:02d}-{day:02d}",
    at="{hour}:{minute:02d}",
    found="{count} found",
    answered="answered",
    refused="not answered",
    recent_title={
        "search": "Recent searches",
        "ask": "Recent questions",
        "findings": "Recent findings",
        "years": "Recent comparisons",
    },
    saved_title="Saved searches",
    saved_lead="Each tells how many passages are found now that were not when you last looked.",
    saved_none='There are no saved searches yet. Press "Save" on a page of hits or of an answer.',
    saved_full="At most 200 searches can be saved. Delete some that you no longer need.",
    save="Save",
    save_help="A saved search tells later what is newly found.",
    save_again="Save under another name",
    saved_done='Saved as "{name}".',
    name="Name",
    new_found="{count} new",
    new_none="Nothing new",
    new_here="Found now and not when you last looked: number {ranks}",
    rename="Rename",
    rename_do="Rename",
    delete="Delete",
    deleted='"{name}" was deleted.',
    saved_on="Saved on {day}",
)
