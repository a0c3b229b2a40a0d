"""English names of common occupations, with the German title that each is known by.

The German export has no English titles, and letters and meaning find few of them. So everyday
ones stand here; a name counts where the classification has the German title, or kinds of it.
Left out is what German uses itself: for something else ("chef"), or for many a job ("manager").
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from types import MappingProxyType

_NAMES = """
    accountant: Buchhalter; actor: Schauspieler; actress: Schauspieler; actuary: Aktuar; air
    traffic controller: Fluglotse; ambassador: Botschafter; archaeologist: Archäologe;
    architect: Architekt; archivist: Archivar; astronomer: Astronom; auditor:
    Wirtschaftsprüfer; author: Autor; baker: Bäcker; bank clerk: Bankkaufmann; barber:
    Herrenfriseur; barista: Barista; bartender: Barkeeper; beautician: Kosmetiker; beekeeper:
    Imker; biologist: Biologe; blacksmith: Schmied; bookbinder: Buchbinder; bookkeeper:
    Buchhalter; brewer: Brauer; bricklayer: Maurer; bus driver: Omnibusfahrer; butcher:
    Fleischer; butler: Butler; cabinet maker: Möbeltischler; car mechanic: Kfz-Mechaniker;
    caretaker: Hausmeister; carpenter: Zimmerer; cashier: Kassierer; chemical engineer:
    Chemieingenieur; chemist: Chemiker; chimney sweep: Schornsteinfeger; civil engineer:
    Bauingenieur; cleaner: Reinigungskraft; composer: Komponist; conductor: Dirigent;
    confectioner: Konditor; cook: Koch; crane operator: Kranführer; dancer: Tänzer; data
    analyst: Datenanalyst; data scientist: Datenwissenschaftler; database administrator:
    Datenbankadministrator; dental technician: Zahntechniker; dentist: Zahnarzt; diplomat:
    Diplomat; doctor: Arzt; dressmaker: Schneider; driving instructor: Fahrlehrer; economist:
    Ökonom; editor: Redakteur; electrician: Elektriker; estate agent: Immobilienmakler;
    farmer: Landwirt; fashion designer: Modedesigner; film director: Filmregisseur;
    firefighter: Feuerwehrmann; fitness trainer: Fitnesstrainer; flight attendant:
    Flugbegleiter; florist: Florist; football player: Fußballer; footballer: Fußballer;
    forester: Förster; forestry worker: Forstwirt; gardener: Gärtner; general practitioner:
    Arzt für Allgemeinmedizin; geologist: Geologe; glassblower: Glasbläser; glazier: Glaser;
    goldsmith: Goldschmied; graphic designer: Grafikdesigner; hairdresser: Friseur; historian:
    Historiker; house painter: Maler; hunter: Jäger; insurance broker: Versicherungsmakler;
    interior designer: Innenarchitekt; interpreter: Dolmetscher; janitor: Hausmeister; joiner:
    Tischler; journalist: Journalist; judge: Richter; kindergarten teacher: Kindergärtner; lab
    technician: Laborant; laboratory technician: Laborant; landscape architect:
    Landschaftsarchitekt; landscape gardener: Landschaftsgärtner; lawyer: Rechtsanwalt;
    librarian: Bibliothekar; lifeguard: Rettungsschwimmer; locksmith: Schlosser; lorry driver:
    Lkw-Fahrer; mail carrier: Briefträger; make-up artist: Maskenbildner; mason: Steinmetz;
    mathematician: Mathematiker; mayor: Bürgermeister; mechanical engineer:
    Maschinenbauingenieur; mechatronics technician: Mechatroniker; meteorologist: Meteorologe;
    midwife: Hebamme; miner: Bergmann; musician: Musiker; nanny: Kindermädchen; notary: Notar;
    nurse: Krankenpfleger; occupational therapist: Ergotherapeut; optician: Optiker; painter
    and decorator: Maler; paramedic: Notfallsanitäter; pastor: Pfarrer; pastry cook: Konditor;
    pharmacist: Apotheker; photographer: Fotograf; physician: Arzt; physicist: Physiker;
    physiotherapist: Physiotherapeut; pilot: Pilot; plasterer: Verputzer; plumber: Klempner;
    poet: Dichter; police officer: Polizist; policeman: Polizist; postman: Briefträger;
    potter: Töpfer; priest: Priester; primary school teacher: Grundschullehrer; printer:
    Drucker; private detective: Privatdetektiv; process engineer: Verfahrensingenieur;
    professor: Professor; psychologist: Psychologe; psychotherapist: Psychotherapeut; public
    prosecutor: Staatsanwalt; real estate agent: Immobilienmakler; receptionist: Rezeptionist;
    referee: Schiedsrichter; roofer: Dachdecker; sailor: Matrose; sales assistant: Verkäufer;
    scaffolder: Gerüstbauer; sculptor: Bildhauer; secretary: Sekretär; security guard:
    Wachmann; shoemaker: Schuhmacher; shop assistant: Verkäufer; shopkeeper: Ladenbetreiber;
    singer: Sänger; social worker: Sozialarbeiter; sociologist: Soziologe; software developer:
    Softwareentwickler; software engineer: Softwareentwickler; speech therapist: Logopäde;
    statistician: Statistiker; stonemason: Steinmetz; surveyor: Vermessungsingenieur; system
    administrator: Systemadministrator; tailor: Schneider; tax adviser: Steuerberater; tax
    advisor: Steuerberater; taxi driver: Taxifahrer; teacher: Lehrer; tiler: Fliesenleger;
    tour guide: Reiseleiter; train driver: Triebfahrzeugführer; translator: Übersetzer; travel
    agent: Reisebürokaufmann; truck driver: Lkw-Fahrer; undertaker: Bestatter; upholsterer:
    Polsterer; veterinarian: Tierarzt; waiter: Kellner; waitress: Kellner; warehouse worker:
    Lagerarbeiter; watchmaker: Uhrmacher; welder: Schweißer; window cleaner: Fensterputzer;
    winemaker: Winzer; writer: Schriftsteller; zookeeper: Tierpfleger
"""


def english_names() -> Iterator[tuple[str, str]]:
    """English names in singular and plural, each with a German title."""
    for entry in " ".join(_NAMES.split()).split("; "):
        english, german = entry.split(": ")
        yield english, german
        yield _plural(english), german


@functools.cache
def german_of() -> Mapping[str, str]:
    """German titles by these names, in lower case."""
    return MappingProxyType(dict(english_names()))


def _plural(name: str) -> str:
    """A name in the plural.

    >>> _plural("policeman"), _plural("secretary"), _plural("waitress"), _plural("midwife")
    ('policemen', 'secretaries', 'waitresses', 'midwives')
    """
    for singular, plural in (("man", "men"), ("fe", "ves")):
        if name.endswith(singular):
            return name.removesuffix(singular) + plural
    if name.endswith(("ss", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"
