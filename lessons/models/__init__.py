from .evidence import Evidence, FirstStep, FollowUp
from .examples import PracticeExampleIndexPage, PracticeExamplePage
from .index import LessonIndexPage
from .lessons import LessonPage, LessonSeriesPage
from .numbers import LessonNumber
from .wanted import WantedExample

__all__ = [
    "Evidence",
    "FirstStep",
    "FollowUp",
    "LessonIndexPage",
    "LessonNumber",
    "LessonPage",
    "LessonSeriesPage",
    "PracticeExampleIndexPage",
    "PracticeExamplePage",
    "WantedExample",
]
