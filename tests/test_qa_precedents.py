"""Findings of a small library: records, search, precedents of a draft, and what followed."""

from dataclasses import replace

import pytest

from corpus.types import Passage
from index import Library
from qa.precedents.findings import Findings
from qa.precedents.records import described, own_text
from qa.precedents.types import DraftError, DraftScope, FindingFilters, FindingRecord
from tests.findings_library import DRAFT, made_reports, write_findings_library
from tests.tiny_encoder import TinyEncoder

COOKING = "鶏肉を一口大に切り、玉ねぎと炒め、牛乳で煮込む。塩で味を調え、皿に盛り付ける。"


@pytest.fixture(scope="module")
def findings(tmp_path_factory: pytest.TempPathFactory) -> Findings:
    data = write_findings_library(tmp_path_factory.mktemp("findings"))
    return Findings(Library.open(data, TinyEncoder()))


def named(findings: Findings, office: str, year: int, number: str) -> FindingRecord:
    return next(
        record
        for record in findings.records()
        if (record.document.issuer, record.document.fiscal_year, record.finding.number)
        == (office, year, number)
    )


def titles(records: object) -> list[str]:
    return [record.finding.title for record in records]  # type: ignore[attr-defined]


def test_every_finding_is_a_record_newest_report_first(findings: Findings) -> None:
    records = findings.records()
    assert [record.document.fiscal_year for record in records] == [2023, 2023, 2022, 2022]
    first = named(findings, "架空県", 2022, "1")
    assert (first.finding.kind, first.finding.page, first.finding.page_label) == ("指摘事項", 3, "1")
    assert first.statuses == ("措置済",)
    assert named(findings, "汐町市", 2023, "1").statuses == ()
    assert len({record.id for record in records}) == 4


def test_each_facet_is_counted_over_what_the_others_let_through(findings: Findings) -> None:
    facets = findings.facets(findings.records(), FindingFilters(issuers=("架空県",)))
    assert facets.kinds == (("指摘事項", 3),)
    assert facets.issuers == (("架空県", 3), ("汐町市", 1))
    assert facets.fiscal_years == ((2023, 1), (2022, 2))


def test_filters_let_through_what_fits_all_of_them(findings: Findings) -> None:
    filters = FindingFilters(issuers=("架空県",), fiscal_years=(2023,))
    assert titles(findings.narrowed(findings.records(), filters)) == ["備品台帳と現物の不一致について"]


def test_a_search_finds_findings_alone_and_those_given_alone(findings: Findings) -> None:
    found = findings.search("運転日誌の記入漏れ", findings.records())
    assert found[0].record.finding.title == "公用車の運転日誌について"
    assert found[0].highlights
    others = [record for record in findings.records() if record.document.issuer == "架空県"]
    assert {each.record.document.issuer for each in findings.search("運転日誌", others)} == {"架空県"}


def test_a_finding_named_by_its_number_comes_first(findings: Findings) -> None:
    found = findings.search("備品の照合についての意見１", findings.records())
    assert found[0].record.finding.kind == "意見"


def test_a_described_finding_and_one_of_which_only_the_title_stands(findings: Findings) -> None:
    record, passages = findings.opened(named(findings, "架空県", 2022, "1"))
    assert record.described
    assert "業務体制図" in "".join(passage.text for passage in passages)


def test_the_finding_a_draft_says_in_other_words_is_its_nearest_precedent(findings: Findings) -> None:
    found = findings.precedents(DRAFT)
    assert found.near[0].record == findings.opened(named(findings, "架空県", 2022, "1"))[0]
    assert found.looked_at == 4
    assert found.best_score == found.near[0].score >= found.least_score


def test_what_draft_and_precedent_share_is_told_by_aspect(findings: Findings) -> None:
    precedent = findings.precedents(DRAFT).near[0]
    causes = precedent.comparison("cause")
    assert causes.keys == ("unaware",)
    assert [mention.text for mention in causes.draft_shared] == [
        "担当者は業務体制図で承認したものと考えていた。"
    ]
    laws = precedent.comparison("law")
    assert laws.keys == ("委託契約約款", "委託契約約款第6条")
    amounts = precedent.comparison("amount")
    assert amounts.keys == ("yen1240000",)
    assert [mention.text for mention in amounts.draft_shared] == ["124万円"]
    assert [said.quote.text for said in amounts.precedent_shared] == ["1,240千円"]
    assert [mention.text for mention in amounts.only_draft] == ["3件"]
    assert [said.quote.text for said in amounts.only_precedent] == ["20件", "4件"]
    advice = precedent.comparison("recommendation")
    assert {"承認", "着手"} <= set(advice.keys)


