"""Towns as they stand alone above a CV's first heading."""

from __future__ import annotations

import re
from typing import Final

_KNOWN_TOWNS = """
    berlin hamburg münchen köln frankfurt stuttgart düsseldorf leipzig dortmund essen bremen
    dresden hannover nürnberg duisburg bochum wuppertal bielefeld bonn münster mannheim
    karlsruhe augsburg wiesbaden gelsenkirchen mönchengladbach aachen braunschweig kiel chemnitz
    halle magdeburg freiburg krefeld mainz lübeck erfurt oberhausen rostock kassel hagen potsdam
    saarbrücken hamm ludwigshafen mülheim oldenburg osnabrück leverkusen darmstadt heidelberg
    solingen herne regensburg neuss paderborn ingolstadt offenbach fürth würzburg ulm heilbronn
    pforzheim wolfsburg göttingen bottrop reutlingen koblenz bremerhaven erlangen recklinghausen
    remscheid jena trier salzgitter moers siegen hildesheim gütersloh cottbus kaiserslautern
    witten hanau schwerin gera esslingen düren tübingen flensburg zwickau gießen lünen ratingen
    marl konstanz worms minden velbert norderstedt bamberg dessau neumünster marburg delmenhorst
    viersen rheine celle fulda bayreuth greifswald görlitz weimar plauen passau landshut kempten
    rosenheim coburg aschaffenburg schweinfurt emden stralsund wismar lüneburg stade soest wesel
    kleve unna ahlen hof ansbach amberg speyer landau wien graz linz salzburg innsbruck
    klagenfurt villach wels dornbirn zürich genf basel bern lausanne winterthur luzern gallen
    lugano biel thun chur paris lyon london leeds manchester birmingham liverpool bristol
    edinburgh glasgow cardiff dublin belfast amsterdam rotterdam brüssel antwerpen warschau
    krakau danzig prag brünn budapest rom mailand turin madrid barcelona lissabon porto
    kopenhagen stockholm oslo helsinki athen istanbul ankara izmir moskau kiew bukarest sofia
    zagreb belgrad luxemburg straßburg
"""
_TOWN_ENDS = (
    r"(?:burg|stadt|dorf|hausen|heim|furt|ingen|kirchen|brücken?|münster|rode|leben|stedt|büttel|"
    r"münde|haven|hafen|walde|lingen|born|weiler|scheid|rath|broich|tal|beuren|zell|hofen|brunn)"
)
TOWN_ALONE: Final = re.compile(
    r"\W*(?:(?:Bad|Sankt|St\.|Neu|Alt|Groß|Klein|Ober|Unter)[ -])?"
    rf"(?:(?i:{'|'.join(_KNOWN_TOWNS.split())})|[A-ZÄÖÜ][a-zäöüß]{{2,}}{_TOWN_ENDS})"
    r"(?:[ -/](?:[A-ZÄÖÜ][a-zäöüß]+|am [A-Z]\w+|an der [A-Z]\w+|im [A-Z]\w+|a\.\s?[MN]\.))?"
    r"(?:,\s(?:Deutschland|Germany|Österreich|Austria|Schweiz|Switzerland|UK|England))?\W*"
)
"""A part of a line above the first heading that is a town and nothing else."""
