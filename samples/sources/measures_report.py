"""Aomine prefecture's answers to its external audit, as a PDF whose tables stand on landscape pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from samples.layout import (
    Block,
    Heading,
    PaperDocument,
    Space,
    Table,
    Text,
    Turn,
    split_items,
    split_paragraphs,
    split_rows,
    write_pdf,
)
from samples.sources.audit_report import FINDINGS
from samples.sources.measures_report_answers import ANSWERS, Measure

STATES = ("措置済", "措置中", "検討中", "不措置")
TABLE_HEADS = ("番号", "件名", "指摘又は意見の要旨", "講じた措置又は今後の方針", "区分", "措置年月", "所管課")

COVER = (
    Space(50),
    Text("令和6年度", "lead"),
    Text("包括外部監査の結果に基づく", "lead"),
    Text("措置状況報告書", "large"),
    Space(12),
    Text("（令和5年度監査テーマ：情報システムに関する事務の執行及び委託契約について）", "center"),
    Space(80),
    Text("令和7年3月", "lead"),
    Text("青　嶺　県", "lead"),
)

OPENING: tuple[Block, ...] = (
    Heading(1, "1　この報告書について"),
    *split_paragraphs("""
この報告書は、令和6年3月に包括外部監査人から提出された令和5年度の包括外部監査の結果に関する報告に基づき、県が講じた措置の内容を、
地方自治法第252条の38第6項の規定により監査委員に通知し、公表するものである。
監査の結果のうち「意見」については法律上の通知の義務はないが、県民への説明責任を果たす観点から、指摘事項と同じ様式で対応の状況を明らかにする。
"""),
    Heading(2, "(1)　取りまとめの基準日"),
    Text("令和7年2月28日現在"),
    Heading(2, "(2)　区分の意味"),
    Table(
        split_rows("""
区分|意味
措置済|求められた改善を全て終えたもの
措置中|改善の方法を決め、実施の途中にあるもの
検討中|改善の方法を検討しているもの
不措置|検討の結果、措置を講じないこととしたもの（理由を4に示す）
"""),
        widths=(2, 9),
    ),
    Heading(1, "2　措置の状況の総括"),
)

REASONS: tuple[Block, ...] = (
    Heading(1, "4　措置を講じないこととした事項の理由"),
    Heading(2, "(1)　費用負担の割合（意見11）"),
    *split_paragraphs("""
電子申請に要する費用の負担の割合について、26市町村の担当課長による会議（令和6年7月及び11月）で協議した結果、件数に応じた負担に改めると、
申請の多い汐見市では年間約620万円の負担増となり、人口5千人未満の6町村でも最大で年間38万円の負担増となることが分かった。
参加をやめる団体が生ずれば、住んでいる場所によって受けられるサービスに差が出る。このため、令和7年9月までの契約の期間中は現在の割合を維持する。
なお、県の負担のうち市町村を支援する性格を持つ額は年間2,480万円と算定し、令和7年度の当初予算の説明書で明らかにした。
"""),
    Heading(2, "(2)　情報の職種の採用の再開（意見5の一部）"),
    *split_paragraphs("""
意見5のうち採用の再開については、近隣の団体の採用試験で応募者が募集の人数を下回る状況が続いていることから、当面は行わない。
これに代わるものとして、民間企業等での経験を持つ者を任期を定めて採用することとし、令和6年10月に3人を任用した。
複線型の人事管理及び在課年数の延長については、検討を続ける。
"""),
    Heading(2, "(3)　入札に付すまでの当面の扱い（意見2の一部）"),
    Text(
        "既に稼働しているシステムの著作権の買取りは、7社に照会したところ総額で約21億円を要するとの回答であったため行わない。"
        "更新の時期を迎えたものから、順次、契約の条件を改める。"
    ),
    Heading(1, "5　今後の進め方"),
    *split_items("""
ア　措置中及び検討中の事項については、デジタル推進本部の幹事会で四半期ごとに進み具合を確かめる。
イ　措置済とした事項についても、令和7年度の内部監査の重点項目に加え、後戻りがないかを抽出により確かめる。
ウ　次回の措置状況は、令和8年3月に公表する。
"""),
)


def write_measures_report(path: Path) -> None:
    write_pdf(
        PaperDocument(
            title="青嶺県 令和6年度 包括外部監査の結果に基づく措置状況報告書",
            author="青嶺県",
            cover=COVER,
            body=(
                *OPENING,
                *_summary(ANSWERS),
                Turn("landscape"),
                Heading(1, "3　個別の措置の状況"),
                *_measure_tables(ANSWERS),
                Turn("portrait"),
                *REASONS,
            ),
            foot="― {} ―",
            running_head="包括外部監査の結果に基づく措置状況報告書",
            chapter_head=False,
            chapters_begin_pages=False,
            page_labels=True,
            face="gothic",
        ),
        path,
    )


def _summary(measures: Sequence[Measure]) -> tuple[Block, ...]:
    rows: list[tuple[str, ...]] = [("区分", *STATES, "計")]
    for kind in ("指摘事項", "意見", ""):
        counts = [sum(m.state == state and m.key.startswith(kind) for m in measures) for state in STATES]
        rows.append((kind or "計", *(str(count) for count in counts), str(sum(counts))))
    return (
        Table(
            tuple(rows),
            widths=(3, 2, 2, 2, 2, 2),
            align="lrrrrr",
            unit="（単位：件）",
            caption="表1　措置の状況の件数",
        ),
        Text("不措置とした1件のほか、一部について措置を講じないこととしたものが2件ある。"),
        *split_paragraphs("""
指摘事項については、利用者の登録の抹消、媒体の捜索など直ちにできるものを令和6年度の上半期までに終えた。
システムの改修や契約の更新を伴うものは、令和7年度の予算に所要の経費8,940万円を計上し、期限を定めて進めている。
所在の分からなかったUSBメモリ9本のうち7本は発見され、残る2本については、個人情報が含まれていた可能性があるとして、
令和6年6月28日に個人情報保護委員会へ報告するとともに、関係する県民48人に経緯を説明し、おわびした。
"""),
    )


def _measure_tables(measures: Sequence[Measure]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for number, kind in enumerate(("指摘事項", "意見"), start=1):
        rows = tuple(_measure_row(measure) for measure in measures if measure.key.startswith(kind))
        blocks += [
            Heading(2, f"({number})　{kind}に係るもの"),
            Table(
                (TABLE_HEADS, *rows), widths=(2.1, 4.4, 7.4, 11.2, 1.7, 2.2, 2.6), align="clllccl", size=9.5
            ),
        ]
    return tuple(blocks)


def _measure_row(measure: Measure) -> tuple[str, ...]:
    titles = {finding.key: finding.title for finding in FINDINGS}
    number = measure.key.replace("指摘事項", "指摘\n").replace("意見", "意見\n")
    return (
        number,
        titles[measure.key],
        measure.summary,
        measure.action,
        measure.state,
        measure.month,
        measure.office,
    )
