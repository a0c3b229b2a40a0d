"""Write ``requirements/*.lock`` from ``pyproject.toml``; run by ``make lock``.

One resolution holds for every Python from 3.11 on and for Linux, macOS and Windows. It is cut into
runtime.lock, torch.lock (PyTorch and its GPU packages, installed by ``tools.torch_build``) and
test.lock (what the checks add); installer.lock holds the tools that install. No two of them share
a package, and each is complete, so they are installed without asking for dependencies.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tools.torch_build import GPU_PACKAGE

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements"
HEADER = "# Written by `make lock` from pyproject.toml; not to be edited.\n"


def blocks(lock: str) -> dict[str, str]:
    """A lock's entries (requirement, hashes, reason), keyed by their first line."""
    entries: dict[str, str] = {}
    key = ""
    for line in lock.splitlines(keepends=True):
        if re.match(r"[a-z0-9]", line):
            key = line.removesuffix("\n").rstrip(" \\")
        if key:
            entries[key] = entries.get(key, "") + line
    return entries


def is_torch(requirement: str) -> bool:
    """Whether a requirement is PyTorch or one of its GPU packages."""
    name = requirement.partition("==")[0]
    return name == "torch" or GPU_PACKAGE.match(name) is not None


def resolve(output: Path, *arguments: str) -> dict[str, str]:
    """Resolve with uv into ``output``, whose former content is kept where it still fits."""
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-header"]
    command += ["--no-emit-index-url", "--no-emit-find-links", "--no-config"]
    command += ["--override", "requirements/overrides.txt"]
    command += ["--output-file", str(output), *arguments]
    subprocess.run(command, cwd=ROOT, check=True)
    return blocks(output.read_text(encoding="utf-8"))


def write(name: str, entries: dict[str, str]) -> None:
    """Write one lock."""
    (REQUIREMENTS / name).write_text(HEADER + "".join(entries.values()), encoding="utf-8")
    print(f"requirements/{name}: {len(entries)} packages")


def lock_all(upgrade: bool) -> None:
    """Resolve and write all locks.

    Args:
        upgrade: take the newest versions that pyproject.toml allows, not the former ones.

    Raises:
        subprocess.CalledProcessError: there is no resolution; uv has said why.
        ValueError: the checks would need another version than the product.
    """
    REQUIREMENTS.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        seed = Path(folder) / "seed.lock"
        former = [] if upgrade else sorted(REQUIREMENTS.glob("*.lock"))
        seed.write_text("".join(file.read_text(encoding="utf-8") for file in former))
        runtime = resolve(seed, "pyproject.toml")
        tested = resolve(seed, "pyproject.toml", "--extra", "test")
        if missing := runtime.keys() - tested.keys():
            raise ValueError(f"the test extra changes {', '.join(sorted(missing))}")
        installed = [file for file in former if file.name == "installer.lock"]
        seed.write_text("".join(file.read_text(encoding="utf-8") for file in installed))
        installer = resolve(seed, "--group", "installer")
    write("installer.lock", installer)
    write("runtime.lock", {key: text for key, text in runtime.items() if not is_torch(key)})
    write("torch.lock", {key: text for key, text in runtime.items() if is_torch(key)})
    write("test.lock", {key: text for key, text in tested.items() if key not in runtime})


def main() -> int:
    """Write the locks; 1 after a sentence when there is no resolution."""
    parser = argparse.ArgumentParser(prog="python -m tools.lock", description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take newer versions")
    try:
        lock_all(parser.parse_args().upgrade)
    except subprocess.CalledProcessError:
        print("The locks are as they were: uv found no resolution (see above).", file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"The locks are as they were: {error}.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
