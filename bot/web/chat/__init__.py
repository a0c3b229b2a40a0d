"""The chat page: Gradio's parts, a turn of the conversation, its file."""
