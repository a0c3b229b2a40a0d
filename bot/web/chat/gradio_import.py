"""Importing Gradio without the work it does for editors.

Gradio 6 parses its own source files at every import to write interface stubs (.pyi) beside them:
about a third of the import, and a write into site-packages. It leaves components alone whose
source can't be found, so while it is imported its components have none.
"""

from __future__ import annotations

import inspect
from typing import Any


def import_gradio() -> None:
    """Imports gradio; afterwards ``import gradio`` costs nothing."""
    find = inspect.getfile

    def find_but_gradio(object: Any) -> str:  # noqa: ANN401 - the standard library's signature
        if isinstance(object, type) and object.__module__.startswith("gradio."):
            raise OSError("not needed outside an editor")
        return find(object)

    inspect.getfile = find_but_gradio
    try:
        import gradio  # noqa: F401
    finally:
        inspect.getfile = find
