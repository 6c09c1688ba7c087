"""The hook and the CI step: what they say, where they stand, and which CI a repository has."""

import os

from trustlint import __version__
from trustlint.tuples import NamedTuple

PACKAGE = f"trustlint-support=={__version__}"


class Step(NamedTuple):
    """A file that makes something run. What `adds` says is for one who has such a file already."""

    about: str
    path: str
    text: str
    adds: str
    hint: str = ""


HOOKS = f"""\
  - repo: local
    hooks:
      - id: trustlint
        name: trustlint
        language: python
        additional_dependencies: [{PACKAGE}]
        entry: trustlint check --only-sources --allow-empty
        types: [file]
"""
HOOK = Step(
    "the hook",
    ".pre-commit-config.yaml",
    f"# Checks what a commit changes. `pre-commit install` switches it on.\nrepos:\n{HOOKS}",
    f"# under `repos:`\n{HOOKS}",
    "`pre-commit install` switches it on",
)

GITHUB = f"""\
name: trustlint
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  trustlint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: python -m pip install "{PACKAGE}"
      - run: trustlint check --output github
"""

GITLAB = f"""\
trustlint:
  image: python:3.13-slim
  script:
    - python -m pip install "{PACKAGE}"
    - trustlint check --output concise --output gitlab=gl-code-quality-report.json
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
"""

AZURE_STEPS = f"""\
  - task: UsePythonVersion@0
    inputs:
      versionSpec: "3.13"
  - script: python -m pip install "{PACKAGE}"
    displayName: Install trustlint
  - script: trustlint check --output azure
    displayName: trustlint
"""
AZURE = f"""\
trigger: [main, master]
pr: ["*"]
pool:
  vmImage: ubuntu-latest
steps:
{AZURE_STEPS}"""

CI = {
    "github": Step("the CI step", ".github/workflows/trustlint.yml", GITHUB, GITHUB),
    "gitlab": Step("the CI step", ".gitlab-ci.yml", GITLAB, GITLAB),
    "azure": Step("the CI step", "azure-pipelines.yml", AZURE, f"# under `steps:`\n{AZURE_STEPS}"),
}
_SIGNS = {"github": (".github",), "gitlab": (".gitlab-ci.yml", ".gitlab"), "azure": ("azure-pipelines.yml",)}
_HOSTS = {"github": "github.", "gitlab": "gitlab.", "azure": "dev.azure.com"}


def is_top() -> bool:
    """Whether the working directory is the top of a git repository: hooks and CI start there."""
    return os.path.exists(".git")


def is_added(step: Step) -> bool:
    """Whether the file is there and speaks of trustlint."""
    try:
        with open(step.path, encoding="utf-8", errors="replace") as file:
            return "trustlint" in file.read()
    except OSError:
        return False


def ci_in_use() -> str | None:
    """The CI that this repository has files of, or whose host it is pushed to."""
    named = next((name for name, signs in _SIGNS.items() if any(map(os.path.exists, signs))), None)
    if named:
        return named
    try:
        with open(".git/config", encoding="utf-8", errors="replace") as file:
            addresses = [line for line in file if line.strip().startswith("url")]
    except OSError:
        return None
    return next((name for name, host in _HOSTS.items() if any(host in each for each in addresses)), None)
