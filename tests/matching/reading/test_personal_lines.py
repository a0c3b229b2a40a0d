"""Lines that say who a person is leave nothing; lines of work that sound alike leave everything.

All lines are invented. They stand where such lines stand: above the first heading, among sentences,
at the end of the document.
"""

from __future__ import annotations

import pytest

from bot.errors import UnreadableError
from bot.matching.profile import Month, Profile
from bot.matching.reading import profile_of_text

TODAY = Month(2026, 11)
JOB = "Berufserfahrung\n03/2019 – heute Fachkraft, Muster GmbH\n"

SENTENCES = """
Ich bin 45 Jahre alt.
I am 29.
Ich bin Mitte 40.
Ich bin Anfang fünfzig.
I'm in my early thirties.
Ich werde nächstes Jahr 60.
Meine Frau arbeitet in Bonn.
Mein Vater war Schreiner.
My husband is a teacher.
Wir haben zwei Kinder.
Ich habe 3 Kids.
Bin seit 2010 glücklich verheiratet.
Ich bin alleinerziehende Mutter von zwei Kindern.
Meine Kinder sind aus dem Haus.
Die Kinderbetreuung ist gesichert.
Childcare is arranged.
Ich bin schwul.
I am a lesbian.
Ich bin trans.
Meine Pronomen sie/ihr.
Ich leide an Asthma.
Ich habe Diabetes Typ 1.
Ich hatte 2019 einen Herzinfarkt.
I have epilepsy.
I was diagnosed with ADHD in 2020.
Ich bin schwanger.
I am in perfect health.
Ich bin gesundheitlich fit.
Bei bester Gesundheit.
Ich habe einen Schwerbehindertenausweis.
Schwerbehinderung GdB 50.
GdB 30, gleichgestellt.
Ich habe keine Allergien.
Meine Epilepsie ist gut eingestellt.
Ich bin gehörlos.
Ich sitze im Rollstuhl.
Ich bin Muslima.
Ich trage Kopftuch.
I am a practising Catholic.
Ich bin Mitglied der SPD.
Mitglied bei ver.di seit 2012.
Ich bin in der CDU aktiv.
IG-Metall-Mitglied.
Ich bin Türke.
Ich bin deutscher Staatsbürger.
I hold a British passport.
Ich habe eine unbefristete Aufenthaltserlaubnis.
Ich komme aus Syrien.
I moved to Germany in 2015.
Ich bin 2015 nach Deutschland geflüchtet.
Seit 1999 lebe ich in Deutschland.
Ich bin in Izmir geboren.
Ich wurde 1985 geboren.
Ich wohne in Köln-Ehrenfeld.
Ich lebe mit meiner Frau in Bonn.
I live in Leeds.
Ich verdiene 3.400 € brutto im Monat.
Zuletzt 2.850 brutto.
Aktuell bekomme ich 52k.
Mein Jahresgehalt liegt bei 61.000 Euro.
Gehaltswunsch 55.000 EUR p. a.
Stundenlohn 17,50 €.
Derzeit A13.
Eingruppiert in TVöD E 9b.
Besoldungsgruppe A 11.
Previous salary: £31,700.
I earned $80k.
Foto liegt bei.
A photo is attached.
Mein Name ist Aylin Demirtaş.
Ich heiße Björn Hoppenstedt.
Ich bin Witwer und Vater von drei erwachsenen Söhnen.
Witwe, zwei erwachsene Töchter.
I am a widower.
Ich habe polnische Wurzeln.
Ich bin Jahrgang 1967.
Ich bin Baujahr 72.
I was born in 1979 in Lagos.
I'm 52 years young.
Ich lebe in Scheidung.
Ich bin frisch getrennt.
Ich pflege meine demenzkranke Mutter.
2019 habe ich den Krebs besiegt.
Ich habe eine Sehbehinderung.
Ich bin auf dem linken Ohr taub.
Ich trage ein Hörgerät.
Ich nehme Medikamente.
Ich bin trockener Alkoholiker.
Ich bin HIV-positiv.
Ich bin Veganerin aus religiösen Gründen.
Freitags gehe ich in die Moschee.
Am Sabbat arbeite ich nicht.
I am Jewish and keep Shabbat.
I wear a hijab.
Ich bin aus der Kirche ausgetreten.
Ich bin Zeuge Jehovas.
Kassierer im Ortsverein der SPD.
Bei den Grünen bin ich Schriftführerin.
Member of the Labour Party since 2010.
Gewerkschaftlich organisiert (IG Metall).
Mein Mann und ich leben in Kiel.
Meine Lebensgefährtin ist Ärztin.
Wir erwarten im März unser erstes Kind.
Ich bin im 5. Monat schwanger.
My wife and I have twins.
Divorced, one daughter.
I am a single mom of two.
Ich besitze die deutsche und die türkische Staatsbürgerschaft.
Ich bin 2016 eingebürgert worden.
Meine Eltern kamen als Gastarbeiter.
Ich habe Migrationshintergrund.
Mein Visum läuft bis 2027.
I need visa sponsorship.
Ich habe eine Blaue Karte EU.
Ich bin gebürtiger Bosnier.
I'm originally from Kenya.
Ich stamme aus der Ukraine.
Ich bin in Kasachstan aufgewachsen.
Ich bin Schweizer.
Ich wohne seit 2010 in Hamburg-Altona.
Ich bin in Mainz zu Hause.
Wohnort ist Fulda.
Mein Geburtstag ist der 3. Mai 1980.
Meine Adresse: Tulpenweg 3 in 50667 Köln.
Ich bekam zuletzt 19 Euro die Stunde.
Bisher 48.000 im Jahr.
Mein letztes Gehalt waren 3800 netto.
Ich möchte mindestens 45.000 € verdienen.
Gehalt: 48k + Bonus.
Unter 60.000 € wechsle ich nicht.
My current package is £55k plus bonus.
I'd like 70k.
Salary: negotiable.
Mein Tagessatz beträgt 850 €.
E13 Stufe 3.
Gez. Kunigunde Meier
(Bild siehe Anlage)
Bewerbungsfoto: foto_meier.jpg
[Passbild]
""".strip().splitlines()

