"""The occupations of ESCO, read from the official CSV export in German.

``sources`` makes a source of each occupation, ``facts`` reads back what its text states,
``notice`` knows what must be said where it is shown, ``titles`` resolves job titles to
occupations, ``paths`` computes steps between them.
"""
