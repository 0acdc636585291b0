"""The questions of the public form. Their names are a contract; see docs/submissions.md."""

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext as _

from meegenomen.submissions.form import choices
from meegenomen.submissions.form.fields import (
    AskedChoiceField,
    FilesField,
    HttpsField,
    LineField,
    TextField,
)
from meegenomen.submissions.guard.bounds import bounds
from meegenomen.submissions.uploads.waiting_room import WaitingFile

LICENCE = "https://creativecommons.org/licenses/by/4.0/deed.nl"


def story() -> dict[str, forms.Field]:
    return {
        "titel": LineField(
            label=_("Titel"),
            help_text=_("Zeg in één zin wat jullie anders doen."),
            max_length=120,
            missing=_("Vul een titel in."),
        ),
        "gedaan": TextField(
            label=_("Wat hebben jullie gedaan?"),
            help_text=_(
                "Beschrijf het probleem en de aanpak. Noem geen namen van inwoners of collega’s."
            ),
            max_length=1500,
            missing=_("Vul in wat jullie hebben gedaan."),
            widget=forms.Textarea,
        ),
        "opgeleverd": TextField(
            label=_("Wat leverde het op?"),
            help_text=_(
                "Cijfers zijn fijn, een goed verhaal ook. Lukte het niet? Schrijf dan op wat "
                "jullie ervan leerden: ook dat is welkom."
            ),
            max_length=1000,
            missing=_("Vul in wat het opleverde. Een paar zinnen is genoeg."),
            widget=forms.Textarea,
        ),
        "fase": AskedChoiceField(
            label=_("Hoe ver zijn jullie?"),
            choices=choices.stages,
            hints=choices.stage_hints(),
            ask=_("Kies hoe ver jullie zijn."),
            widget=forms.RadioSelect,
        ),
        "thema": forms.MultipleChoiceField(
            label=_("Onderwerpen"),
            help_text=_("Kies er hoogstens drie."),
            choices=choices.themes,
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": _("Kies minstens één onderwerp."),
                "invalid_choice": _("Kies onderwerpen uit de lijst."),
            },
        ),
        "les": AskedChoiceField(
            label=_("Bij welke les past het?"),
            choices=choices.lessons,
            ask=_("Kies een les uit de lijst, of laat dit leeg."),
            required=False,
        ),
    }


def place() -> dict[str, forms.Field]:
    return {
        "organisatie": LineField(
            label=_("Organisatie"),
            help_text=_("Begin te typen en kies uit de lijst, of vul zelf iets in."),
            max_length=160,
            missing=_("Vul de naam van je organisatie in."),
            widget=forms.TextInput(attrs={"autocomplete": "organization", "list": "organisaties"}),
        ),
        "soort": AskedChoiceField(
            label=_("Soort organisatie"),
            choices=choices.organisation_types,
            ask=_("Kies de soort organisatie."),
        ),
        "land": AskedChoiceField(
            label=_("Land"), choices=choices.countries, ask=_("Kies een land.")
        ),
        "link": HttpsField(
            label=_("Link naar meer informatie"),
            help_text=_("Begin met https://"),
            max_length=500,
            widget=forms.URLInput(attrs={"autocomplete": "url"}),
        ),
    }


def files() -> forms.Field:
    limit = bounds()
    return FilesField(
        label=_("Foto’s of documenten"),
        help_text=_(
            "Hoogstens %(files)s bestanden van %(megabytes)s MB: pdf, docx, odt, jpg, png of webp. "
            "Uit foto’s halen we verborgen gegevens weg, zoals de plek waar ze zijn gemaakt."
        )
        % {"files": limit.files, "megabytes": limit.megabytes},
        accept=".pdf,.docx,.odt,.jpg,.jpeg,.png,.webp",
    )


def description_of(photo: WaitingFile) -> forms.Field:
    return LineField(
        label=_("Wat is er op de foto te zien?"),
        help_text=_("Voor lezers die de foto niet kunnen zien."),
        max_length=250,
        missing=_("Beschrijf wat er te zien is op %(name)s.") % {"name": photo.name},
    )


def sender() -> dict[str, forms.Field]:
    wrong_address = _("Controleer je e-mailadres. Het lijkt op naam@organisatie.nl.")
    return {
        "naam": LineField(
            label=_("Je naam"),
            max_length=100,
            missing=_("Vul je naam in."),
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        ),
        "functie": LineField(
            label=_("Je functie"),
            max_length=90,
            widget=forms.TextInput(attrs={"autocomplete": "organization-title"}),
        ),
        "email": forms.EmailField(
            label=_("Je e-mailadres"),
            help_text=_(
                "We mailen je alleen over dit voorbeeld en zetten het adres niet op de site. Vul "
                "je niets in, dan volg je je voorbeeld alleen met de link die je straks krijgt."
            ),
            max_length=254,
            required=False,
            widget=forms.EmailInput(attrs={"autocomplete": "email"}),
            error_messages={
                "invalid": wrong_address,
                "max_length": wrong_address,
                "required": _(
                    "Vul je e-mailadres in. We kregen van je browser geen bewijs dat je geen robot "
                    "bent. Daarom vragen we je om op een link in een mail te klikken."
                ),
            },
        ),
    }


def consents() -> dict[str, forms.Field]:
    return {
        "akkoord": forms.BooleanField(
            label=_("De redactie mag mijn voorbeeld bewerken en vrij hergebruik toestaan."),
            help_text=format_html(
                '{} <a class="nl-link" href="{}">{}</a>.',
                _("Anderen mogen je tekst gebruiken als ze de bron noemen (CC BY 4.0)."),
                LICENCE,
                _("Lees wat dat betekent"),
            ),
            error_messages={"required": _("Geef toestemming om je voorbeeld te publiceren.")},
        ),
        "beeld": forms.BooleanField(
            label=_("Wie herkenbaar op een foto staat, vindt dat goed."),
            required=False,
            error_messages={
                "required": _(
                    "Vink aan dat wie op de foto staat dat goed vindt, of haal de foto weg."
                )
            },
        ),
        "naam_tonen": forms.BooleanField(
            label=_("Zet mijn naam en organisatie bij het voorbeeld."),
            help_text=_(
                "Vink je dit niet aan, dan staat je voorbeeld zonder namen op de site: alleen met "
                "de soort en de grootte van je organisatie. De redactie ziet je naam wel."
            ),
            required=False,
        ),
        "omvang": AskedChoiceField(
            label=_("Hoe groot is je organisatie?"),
            help_text=_("Laat dit leeg als anderen daaraan zien om welke organisatie het gaat."),
            choices=choices.organisation_sizes,
            ask=_("Kies de grootte uit de lijst, of laat dit leeg."),
            required=False,
        ),
    }
