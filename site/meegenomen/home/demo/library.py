"""Everything that the content files name by a word: sources, terms, drawings and each other."""

from functools import cached_property
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.models import Page

from meegenomen.core.models import Country, Organisation, PageSource, Photo, Theme
from meegenomen.home.demo.drawings import CREDIT, DRAWINGS
from meegenomen.home.models import CountryPage, ThemePage
from meegenomen.home.prepared.body import Writer
from meegenomen.home.prepared.files import Table, one_line, read, read_folder
from meegenomen.home.prepared.memory import made
from meegenomen.home.prepared.pages import publish

CONTENT = Path(__file__).parent / "content"


class Library:
    """Terms and drawings are made when a page first asks for them, and then never again."""

    def __init__(self) -> None:
        self.texts = {
            folder: _in_order(read_folder(CONTENT / folder))
            for folder in ("lessons", "trips", "examples", "news", "events")
        }
        self.writer = Writer(page_id=self.page_id, source=self.source, drawing=self.drawing)

    @cached_property
    def _sources(self) -> Table:
        return read(CONTENT / "sources.toml")

    @cached_property
    def _terms(self) -> Table:
        return read(CONTENT / "terms.toml")

    @cached_property
    def _pages(self) -> dict[str, int]:
        ids = made()
        there = set(Page.objects.filter(pk__in=ids.values()).values_list("pk", flat=True))
        return {key: page_id for key, page_id in ids.items() if page_id in there}

    def page_id(self, key: str) -> int | None:
        return self._pages.get(f"demo:{key}")

    def trip_title(self, key: str) -> str:
        title: str = self.texts["trips"][key]["title"]
        return title

    def source(self, key: str) -> Table:
        source: Table = self._sources[key]
        return source

    def page_sources(self, keys: list[str]) -> list[PageSource]:
        return [
            PageSource(
                title=source["title"],
                publisher=source["publisher"],
                url=source.get("url", ""),
                date=source.get("date"),
                sort_order=place,
            )
            for place, source in enumerate(self.source(key) for key in keys)
        ]

    def theme(self, name: str) -> Theme:
        text = self._terms["themes"][name]
        theme, new = Theme.objects.get_or_create(
            name=name, defaults={"description": text["description"]}
        )
        if new:
            self._introduce(ThemePage.objects.filter(theme=theme).first(), text)
        return theme

    def country(self, name: str) -> Country:
        text = self._terms["countries"][name]
        country, new = Country.objects.get_or_create(
            name=name, defaults={"description": text["description"], "code": text["code"]}
        )
        if new:
            self._introduce(CountryPage.objects.filter(country=country).first(), text)
        return country

    def organisation(self, name: str) -> Organisation:
        text = self._terms["organisations"][name]
        organisation, _ = Organisation.objects.get_or_create(
            name=name, defaults={"type": text["type"], "country": self.country(text["country"])}
        )
        return organisation

    def photo(self, name: str) -> Photo:
        drawing = DRAWINGS[name]
        photo: Photo | None = Photo.objects.filter(title=drawing.title, credit=CREDIT).first()
        if photo is None:
            file = ContentFile(drawing.png(), name=f"{name}.png")
            photo = Photo(title=drawing.title, description=drawing.alt, credit=CREDIT, file=file)
            photo.save()
        return photo

    def drawing(self, name: str) -> dict[str, Any]:
        return {"id": self.photo(name).pk, "alt": DRAWINGS[name].alt}

    def _introduce(self, page: ThemePage | CountryPage | None, text: Table) -> None:
        if page:
            page.summary = one_line(text["description"])
            page.introduction = self.writer.rich_text(text["introduction"])
            publish(page)


def _in_order(texts: dict[str, Table]) -> dict[str, Table]:
    """What comes out last stands first in lists: `order` says which pages those are."""
    return dict(sorted(texts.items(), key=lambda item: item[1].get("order", 0)))
