import pytest
from django.contrib.auth.models import Group, User
from wagtail.models import GroupPagePermission, Workflow

from meegenomen.home.groups import ensure_groups_and_workflow
from meegenomen.home.models import HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def groups(site_tree: HomePage) -> None:
    ensure_groups_and_workflow()


def member_of(group: str) -> User:
    user = User.objects.create_user("iemand", password="geheim")
    user.groups.add(Group.objects.get(name=group))
    return user


def test_the_groups_have_dutch_names_and_take_the_place_of_the_standard_ones() -> None:
    names = set(Group.objects.values_list("name", flat=True))
    assert names == {"Redacteur", "Moderator", "Beheerder"}


def test_a_second_run_changes_nothing() -> None:
    def state() -> tuple[object, ...]:
        return (
            list(Group.objects.order_by("pk").values_list("pk", "name", "permissions")),
            list(GroupPagePermission.objects.order_by("pk").values_list()),
            list(Workflow.objects.order_by("pk").values_list("pk", "name", "workflow_tasks__task")),
        )

    before = state()
    ensure_groups_and_workflow()
    assert state() == before


def test_members_of_a_standard_group_come_along() -> None:
    user = User.objects.create_user("oudgediende")
    Group.objects.create(name="Editors").user_set.add(user)
    ensure_groups_and_workflow()
    assert list(user.groups.values_list("name", flat=True)) == ["Redacteur"]


@pytest.mark.parametrize(
    ("permission", "who_may"),
    [
        ("wagtailadmin.access_admin", "RMB"),
        ("core.add_organisation", "RMB"),
        ("core.delete_organisation", "MB"),
        ("core.view_theme", "RMB"),
        ("core.add_theme", "MB"),
        ("core.delete_theme", "MB"),
        ("core.change_country", "MB"),
        ("taggit.add_tag", "RMB"),
        ("taggit.change_tag", "MB"),
        ("taggit.delete_tag", "MB"),
        ("search.add_synonymline", "MB"),
        ("search.delete_synonymline", "MB"),
        ("submissions.change_submission", "MB"),
        ("submissions.change_mailtexts", "MB"),
        ("submissions.change_judgingtexts", "MB"),
        ("submissions.change_limitsettings", "B"),
        ("submissions.change_retentionsettings", "B"),
        ("auth.change_user", "B"),
        ("auth.change_group", "B"),
        ("wagtailcore.change_site", "B"),
        ("wagtailcore.change_workflow", "B"),
        ("wagtailredirects.add_redirect", "B"),
    ],
)
def test_each_group_may_do_its_own_work_and_no_more(permission: str, who_may: str) -> None:
    for number, (letter, group) in enumerate(
        [("R", "Redacteur"), ("M", "Moderator"), ("B", "Beheerder")]
    ):
        user = User.objects.create_user(f"lid-{number}")
        user.groups.add(Group.objects.get(name=group))
        assert user.has_perm(permission) is (letter in who_may), group


@pytest.mark.parametrize(
    ("group", "may_edit", "may_publish", "may_unlock"),
    [
        ("Redacteur", True, False, False),
        ("Moderator", True, True, True),
        ("Beheerder", True, True, True),
    ],
)
def test_rights_on_pages_begin_at_the_home_page(
    site_tree: HomePage, group: str, may_edit: bool, may_publish: bool, may_unlock: bool
) -> None:
    user = member_of(group)
    rights = site_tree.get_children().first().permissions_for_user(user)
    assert rights.can_edit() is may_edit
    assert rights.can_add_subpage() is may_edit
    assert rights.can_publish() is may_publish
    assert rights.can_unlock() is may_unlock
    assert not site_tree.get_parent().permissions_for_user(user).can_add_subpage()


def test_every_page_goes_through_one_workflow_judged_by_moderators(site_tree: HomePage) -> None:
    workflow = site_tree.get_descendants().last().get_workflow()
    assert workflow.name == "Redactie"
    task = workflow.tasks.get().specific
    assert list(task.groups.values_list("name", flat=True)) == ["Moderator"]
    assert Workflow.objects.count() == 1
