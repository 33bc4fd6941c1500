"""What a budget book has before and after its itemised tables: its articles, debts, pay; thousands of yen."""

from __future__ import annotations

from samples.layout_blocks import Block, Heading, Table, Text
from samples.sources.budget_book_lines import Division, format_amount, total
from samples.sources.budget_book_tables import UNIT, Row

GENERAL_STAFF = 766
GENERAL_STAFF_LAST_YEAR = 763
SPECIAL_SALARIES = 39_000
SPECIAL_ALLOWANCES = 58_490
SPECIAL_INSURANCE = 51_020

DEBTS = (
    ("庁内ネットワーク強靱化機器等賃借料", "令和6年度から令和11年度まで", "261,500", "0", "261,500"),
    ("基幹業務システム運用保守業務", "令和6年度から令和10年度まで", "306,000", "0", "306,000"),
    ("学習用端末賃借料", "令和3年度から令和7年度まで", "743,000", "445,800", "297,200"),
    ("家庭ごみ収集運搬業務", "令和5年度から令和9年度まで", "2,343,000", "468,600", "1,874,400"),
    ("学校給食調理業務", "令和6年度から令和8年度まで", "752,400", "0", "752,400"),
    ("図書館窓口業務", "令和4年度から令和8年度まで", "697,500", "277,200", "420,300"),
    ("クリーンセンター基幹的設備改良工事", "令和5年度から令和7年度まで", "1,486,000", "286,000", "1,200,000"),
    ("第6次総合計画後期基本計画策定支援業務", "令和6年度から令和7年度まで", "24,200", "0", "24,200"),
    ("小学校入学祝品購入", "令和6年度から令和7年度まで", "9,900", "0", "9,900"),
)
NEW_DEBTS = tuple(debt[:3] for debt in DEBTS if debt[1].startswith("令和6年度"))

BOND_BALANCES = (
    ("総務債", 4_286_400, 3_962_800),
    ("民生債", 1_124_600, 1_062_300),
    ("衛生債", 2_486_200, 2_514_600),
    ("農林水産業債", 1_286_400, 1_312_800),
    ("土木債", 16_842_600, 16_486_200),
    ("消防債", 1_624_800, 1_548_600),
    ("教育債", 8_642_400, 8_386_800),
    ("災害復旧債", 86_400, 78_200),
    ("臨時財政対策債", 13_486_200, 12_684_600),
)
REPAYMENTS = (412_600, 118_400, 286_400, 164_200, 1_684_300, 186_200, 842_600, 14_600, 978_697)


def article_blocks(amount: int) -> tuple[Block, ...]:
    """The articles by which the budget is put to the assembly."""
    return (
        Heading(1, "令和6年度汐見市一般会計予算"),
        Text("令和6年度汐見市の一般会計の予算は、次に定めるところによる。"),
        Text("（歳入歳出予算）", "plain"),
        Text(f"第1条　歳入歳出予算の総額は、歳入歳出それぞれ{amount:,}千円と定める。", "item"),
        Text("2　歳入歳出予算の款項の区分及び当該区分ごとの金額は、「第1表　歳入歳出予算」による。", "item"),
        Text("（債務負担行為）", "plain"),
        Text(
            "第2条　地方自治法第214条の規定により債務を負担する行為をすることができる事項、期間及び限度額は、"
            "「第2表　債務負担行為」による。",
            "item",
        ),
        Text("（地方債）", "plain"),
        Text(
            "第3条　地方自治法第230条第1項の規定により起こすことができる地方債の起債の目的、限度額、起債の方法、"
            "利率及び償還の方法は、「第3表　地方債」による。",
            "item",
        ),
        Text("（一時借入金）", "plain"),
        Text(
            "第4条　地方自治法第235条の3第2項の規定による一時借入金の借入れの最高額は、4,000,000千円と定める。",
            "item",
        ),
        Text("（歳出予算の流用）", "plain"),
        Text(
            "第5条　地方自治法第220条第2項ただし書の規定により歳出予算の各項の経費の金額を流用することができる場合は、"
            "各項に計上した給料、職員手当等及び共済費に係る予算額に過不足を生じた場合における同一款内での"
            "これらの経費の各項の間の流用とする。",
            "item",
        ),
        Text("令和6年2月22日提出", "right"),
        Text("汐見市長　　浜　田　　尚　武", "right"),
    )


