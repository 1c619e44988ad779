from pathlib import Path

from tests.lists.made import FAMILIES, HOSPITAL, sheet

from clearway.crisis.lists import changes_csv, link_lists, linkage_csv, list_changes


def test_links_leave_as_csv_that_a_spreadsheet_shows_and_never_runs(tmp_path: Path) -> None:
    files = [
        sheet(tmp_path, HOSPITAL.replace("H1", "=1+1"), "hospital.csv"),
        sheet(tmp_path, FAMILIES, "families.csv"),
    ]
    done = link_lists(files, named={}, one_to_one=True, link_at=0.0, doubt_at=-4.0)
    lines = linkage_csv(done).splitlines()

    assert lines[0] == "state,weight,probability,list_a,id_a,line_a,list_b,id_b,line_b,reason"
    assert [line.split(",")[4] for line in lines if "F1" in line] == ["'=1+1"]


def test_changes_between_versions_leave_as_csv(tmp_path: Path) -> None:
    old = sheet(tmp_path, FAMILIES, "old.csv")
    new = sheet(tmp_path, FAMILIES.replace(",34,", ",35,"), "new.csv")

    assert changes_csv(list_changes(old, new, named={})) == (
        "state,id,line_old,line_new,reason\nchanged,F1,2,2,changed: age\n"
    )