HEADERS = """
Anna-Lena Brömmelkamp
Brömmelkamp, Anna-Lena
Dipl.-Ing. (FH) Egon Quastenflosse
Gülnur Öztürk
verh., 2 Kinder
led.
gesch., 1 Tochter (12)
geb. 14/09/1988
Geb.: 3.4.88 in Passau
*1979 in Gera
Jg. 1985
Née le 14/09/1988 à Lyon
34 J.
(34)
m, 34
w/28
33 Jahre, ledig, deutsch
französische Staatsbürgerin
Staatsang.: dt.
Nat.: D
Rel.: ev.
röm.-kath.
ev.-luth.
Hindu
pacsée, 2 enfants
Spätaussiedler
seit 1999 in Deutschland
Polin
türkischer Staatsangehöriger
EU-Bürger
unbefristete Aufenthaltserlaubnis
Aufenthaltstitel: Niederlassungserlaubnis
Am Erlenbruch 6, 49080 Osnabrück
Hinter den Höfen 12a | 30159 Hannover
14 Rowan Close, Leeds LS8 4QW
Flat 3, 27 Camden High Street, London NW1 7JE
450 Oak Avenue, Springfield, IL 62704
12 rue de la Paix, 75002 Paris
ul. Długa 15/3, 00-238 Warszawa
Via Roma 12, 00184 Roma
Calle Mayor 5, 28013 Madrid
Mariahilfer Straße 88, 1070 Wien
CH-8004 Zürich
Bağdat Cad. No: 12, 34710 İstanbul
Wiesental
wohnhaft in Wiesental
+49 (0)170 5556677
anna.b@web.example
www.anna-b.example
linkedin.com/in/annab
Lichtbild: rechts oben
Foto
schwerbehindert (GdB 60)
Nichtraucher, 1,82 m
schwul, verpartnert
she/her
Pronomen: er/ihm
CDU-Mitglied
Geburtsname: Schulze
geb. Schulze
Meier, Kunigunde
KUNIGUNDE MEIER
Kunigunde "Kuni" Meier
Kunigunde (Kuni) Meier
Kunigunde Meier, geb. Schmidt
Kunigunde Meier • 52 • Kiel
Name: Kunigunde Meier, 52 Jahre
Nguyễn Thị Hoa
Al-Sayed, Mohammed
Jean-Baptiste N'Diaye
Łukasz Wiśniewski
CV Kunigunde Meier
CV_Meier_Kunigunde.pdf
Lebenslauf von Kunigunde Meier
Curriculum Vitae – Kunigunde Meier
Bewerberin: Kunigunde Meier
Witwe
Witwer, 3 Kinder
verheiratet seit 2008 mit Jörg Meier
verheiratet mit Jörg, zwei Jungs
zwei schulpflichtige Kinder (7, 9)
2 Kinder (2012, 2015)
Vater von Zwillingen
Mutter zweier Töchter
eine erwachsene Tochter
Familienstand ledig
Fam.-Stand: verh.
ledig/keine Kinder
Geburtsdatum 4. Juli 1985, Alter 41
Geburtstag: 04.07.
geb. 4. Juli 1985 in Witten/Ruhr
born 4 July 1985 in Cardiff, Wales
DOB 04/07/85
Age: 41
41 Jahre jung
Alter 41
Sternzeichen Löwe
Staatsangehörigkeit deutsch/türkisch
Deutsche
Deutscher
Österreicherin
Ukrainerin (Aufenthalt nach § 24)
syrisch, anerkannter Flüchtling
Nationality: Nigerian (settled status)
Indian citizen, Blue Card holder
Herkunft: Eritrea
Kath.
Konfession rk
evangelisch
keine Konfession
Islam
Muslim, verheiratet
parteilos
Mitglied der FDP
Geschlecht: w
weiblich
divers (keine Anrede)
Herr
non-binary (they/them)
Größe 1,78 m, Gewicht 80 kg
GdB 50 (gehbehindert)
Diabetiker
gesund, Nichtraucher
Allergien: Nüsse
c/o Petersen, Gartenstr. 9, 24103 Kiel
Gartenstr. 9 · D-24103 Kiel
Gartenstraße 9 - 24103 Kiel
An der alten Mühle 7b, 24103 Kiel
Postfach 1234, 24103 Kiel
24103 Kiel
Kiel
Kiel, Deutschland
Wohnort: Kiel
Raum Kiel
Berlin-Neukölln
Frankfurt am Main
221B Baker Street, London NW1 6XE
Manchester M1 4BT
8010 Graz, Annenstraße 5
Kirchgasse 2, CH-3011 Bern
0176-22334455
T 0431 556677 · M 0176 22334455
k.meier (at) post.example
@kunimeier
instagram: kunimeier
xing.com/profile/Kuni_Meier
https://kuni-meier.example/cv
Gehaltsvorstellung: 55.000 €
Verdienst zurzeit 3.100 netto
""".strip().splitlines()

