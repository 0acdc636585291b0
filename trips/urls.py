from django.urls import path

from trips.views import calendar, calendar_of_event

urlpatterns = [
    path("agenda/agenda.ics", calendar, name="calendar"),
    path("agenda/<slug:slug>/agenda.ics", calendar_of_event, name="calendar_of_event"),
]
