"""Reading: a CV or a few sentences about oneself become a ``Profile``.

Data flows one way: ``documents`` turns a file into lines, ``privacy`` takes out who the person
is, ``neutral`` gives titles one form, and a module for each kind of item (``work``,
``education``, ``languages``, ``claims``) reads what is left. ``reader`` puts it together.
"""

from bot.matching.reading.reader import profile_of_text, read_profile

__all__ = ["profile_of_text", "read_profile"]
