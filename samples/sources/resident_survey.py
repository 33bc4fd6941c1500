"""Midorino town's survey of its residents as a web page."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from samples.sources.resident_survey_answers import (
    ABOUT_FUTURE,
    ABOUT_RESPONDENTS,
    ABOUT_SERVICES,
    FREE_ANSWERS,
    RESPONDENTS,
    SurveyItem,
)

TITLE = "令和5年度 デジタル化と窓口サービスに関する住民アンケート結果"
STYLE = (
    "body{font-family:sans-serif;max-width:52rem;margin:auto;line-height:1.7}"
    "table{border-collapse:collapse;margin:1rem 0}th,td{border:1px solid #777;padding:.2rem .7rem}"
    "td.number{text-align:right}caption{text-align:left;font-weight:bold}"
)
PART_TITLES = ("2 回答者について", "3 窓口とオンライン手続について", "4 これからの取組について")
PARTS = (ABOUT_RESPONDENTS, ABOUT_SERVICES, ABOUT_FUTURE)

OUTLINE = """
<h2>1 調査の概要</h2>
<h3>(1) 調査の目的</h3>
<p>緑野町では、令和6年度から令和10年度までを計画期間とする「緑野町デジタル推進計画」を策定するに当たり、
町民の皆さまの利用の実態とご意見を把握するため、アンケート調査を行いました。</p>
<h3>(2) 調査の方法</h3>
<table><caption>表1 調査の方法</caption>
<tr><th>調査対象</th><td>町内に住む18歳以上の1,500人（住民基本台帳から層化無作為抽出）</td></tr>
<tr><th>調査期間</th><td>令和5年9月4日（月）から9月29日（金）まで</td></tr>
<tr><th>調査方法</th><td>郵送により配布し、郵送又はインターネットにより回収</td></tr>
<tr><th>実施主体</th><td>緑野町企画財政課（集計は青嶺統計調査株式会社に委託）</td></tr>
</table>
<h3>(3) 回収の状況</h3>
<table><caption>表2 配布と回収</caption>
<tr><th rowspan="2">区分</th><th rowspan="2">配布数</th><th colspan="3">有効回収数</th><th rowspan="2">有効回収率</th></tr>
<tr><th>郵送</th><th>インターネット</th><th>計</th></tr>
<tr><td>令和5年度</td><td class="number">1,500</td><td class="number">486</td><td class="number">201</td>
<td class="number">687</td><td class="number">45.8％</td></tr>
<tr><td>令和2年度</td><td class="number">1,500</td><td class="number">598</td><td class="number">57</td>
<td class="number">655</td><td class="number">43.7％</td></tr>
</table>
<p>※ 割合は小数点以下第2位を四捨五入しているため、合計が100％にならないことがあります。
複数回答の割合は、回答者数に対する割合です。</p>
"""

CLOSING = """
<h2>6 結果の活用</h2>
<p>今回の結果を受けて、町では次のことに取り組みます。</p>
<ol>
<li>令和6年10月から、住民福祉課の窓口に「書かない窓口」の端末2台を置き、転入・転出・転居の届出で使えるようにします。</li>
<li>毎月第2日曜日の午前中に、証明書の交付と届出の窓口を開きます（令和6年7月から）。</li>
<li>奥谷地区の通信環境の改善を、県及び通信事業者に要望します。</li>
<li>スマートフォン教室を、令和5年度の年12回から年24回に増やします。</li>
</ol>
<h2>お問い合わせ</h2>
<p>緑野町企画財政課 デジタル推進係　電話 0000-55-0123（直通）</p>
"""


def write_resident_survey(path: Path) -> None:
    path.write_text("\n".join(page_lines()) + "\n", encoding="utf-8", newline="\n")


def page_lines() -> Iterable[str]:
    yield '<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="UTF-8">'
    yield f"<title>{TITLE} - 緑野町公式サイト</title>\n<style>{STYLE}</style>\n</head>\n<body>"
    yield '<nav aria-label="現在の位置"><a href="#">トップ</a> &gt; <a href="#">町政情報</a> &gt; '
    yield '<a href="#">計画・調査</a> &gt; 住民アンケート</nav>'
    yield f"<main>\n<h1>{TITLE}</h1>\n<p>掲載日：令和5年12月20日　ページ番号：1004821</p>"
    yield OUTLINE.strip()
    for title, items in zip(PART_TITLES, PARTS, strict=True):
        yield f"<h2>{title}</h2>"
        for item in items:
            yield from item_lines(item)
    yield from free_answer_lines()
    yield CLOSING.strip()
    yield "</main>\n<footer><p>緑野町役場　〒000-0000 青嶺県緑野町中央一丁目1番1号</p>"
    yield "<p>Copyright © Midorino Town. All Rights Reserved.</p></footer>\n</body>\n</html>"


def item_lines(item: SurveyItem) -> Iterable[str]:
    """One question as a heading, a table of its answers and the comments."""
    asked = 291 if item.number == "問6" else RESPONDENTS
    yield f"<h3>{escape(item.number)} {escape(item.title)}</h3>"
    yield f"<table><caption>{item.form}（n={asked}）</caption>"
    yield '<tr><th scope="col">選択肢</th><th scope="col">回答数</th><th scope="col">割合</th></tr>'
    for choice, count in item.choices:
        share = f"{count / asked:.1%}".replace("%", "％")
        yield f'<tr><td>{escape(choice)}</td><td class="number">{count}</td><td class="number">{share}</td></tr>'
    yield "</table>"
    yield from (f"<p>{escape(comment)}</p>" for comment in item.comments)


def free_answer_lines() -> Iterable[str]:
    yield "<h2>5 自由記述</h2>"
    total = sum(count for _, count, _ in FREE_ANSWERS)
    yield f"<p>自由記述欄には{total}件のご意見をいただきました。主なものは次のとおりです（原文の趣旨を変えずに要約しています）。</p>"
    yield '<table><tr><th scope="col">分野</th><th scope="col">件数</th><th scope="col">主なご意見</th></tr>'
    for field, count, words in FREE_ANSWERS:
        yield f'<tr><td>{field}</td><td class="number">{count}</td><td>{escape(words)}</td></tr>'
    yield "</table>"
