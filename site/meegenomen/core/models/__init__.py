from .document_text import DocumentText, Outcome
from .pages import BasePage, PageSource, TaggedPage
from .photo import Photo, PhotoRendition
from .taxonomy import (
    Country,
    Organisation,
    OrganisationSize,
    OrganisationType,
    Theme,
    words_for,
)
from .version import ContentVersion
from .visibility import VisiblePageManager, VisiblePageQuerySet, all_pages

__all__ = [
    "BasePage",
    "ContentVersion",
    "Country",
    "DocumentText",
    "Organisation",
    "OrganisationSize",
    "OrganisationType",
    "Outcome",
    "PageSource",
    "Photo",
    "PhotoRendition",
    "TaggedPage",
    "Theme",
    "VisiblePageManager",
    "VisiblePageQuerySet",
    "all_pages",
    "words_for",
]
