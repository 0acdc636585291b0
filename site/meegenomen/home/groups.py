"""Who may do what in the admin: three groups, and the workflow a page goes through."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from meegenomen.home.models import HomePage

ADMIN = ("wagtailadmin.access_admin",)
USE_TERMS = (
    "core.view_theme",
    "core.view_country",
    "core.view_organisation",
    "core.add_organisation",
    "core.change_organisation",
    "taggit.view_tag",
    "taggit.add_tag",
)
MANAGE_TERMS = (
    *USE_TERMS,
    "core.add_theme",
    "core.change_theme",
    "core.delete_theme",
    "core.add_country",
    "core.change_country",
    "core.delete_country",
    "core.delete_organisation",
    "taggit.change_tag",
    "taggit.delete_tag",
)
JUDGE_SUBMISSIONS = (
    "submissions.view_submission",
    "submissions.change_submission",
    "submissions.change_mailtexts",
    "submissions.change_judgingtexts",
)
SEE_HOW_SEARCH_DOES = ("search.view_rebuild",)
MANAGE_SYNONYMS = (
    "search.view_synonymline",
    "search.add_synonymline",
    "search.change_synonymline",
    "search.delete_synonymline",
)
SEE_WHAT_IS_ASKED = ("search.view_askedquestion",)
ASK_FOR_EXAMPLES = (
    "lessons.view_wantedexample",
    "lessons.add_wantedexample",
    "lessons.change_wantedexample",
    "lessons.delete_wantedexample",
)
PROMOTE_RESULTS = (
    "wagtailsearchpromotions.add_searchpromotion",
    "wagtailsearchpromotions.change_searchpromotion",
    "wagtailsearchpromotions.delete_searchpromotion",
)
OWN_FILES = (
    "wagtailimages.add_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.choose_document",
)
ALL_FILES = (
    *OWN_FILES,
    "wagtailimages.change_image",
    "wagtailimages.delete_image",
    "wagtaildocs.change_document",
    "wagtaildocs.delete_document",
)
COLLECTIONS = (
    "wagtailcore.add_collection",
    "wagtailcore.change_collection",
    "wagtailcore.delete_collection",
)
# All that these apps know is the administrator's: users, sites, redirects, workflows, settings.
APPS_OF_ADMINISTRATOR = (
    "auth",
    "core",
    "home",
    "lessons",
    "search",
    "submissions",
    "taggit",
    "trips",
    "wagtailcore",
    "wagtailredirects",
    "wagtailsearchpromotions",
    "wagtailusers",
)


@dataclass(frozen=True, slots=True)
class Role:
    """A group: its rights on the site, on pages below the home page, and in all collections."""

    name: str
    was: str
    """What Wagtail calls the group that this one takes the place of; empty for none."""
    site: tuple[str, ...]
    pages: tuple[str, ...]
    files: tuple[str, ...]


EDITOR = Role(
    name="Redacteur",
    was="Editors",
    site=(*ADMIN, *USE_TERMS, *SEE_WHAT_IS_ASKED),
    pages=("add_page", "change_page"),
    files=OWN_FILES,
)
MODERATOR = Role(
    name="Moderator",
    was="Moderators",
    site=(
        *ADMIN,
        *MANAGE_TERMS,
        *JUDGE_SUBMISSIONS,
        *SEE_HOW_SEARCH_DOES,
        *SEE_WHAT_IS_ASKED,
        *MANAGE_SYNONYMS,
        *PROMOTE_RESULTS,
        *ASK_FOR_EXAMPLES,
    ),
    pages=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    files=ALL_FILES,
)
ADMINISTRATOR = Role(
    name="Beheerder",
    was="",
    site=(*ADMIN, *MANAGE_TERMS, *JUDGE_SUBMISSIONS),
    pages=(*MODERATOR.pages, "bulk_delete_page"),
    files=(*ALL_FILES, *COLLECTIONS),
)
ROLES = (EDITOR, MODERATOR, ADMINISTRATOR)

WORKFLOW = "Redactie"
DEFAULT_WORKFLOW = "Moderators approval"  # what a migration of Wagtail calls the one it makes


def ensure_groups_and_workflow() -> None:
    """Give what is lacking. Run again, it adds what is new and takes nothing away."""
    home = HomePage.objects.get()
    groups = {role: _group_of(role) for role in ROLES}
    for role, group in groups.items():
        group.permissions.add(*_permissions(role.site))
        for permission in _permissions(f"wagtailcore.{name}" for name in role.pages):
            GroupPagePermission.objects.get_or_create(group=group, page=home, permission=permission)
        for permission in _permissions(role.files):
            GroupCollectionPermission.objects.get_or_create(
                group=group, collection=Collection.get_first_root_node(), permission=permission
            )
    groups[ADMINISTRATOR].permissions.add(
        *Permission.objects.filter(content_type__app_label__in=APPS_OF_ADMINISTRATOR)
    )
    _ensure_workflow(groups[MODERATOR], home)


def _group_of(role: Role) -> Group:
    """The group by its name. Wagtail's own is renamed: it keeps its members, not its rights."""
    group = Group.objects.filter(name=role.name).first()
    standard = Group.objects.filter(name=role.was).first() if role.was else None
    if group is None and standard is not None:
        standard.permissions.clear()
        GroupPagePermission.objects.filter(group=standard).delete()
        GroupCollectionPermission.objects.filter(group=standard).delete()
        standard.name = role.name
        standard.save()
        return standard
    if group is not None and standard is not None:
        group.user_set.add(*standard.user_set.all())
        standard.delete()
    return group or Group.objects.create(name=role.name)


def _permissions(names: Iterable[str]) -> list[Permission]:
    """Those that exist; an app that is not installed has none."""
    wanted = Q(pk__in=[])
    for name in names:
        app, codename = name.split(".")
        wanted |= Q(content_type__app_label=app, codename=codename)
    return list(Permission.objects.filter(wanted))


def _ensure_workflow(moderators: Group, home: Page) -> None:
    """One task by the moderators, for the home page and so for all below it."""
    task_name = _("Beoordelen door een moderator")
    workflow = Workflow.objects.filter(name__in=[WORKFLOW, DEFAULT_WORKFLOW]).first() or Workflow()
    if workflow.name != WORKFLOW:
        workflow.name = WORKFLOW
        workflow.save()
        # Its task came with it from a migration of Wagtail, with an English name.
        workflow.tasks.update(name=task_name)
    if not workflow.tasks.exists():
        task = GroupApprovalTask.objects.create(name=task_name)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    workflow.tasks.first().specific.groups.add(moderators)
    if not WorkflowPage.objects.filter(page=home).exists():
        WorkflowPage.objects.filter(workflow=workflow, page__depth=1).delete()
        WorkflowPage.objects.create(workflow=workflow, page=home)