FOOTERS = """
Köln, 12.10.2026 Kevin Brunnhuber
Köln, den 3. November 2026
Köln, im November 2026
Münster, 02.11.26, gez. K. Brunnhuber
Leipzig, 2 November 2026
Dresden, 02/11/2026
""".strip().splitlines()

WORK = """
Altenpflege und Kinderpflege
Geburtshilfe im Kreißsaal
Katholische Religionslehre, Sekundarstufe I
Fachanwältin für Familienrecht
Abrechnung der Kirchensteuer
Wartung von Behindertenliften
Software für Krebsnachsorge
Türkisch fließend, Arabisch Grundkenntnisse
Mitarbeiterin im Frauenhaus
Budget von 2 Mio. € verantwortet
Umsatz 500.000 € pro Jahr
Einsparungen von 120.000 Euro im Jahr
Verkauf von Maschinen ab 50.000 €
Betreuung von Kindern mit Diabetes
Pflege von Patienten nach Schlaganfall
Beratung schwangerer Frauen
Arbeit mit schwerbehinderten Menschen
Ich betreue Menschen mit Demenz und Epilepsie.
Lohnabrechnung für 300 Beschäftigte
Ich komme aus der Gastronomie.
Ich komme aus dem Vertrieb und kenne den Markt.
12 Jahre Erfahrung im Einkauf
5 Jahre, davon 2 als Leiter
Einkäufer für Frankreich, Polen und die Türkei
Gebäudetechnik, 45 Objekte
Mitarbeiter der SPD-Fraktion im Landtag
Referent bei ver.di, Bereich Tarif
Türkische Kunden betreut
Deutsch als Zweitsprache unterrichtet
Kita mit drei Gruppen und 60 Kindern geleitet
Familienbildung und Elternarbeit
Vater-Kind-Kurse geplant
Reha-Technik und Orthopädie
Gesundheits- und Krankenpfleger
Onkologie, Diabetes-Beratung
Aufenthaltsrecht und Asylverfahren
Bearbeitung von Aufenthaltserlaubnissen
Partnerbetreuung und Key Accounts
Ich arbeite gern mit Kindern und Jugendlichen.
Meine Kunden sind Krankenhäuser.
Hilfe für 12 Familien
Weinbau am Hang, 14 ha
Wohnungsbau Lindenallee: 24 Einheiten
Filiale am Marktplatz geleitet
Leitung des Projekts Am Hafen
Regale bis 300 kg bestückt
SAP MM, SD und FI
Fotografie und Bildbearbeitung
Passfotos und Bewerbungsbilder fotografiert
Reisebereitschaft bis 50 %
Mutterschutz und Elternzeit verwaltet
Pflegegrad-Gutachten erstellt
Betriebsrat, Schwerbehindertenvertretung
Gehaltsverhandlungen mit Betriebsräten
Vergütungssysteme eingeführt
Personalbudget von 500.000 € verwaltet
English teacher for refugees
Support for people with disabilities
Family law and equal pay
Revenue of $2m per year
Managed a budget of £300,000 p.a.
Ich bin flexibel und belastbar.
Ich bin seit 2015 als Koch tätig.
Seit 2015 in Deutschland als Ingenieur tätig
Trans-European networks
Straßenbau, Tiefbau, Kanalbau
Ausbildung mit 18 begonnen
Autismus-Therapie für Kinder
Christliche Sozialarbeit studiert
Orthodoxe Kunst kuratiert
Single-Page-Anwendungen
Divers: Hubwagen, Gabelstapler
Blindenschrift und Gebärdensprache
Ich spreche Deutsch, Türkisch und Kurdisch.
Produktmanager, 3 Produkte, 2 Märkte
NAT: Network Address Translation, VPN
Kinder: Programm für Ferienfreizeiten geplant
Ich habe drei Kinder betreut.
Ich habe zwei Mädchen als Au-pair betreut.
Ich koche auch für Gäste mit Allergien.
I have mental health experience.
I have worked with children with autism.
Ich arbeite mit Kindern mit Behinderung.
Ich habe Menschen nach einem Schlaganfall gepflegt.
Ich habe die Reha-Abteilung geleitet.
Ich unterrichte evangelische Religion.
Ich habe in einer katholischen Klinik gearbeitet.
Ich habe in der Türkei gearbeitet.
Ich spreche Polnisch und Russisch.
Ich kann Deutsch und Englisch.
Ich habe ein Studium in Frankreich abgeschlossen.
Ich habe drei Jahre in Polen gearbeitet.
Ich betreue unsere polnischen Kunden.
Ich habe 45 Mitarbeiter geführt.
Ich habe 30 Jahre Erfahrung.
Ich bin seit 30 Jahren im Vertrieb.
Ich bin gelernter Koch.
Ich bin Altenpfleger.
Ich bin Familienpflegerin.
Ich bin Leiterin einer Kinderkrippe.
Ich leite ein Frauenhaus.
Ich arbeite in der Krebsforschung.
Meine Patienten haben oft Diabetes.
Unsere Familienberatung habe ich aufgebaut.
Ich plane Hochzeiten und Familienfeste.
Ich fotografiere Hochzeiten.
Ich bin Standesbeamter und Trauredner.
Ich habe Familienrecht studiert.
Ich war Mitglied im Projektteam.
Ich bin Mitglied der Geschäftsleitung.
Ich bin Mitglied im VDI.
Vorsitzender des Prüfungsausschusses der IHK
Ich bin aktiv im Vertrieb.
Ich habe 500.000 € Umsatz gemacht.
Ich habe Förderanträge über 80.000 € bewilligt bekommen.
Ich habe ein Budget von 200.000 Euro im Jahr verantwortet.
Ich habe Löhne und Gehälter abgerechnet.
Kassenbestand von 5.000 € täglich geprüft
Honorarabrechnung nach GOÄ
Verkauf von Immobilien ab 300.000 Euro
Ich möchte Projekte über 100.000 € leiten.
Ich wohne gern weiter weg und pendle.
Ich lebe für die Küche.
Ich lebe Teamarbeit.
Ich bin in der Pflege zu Hause.
Ich bin gut in Excel.
Ich bin offen für Schichtarbeit.
Ich bin bereit zu reisen.
Ich bin deutschlandweit mobil.
I am based on facts.
I am fluent in Turkish.
I am a native speaker of Polish.
I was responsible for family leave policies.
I am a senior nurse in oncology.
I supported refugees in finding work.
I worked in France and Spain.
Ich war in Japan auf Montage.
Betreuung von 12 Kindern (3 bis 6 Jahre)
Gruppenleitung U3, 15 Kinder
Kinderkrankenschwester, Station für Krebskranke
Gynäkologie, Geburtshilfe, Schwangerenberatung
Blinden- und Gehörlosenpädagogik
Sehbehindertenpädagogik
Ausbildung zum Diabetesberater
Herzkatheter-Labor, Herzinfarkt-Nachsorge
Rollstuhlreparatur und Prothesenbau
Hörgeräteakustikerin
Allergenmanagement in der Küche
Impfungen vorbereitet und dokumentiert
Medikamente gestellt und verabreicht
Betreuung von Flüchtlingen
Jugendmigrationsdienst
Deutschkurse für Geflüchtete
Visa-Anträge bearbeitet
Einwanderungsrecht, Staatsangehörigkeitsrecht
Export nach Polen, Russland und in die Türkei
Türkische und arabische Küche
Chinesische Medizin
Griechischer Wein, Einkauf
Islamwissenschaft, Judaistik
Orgelspiel, Kirchenmusik
Friedhofsverwaltung der Kirchengemeinde
Pfarrsekretärin der Gemeinde St. Marien
Gewerkschaftsrecht und Tarifverträge
Wahlkampf für die CDU organisiert
Pressesprecher der SPD
Männer- und Frauensport
Herrenausstatter, Damenmode
Herr der Ringe Übersetzung
Mutter-Kind-Kur organisiert
Vatertagsaktionen geplant
Tochtergesellschaft geleitet
Schwesterfirma aufgebaut
Partnerprogramm entwickelt
Brüder-Grimm-Schule
Single Sign-on, SSO
Trans-Pacific shipping
Adress- und Stammdatenpflege
Straße und Schiene, Logistik
Ringstraßenausbau 2019
Hafenbetrieb Kiel
Fotostudio geleitet
Photoshop, Lightroom
Altersvorsorge, Rente und Pension beraten
Alter der Maschinen geprüft
Geburtstagskarten gestaltet
Größenberechnung, Gewichtskontrolle
Religion und Ethik, Klassen 5 bis 10
BAT-Tarif abgerechnet
EG-Sicherheitsdatenblätter
A13 Autobahnmeisterei
""".strip().splitlines()

