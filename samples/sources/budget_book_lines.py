"""The markup of a budget in, its 款, 項, 目 and 節 with their sums out.

款 総務費
項 総務管理費
目 企画費 | 96300 0 642000           国県支出金, 地方債, その他 (spending alone)
12 38600 24300 説明／説明            節 by number or name, this year, last year; thousands of yen
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

NODE_NAMES = {
    "1": "報酬", "2": "給料", "3": "職員手当等", "4": "共済費", "7": "報償費", "8": "旅費", "9": "交際費",
    "10": "需用費", "11": "役務費", "12": "委託料", "13": "使用料及び賃借料", "14": "工事請負費", "15": "原材料費",
    "16": "公有財産購入費", "17": "備品購入費", "18": "負担金、補助及び交付金", "19": "扶助費", "20": "貸付金",
    "21": "補償、補填及び賠償金", "22": "償還金、利子及び割引料", "24": "積立金", "27": "繰出金",
}  # fmt: skip
"""節 of spending, as the enforcement rules of the Local Autonomy Act number them."""

NODE_LINE = re.compile(r"(\S+) (\d+) (\d+) ?(.*)")


@dataclass(frozen=True, slots=True)
class Node:
    """One 節; amounts in thousands of yen."""

    number: str
    name: str
    amount: int
    last_year: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """One 目 with the revenue tied to it."""

    number: int
    name: str
    grants: int
    bonds: int
    others: int
    nodes: list[Node] = field(default_factory=list)

    @property
    def amount(self) -> int:
        return sum(node.amount for node in self.nodes)

    @property
    def last_year(self) -> int:
        return sum(node.last_year for node in self.nodes)

    @property
    def general(self) -> int:
        """What is paid from revenue that is tied to nothing."""
        return self.amount - self.grants - self.bonds - self.others


@dataclass(frozen=True, slots=True)
class Section:
    """One 項."""

    number: int
    name: str
    items: list[Item] = field(default_factory=list)

    @property
    def amount(self) -> int:
        return sum(item.amount for item in self.items)

    @property
    def last_year(self) -> int:
        return sum(item.last_year for item in self.items)


@dataclass(frozen=True, slots=True)
class Division:
    """One 款."""

    number: int
    name: str
    sections: list[Section] = field(default_factory=list)

    @property
    def items(self) -> list[Item]:
        return [item for section in self.sections for item in section.items]

    @property
    def amount(self) -> int:
        return sum(section.amount for section in self.sections)

    @property
    def last_year(self) -> int:
        return sum(section.last_year for section in self.sections)


def parse_divisions(source: str) -> tuple[Division, ...]:
    """The 款 of a budget in order. Raises ValueError for a line that is in no known form."""
    divisions: list[Division] = []
    for line in filter(None, source.splitlines()):
        kind, _, rest = line.partition(" ")
        if kind == "款":
            divisions.append(Division(len(divisions) + 1, rest))
        elif kind == "項":
            sections = divisions[-1].sections
            sections.append(Section(len(sections) + 1, rest))
        elif kind == "目":
            items = divisions[-1].sections[-1].items
            name, _, sources = rest.partition(" | ")
            grants, bonds, others = (int(amount) for amount in (sources or "0 0 0").split())
            items.append(Item(len(items) + 1, name, grants, bonds, others))
        else:
            nodes = divisions[-1].sections[-1].items[-1].nodes
            nodes.append(_parse_node(line, len(nodes) + 1))
    return tuple(divisions)


def _parse_node(line: str, place: int) -> Node:
    match = NODE_LINE.fullmatch(line)
    if match is None:
        raise ValueError(f"no 節 in {line!r}; the form is: number or name, this year, last year, notes")
    name, amount, last_year, notes = match.groups()
    number = name if name in NODE_NAMES else str(place)
    return Node(
        number,
        NODE_NAMES.get(name, name),
        int(amount),
        int(last_year),
        tuple(filter(None, notes.split("／"))),
    )


def total(divisions: tuple[Division, ...]) -> int:
    return sum(division.amount for division in divisions)


def total_last_year(divisions: tuple[Division, ...]) -> int:
    return sum(division.last_year for division in divisions)


def format_amount(amount: int) -> str:
    """Thousands of yen with commas, a negative one with △."""
    return f"{amount:,}" if amount >= 0 else f"△{-amount:,}"
