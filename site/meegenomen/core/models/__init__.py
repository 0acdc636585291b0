from .pages import BasePage, PageSource, TaggedPage
from .photo import Photo, PhotoRendition
from .taxonomy import Country, Organisation, OrganisationType, Theme

__all__ = [
    "BasePage",
    "Country",
    "Organisation",
    "OrganisationType",
    "PageSource",
    "Photo",
    "PhotoRendition",
    "TaggedPage",
    "Theme",
]
