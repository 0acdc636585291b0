from .home import HomePage, PopularSearch
from .news import NewsIndexPage, NewsPage
from .standard import StandardPage
from .taxonomy import CountryIndexPage, CountryPage, ThemeIndexPage, ThemePage

__all__ = [
    "CountryIndexPage",
    "CountryPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "PopularSearch",
    "StandardPage",
    "ThemeIndexPage",
    "ThemePage",
]
