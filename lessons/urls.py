from django.urls import path, register_converter

from lessons.views import lesson_by_number


class LessonNumberConverter:
    """ "L-12", in either case, as an int."""

    regex = "[Ll]-[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value[2:])

    def to_url(self, value: int) -> str:
        return f"L-{value}"


register_converter(LessonNumberConverter, "lesson_number")

urlpatterns = [path("id/<lesson_number:number>", lesson_by_number, name="lesson_by_number")]