def debt_blocks() -> tuple[Block, ...]:
    rows: tuple[Row, ...] = (("事項", "期間", "限度額"), *NEW_DEBTS)
    return (
        Heading(1, "第2表　債務負担行為"),
        Table(rows, (5, 4.6, 2), "", UNIT, align="llr"),
    )


def bond_blocks(divisions: tuple[Division, ...]) -> tuple[Block, ...]:
    bonds = divisions[-1]
    rows: list[Row] = [("起債の目的", "限度額", "起債の方法", "利率", "償還の方法")]
    for item in bonds.items:
        for node in item.nodes:
            rows.append((node.name, format_amount(node.amount), "普通貸借又は証券発行", "4.0％以内", "同左"))
    rows[1] = (
        *rows[1][:3],
        "4.0％以内（利率見直し方式で借り入れる場合は、見直し後の利率）",
        "借入先の融資条件による。ただし、財政の都合により繰上償還をすることができる。",
    )
    rows.append(("計", format_amount(bonds.amount), "", "", ""))
    return (
        Heading(1, "第3表　地方債"),
        Table(tuple(rows), (3.6, 1.8, 2.2, 3, 4), "", UNIT, align="lrlll"),
    )


def pay_blocks(spending: tuple[Division, ...]) -> tuple[Block, ...]:
    """給与費明細書; what is paid to the staff in general is what the 節 of spending add up to."""
    salaries, allowances, insurance = (
        _node_sums(spending, name) for name in ("給料", "職員手当等", "共済費")
    )
    rows: list[Row] = [("区分", "職員数（人）", "給料", "職員手当", "計", "共済費", "合計")]
    specials = (SPECIAL_SALARIES, SPECIAL_ALLOWANCES, SPECIAL_INSURANCE)
    years = []
    for place, (label, staff) in enumerate((("本年度", GENERAL_STAFF), ("前年度", GENERAL_STAFF_LAST_YEAR))):
        salary, allowance, insured = (
            sums[place] - special
            for sums, special in zip((salaries, allowances, insurance), specials, strict=True)
        )
        years.append((staff, salary, allowance, salary + allowance, insured, salary + allowance + insured))
        rows.append((label, *(format_amount(amount) for amount in years[-1])))
    rows.append(("比較", *(format_amount(new - old) for new, old in zip(*years, strict=True))))
    return (
        Heading(1, "給与費明細書"),
        Heading(2, "1　特別職"),
        Table(SPECIAL_PAY, (3, 1.6, 2, 2, 2, 2), "", UNIT, align="lrrrrr"),
        Heading(2, "2　一般職"),
        Table(tuple(rows), (1.4, 1.8, 2, 2, 2.2, 2, 2.2), "(1) 総括", UNIT, align="lrrrrrr"),
        Text("会計年度任用職員の報酬は、この表に含まない。", "note"),
        _allowance_table(years[0][2], years[1][2]),
        Table(
            GRADES, (2, 5, 2, 2), "(3) 級別の職員数（令和6年1月1日現在）", "（単位：人、％）", align="llrr"
        ),
        Table(PAY_CHANGES, (3, 2, 6), "(4) 給料の増減額の明細", UNIT, align="lrl"),
    )


SPECIAL_PAY: tuple[Row, ...] = (
    ("区分", "人数（人）", "報酬", "給料", "期末手当", "共済費"),
    ("市長等", "3", "－", "30,600", "13,464", "6,610"),
    ("教育長", "1", "－", "8,400", "3,696", "1,810"),
    ("議員", "24", "128,160", "－", "41,330", "42,600"),
    ("その他の特別職", "1,486", "214,620", "－", "－", "－"),
)

