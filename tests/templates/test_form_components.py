import pytest
from django import forms
from django.template.loader import render_to_string
from django.utils.html import strip_tags


class ExampleForm(forms.Form):
    use_required_attribute = False

    title = forms.CharField(label="Titel", help_text="In één zin.", max_length=120)
    done = forms.CharField(label="Wat?", widget=forms.Textarea, max_length=1500)
    stage = forms.ChoiceField(
        label="Fase", choices=[("idee", "Idee"), ("pilot", "Pilot")], widget=forms.RadioSelect
    )
    themes = forms.MultipleChoiceField(
        label="Onderwerpen",
        choices=[("a", "Regie"), ("b", "Inloggen")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    country = forms.ChoiceField(label="Land", choices=[("nl", "Nederland")])
    consent = forms.BooleanField(label="Akkoord", help_text="Lees wat dat betekent.")


COMPONENTS = {
    "title": "text",
    "done": "textarea",
    "stage": "radios",
    "themes": "checkboxes",
    "country": "select",
    "consent": "checkbox",
}


def rendered(form: forms.Form, name: str) -> str:
    return render_to_string(f"components/forms/{COMPONENTS[name]}.html", {"field": form[name]})


def tag_with(html: str, attribute: str) -> str:
    """The first tag that holds the attribute."""
    return next(part for part in html.split("<") if attribute in part)


@pytest.mark.parametrize("name", COMPONENTS)
def test_a_fresh_field_shows_its_label_and_no_error(name):
    form = ExampleForm(auto_id="%s")

    html = rendered(form, name)

    assert str(form[name].label) in strip_tags(html)
    assert "Fout:" not in html
    assert "aria-invalid" not in html


@pytest.mark.parametrize("name", ["title", "done", "country", "consent"])
def test_an_error_stands_at_the_field_and_is_tied_to_it(name):
    form = ExampleForm({}, auto_id="%s")

    html = rendered(form, name)

    control = tag_with(html, f'name="{name}"')
    assert 'aria-invalid="true"' in control
    assert f"{name}_error" in control.split('aria-describedby="')[1].split('"')[0].split()
    assert f'id="{name}_error"' in html


def test_a_group_of_radios_is_described_by_its_error():
    html = rendered(ExampleForm({}, auto_id="%s"), "stage")

    assert 'aria-describedby="stage_error"' in tag_with(html, "fieldset class")


def test_what_was_typed_and_chosen_is_kept():
    form = ExampleForm({"title": "Een <balie>", "stage": "pilot", "themes": ["b"]}, auto_id="%s")

    assert 'value="Een &lt;balie&gt;"' in rendered(form, "title")
    assert "checked" in tag_with(rendered(form, "stage"), 'value="pilot"')
    assert "checked" not in tag_with(rendered(form, "themes"), 'value="a"')
    assert "checked" in tag_with(rendered(form, "themes"), 'value="b"')


def test_only_a_field_that_may_stay_empty_says_so():
    form = ExampleForm(auto_id="%s")

    assert "(niet verplicht)" in rendered(form, "themes")
    assert "(niet verplicht)" not in rendered(form, "title")
    assert 'aria-required="true"' in tag_with(rendered(form, "title"), 'name="title"')


def test_a_choice_may_explain_itself():
    form = ExampleForm(auto_id="%s")
    form.fields["stage"].choice_hints = {"pilot": "we proberen het uit"}

    html = rendered(form, "stage")

    assert html.count("<small>") == 1
    assert "we proberen het uit" in html


def test_the_summary_links_every_error_to_its_control():
    form = ExampleForm({}, auto_id="%s")

    html = render_to_string("components/forms/error_summary.html", {"form": form})

    assert 'href="#title"' in html
    assert 'href="#stage_0"' in html
    assert 'id="stage_0"' in rendered(form, "stage")
    assert "nog 5 dingen" in html


def test_there_is_no_summary_without_errors():
    form = ExampleForm(auto_id="%s")

    assert not render_to_string("components/forms/error_summary.html", {"form": form}).strip()
