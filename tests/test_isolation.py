"""What one test does to the database, the next one does not see, also when it really commits."""

import pytest
from django.contrib.contenttypes.models import ContentType
from wagtail.models import Collection, Locale, Page

from lessons.models import LessonPage
from tests.factories import make_lesson


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_a_test_that_commits_leaves_what_the_migrations_made(time: str) -> None:
    assert ContentType.objects.exists()
    assert Locale.objects.exists()
    assert Collection.get_first_root_node() is not None
    assert Page.get_first_root_node() is not None
    assert make_lesson() in LessonPage.objects.live()
    assert LessonPage.objects.count() == 1
