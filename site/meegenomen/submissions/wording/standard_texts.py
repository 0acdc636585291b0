"""What the site says when nobody in the admin chose other words."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meegenomen.submissions.models.outgoing import MailKind

# Subject and body; what stands between braces is filled in, see `placeholders`.
MAILS: dict[MailKind, tuple[Promise, Promise]] = {
    MailKind.CONFIRM: (
        gettext_lazy("Bevestig je inzending"),
        gettext_lazy(
            "Iemand vulde dit mailadres in bij een voorbeeld op onze site.\n\n"
            "Was jij dat? Open dan deze link en klik op de knop. Pas daarna gaat je voorbeeld naar "
            "de redactie:\n{link}\n\n"
            "Was jij het niet? Dan hoef je niets te doen. We wissen alles na 7 dagen.\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.RECEIVED: (
        gettext_lazy("Je voorbeeld is binnen"),
        gettext_lazy(
            "Dank je wel. Je voorbeeld ‘{titel}’ is binnen.\n\n"
            "Op deze volglink zie je hoe het ervoor staat. Bewaar hem en deel hem niet:\n{link}\n\n"
            "Zolang de redactie niet is begonnen, kun je je voorbeeld daar wijzigen of "
            "intrekken.\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.TAKEN: (
        gettext_lazy("We zijn met je voorbeeld bezig"),
        gettext_lazy(
            "De redactie is begonnen met je voorbeeld ‘{titel}’. Het staat nog niet op de site. "
            "Je krijgt bericht als we een vraag hebben of als we hebben besloten.\n\n"
            "Je volglink:\n{link}\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.QUESTION: (
        gettext_lazy("We hebben een vraag over je voorbeeld"),
        gettext_lazy(
            "We hebben een vraag over je voorbeeld ‘{titel}’:\n\n"
            "{vraag}\n\n"
            "Antwoord op je volglink, niet op deze mail:\n{link}\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.ANSWERED: (
        gettext_lazy("Er is antwoord op je vraag"),
        gettext_lazy(
            "De inzender van ‘{titel}’ heeft je vraag beantwoord. Je leest het antwoord in de "
            "beheeromgeving:\n{link}"
        ),
    ),
    MailKind.PUBLISHED: (
        gettext_lazy("Je voorbeeld staat op de site"),
        gettext_lazy(
            "Je voorbeeld ‘{titel}’ staat op de site. Dank je wel dat je het deelde.\n\n"
            "{pagina}\n\n"
            "Je volglink blijft werken:\n{link}\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.REFUSED: (
        gettext_lazy("Over je voorbeeld"),
        gettext_lazy(
            "De redactie plaatst je voorbeeld ‘{titel}’ niet. Dit is de reden:\n\n"
            "{reden}\n\n"
            "De reden staat ook op je volglink:\n{link}\n\n"
            "De redactie van Meegenomen"
        ),
    ),
    MailKind.WITHDRAWN: (
        gettext_lazy("Je voorbeeld is ingetrokken"),
        gettext_lazy(
            "Je hebt je voorbeeld ‘{titel}’ ingetrokken. We hebben gewist wat je instuurde, "
            "behalve de titel. Dit is onze laatste mail: je mailadres wissen we nu ook.\n\n"
            "De redactie van Meegenomen"
        ),
    ),
}


def criteria() -> list[tuple[str, str]]:
    """Blocks of a stream field."""
    return [
        ("criterion", criterion)
        for criterion in (
            _("Het gaat over het werk van een overheid of een organisatie met een publieke taak."),
            _("Je was er zelf bij, of je weet het uit de eerste hand."),
            _("Je vertelt wat jullie deden én wat dat opleverde. Een mislukking telt ook."),
            _("Een ander kan er iets mee: het is meer dan een aankondiging."),
            _("Het is geen reclame voor een product of bedrijf."),
            _("Er staat niets in over inwoners of collega’s dat privé of vertrouwelijk is."),
            _("Tekst, foto’s en documenten mag je delen."),
        )
    ]


def refusal_reasons() -> list[tuple[str, dict[str, str]]]:
    """Blocks of a stream field."""
    reasons = (
        (
            _("Te weinig te leren"),
            _(
                "Je voorbeeld vertelt nog te weinig over wat jullie deden en wat dat opleverde. "
                "Daardoor kan een ander er nog niet mee aan de slag. Weet je straks meer? Stuur "
                "het dan gerust opnieuw in."
            ),
        ),
        (
            _("Geen voorbeeld uit de praktijk"),
            _(
                "Op deze site staan voorbeelden van wat een organisatie zelf heeft geprobeerd. "
                "Jouw inzending is daarvoor te veel een plan, een oproep of een mening."
            ),
        ),
        (
            _("Past niet bij de onderwerpen"),
            _(
                "Je voorbeeld gaat niet over het werk van de overheid of over een van de "
                "onderwerpen van deze site."
            ),
        ),
        (
            _("Reclame"),
            _("Je inzending prijst vooral een product of een bedrijf aan. Dat plaatsen we niet."),
        ),
        (
            _("Staat er al"),
            _(
                "Dit voorbeeld staat al op de site. Heb je er iets nieuws over te vertellen? Kies "
                "dan bij het insturen ‘vul dat voorbeeld aan’."
            ),
        ),
        (
            _("Gegevens van personen"),
            _(
                "In je inzending staan gegevens waaraan inwoners of collega’s te herkennen zijn. "
                "Dat mogen we niet plaatsen. Zonder die gegevens is je voorbeeld welkom."
            ),
        ),
        (
            _("Rechten"),
            _(
                "We weten niet zeker of we de tekst, foto’s of documenten mogen gebruiken. Stuur "
                "het opnieuw in als je daarvoor toestemming hebt."
            ),
        ),
    )
    return [("reason", {"title": title, "text": text}) for title, text in reasons]
