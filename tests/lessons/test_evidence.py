import pytest
from django.core.exceptions import ValidationError

from lessons.models import Evidence, FollowUp
from lessons.models.evidence import public_follow_ups
from lessons.statuses import FollowUpStatus
from tests.factories import make_example, make_lesson, make_organisation, make_trip_report

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("with_report", "source_title", "valid"),
    [
        (True, "", True),
        (False, "Een rapport", True),
        (True, "Een rapport", False),
        (False, "", False),
    ],
)
def test_evidence_names_a_report_or_a_source_and_never_both(with_report, source_title, valid):
    report = make_trip_report() if with_report else None
    evidence = Evidence(
        page=make_lesson(), report=report, source_title=source_title, passage="Zo was het."
    )

    if valid:
        evidence.full_clean()
    else:
        with pytest.raises(ValidationError, match="één van de twee"):
            evidence.full_clean()


@pytest.mark.parametrize(
    ("status", "reason", "valid"),
    [
        (FollowUpStatus.APPLIED, "", True),
        (FollowUpStatus.NOT_ADOPTED, "Te duur voor een kleine gemeente.", True),
        (FollowUpStatus.NOT_ADOPTED, "   ", False),
    ],
)
def test_a_lesson_that_was_not_adopted_says_why(status, reason, valid):
    follow_up = FollowUp(
        page=make_lesson(), organisation=make_organisation(), status=status, reason=reason
    )

    if valid:
        follow_up.full_clean()
    else:
        with pytest.raises(ValidationError, match="waarom"):
            follow_up.full_clean()


def test_follow_up_does_not_link_to_an_example_that_is_not_public():
    lesson, example = make_lesson(), make_example()
    FollowUp.objects.create(
        page=lesson, organisation=make_organisation(), status="toegepast", example=example
    )
    assert public_follow_ups(lesson.follow_ups.all())[0].example == example

    example.unpublish()

    assert public_follow_ups(lesson.follow_ups.all())[0].example is None
