"""What the documents say is true of the project."""

import importlib.util
import inspect
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")

spec = importlib.util.spec_from_file_location("shown", ROOT / "docs" / "shown.py")
shown_by = importlib.util.module_from_spec(spec)
spec.loader.exec_module(shown_by)
PAGES = shown_by.PAGES


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_relative_link_leads_to_a_file(page):
    missing = [link for link in LINK.findall(page.read_text(encoding="utf-8")) if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize(
    ("page", "line", "shown"),
    [
        pytest.param(page.name, line, shown, id=f"{page.name}: {line}")
        for page in PAGES
        for _, line, shown in shown_by.BLOCK.findall(page.read_text(encoding="utf-8"))
    ],
)
def test_what_a_page_shows_of_a_command_is_what_it_prints(page, line, shown):
    assert shown_by.output(line) == shown, "run: make docs"


def test_every_dependency_has_its_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *(d for extra in project["optional-dependencies"].values() for d in extra)]
    names = {re.match(r"[\w-]+", d)[0] for d in wanted}
    reasons = set(re.findall(r"^\| `([\w-]+)`", (ROOT / "docs/dependencies.md").read_text(encoding="utf-8"), re.M))
    assert reasons == names


def test_every_command_has_help_and_is_in_the_readme():
    from onrecord.cli.main import app

    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for registered in app.registered_commands:
        name = registered.name
        assert inspect.getdoc(registered.callback), name
        assert f"onrecord {name}" in readme, name
    for group in app.registered_groups:
        assert f"onrecord {group.name}" in readme, group.name