def test_all_that_is_said_of_a_precedent_is_a_quote_with_its_page(findings: Findings) -> None:
    precedent = findings.precedents(DRAFT).near[0]
    said = [
        each
        for compared in precedent.comparisons
        for each in (*compared.precedent_shared, *compared.only_precedent)
    ]
    assert said
    for each in said:
        assert each.quote.text == each.mention.text
        assert each.quote.text in each.quote.passage.text
        assert (each.quote.page, each.quote.page_label) == (3, "1")


def test_mentions_of_a_draft_are_word_for_word_in_it(findings: Findings) -> None:
    found = findings.precedents(DRAFT)
    for compared in found.near[0].comparisons:
        for mention in (*compared.draft_shared, *compared.only_draft):
            assert found.draft[mention.start : mention.end] == mention.text


def test_nothing_near_to_another_subject_is_said(findings: Findings) -> None:
    found = findings.precedents(COOKING)
    assert found.near == ()
    assert found.best_score < found.least_score


def test_a_drafts_own_office_and_year_are_no_precedents(findings: Findings) -> None:
    scope = DraftScope("架空県", 2022)
    assert findings.precedents(DRAFT, scope).looked_at == 2
    assert findings.precedents(DRAFT, DraftScope(None, 2023)).looked_at == 2


@pytest.mark.parametrize(("draft", "kind"), [("", "empty"), (" …！\n", "empty"), ("字" * 10_001, "too_long")])
def test_a_draft_that_cannot_be_compared_is_refused(findings: Findings, draft: str, kind: str) -> None:
    with pytest.raises(DraftError) as refused:
        findings.precedents(draft)
    assert refused.value.kind == kind


@pytest.mark.parametrize(
    "hostile",
    [
        '" -再委託 種別:監査 "引用 発行:架空県',
        "\x00\ud800再委託\u202e\u200b",
        "<script>alert(1)</script>再委託 " * 50,
        "（" * 3_000 + "再委託",
        "承" * 9_999,
        "再委託\t" * 1_500,
    ],
    ids=["operators", "unseen", "script", "brackets", "one word", "cells"],
)
def test_hostile_drafts_are_compared_as_plain_text(findings: Findings, hostile: str) -> None:
    found = findings.precedents(hostile)
    assert found.looked_at == 4


def test_a_measure_is_quoted_with_its_status_date_office_and_page(findings: Findings) -> None:
    record = named(findings, "架空県", 2022, "1")
    (taken,) = findings.follow_up(record, findings.records()).measures
    assert (taken.measure.status, taken.date, taken.office) == ("措置済", "R5.6", "会計課")
    assert taken.quote is not None
    assert taken.quote.text == "4件の申請書を提出させ、約款を改めた。"
    assert (taken.quote.page, taken.quote.page_label) == (3, "1")


def test_a_finding_raised_again_by_the_same_office_is_likely_the_same(findings: Findings) -> None:
    record = named(findings, "架空県", 2022, "2")
    followed = findings.follow_up(record, findings.records())
    again = named(findings, "架空県", 2023, "1")
    assert [each.record for each in followed.later] == [again]
    assert 0.5 <= followed.later[0].score <= 1
    assert followed.later_years == (2023,)
    assert followed.measures == ()
    assert [each.record for each in findings.follow_up(again, findings.records()).earlier] == [record]


def test_another_finding_of_a_later_year_is_none(findings: Findings) -> None:
    followed = findings.follow_up(named(findings, "架空県", 2022, "1"), findings.records())
    assert followed.later == ()
    assert followed.later_years == (2023,)


def test_without_a_later_report_nothing_can_be_said_of_later_years(findings: Findings) -> None:
    followed = findings.follow_up(named(findings, "汐町市", 2023, "1"), findings.records())
    assert (followed.later, followed.earlier, followed.later_years) == ((), (), ())


def test_passages_of_a_contents_page_tell_of_a_finding_only_by_its_own_line() -> None:
    split = made_reports()[0]
    record = FindingRecord("x", replace(split.findings[0], subject=None), split.parsed.document)
    entry = Passage(
        "p", "a", ("目次",), f"【指摘事項1】{record.finding.title} 16\n【指摘事項2】別の件 17", ()
    )
    assert own_text(record, [entry]).splitlines()[1:] == [f"【指摘事項1】{record.finding.title} 16"]
    assert not described(record, [entry]).described
