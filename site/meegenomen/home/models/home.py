from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.models import Orderable, Page
from wagtail.url_routing import RouteResult

from lessons.models import LessonPage, LessonSeriesPage, PracticeExamplePage
from meegenomen.core.models import BasePage, Country, all_pages
from meegenomen.core.remembered import remembered
from search.records import SearchRecord
from trips.models import EventPage, TripReportPage, destinations

CARDS = 3


class HomePage(BasePage):
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "lessons.LessonIndexPage",
        "trips.TripIndexPage",
        "lessons.PracticeExampleIndexPage",
        "trips.EventIndexPage",
        "home.NewsIndexPage",
        "home.ThemeIndexPage",
        "home.CountryIndexPage",
        "home.StandardPage",
    ]
    max_count = 1

    hero_title = models.CharField(_("grote kop"), max_length=80)
    featured_series = models.ForeignKey(
        LessonSeriesPage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("lessenreeks op de voorpagina"),
    )
    invitation_title = models.CharField(_("kop van de uitnodiging"), max_length=120, blank=True)
    invitation_text = models.TextField(
        _("tekst van de uitnodiging"),
        max_length=300,
        blank=True,
        help_text=_("Onderaan de voorpagina, bij de knop ‘Deel jouw inspiratie’."),
    )

    content_panels = [
        *Page.content_panels,
        MultiFieldPanel([FieldPanel("hero_title"), FieldPanel("summary")], heading=_("Bovenaan")),
        InlinePanel("popular_searches", heading=_("Veel gezocht"), label=_("Zoekvraag"), max_num=6),
        PageChooserPanel("featured_series"),
        MultiFieldPanel(
            [FieldPanel("invitation_title"), FieldPanel("invitation_text")],
            heading=_("Uitnodiging"),
        ),
    ]

    class Meta:
        verbose_name = _("voorpagina")
        verbose_name_plural = _("voorpagina’s")

    def search_record(self) -> SearchRecord | None:
        return None

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """As Wagtail's, which asks twice for every level of the address; here the whole at once."""
        if not path_components:
            # Not `self`, which all requests share; see core.sole_site.
            home = type(self).reading_queryset().get(pk=self.pk)
            return super(HomePage, home).route(request, [])
        url_path = f"{self.url_path}{'/'.join(path_components)}/"
        # The slug as well, because that one has an index.
        page = all_pages().filter(slug=path_components[-1], url_path=url_path).first()
        if page is None or not issubclass(page.specific_class or Page, BasePage):
            return super().route(request, path_components)
        return page.specific_class.reading_queryset().get(pk=page.pk).route(request, [])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        series = LessonSeriesPage.objects.live().public().filter(pk=self.featured_series_id)
        series = series.defer("introduction").first()
        reports = TripReportPage.objects.live().public()
        examples = PracticeExamplePage.objects.live().public()
        context["series"] = series
        context["lessons"] = series.lessons().for_cards() if series else []
        context["reports"] = (
            reports.order_by("-start_date", "pk")
            .defer("body")
            .select_related("listing_image")
            .prefetch_related(destinations(), "listing_image__renditions")[:CARDS]
        )
        context["examples"] = examples.for_rows().order_by("-first_published_at", "pk")[:CARDS]
        context["events"] = EventPage.objects.live().public().upcoming().defer("body")[:CARDS]
        context["counts"] = counts()
        return context


@remembered
def counts() -> dict[str, int]:
    """How much of everything anyone may see."""
    reports = TripReportPage.objects.live().public()
    visited = Country.objects.filter(pk__in=reports.order_by().values("countries"))
    return {
        "lessons": LessonPage.objects.live().public().count(),
        "reports": reports.count(),
        "examples": PracticeExamplePage.objects.live().public().count(),
        "countries": visited.count(),
    }


class PopularSearch(Orderable):
    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="popular_searches")
    words = models.CharField(_("woorden"), max_length=60)

    panels = [FieldPanel("words")]

    class Meta(Orderable.Meta):
        verbose_name = _("veelgestelde zoekvraag")
        verbose_name_plural = _("veelgestelde zoekvragen")

    def __str__(self) -> str:
        return self.words
