"""The rooms beside the chat: pay, career, role, profile, selection."""
