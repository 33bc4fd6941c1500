"""A text in, the fiscal years that it names out, whatever form they are written in."""

import re
import unicodedata

ERAS = {
    "令和": 2018,
    "平成": 1988,
    "昭和": 1925,
    "R": 2018,
    "H": 1988,
    "S": 1925,
    "Reiwa": 2018,
    "Heisei": 1988,
}
"""The western year before the first year of an era, by its name and its abbreviation."""

MONTH = r"(?!\s*年?\s*\d{1,2}\s*月)(?!\s*[./]\s*\d)"
"""A year with a month after it is of a date, and may lie in the fiscal year before."""

ERA_YEAR = re.compile(
    rf"(令和|平成|昭和|(?<![A-Za-z])[RHS]|Reiwa\s*|Heisei\s*)\s*(元|\d{{1,2}})(?!\d){MONTH}"
)
WESTERN_YEAR = re.compile(
    rf"(?<![\d.,])((?:19|20)\d\d)\s*(?=年){MONTH}|(?:FY|fiscal(?: year)?|\bin)\s*((?:19|20)\d\d)(?!\d)", re.I
)
SHORT_YEAR = re.compile(r"(?<![\d.,和成RHS])(元|\d{1,2})年度")


def named_fiscal_years(text: str) -> frozenset[int]:
    """The fiscal years named in full: 令和4年度, R4, 2022年度 and FY2022 are 2022; 令和4年2月 names none."""
    folded = unicodedata.normalize("NFKC", text)
    eras = {ERAS[era.strip()] + _number(year) for era, year in ERA_YEAR.findall(folded)}
    western = {int(japanese or english) for japanese, english in WESTERN_YEAR.findall(folded)}
    return frozenset(eras | western)


def mentioned_fiscal_years(text: str) -> frozenset[int]:
    """Those named in full, and for 4年度 with no era before it every year that it may mean."""
    short = {_number(year) for year in SHORT_YEAR.findall(unicodedata.normalize("NFKC", text))}
    return named_fiscal_years(text) | {ERAS[era] + year for year in short for era in ("令和", "平成")}


def _number(year: str) -> int:
    return 1 if year == "元" else int(year)
