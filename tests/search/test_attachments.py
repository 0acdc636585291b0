"""Words in documents that public pages show are found; those of other documents never."""

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from meegenomen.core.document_words import kept
from meegenomen.core.models import DocumentText
from search import engine, service
from search.index.rebuild import rebuild
from search.query import SearchQuery
from tests.core.test_document_words import open_document
from tests.factories import make_example, make_site, make_trip_report
from tests.search.truth import assert_index_is_true
from trips.models import Attachment, TripReportPage

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def site(settings, tmp_path):
    settings.SEARCH_ENGINE_OPTIONS = {"path": tmp_path / "search"}
    settings.MEDIA_ROOT = tmp_path / "media"
    make_site()
    rebuild()
    yield
    assert_index_is_true()


def document(words: str = "De zandbak van de regelhulp"):
    file = ContentFile(open_document(words), name="bijlage.odt")
    return get_document_model().objects.create(title="Bijlage", file=file)


@pytest.fixture
def report() -> TripReportPage:
    report = make_trip_report(summary="Kort.")
    report.attachments = [Attachment(document=document(), description="Alles")]
    report.save()
    return report


def found(words: str = "zandbak") -> list[int]:
    """Straight from the engine: what the service would hide is seen here."""
    return [hit.record.id for hit in engine.current().search(SearchQuery(words=words)).hits]


def test_the_words_of_an_attachment_find_its_report_and_are_marked(report):
    (hit,) = service.find(SearchQuery(words="zandbak")).hits
    assert hit.record.id == report.pk
    assert hit.marked_text == "In een bijlage: Een kop De <mark>zandbak</mark> van de regelhulp"


def test_what_a_page_says_itself_weighs_more(report):
    other = make_trip_report("Elders", summary="Over de zandbak.")
    assert found() == [other.pk, report.pk]


def test_a_document_in_the_text_of_an_example_is_found_too():
    block = {"type": "document", "value": {"document": document().pk, "description": ""}}
    example = make_example(body=[block])
    assert found() == [example.pk]
    example.body = []
    example.save()
    assert found() == []


def test_a_document_of_a_page_that_is_not_public_is_not_found(report):
    report.unpublish()
    assert found() == []


@pytest.mark.parametrize("where", ["in it", "above it"])
def test_a_document_in_a_closed_collection_is_not_found_until_that_opens(report, where):
    top = Collection.get_first_root_node().add_child(name="Intern")
    inside = top.add_child(name="Stukken") if where == "above it" else top
    kept_there = get_document_model().objects.get()
    kept_there.collection = inside
    kept_there.save()
    assert found() == [report.pk]
    closed = CollectionViewRestriction.objects.create(collection=top, restriction_type="login")
    assert found() == []
    closed.delete()
    assert found() == [report.pk]


def test_a_document_put_into_a_closed_collection_is_found_no_more(report):
    closed = Collection.get_first_root_node().add_child(name="Intern")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    moved = get_document_model().objects.get()
    moved.collection = closed
    moved.save()
    assert found() == []


def test_another_file_in_its_place(report):
    replaced = get_document_model().objects.get()
    replaced.file = ContentFile(open_document("De nieuwe postbus"), name="nieuw.odt")
    replaced._set_document_file_metadata()
    replaced.save()
    assert found() == []
    assert found("postbus") == [report.pk]
    assert DocumentText.objects.count() == 1


def test_a_rebuild_reads_no_document_again(report, monkeypatch):
    monkeypatch.setattr(kept, "words_in", lambda file: 1 / 0)
    rebuild()
    assert found() == [report.pk]


def test_an_editor_does_not_wait_for_a_document(report, settings, monkeypatch):
    settings.SEARCH_APPLY = "worker"
    monkeypatch.setattr(kept, "words_in", lambda file: 1 / 0)
    report.attachments.add(Attachment(document=document("Nog iets")))
    report.save_revision().publish()
    monkeypatch.undo()
    from search.index.drain import drain

    drain()
    assert found("iets") == [report.pk]


def test_a_broken_document_keeps_nothing_from_being_found(report):
    broken = get_document_model().objects.create(
        title="Kapot", file=ContentFile(b"%PDF-1.7 nonsense", name="kapot.pdf")
    )
    report.attachments.add(Attachment(document=broken))
    report.save()
    assert found("kopenhagen") == found() == [report.pk]
