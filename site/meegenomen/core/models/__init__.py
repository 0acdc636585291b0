from .pages import BasePage, PageSource, TaggedPage
from .photo import Photo, PhotoRendition
from .taxonomy import Country, Organisation, OrganisationType, Theme
from .version import ContentVersion

__all__ = [
    "BasePage",
    "ContentVersion",
    "Country",
    "Organisation",
    "OrganisationType",
    "PageSource",
    "Photo",
    "PhotoRendition",
    "TaggedPage",
    "Theme",
]
