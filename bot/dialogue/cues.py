"""What the words of a turn tell about its kind: a reason asked for, a correction, a pronoun.

Patterns over folded text without punctuation, but for those that say ``IGNORECASE``: they run
over the turn as typed. "does" folds to "dos".
"""

from __future__ import annotations

import re

WHY = re.compile(
    r"(?:warum|wieso|weshalb|why|how come)(?: (?:ist das|ist dem|is that|is it|das|nicht|not|denn|"
    r"eigentlich|genau|so|then|that|viel|wenig|hoch|lange|much|little|long))*"
)
MORE = re.compile(
    r"(?:(?:bitte|please) )?(?:was noch|noch was|noch mehr|sonst noch(?: was| etwas)?|und sonst|"
    r"was sonst(?: noch)?|weitere|anything else|what else|erzahl\w* (?:mir )?mehr|mehr|"
    r"mehr (?:dazu|davon|details?)|details?|"
    r"genauer|weiter|sag(?:e)? mir mehr|tell me more|more|go on|more details?)"
    r"(?: (?:dazu|davon|daruber|bitte|please|about (?:it|that)))*"
)
CORRECTION = re.compile(
    r"^\s*(?:(?:nein|nee|ne|no|nicht das|falsch|sorry|entschuldigung|pardon|moment|quatsch|ups|"
    r"oh|halt|actually)\b[\s,.!–-]*)*"
    r"(?:(?:ich\s+)?(?:meinte?|wollte|hab(?:e)?\s+gemeint)(?:\s+(?:eigentlich|aber|doch|"
    r"natürlich))*"
    r"|i\s+(?:meant|mean)(?:\s+actually)?|sondern|gemeint\s+(?:ist|war)|nicht\b.{2,60}?\bsondern|"
    r"not\b.{2,60}?\bbut|statt\s?dessen|lieber|rather)\b[\s,:]*|"
    r"^\s*(?:(?:nein|nee|no|falsch|sorry|entschuldigung|quatsch)\b[\s,.!–-]+)+(?=\S)",
    re.IGNORECASE,
)
FRAME = re.compile(
    r"^(?:(?:wie|was)\s+(?:ist|is|isses|sieht|schaut|steht|wäre|siehts|schauts|stehts|"
    r"ists)\s*(?:es|das|dies|'s)?\s*"
    r"(?:denn\s+|dann\s+|eigentlich\s+|so\s+)?(?=(?:mit|bei|beim|um|für|in|im|als|aus)\b)|"
    r"(?:gilt|ist|geht|stimmt|trifft)\s+(?:das|es)\s+(?:auch\s+|denn\s+)?"
    r"(?=(?:für|bei|beim|als|in|im)\b)|"
    r"(?:what|how)\s+about\s+|is\s+(?:that|it)\s+(?:also\s+)?(?:the\s+same\s+)?(?=(?:for|in)\b)|"
    r"what\s+if\s+it(?:'s| is)\s+)",
    re.IGNORECASE,
)
FRAME_END = re.compile(
    r"\s+(?:auch so|genauso|anders|auch|zu|different|the same|too|aus|denn|dann|eigentlich|then|"
    r"so)\s*(?=[?.!]*$)|"
    r"[\s,]+(?:geht|ginge|gilt|klappt|ist|gibt es|gibts)\s+(?:das|es)(?:\s+(?:denn|dann|auch|so|"
    r"genauso|da))*\s*(?=[?.!]*$)",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^(?:mit|um)\s+(?:de[mnr]\s+)?", re.IGNORECASE)
OTHER_ROLE = re.compile(
    r"\b(?P<within>in )?(?P<article>die|der|den|dem|beim|zur|bei der|the|das) (?:jeweils )?"
    r"(?P<other>andere[nrms]?|ander[nm]|other)(?: (?:rolle|beruf|job|position|stelle|role|one|"
    r"manager))?\b",
    re.IGNORECASE,
)
# "Und warum mehr als der andere?", over folded text: the verb is that of the question before.
WHY_MORE = re.compile(
    r"(?:warum|wieso|weshalb|why)(?: (?:so viel|viel|denn|much))? "
    r"(?P<degree>mehr|weniger|more|less) (?:als|than) (?:die|der|den|dem|the) "
    r"(?:andere\w*|other)(?: (?:rolle|beruf|one|role|job))?"
)
# What is left of a turn that asks the same of another role: "wie viele sind es beim …".
SAME_ASPECT = re.compile(
    r"(?P<quantity>wie ?viele?|wie lange?|wie hoch|wie oft|wie weit|how many|how much|how long|"
    r"how often)?(?:wie|was|how|what)?(?: ?(?:sind|ist|waren|war|wird|werden|dauert|gilt|hat|"
    r"braucht|are|is|do|dos|would|be))?(?: (?:es|das|die|dort|da|they|it|that|there|take|denn|"
    r"dann|so|genau|eigentlich|then|normalerweise|usually))*(?: (?:bei|beim|fur|mit|for|at|"
    r"with|als|as|vom|von|of|in|zur)?)?(?: (?:eine?[mnr]?|dem|den|der|the|an?))?"
)
# "Warum macht man das intern?": the verb stands for what was asked about before.
DOES_THAT = re.compile(
    r"^(?P<wh>warum|wieso|weshalb|wann|wo|wie\s+oft|wie\s+lange|why|when|where|how\s+often|"
    r"how\s+long)"
    r"\s+(?:macht|machen|tut|tun|do|does)\s+(?:man|sie|firmen|unternehmen|die|they|companies|"
    r"people|"
    r"one)\s+(?:do\s+)?(?:das|dies|es|that|this|it|so)\b\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
MANNER = re.compile(
    r"^(?:wie|warum|wieso|weshalb|wann|wo|how|why|when|where)\s+(?P<rest>(?!viele?\b|lange?\b|"
    r"hoch\b|"
    r"oft\b|much\b|many\b|long\b|often\b).+)$",
    re.IGNORECASE,
)
# Employers as the subject: "they" then are they, not the role.
EMPLOYERS = re.compile(
    r"^(?:\w+\s+)?(?:\w+(?:en|ern|eln)|do|should|can|did)\s+(?:\w+e\s+)?(?P<who>Firmen|"
    r"Unternehmen|Betriebe|"
    r"Arbeitgeber|companies|firms|employers|businesses)\b",
    re.IGNORECASE,
)
THEY = re.compile(r"(?<=\s)(?:sie|they)\b")
WH = re.compile(
    r"^(?:(?:ab|seit|bis|um|in|mit|bei|fur|von|aus|an|auf|nach|for|at|in|with) )?(?:was|wer|wen|"
    r"wem|wie|wieviele?|wo|wann|warum|wieso|weshalb|welche\w*|wohin|woher|womit|wofur|wovon|worin|"
    r"worauf|woran|wodurch|worum|woruber|wozu|what|who|how|where|when|why|which|whom)\b"
)
IMPERATIVE = re.compile(
    r"^(?:nenne?|erklare?|zeige?|gib|liste|beschreibe?|vergleiche?|sage?|erzahle?|schreibe?|tell|"
    r"explain|show|list|give|describe|compare|write|ich (?:mochte|will|wurde|suche|brauche)|"
    r"i (?:want|would))\b"
)
ANAPHORA = re.compile(
    r"\b(?:er|ihn|ihm|dafur|dazu|damit|davon|dabei|darin|hierfur|hierzu|so (?:einer?|jemand)|man|"
    r"he|she|him|they|them|his|their|that|it|sein\w*|(?:diese[mrn]?|the) (?:job|beruf|rolle|"
    r"position|stelle|role))\b|\bda\b|"
    r"\b(?:der|die)(?=$| (?:auch|so|denn|eigentlich|dann|schon|noch|nicht|immer|viel|oft|mehr|pro|"
    r"uberhaupt|da)\b)"
)
THAT = re.compile(
    r"\b(?:das|es)(?=$| (?:denn|so|auch|eigentlich|genau|bei|im|in|normalerweise|uberhaupt|immer|"
    r"schwer|stressig|dann|pro|ein)\b)"
)
# "Wozu ist das gut?", "Wie meinst du das?": nothing is asked but of what was asked before.
OF_THAT = re.compile(
    r"(?:wozu|wofur|wie|inwiefern|was|wem|wann|why|what|how|who)"
    r"(?: (?:ist|ware|hilft|nutzt|bringt|soll|dient|gilt|heisst|bedeutet|meint|dos|is|would|good|"
    r"for|"
    r"help|mean|that|it|das|es|dies|denn|genau|gut|man|konkret|eigentlich|einem|mir|uns))+"
)
OWN_SUBJECT = re.compile(
    r"^(?:was|wer|what|who) (?:ist|sind|kostet|bedeutet|heisst|is|are|means?) (?:ein|eine|"
    r"an?) (\w+)"
)
DURATION = re.compile(
    r"(?:wie lange?|how long)(?: (?:dauert|braucht|geht|dos|does|dauerts|would|wurde))?"
    r"(?: (?:das|es|man|it|that|this|dafur|dazu|denn|so|etwa|ungefahr|normalerweise|alles|"
    r"in der regel|take|usually|normally))*"
)
AMOUNT = re.compile(
    r"(?:und )?(?:wie ?viel|wie hoch|how much)(?: (?:genau|denn|ist das|etwa|exactly))*"
)
CHOOSES = re.compile(
    r"(?:wer|welche[rs]?|who|which)\b.*\b(?:mehr|weniger|\w+er(?:e[nrs]?)?|more|less)\b"
)
NOUN_ONLY = re.compile(r"^(?:wie ?viele?|welche\w*|how many|which|what) (?:\w+ ?){1,3}$")


OF_BOTH = re.compile(r"\s*\b(?:von (?:den |ihnen )?beiden|of (?:the two|both))\b", re.IGNORECASE)
JOBS = r"(?: (?:rollen|berufe?n?|jobs|positionen|stellen|roles))?"
GENITIVE_BOTH = re.compile(rf"\bder beiden{JOBS}\b", re.IGNORECASE)
BOTH = re.compile(
    rf"\b(?:(?:die|den) )?beide[nr]?{JOBS}\b|\bboth(?: of them| roles| jobs)?\b", re.IGNORECASE
)
VERB = re.compile(
    r"ist|sind|hat|haben|gibt|muss|kann|wird|werden|bekommt|braucht|verdient|man|is|are|do|dos|has|"
    r"have|can|need|take|it|that|es|das|passt|dauert|geht|kommt|zahlt|\w{3,}iert"
)
