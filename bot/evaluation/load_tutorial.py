"""The tutorials' chat as a process: ``gr.ChatInterface`` over the plain pipeline.

``python -m bot.evaluation.load_tutorial PORT FOLDER``, with ``LOTSE_DB`` naming the index whose
sources it reads once; its own Chroma is in FOLDER.
"""

from __future__ import annotations

import sys
from pathlib import Path


def main(port: int, folder: Path) -> None:
    """Serves until it is ended."""
    import gradio as gr

    from bot.evaluation.tutorial import TutorialPipeline
    from bot.index.store import Store
    from bot.settings import load_settings

    store = Store.open(load_settings())
    records = store.indexed(store.require_current())
    pipeline = TutorialPipeline([record.source for record in records.values()], folder)

    def answer(message: str, history: list[object]) -> str:
        return pipeline.answer(message)

    chat = gr.ChatInterface(answer, api_name="chat", analytics_enabled=False)
    chat.launch(server_name="127.0.0.1", server_port=port, quiet=True)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
