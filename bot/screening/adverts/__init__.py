"""A job advert's wordings that should be looked at again, with the reason and another way.

``wordings`` holds the rules on age, origin, sex, disability, religion and what is asked for with
an application, ``frames`` what such wordings have in common (a trait beside words that exclude,
demand or ask), ``titles`` the one on titles for one sex, ``pay`` those on pay. A rule reads one
sentence and must see that it speaks of those who apply: a near miss ("junge Unternehmen als
Kunden") costs more trust than a miss.

Nothing here is legal advice: a finding says what may be a risk, not what is unlawful.
"""

from bot.screening.adverts.check import check_advert, check_wording
from bot.screening.adverts.finding import ADVERT_NOTICE, ADVERT_RULES, AdvertFinding

__all__ = ["ADVERT_NOTICE", "ADVERT_RULES", "AdvertFinding", "check_advert", "check_wording"]
