"""Files for people: documents as Markdown, PDF or plain text, tables as CSV.

What a source, a question or a profile says has no meaning in any of them: no markup, no formula.
"""
