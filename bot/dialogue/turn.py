"""One turn of a conversation, read against the question it follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue import cues, fragments, rewriting
from bot.dialogue.intents import has_topic, intent_of
from bot.dialogue.kinds import LEAD, verb_first
from bot.dialogue.language import Language, language_of, language_or_none
from bot.dialogue.names import RoleName, role_names
from bot.dialogue.rewriting import Subject
from bot.german import QUESTION_FILLERS, fold, words
from bot.knowledge.roles import RoleCatalogue
from bot.knowledge.topics import folded_phrase, is_topical


class FollowUp:
    """One turn and the question it follows."""

    def __init__(
        self, text: str, previous: str, context: Sequence[str], catalogue: RoleCatalogue
    ) -> None:
        self.text = text
        self.previous = previous
        self.context = context
        self.catalogue = catalogue
        self.language: Language = language_or_none(text) or language_of(previous)
        bare = LEAD.sub("", text)
        self.corrects = bool(cues.CORRECTION.search(bare))
        bare = LEAD.sub("", cues.CORRECTION.sub("", bare))
        framed = cues.FRAME.sub("", bare)
        if framed != bare:
            framed = cues.ABOUT.sub("", cues.FRAME_END.sub("", framed))
        else:
            framed = (
                cues.FRAME_END.sub("", bare) if fragments.PIECE_START.match(fold(bare)) else bare
            )
        self.bare = framed.strip()
        self.phrase = folded_phrase(self.bare)
        self.names = role_names(self.bare, catalogue)
        self.subjects = rewriting.subjects_of(previous, catalogue)

    def resolved(self) -> str:
        """The turn as a question of its own; the turn itself where it is one already."""
        if not self.phrase:
            return self.text
        if cues.WHY.fullmatch(self.phrase):
            return self._why()
        if cues.MORE.fullmatch(self.phrase):
            return self.previous
        return self._with_own_role() if self.names else self._without_role()

    def _without_role(self) -> str:
        other = self._of_other_role()
        if other is not None:
            return other
        again = rewriting.same_done(self.bare, self.previous)
        if again is not None:
            return again
        both = self._both()
        if both is not None:
            return both
        if not self.subjects or cues.OTHER_ROLE.fullmatch(self.phrase):
            return self.text
        if cues.DURATION.fullmatch(self.phrase):
            return self._how_long()
        if cues.AMOUNT.fullmatch(self.phrase) and "salary" in self._previous_intent():
            return rewriting.question_about("salary", self.subjects[-1].label, self.language)
        if self._is_clause():
            return self._clause()
        return (
            fragments.resolved(self.bare, self.previous, self.catalogue, self.language) or self.text
        )

    def _previous_intent(self) -> str:
        return intent_of(self.previous, len(self.subjects), plain=False)

    def _why(self) -> str:
        if re.match(r"(?:warum|wieso|weshalb|why|how come)\b", folded_phrase(self.previous)):
            return self.previous
        english = language_of(self.previous) == "en"
        if verb_first(folded_phrase(self.previous)):  # "Braucht man …?" – "Warum?"
            return f"{'Why' if english else 'Warum'} {self.previous[:1].lower()}{self.previous[1:]}"
        if len(self.subjects) > 1 and self._previous_intent() == "salary":
            first, second = (subject.label for subject in self.subjects[:2])
            if english:
                return f"Why do {first}s and {second}s earn different amounts?"
            return f"Warum verdienen {first} und {second} unterschiedlich viel?"
        return f"{'Why is that' if english else 'Warum ist das so'}: {self.previous}"

    def _with_own_role(self) -> str:
        rest = _without(self.bare, self.names)
        if self._is_complete(rest) and not self._asks_the_same(rest):
            return self._own_question()
        name = self.names[-1]
        label = self.bare[name.start : name.end]
        if name.role_id is not None:
            label = self.catalogue.get(name.role_id).preferred_label
        question = self._asked_of(Subject(name.role_id, label))
        if name.role_id is None and re.search(r"\beine\s$", self.bare[: name.start]):
            question = question.replace(f"ein {label}", f"eine {label}")
        rest = (
            re.sub(
                r"^\W*(?:(?:für|bei|beim|von|vom|als|mit|und|for|as)\s+)?"
                r"(?:(?:eine?[nmrs]?|der|die|den|dem|des|an?|the)\s+)?",
                "",
                self.bare[: name.start],
                flags=re.IGNORECASE,
            )
            + " "
            + self.bare[name.end :]
        )
        rest = rest.strip(" ?.!,")
        return fragments.modified(question, rest, self.catalogue) or question

    def _is_complete(self, rest: str) -> bool:
        phrase = folded_phrase(rest)
        return bool(
            has_topic(rest)
            or cues.WH.match(self.phrase)
            or verb_first(self.phrase)
            or cues.IMPERATIVE.match(self.phrase)
            or (len([w for w in words(rest) if w not in QUESTION_FILLERS]) > 4 and phrase)
        )

    def _own_question(self) -> str:
        """A complete question; "er" beside another role is still the one asked about before."""
        named = {name.role_id for name in self.names}
        subject = next((s for s in self.subjects if s.role_id not in named), None)
        if subject and self.language == "de" and re.search(r"\b(?:er|ihn|ihm)\b", self.bare):
            return rewriting.with_role(self.bare, subject, "de")
        stripped = LEAD.sub("", self.text)
        if self.corrects:
            return rewriting.capitalised(self.bare)
        return self.text if stripped == self.text else rewriting.capitalised(stripped)

    def _asked_of(self, subject: Subject) -> str:
        names = role_names(self.previous, self.catalogue)
        if not names:
            return rewriting.with_role(self.previous, subject, language_of(self.previous))
        if len({(name.role_id, self._typed(name)) for name in names}) > 1:
            intent = intent_of(self.previous, len(names), plain=False)
            return rewriting.question_about(intent, subject.label, language_of(self.previous))
        return rewriting.replaced(self.previous, names, subject.label)

    def _typed(self, name: RoleName) -> str:
        return "" if name.role_id else fold(self.previous[name.start : name.end])

    def _other_role(self) -> Subject | None:
        if not cues.OTHER_ROLE.search(self.bare):
            return None
        asked = {subject.role_id for subject in self.subjects}
        others = [role for role in self.catalogue.roles if role.id not in asked]
        recent = [
            s for c in reversed(self.context) for s in rewriting.subjects_of(c, self.catalogue)
        ]
        for subject in recent:
            if subject.role_id not in asked:
                return subject
        return Subject(others[0].id, others[0].preferred_label) if len(others) == 1 else None

    def _of_other_role(self) -> str | None:
        """The turn asked of the role that wasn't asked about; None where it names none."""
        subject = self._other_role()
        if subject is None:
            return None
        more = cues.WHY_MORE.fullmatch(self.phrase)
        if more and self.subjects and self._previous_intent() == "salary":
            one = self.subjects[-1].indefinite(self.language)
            other = subject.indefinite(self.language)
            if self.language == "en":
                return f"Why does {one} earn {more['degree']} than {other}?"
            return f"Warum verdient {one} {more['degree']} als {other}?"
        rest = cues.OTHER_ROLE.sub(" ", self.bare)
        if has_topic(rest) and (cues.WH.match(self.phrase) or verb_first(self.phrase)):
            return rewriting.in_place_of_other(self.bare, subject, self.language)
        return self._asked_of(subject)

    def _asks_the_same(self, rest: str) -> bool:
        """Whether a turn says no more than another role: "Wie viele sind es beim KAM?"."""
        same = cues.SAME_ASPECT.fullmatch(folded_phrase(rest))
        quantity = same["quantity"] if same else None
        previous = folded_phrase(self.previous)  # "wie viele" may count what "wie viel" measured
        return bool(same) and (not quantity or quantity.removesuffix("e") in previous)

    def _both(self) -> str | None:
        """The turn with "beide" written out; None where it has none or no two roles are known."""
        if not re.search(r"\b(?:beide[nr]?|both)\b", self.phrase):
            return None
        pair = self._two_subjects()
        if pair is None:
            return None
        first, second = (subject.label for subject in pair)
        chosen = cues.OF_BOTH.sub("", self.bare)
        if chosen != self.bare:
            joined = "or" if self.language == "en" else "oder"
            return rewriting.capitalised(f"{chosen.rstrip('?!. ')}, {first} {joined} {second}?")
        joined = f"{first}s and {second}s" if self.language == "en" else f"{first} und {second}"
        if len(self.phrase.split()) <= 2:  # "Und beide?"
            names = role_names(self.previous, self.catalogue)[:1]
            return rewriting.replaced(self.previous, names, joined)
        changed = cues.GENITIVE_BOTH.sub(f"von {joined}", self.bare, count=1)
        if changed == self.bare:
            changed = cues.BOTH.sub(joined, self.bare, count=1)
        return rewriting.capitalised(changed)

    def _two_subjects(self) -> list[Subject] | None:
        """The two roles that were asked about last, else the two there are."""
        found = list(self.subjects)
        for earlier in reversed(self.context):
            for subject in rewriting.subjects_of(earlier, self.catalogue):
                if subject.role_id not in {s.role_id for s in found}:
                    found.append(subject)
        if len(found) < 2 and len(self.catalogue.roles) == 2:
            found = [Subject(role.id, role.preferred_label) for role in self.catalogue.roles]
        return found[:2] if len(found) > 1 else None

    def _how_long(self) -> str:
        label = self.subjects[-1].label
        if self._previous_intent() == "career":
            if self.language == "en":
                return f"How long does it take to become {rewriting.article(label)} {label}?"
            return f"Wie lange dauert es, {label} zu werden?"
        if self.language == "en":
            return f"How long does that take for {rewriting.article(label)} {label}?"
        return f"Wie lange dauert das bei einem {label}?"

    def _is_clause(self) -> bool:
        if fragments.PIECE_START.match(self.phrase) and not cues.WH.match(self.phrase):
            return False
        return bool(
            cues.WH.match(self.phrase)
            or verb_first(self.phrase)
            or cues.IMPERATIVE.match(self.phrase)
        )

    def _clause(self) -> str:
        own = cues.OWN_SUBJECT.match(self.phrase)
        if own and not is_topical(own[1]):
            return self.text
        employers = cues.EMPLOYERS.match(self.previous)
        if employers and cues.THEY.search(self.bare):
            label = self.subjects[-1].label
            plural = (
                f"with {label}s" if self.language == "en" else f"mit {rewriting.of_several(label)}"
            )
            who = f"{employers['who']} {plural}"
            return rewriting.capitalised(cues.THEY.sub(who, self.bare, count=1))
        subject = self.subjects[-1]
        if cues.NOUN_ONLY.match(self.phrase) and not verb_first(self.phrase.split(" ", 1)[-1]):
            tokens = self.phrase.split()
            if len(tokens) <= 4 and not _has_verb(tokens):
                piece = self.bare.rstrip("?!. ")
                if self.language == "en":
                    return rewriting.capitalised(f"{piece} does {subject.indefinite('en')} have?")
                return rewriting.capitalised(f"{piece} hat ein {subject.label}?")
        if len(self.subjects) > 1 and self._intent_of_bare() == "comparison":
            first, second = (s.label for s in self.subjects[:2])
            joined = (
                f"between {first} and {second}"
                if self.language == "en"
                else (f"zwischen {first} und {second}")
            )
            return rewriting.capitalised(rewriting.appended(self.bare, joined))
        both = self._of_both()
        if both is not None:
            return both
        if (
            cues.ANAPHORA.search(self.phrase)
            or cues.THAT.search(self.phrase)
            or has_topic(self.bare)
            or (re.search(r"(?<!^)\bsie\b", self.bare))
        ):
            return rewriting.with_role(self.bare, subject, self.language)
        if cues.OF_THAT.fullmatch(self.phrase) and re.search(
            r"\b(?:das|es|dies|that|it)\b", self.phrase
        ):
            return f"{rewriting.capitalised(self.bare.rstrip('?!. '))}: {self.previous}"
        return self.text

    def _of_both(self) -> str | None:
        """A clause about the two roles that were compared; None where it is about one."""
        if len(self.subjects) < 2:
            return None
        first, second = (s.label for s in self.subjects[:2])
        english = self.language == "en"
        if cues.CHOOSES.match(self.phrase):
            joined = "or" if english else "oder"
            return rewriting.capitalised(f"{self.bare.rstrip('?!. ')}, {first} {joined} {second}?")
        pair = f"{first}s and {second}s" if english else f"{first} und {second}"
        plural = re.search(r"\bthey\b" if english else r"(?<=en )sie\b", self.bare)
        if plural:
            changed = self.bare[: plural.start()] + pair + self.bare[plural.end() :]
            return rewriting.capitalised(changed)
        if (
            self._previous_intent() == "comparison"
            and not cues.ANAPHORA.search(self.phrase)
            and has_topic(self.bare)
        ):
            return rewriting.capitalised(
                rewriting.appended(self.bare, f"{'for' if english else 'bei'} {pair}")
            )
        return None

    def _intent_of_bare(self) -> str:
        return intent_of(self.bare, 0, plain=False)


def _without(text: str, names: Sequence[RoleName]) -> str:
    for name in reversed(names):
        text = f"{text[: name.start]} {text[name.end :]}"
    return text


def _has_verb(tokens: Sequence[str]) -> bool:
    return any(cues.VERB.fullmatch(token) for token in tokens[1:])
