from clearway.sources.layout import Line, paragraphs, without_furniture


def line(text: str, top: float, *, height: float = 10, start: float = 50) -> Line:
    return Line(
        text=text, start=start, end=start + 5 * len(text), top=top, height=height, first_word=5 * len(text.split()[0])
    )


def test_wrapped_lines_are_joined_and_gaps_are_paragraphs() -> None:
    page = [
        line("Valley clinic hit", 700, height=16),
        line("The clinic in the valley was hit on Monday and two", 670),
        line("nurses were hurt.", 658),
        line("The district office said that 240 families had fled", 630),
        line("to the north.", 618),
    ]
    assert paragraphs([page]) == (
        "Valley clinic hit\n\n"
        "The clinic in the valley was hit on Monday and two nurses were hurt.\n\n"
        "The district office said that 240 families had fled to the north."
    )


def test_short_lines_and_bullets_stay_lines() -> None:
    page = [
        line("Title: Valley", 700),
        line("Publisher: Hill", 688),
        line("• twelve tents and a great many blankets", 676),
        line("• nine stoves", 664),
    ]
    assert paragraphs([page]) == (
        "Title: Valley\nPublisher: Hill\n• twelve tents and a great many blankets\n• nine stoves"
    )


def test_a_sentence_goes_on_over_the_page() -> None:
    first = [line("The road was open and all of the people who could", 100)]
    second = [line("walk left.", 750)]
    assert paragraphs([first, second]) == "The road was open and all of the people who could walk left."


def test_a_word_cut_at_the_line_end_is_put_together() -> None:
    page = [line("The district office said that 240 families were dis-", 700), line("placed.", 688)]
    assert paragraphs([page]) == "The district office said that 240 families were displaced."


def test_a_hyphen_that_the_document_writes_elsewhere_stays() -> None:
    page = [
        line("The north-west is cold and windy; people flee north-", 700),
        line("west from it.", 688),
    ]
    assert paragraphs([page]) == "The north-west is cold and windy; people flee north-west from it."


def test_running_heads_and_page_numbers_are_left_out_and_named() -> None:
    pages = [
        [
            line(f"Hill Aid update | {number}", 780),
            line(f"Text {number}00.", 700),
            line("4,200 families.", 660),
            line(f"Page {number} of 3", 20),
        ]
        for number in (1, 2, 3)
    ]
    kept, left_out = without_furniture(pages)
    assert [[one.text for one in page] for page in kept] == [
        [f"Text {number}00.", "4,200 families."] for number in (1, 2, 3)
    ]
    assert left_out == ("Hill Aid update | #",)


def test_a_figure_at_the_edge_of_a_page_stays() -> None:
    pages = [[line("Families on the road", 700), line(figure, 600)] for figure in ("1,200", "3,400", "832")]
    assert [page[-1].text for page in without_furniture(pages)[0]] == ["1,200", "3,400", "832"]


def test_an_empty_document_has_no_text() -> None:
    assert paragraphs([[]]) == ""
    assert without_furniture([[]]) == ([[]], ())
