"""White space is told by distance, and where that is narrow by the space that the file draws."""

from corpus.layout.spacing import spaces


def spaced(text: str, gaps: list[float], drawn: tuple[int, ...] = ()) -> str:
    between = [*spaces(text, gaps, drawn=drawn), ""]
    return "".join(letter + space for letter, space in zip(text, between, strict=True))


def test_a_narrow_space_that_the_file_draws_parts_a_number_from_its_heading() -> None:
    assert spaced("7監査", [0.27, 0.0], drawn=(0,)) == "7 監査"


def test_the_narrow_gap_that_programs_leave_around_figures_is_no_space() -> None:
    assert spaced("第7条", [0.27, 0.27]) == "第7条"


def test_a_space_drawn_within_a_figure_does_not_part_it() -> None:
    assert spaced("1234", [0.0, 0.28, 0.0], drawn=(1,)) == "1234"


def test_a_heading_spaced_out_with_spaces_is_one_word() -> None:
    assert spaced("財政調整", [1.0, 1.0, 1.0], drawn=(0, 1, 2)) == "財政調整"
