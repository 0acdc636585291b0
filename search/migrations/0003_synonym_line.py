from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_rebuild"),
    ]

    operations = [
        migrations.CreateModel(
            name="SynonymLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "terms",
                    models.CharField(
                        help_text="Met een komma ertussen, zoals: DigiD, MitID, eID. Wie één van de woorden zoekt, vindt de andere ook. Namen van meer woorden mogen ook. Meervouden hoeven er niet bij.",
                        max_length=620,
                        verbose_name="woorden die hetzelfde betekenen",
                    ),
                ),
            ],
            options={
                "verbose_name": "regel met synoniemen",
                "verbose_name_plural": "synoniemen",
                "ordering": ["terms"],
            },
        ),
    ]
