from django.urls import path

from search.page import suggestions, views

urlpatterns = [
    path("", views.search, name="search"),
    path("suggesties/", suggestions.suggestions, name="search_suggestions"),
]
