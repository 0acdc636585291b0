from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from search.asking.spelling import with_slugs
from search.page import sentence
from search.page.answer import answer
from search.page.cards import cards_of
from search.page.chips import address_of, chips_of, sentence_of
from search.page.facets import facets_of, sought_in, years_of
from search.page.pager import is_cut_off, pager_of
from search.page.ways_out import themes_to_browse, wider_questions
from search.promotions.choosing import below, counted_in_facets, promotions_for
from search.query import SearchQuery, Sort
from search.questions import counting
from search.questions.noticing import is_new_question
from search.service import find, totals


@csrf_exempt  # nothing is posted here: a POST is told so with 405, not with a cookie error
@require_safe
def search(request: HttpRequest) -> HttpResponse:
    asked = SearchQuery.from_params(dict(request.GET.lists()))
    if asked.typed:
        asked = with_slugs(asked)
        if not asked.messages:
            # To the address of the same question, where the filters are chosen and not typed.
            return redirect(address_of(asked.query))
    promotions = promotions_for(asked.query)
    asked = replace(asked, query=below(promotions, asked.query))
    found = answer(asked, counted_in_facets(promotions, find))
    query, results = found.query, found.results
    # What editors chose stands on the first page, and counts as found on every page.
    count = results.total + len(query.leave_out)
    if is_new_question(request, asked.query):
        # Neither a filter nor a simpler answer says that there is nothing on this site.
        missed = not count and not query.narrowed_by and not results.simple
        counting.count(query.words, without_result=missed)
    expanded = frozenset(request.GET.getlist("toon"))
    chips = chips_of(query, found.names)
    filters = sentence_of(chips)
    context = {
        "query": query,
        "results": results,
        "messages_about_query": found.messages,
        "count": count,
        "title": sentence.title(count, query, filters),
        "description": _("Zoek in alle lessen, reisverslagen en praktijkvoorbeelden."),
        "heading": sentence.heading(count, query.words),
        "show_results": sentence.show_results(count),
        "promotions": promotions if query.page == 1 else (),
        "cards": cards_of(results, found.names),
        "facets": facets_of(
            query,
            results,
            found.names,
            expanded=expanded,
            sought=sought_in(dict(request.GET.lists())),
        ),
        "years": years_of(query, results),
        "chips": chips,
        "filters_in_words": filters,
        "unfiltered_url": address_of(query.unfiltered()),
        "sorts": _sorts(query),
        "pager": pager_of(query, results.total),
        "query_string": replace(query, page=1).to_querystring(),
        "is_cut_off": is_cut_off(query, results.total),
        "did_you_mean_url": address_of(replace(query, words=results.did_you_mean, page=1)),
        "canonical_url": request.build_absolute_uri(address_of(query)),
        "has_params": bool(request.GET),
    }
    if results.simple:
        context["simple_notice"] = [
            _(
                "Zoeken werkt nu eenvoudiger dan anders. Je vindt alleen pagina’s met precies "
                "deze woorden in de titel, de samenvatting of de trefwoorden."
            )
        ]
    if not count:
        context["ways_out"] = () if results.simple else wider_questions(query, totals)
        context["themes"] = themes_to_browse(find)
    return render(request, "search/results.html", context)


def _sorts(query: SearchQuery) -> list[tuple[str, str, bool]]:
    """Value, words and whether it is chosen, of each order. The usual one has no value."""
    best = _("Beste match") if query.words else _("Nieuwste eerst")
    sorts: list[tuple[Sort, str]] = [
        ("relevantie", best),
        ("nieuwste", _("Nieuwste eerst")),
        ("onderbouwing", _("Meest gezien")),
    ]
    if not query.words:
        # Without words nothing matches best, and two would be called the same.
        del sorts[0 if query.sort == "nieuwste" else 1]
    return [
        ("" if sort == "relevantie" else sort, words, sort == query.sort) for sort, words in sorts
    ]