ASIDES = [
    ("Ich verdiente zuletzt 2.310 netto. Ich schweiße gern.", "Ich schweiße gern.", "pay"),
    ("2010 - 2015 Koch, Hotel Sonne, 1.900 € brutto", "2010 - 2015 Koch, Hotel Sonne", "pay"),
    ("Mit meinen 58 Jahren leite ich ein Team.", "leite ich ein Team.", "birth"),
    ("Ich bin 45 Jahre alt und habe 20 Jahre im Vertrieb gearbeitet.",
     "habe 20 Jahre im Vertrieb gearbeitet.", "birth"),
    ("Als Mutter von zwei Söhnen arbeite ich in Teilzeit.", "arbeite ich in Teilzeit.", "family"),
    ("Wegen meines Asthmas arbeite ich nur im Büro.", "arbeite ich nur im Büro.", "health"),
    ("Ich ziehe mit meinem Mann nach Kiel um.", "Ich ziehe nach Kiel um.", "family"),
    ("Übernachten geht nicht, weil ich abends meine Kinder abhole.", "Übernachten geht nicht.",
     "family"),
    ("Im Moment krieg ich 1150 €. Ich schweiße gern.", "Ich schweiße gern.", "pay"),
    ("Just so you know: I am female, 31 and in good health. I weld.", "Just so you know. I weld.",
     "sex"),
    ("Ich bin evangelisch und flexibel.", "Ich bin flexibel.", "religion"),
    ("Personalbudget von 2 Mio. Euro verantwortet, Gehalt zuletzt 71.000 €",
     "Personalbudget von 2 Mio. Euro verantwortet", "pay"),
    ("hobbys: Gartenbau bei opa, Angeln", "hobbys: Gartenbau, Angeln", "family"),
]  # fmt: skip