GRADES: tuple[Row, ...] = (
    ("級", "標準的な職務", "職員数", "構成比"),
    ("8級", "部長", "14", "1.8"),
    ("7級", "次長、参事", "22", "2.9"),
    ("6級", "課長", "64", "8.4"),
    ("5級", "課長補佐", "98", "12.8"),
    ("4級", "係長", "172", "22.5"),
    ("3級", "主査、主任", "198", "25.8"),
    ("2級", "主事、技師", "126", "16.4"),
    ("1級", "主事補", "72", "9.4"),
    ("計", "", "766", "100.0"),
)

PAY_CHANGES: tuple[Row, ...] = (
    ("増減の理由", "増減額", "説明"),
    ("給与改定に伴う増", "21,460", "令和5年人事委員会勧告に準じた改定（平均1.1％）"),
    ("昇給に伴う増", "24,380", "昇給の期日　令和6年4月1日"),
    ("その他", "△2,340", "退職と採用による平均年齢の低下"),
)


def _allowance_table(this_year: int, last_year: int) -> Table:
    known = (
        ("期末手当", 612_400, 604_200),
        ("勤勉手当", 521_800, 506_400),
        ("退職手当", 312_000, 240_000),
        ("時間外勤務手当", 246_300, 268_900),
        ("扶養手当", 88_600, 91_200),
        ("通勤手当", 71_400, 70_800),
        ("住居手当", 62_300, 61_500),
    )
    rest = (
        "その他の手当",
        this_year - sum(row[1] for row in known),
        last_year - sum(row[2] for row in known),
    )
    rows: list[Row] = [("手当", "本年度", "前年度", "比較")]
    for name, new, old in (*known, rest, ("計", this_year, last_year)):
        rows.append((name, format_amount(new), format_amount(old), format_amount(new - old)))
    return Table(tuple(rows), (3, 2, 2, 2), "(2) 職員手当の内訳", UNIT, align="lrrr")


def _node_sums(spending: tuple[Division, ...], name: str) -> tuple[int, int]:
    nodes = [
        node for division in spending for item in division.items for node in item.nodes if node.name == name
    ]
    return sum(node.amount for node in nodes), sum(node.last_year for node in nodes)


def report_blocks(revenue: tuple[Division, ...]) -> tuple[Block, ...]:
    """The reports on debts that last over years and on the balance of bonds."""
    heads: Row = ("事項", "期間", "限度額", "前年度末までの\n支出見込額", "当該年度以降の\n支出予定額")
    return (
        Heading(1, "債務負担行為及び地方債に関する調書"),
        Heading(2, "1　債務負担行為で翌年度以降にわたるものについての調書"),
        Table((heads, *DEBTS), (4.6, 5, 2, 2.2, 2.2), "", UNIT, align="llrrr"),
        Heading(2, "2　地方債の現在高の見込みに関する調書"),
        _balance_table(revenue),
    )


def _balance_table(revenue: tuple[Division, ...]) -> Table:
    bonds = {item.name: item.amount for item in revenue[-1].items}
    rows = []
    for (name, before, last), repaid in zip(BOND_BALANCES, REPAYMENTS, strict=True):
        issued = bonds[name]
        rows.append((before, last, issued, repaid, last + issued - repaid))
    sums = tuple(sum(column) for column in zip(*rows, strict=True))
    if sums[2] != total(revenue[-1:]):
        raise ValueError(f"the bonds issued come to {sums[2]}, not to {total(revenue[-1:])}")
    names = (*(name for name, _, _ in BOND_BALANCES), "計")
    heads: Row = (
        "区分",
        "令和4年度末\n現在高",
        "令和5年度末\n現在高見込額",
        "令和6年度中\n起債見込額",
        "令和6年度中\n元金償還見込額",
        "令和6年度末\n現在高見込額",
    )
    cells = tuple(
        (name, *(format_amount(amount) for amount in row))
        for name, row in zip(names, (*rows, sums), strict=True)
    )
    return Table((heads, *cells), (3, 2.2, 2.2, 2.2, 2.2, 2.2), "", UNIT, align="lrrrrr")
