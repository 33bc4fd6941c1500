"""Aomine prefecture's comprehensive external audit of its contracts and information assets, as a PDF of 10 pages."""

from __future__ import annotations

from pathlib import Path

from samples.layout import (
    Block,
    Contents,
    Heading,
    PaperDocument,
    Space,
    Table,
    Text,
    split_items,
    split_paragraphs,
    split_rows,
    write_pdf,
)
from samples.sources.audit_report import check_numbers
from samples.sources.audit_report_2024_assets import ASSETS_CHAPTER, ASSETS_FINDINGS
from samples.sources.audit_report_2024_contracts import CONTRACT_FINDINGS, CONTRACTS_CHAPTER
from samples.sources.audit_report_forms import Finding

FINDINGS: tuple[Finding, ...] = CONTRACT_FINDINGS + ASSETS_FINDINGS

COVER = (
    Space(45),
    Text("令和6年度", "lead"),
    Text("包括外部監査結果報告書", "large"),
    Space(18),
    Text("監査のテーマ", "center"),
    Text("契約事務及び情報資産の管理について", "lead"),
    Space(75),
    Text("令和7年3月", "lead"),
    Space(4),
    Text("青嶺県包括外部監査人", "center"),
    Text("公認会計士　芦名　透", "lead"),
)

AUDIT_CHAPTER: tuple[Block, ...] = (
    Heading(1, "第1章　監査の概要"),
    Heading(2, "1　監査のテーマ"),
    Text("契約事務及び情報資産の管理について"),
    Heading(2, "2　テーマを選定した理由"),
    *split_paragraphs("""
県は、庁舎の清掃や警備から各種の調査、申請書類のデータ入力に至るまで、多くの業務を民間の事業者に委ねている。
令和5年度に結ばれた役務の委託契約（情報システムに関するものを除く。）は701件、総額は26億8,300万円である。
件数の多い契約は担当者が前年の書類をなぞって事務を進めがちであり、価格の決め方や履行の確かめ方に緩みが生じやすい。

また、業務を委ねることは、県民の情報を外部の者に預けることでもある。
庁内でも、通信機器や録画装置など情報を記録する機器が各所属で増えており、どこに何があるかを県として把握することが難しくなっている。
令和5年度の監査で求めた改善が、情報システムの所管課の外にまで行き渡っているかを確かめる必要もあると考え、このテーマを選定した。
"""),
    Heading(2, "3　監査の対象及び方法"),
    *split_items("""
ア　対象とした年度　令和5年度。必要に応じて令和6年度の監査の日までの執行分を含めた。
イ　対象とした所属　総務部財産管理課、会計課、健康福祉部健康増進課、企画政策部デジタル戦略課のほか、出先機関16所属
ウ　主な手続　契約書、仕様書、業務日誌及び支出命令書の閲覧（抽出した契約118件）、機器の現物の確認、担当者への質問
"""),
    Text("指摘事項と意見の区分、金額の端数の扱い及び用語の略し方は、令和5年度の報告書の例による。"),
    Heading(2, "4　監査人及び補助者"),
    Table(
        split_rows("""
区分|氏名|資格等
包括外部監査人|芦名　透|公認会計士
補助者|久慈　亮|公認会計士
補助者|鵜飼　真一郎|弁護士
補助者|小田切　遥|公認会計士
"""),
        widths=(3, 3, 5),
    ),
)

OPINION = """
契約の事務では、前年度の書類がそのまま引き継がれ、金額や数量が実情に合っているかを問い直す機会が失われていた。
情報資産の管理では、令和5年度の監査を受けて本庁で改められた手続が、出先機関や、情報システム以外の機器にまで及んでいなかった。

再委託の承認のように、改めたはずの手続が守られず、再び取り上げざるを得なかった事項もある。
規程を直すだけでは足りず、守られていることを誰がいつ確かめるかまでを決めて、初めて改善が終わったといえる。
"""


def write_audit_report_2024(path: Path) -> None:
    check_numbers(FINDINGS)
    write_pdf(
        PaperDocument(
            title="青嶺県 令和6年度 包括外部監査結果報告書",
            author="青嶺県包括外部監査人 公認会計士 芦名 透",
            cover=COVER,
            front=(Contents(depth=3),),
            body=(*AUDIT_CHAPTER, *_summary_chapter(), *CONTRACTS_CHAPTER, *ASSETS_CHAPTER),
            running_head="令和6年度　包括外部監査結果報告書",
        ),
        path,
    )


def _summary_chapter() -> tuple[Block, ...]:
    rows = ((finding.name, f"{{page:{finding.key}}}") for finding in FINDINGS)
    return (
        Heading(1, "第2章　監査の結果の要旨"),
        Heading(2, "1　全体を通じた所見"),
        *split_paragraphs(OPINION),
        Heading(2, "2　指摘事項及び意見の一覧"),
        Table((("件名", "掲載頁"), *rows), widths=(11, 1.4), align="lr"),
    )
