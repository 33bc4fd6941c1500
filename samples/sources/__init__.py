"""The sample documents by file name: each name's writer makes that file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from samples.sources.assembly_newsletter import write_assembly_newsletter
from samples.sources.audit_report import write_audit_report
from samples.sources.audit_report_2024 import write_audit_report_2024
from samples.sources.budget_book import write_budget_book
from samples.sources.budget_request import write_budget_request
from samples.sources.continuity_plan import write_continuity_plan
from samples.sources.council_minutes import write_council_minutes
from samples.sources.facility_plan import write_facility_plan
from samples.sources.measures_report import write_measures_report
from samples.sources.project_evaluation_2022 import write_evaluation_2022
from samples.sources.project_evaluation_2023 import write_evaluation_2023
from samples.sources.regular_audit import write_regular_audit
from samples.sources.regular_audit_kirihara import write_regular_audit_kirihara
from samples.sources.resident_survey import write_resident_survey
from samples.sources.review_sheet import write_review_sheet
from samples.sources.scanned_notice import write_scanned_notice
from samples.sources.security_guideline import write_security_guideline

DOCUMENTS: dict[str, Callable[[Path], None]] = {
    "青嶺県_令和5年度_包括外部監査結果報告書.pdf": write_audit_report,
    "青嶺県_令和6年度_包括外部監査措置状況報告書.pdf": write_measures_report,
    "地域行政省_令和6年_特権ID管理及びデータ消去に関する通知.pdf": write_scanned_notice,
    "緑野町_議会だより_令和6年春号.md": write_assembly_newsletter,
    "汐見市_令和6年度_一般会計予算書.pdf": write_budget_book,
    "青嶺県_令和6年度_予算要求資料_情報セキュリティクラウド運営事業.xlsx": write_budget_request,
    "桐原市_業務継続計画_ICT部門編.txt": write_continuity_plan,
    "桐原市_令和5年度_第3回デジタル推進審議会会議録.docx": write_council_minutes,
    "桐原市_公共施設等総合管理計画_改訂版.pdf": write_facility_plan,
    "汐見市_令和4年度_事務事業評価シート_庁内ネットワーク強靱化事業.pdf": write_evaluation_2022,
    "汐見市_令和5年度_事務事業評価シート_庁内ネットワーク強靱化事業.pdf": write_evaluation_2023,
    "青嶺県_令和5年度_定例監査結果報告.pdf": write_regular_audit,
    "緑野町_令和5年度_住民アンケート結果.html": write_resident_survey,
    "地域行政省_令和5年度_行政事業レビューシート_自治体情報基盤強化事業.pdf": write_review_sheet,
    "地域行政省_情報セキュリティポリシーに関する指針_令和5年版.pdf": write_security_guideline,
    "青嶺県_令和6年度_包括外部監査結果報告書.pdf": write_audit_report_2024,
    "桐原市_令和5年度_定期監査結果報告書.pdf": write_regular_audit_kirihara,
}