def _read(text: str) -> Profile | None:
    try:
        return profile_of_text(text, TODAY)
    except UnreadableError:
        return None


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_about_oneself_leaves_nothing(line):
    profile = profile_of_text(f"Kenntnisse in Excel und SAP.\n{line}", TODAY)
    assert profile.text == "Kenntnisse in Excel und SAP."
    assert profile.removed


@pytest.mark.parametrize("line", HEADERS)
def test_a_line_above_the_first_heading_leaves_nothing(line):
    profile = profile_of_text(f"Lebenslauf\n{line}\nTel. 0221 445566\n\n{JOB}", TODAY)
    assert profile.text.removeprefix("Lebenslauf").strip() == JOB.strip()


@pytest.mark.parametrize("line", FOOTERS)
def test_place_date_and_signature_leave_nothing(line):
    document = f"Lebenslauf\nTel. 0221 445566\n\n{JOB}\nSprachen\nEnglisch (B2)\n\n{line}"
    assert profile_of_text(document, TODAY).text.endswith("Englisch (B2)")


@pytest.mark.parametrize(("line", "rest", "kind"), ASIDES)
def test_the_rest_of_a_sentence_stays(line, rest, kind):
    profile = profile_of_text(line, TODAY)
    assert profile.text == rest
    assert kind in dict(profile.removed)


