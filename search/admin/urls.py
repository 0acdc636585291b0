from django.urls import path

from search.admin.questions import QuestionsView
from search.admin.views import RebuildView, ReportView, RetryView

app_name = "search_report"
urlpatterns = [
    path("", ReportView.as_view(), name="report"),
    path("vragen/", QuestionsView.as_view(), name="questions"),
    path("opnieuw-proberen/", RetryView.as_view(), name="retry"),
    path("opnieuw-opbouwen/", RebuildView.as_view(), name="rebuild"),
]
