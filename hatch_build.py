"""Makes ready, while a wheel is built, what an installed trustlint would otherwise make on its first run."""

import os
import subprocess
import sys
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class Ready(BuildHookInterface):
    """Rules, platforms, patterns and modules, as `trustlint.shipping` and `trustlint.starting` make them.

    It needs what reads packs and compiles patterns. Where that is missing (a build without isolation) the wheel is
    built without: the same, and slower on its first run. Editable installations do without too.
    """

    def dependencies(self) -> list[str]:
        needed = ("regex", "pyyaml")
        return [each for each in self.metadata.core.dependencies if each.startswith(needed)]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if version != "standard":
            return
        self._made = TemporaryDirectory()
        env = {**os.environ, "PYTHONPATH": self.root, "PYTHONDONTWRITEBYTECODE": "1"}
        # What is imported depends on what is ready, so the second goes by what the first has made.
        for maker in ("trustlint.shipping", "trustlint.starting"):
            command = [sys.executable, "-m", maker, self._made.name]
            done = subprocess.run(command, env=env, cwd=self.root, check=False, capture_output=True, text=True)
            if done.returncode:
                self.app.display_warning(f"nothing is made ready for the first run:\n{done.stderr}")
                return
        build_data["force_include"][self._made.name] = "trustlint/ready/data"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        if version == "standard":
            self._made.cleanup()