@pytest.mark.parametrize("line", WORK)
def test_work_that_sounds_alike_stays(line):
    for text in (f"{JOB}- {line}", f"Kenntnisse in Excel.\n{line}"):
        profile = profile_of_text(text, TODAY)
        assert profile.removed == ()


NAMES = [
    "Holger Quastmann", "Léa Girardot", "Nguyễn Thị Hoa", "Łukasz Wiśniewski", "Aylin Demirtaş",
    "Jean-Baptiste N'Diaye", "Oluwaseun Adeyemi", "Wang Xiaoming", "Dragana Petrović",
]  # fmt: skip
TITLES = ["{}", "Dipl.-Ing. (FH) {}", "Lebenslauf / CV – {}", "Curriculum Vitae von {}", "{} (34)"]


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_gone_wherever_it_comes_again(name, title):
    last = name.split()[-1]
    text = (
        f"{title.format(name)}\nTel. 0221 445566\n\n{JOB}- Frau {last} leitete das Team\n"
        f"- Datei: CV_{last}_2026.pdf\n\nKöln, 02.11.2026 {name}"
    )
    profile = profile_of_text(text, TODAY)
    assert not any(part in profile.text for part in name.split())
    assert "Köln, 02" not in profile.text
    assert [job.title for job in profile.work] == ["Fachkraft"]
