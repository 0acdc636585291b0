"""What the report counts, and what a spreadsheet makes of it."""

import codecs
import csv
import datetime
import io

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from meegenomen.submissions.admin.report import SubmissionsReport, defused
from meegenomen.submissions.models import Submission
from meegenomen.submissions.moderation.figures import by_month
from meegenomen.submissions.states import SubmissionState
from tests.submissions.rows import put

pytestmark = [pytest.mark.django_db, pytest.mark.every_database]
REPORT = "/beheer/inzendingen/rapport/"


def at(day, hour=12):
    """A moment in the autumn of 2026, by month and day."""
    month, number = day.split("-")
    here = timezone.get_current_timezone()
    return datetime.datetime(2026, int(month), int(number), hour, tzinfo=here)


def came(day, title="Een balie", **fields):
    made = put(title, **fields)
    Submission.objects.filter(pk=made.pk).update(received_at=at(day))
    return made


@pytest.fixture
def autumn(db):
    came("9-30", state=SubmissionState.PUBLISHED, answered_at=at("9-30", 14), decided_at=at("10-2"))
    came("10-1", state=SubmissionState.REFUSED, answered_at=at("10-3"), decided_at=at("10-3"))
    came("10-5", state=SubmissionState.PUBLISHED, decided_at=at("10-15"))
    came("10-6", state=SubmissionState.WITHDRAWN, decided_at=at("10-7"))
    came("10-7", suspected_spam=True)
    came("10-8", suspected_spam=True, state=SubmissionState.REFUSED, decided_at=at("10-9"))
    came("10-9", state=SubmissionState.UNCONFIRMED)
    came("10-20")


def test_each_month_has_its_figures(autumn):
    october, september, total = by_month(Submission.objects.all())

    assert (october.name, september.name, total.month) == ("2026-10", "2026-09", None)
    assert (september.received, september.accepted) == (1, 0)
    assert (september.median_hours, september.longest_hours) == (2.0, 2.0)
    assert (october.received, october.spam) == (4, 2)
    assert (october.accepted, october.refused, october.withdrawn) == (2, 1, 1)
    assert (october.median_hours, october.longest_hours) == (6 * 24.0, 10 * 24.0)
    assert (total.received, total.accepted, total.refused, total.spam) == (5, 2, 1, 2)
    assert (total.median_hours, total.longest_hours) == (48.0, 240.0)


def test_without_submissions_there_is_nothing_to_count(judge):
    assert by_month(Submission.objects.all()) == []
    told = judge.get(REPORT).content.decode()
    assert "In deze periode is er niets ingestuurd." in told
    assert "Er wacht nu niemand op ons." in told


def test_a_moderator_reads_it_and_who_waits_longest(judge, autumn):
    told = judge.get(REPORT).content.decode()

    for words in ("oktober 2026", "september 2026", "Alles bij elkaar", "10 dagen", "2,0 uur"):
        assert words in told
    waiting = Submission.objects.get(received_at=at("10-20"))
    assert reverse("inzendingen:inspect", args=[waiting.pk]) in told
    narrowed = judge.get(REPORT, {"received_at_to": "2026-09-30"}).content.decode()
    assert "oktober 2026" in narrowed, "the one of September was placed in October"
    assert "10 dagen" not in narrowed
    assert "Inzendingen" in judge.get("/beheer/reports/site-history/").content.decode()


def test_csv_has_numbers_and_nobody_in_it(judge, autumn):
    Submission.objects.update(title="Kanariegeel", name="Kanariegeel", email="k@geel.example")

    answer = judge.get(REPORT, {"export": "csv"})

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="inzendingen-per-maand.csv"'
    raw = b"".join(answer.streaming_content)
    assert raw.startswith(codecs.BOM_UTF8)
    heading, *rows = csv.reader(io.StringIO(raw.decode("utf-8-sig")))
    assert heading[:3] == ["Maand", "Ontvangen", "Geplaatst"]
    assert rows == [
        ["2026-10", "4", "2", "1", "1", "2", "144.0", "240.0"],
        ["2026-09", "1", "0", "0", "0", "0", "2.0", "2.0"],
    ]
    assert "geel" not in raw.decode().casefold()


def test_in_a_workbook_numbers_stay_numbers(judge, autumn):
    answer = judge.get(REPORT, {"export": "xlsx"})

    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[1] == ("2026-10", 4, 2, 1, 1, 2, 144, 240)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_no_text_is_taken_for_a_formula(judge, autumn, monkeypatch, start):
    formula = f'{start}HYPERLINK("https://elders.example")'
    assert defused(formula) == f"'{formula}"
    monkeypatch.setattr("meegenomen.submissions.moderation.figures.Figures.name", formula)

    raw = b"".join(judge.get(REPORT, {"export": "csv"}).streaming_content).decode("utf-8-sig")

    _heading, *rows = csv.reader(io.StringIO(raw, newline=""))
    assert {row[0] for row in rows} == {f"'{formula}"}


@pytest.mark.parametrize("value", ["tekst", "2026-11", "", 5, -5, -1.5, None])
def test_what_is_no_formula_stays_as_it_is(value):
    assert defused(value) is value


@pytest.mark.parametrize(
    "query", [{"received_at_from": "nooit"}, {"export": "exe"}, {"p": "x"}, {"ordering": "x"}]
)
def test_odd_questions_are_no_trouble(judge, autumn, query):
    assert judge.get(REPORT, query).status_code == 200
    assert judge.get(f"{REPORT}results/", query).status_code == 200


def test_nobody_else_reads_it(client, editor, autumn):
    for path in (REPORT, f"{REPORT}results/", f"{REPORT}?export=csv", f"{REPORT}?export=xlsx"):
        for outsider in (client, editor):
            assert outsider.get(path).status_code == 302
    assert REPORT not in editor.get("/beheer/").content.decode()


def test_every_column_can_be_exported():
    assert set(SubmissionsReport.list_export) == set(SubmissionsReport.export_headings)
