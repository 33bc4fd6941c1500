"""Chapter 5 of the audit report: eight information systems examined one by one."""

from __future__ import annotations

from samples.layout import Block, Heading, Table, Text, split_items, split_paragraphs, split_rows
from samples.sources.audit_report_forms import Finding, SystemReport, system_blocks
from samples.sources.audit_report_systems_common import COMMON_SYSTEMS
from samples.sources.audit_report_systems_money import MONEY_SYSTEMS
from samples.sources.audit_report_systems_public import PUBLIC_SYSTEMS

SYSTEMS: tuple[SystemReport, ...] = MONEY_SYSTEMS + PUBLIC_SYSTEMS + COMMON_SYSTEMS
SYSTEM_FINDINGS: tuple[Finding, ...] = tuple(finding for system in SYSTEMS for finding in system.findings)

SYSTEMS_CHAPTER: tuple[Block, ...] = (
    Heading(1, "第5章　個別の情報システムに関する監査の結果"),
    Heading(2, "1　対象とした情報システム"),
    *split_paragraphs("""
台帳に登録された168の情報システムのうち、令和4年度の経費が3,000万円以上の31システムを母集団とし、
経費の規模、取り扱う情報の重要度、利用者の数及び更新の時期を勘案して、次の8システムを詳細な監査の対象とした。
8システムの令和4年度の決算額は合わせて18億1,653万5千円であり、県の情報システム関係経費の37.7％に当たる。
"""),
    Table(
        split_rows("""
番号|情報システム|所管課|稼働開始|令和4年度決算額|選定の主な理由
(1)|財務会計システム|出納局会計課|平成16年4月|286,418|利用者が多い
(2)|税務総合システム|総務部税務課|平成20年1月|412,096|個人情報を大量に扱う
(3)|人事給与庶務システム|総務部人事課|平成22年4月|238,540|令和4年度に大規模な改修
(4)|電子申請共同システム|企画政策部デジタル戦略課|令和2年10月|96,327|市町村との共同利用
(5)|河川水位情報システム|県土整備部河川課|平成25年6月|173,882|県民の安全に直結
(6)|職員ポータル|総務部行政経営課|令和元年7月|148,250|利用料の増加が著しい
(7)|文書管理システム|総務部法務文書課|平成18年4月|127,664|令和4年度に更新の調達
(8)|統合仮想化基盤|企画政策部デジタル戦略課|平成29年10月|333,358|他のシステムの土台
"""),
        widths=(1, 3.4, 3.4, 2, 2.2, 3.2),
        align="clllrl",
        caption="表5-0　対象とした情報システム",
        unit="（単位：千円）",
    ),
    Heading(2, "2　実施した手続"),
    *split_items("""
ア　企画から検収までの書面を通して閲覧し、調達ガイドラインに沿っているかを確かめた。
イ　予定価格の積算の内訳を、前年度の実績、他の団体の契約額及び公表された技術者の単価と比べた。
ウ　利用者の登録一覧を令和5年7月1日現在の職員名簿と照合し、退職者等の登録が残っていないかを確かめた。
エ　パスワードの設定、操作の記録、複製データの保管等について、画面及び現物により確かめた。
オ　利用の実績、利用者への聴取り及び導入時の試算との比較により、効果が上がっているかを検討した。
"""),
    Heading(2, "3　個別の監査の結果"),
    Text("各システムについて、概要、予算額及び決算額の推移、契約の状況並びに監査の結果の順に記載する。"),
    *(block for system in SYSTEMS for block in system_blocks(system)),
    Heading(2, "4　結びに"),
    *split_paragraphs("""
今回の監査では、多くの職員が限られた人員と知識の中で情報システムを支えている姿に接した。指摘した事項の多くは、特定の担当者の怠慢によるものではなく、
手続の重複、知識の偏り、点検の形骸化といった組織の仕組みに根差すものである。指摘事項及び意見を機に、書面を整えることを目的とするのではなく、
「誰が、何を、いつ確かめるのか」を一つ一つ定め直し、確かめた結果が次の改善につながる循環を築かれることを期待する。

監査の実施に当たり、多忙な中で資料の提出や質問への回答に協力いただいた関係各課の職員に謝意を表する。
"""),
)
