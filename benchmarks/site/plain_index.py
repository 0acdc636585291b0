"""Tells Wagtail's search what a plain project tells it: the summary and all texts of a page."""

from django.apps import AppConfig
from wagtail.fields import RichTextField, StreamField
from wagtail.search.index import SearchField


class PlainIndexConfig(AppConfig):
    name = "benchmarks.site"
    label = "plain_index"

    def ready(self) -> None:
        from wagtail.models import get_page_models  # models are there only now

        for model in get_page_models():
            texts = [
                SearchField(field.name)
                for field in model._meta.get_fields()
                if isinstance(field, StreamField | RichTextField) or field.name == "summary"
            ]
            model.search_fields = [*model.search_fields, *texts]
