"""Answers about the occupations of a classification, where no article tells of them.

``titles`` leads titles to occupations, ``answer`` decides what of the classification answers,
``steps`` shows steps that are computed, ``texts`` holds the sentences.
"""
