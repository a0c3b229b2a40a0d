"""Words of working life that mean the same, German and English: traits, and what one knows.

General vocabulary, from no corpus. A line is "name: word word two_words"; an underscore joins
the words of a phrase. Words are matched by their stems, so one form of each is enough.
"""

from __future__ import annotations

_TRAITS = """
communication: Kommunikationsfähigkeit Kommunikationsfähigkeiten Kommunikationsstärke
    kommunikationsstark Kommunikationstalent Kommunikationsgeschick kommunikativ
    kommunikationsfähig Kommunikationskompetenz Kommunikation kommunizieren kommunikationsfreudig
    communication communicator communicative communicate Kommunikationstalent;
negotiation: Verhandlungsgeschick verhandlungsstark Verhandlungsstärke Verhandlungssicherheit
    Verhandlungstalent Verhandlungsführung Verhandlungskompetenz verhandeln Verhandlung
    Verhandlungen verhandlungserfahren negotiation negotiator negotiate negotiating
    Verhandlungsfähigkeit Verkaufsverhandlungen Vertragsverhandlungen Preisverhandlung
    Preisverhandlungen Lieferantenverhandlungen Jahresgespräche verhandelt verhandelte
    negotiated Verkaufsverhandlungen_führen Verhandlungen_führen Vertragsverhandlungen_führen;
empathy: Empathie empathisch Einfühlungsvermögen einfühlsam Einfühlung Feingefühl empathy
    empathetic empathic;
team: Teamfähigkeit teamfähig Teamplayer Teamgeist teamorientiert Teamarbeit Teamwork
    team_player arbeite_gut_im_Team arbeite_sehr_gern_im_Team Arbeiten_im_Team
    arbeite_im_Team arbeite_gern_im_Team arbeite_gerne_im_Team Arbeit_im_Team
    Teamorientierung team_oriented Team_Player;
organising: Organisationstalent Organisationsstärke organisationsstark Organisationsfähigkeit
    Organisationsgeschick organisiert organisieren Organisationsvermögen organised organized
    organisational_skills organizational_skills organisation_skills;
resilience: Belastbarkeit belastbar stressresistent Stressresistenz Resilienz resilient resilience
    stressbeständig krisenfest stress_resistant Stress_macht_mir_nichts_aus Stressfestigkeit;
punctual: pünktlich Pünktlichkeit punctual punctuality;
reliable: zuverlässig Zuverlässigkeit reliable reliability verlässlich Verlässlichkeit dependable;
initiative: Eigeninitiative initiativ Initiative proaktiv proactive self_starter
    self_motivated Initiative_zeigen;
responsible: Eigenverantwortung eigenverantwortlich Eigenverantwortlichkeit
    Verantwortungsbewusstsein verantwortungsbewusst Verantwortungsgefühl;
independent: eigenständig eigenständige_Arbeitsweise eigenständiges_Arbeiten selbstständig
    Selbstständigkeit selbständig Selbständigkeit
    selbstständige_Arbeitsweise selbständige_Arbeitsweise selbstständiges_Arbeiten
    selbständiges_Arbeiten work_independently independent;
structured: strukturiert strukturierte_Arbeitsweise strukturiertes_Arbeiten systematisch
    systematische_Arbeitsweise structured structured_approach methodical;
committed: Engagement engagiert einsatzbereit Einsatzbereitschaft Motivation motiviert motivated
    committed commitment Leistungsbereitschaft leistungsbereit;
persevering: Ausdauer ausdauernd Durchhaltevermögen Beharrlichkeit beharrlich perseverance;
loyal: loyal Loyalität loyalty; curious: neugierig Neugier Neugierde curious curiosity;
dexterous: handwerkliches_Geschick Fingerfertigkeit handwerklich_geschickt manual_dexterity;
spatial: räumliches_Vorstellungsvermögen räumliches_Denken spatial_awareness;
critical: Kritikfähigkeit kritikfähig; contact: kontaktstark Kontaktfreude kontaktfreudig
    Kontaktfreudigkeit outgoing sociable;
groomed: gepflegtes_Erscheinungsbild gepflegtes_Äußeres gepflegtes_Auftreten;
flexible: flexibel Flexibilität flexible flexibility;
persuasion: Überzeugungskraft überzeugend Überzeugungsfähigkeit überzeugungsstark
    Überzeugungsstärke persuasive persuasiveness persuasion;
assertive: Durchsetzungsvermögen Durchsetzungskraft Durchsetzungsfähigkeit durchsetzungsstark
    durchsetzungsfähig Durchsetzungsstärke assertive assertiveness;
entrepreneurial: unternehmerisch unternehmerisch_denken unternehmerisches_Denken
    unternehmerisches_Handeln unternehmerisch_handeln unternehmerisches_Denken_und_Handeln
    unternehmerisch_zu_handeln unternehmerisch_zu_denken Unternehmergeist entrepreneurial
    entrepreneurial_thinking;
strategic: strategisch_denken strategisch_zu_denken strategisches_Denken strategic_thinking
    strategisches_Denkvermögen strategic_thinker;
patience: Geduld geduldig patience;
discretion: Verschwiegenheit verschwiegen diskret Diskretion discreet discretion
    Vertraulichkeit;
care: Sorgfalt sorgfältig Gewissenhaftigkeit gewissenhaft Genauigkeit attention_to_detail
    accuracy diligent diligence Gründlichkeit sorgfältige_Arbeitsweise;
costs: Kostenbewusstsein kostenbewusst cost_conscious cost_awareness cost_consciousness;
friendly: Freundlichkeit freundlich friendly friendliness;
creative: kreativ Kreativität creative creativity;
learning: lernbereit Lernbereitschaft lernwillig willing_to_learn eager_to_learn
    zur_Weiterbildung_bereit Weiterbildungsbereitschaft wissbegierig;
conflict: Konfliktfähigkeit konfliktfähig Konfliktlösung konfliktstark Konfliktmanagement
    conflict_resolution Konfliktlösungskompetenz;
enthusiasm: Begeisterungsfähigkeit begeisterungsfähig enthusiasm enthusiastic;
listening: zuhören Zuhörer Zuhören listener listening;
eloquence: Eloquenz eloquent eloquence Redegewandtheit redegewandt Sprachgewandtheit
    sprachgewandt wortgewandt;
analytical: analytisch analytisch_denken analytisches_Denken analytische_Fähigkeiten analytical
    analytical_thinking Analysefähigkeit;
numbers: Zahlenverständnis Zahlenaffinität zahlenaffin zahlensicher numeracy numerate
    Affinität_zu_Zahlen gut_mit_Zahlen;
customer_focus: Kundenorientierung kundenorientiert customer_focus customer_oriented
    customer_focused Serviceorientierung serviceorientiert Dienstleistungsorientierung
    dienstleistungsorientiert;
problem_solving: Problemlösung Problemlösungsfähigkeit problem_solving problem_solver
    Probleme_lösen lösungsorientiert Lösungsorientierung Problemlösungskompetenz;
leadership: Führungskompetenz Führungsstärke führungsstark Führungsqualitäten leadership_skills
    Führungskompetenzen;
appearance: sicheres_Auftreten souveränes_Auftreten professionelles_Auftreten
    sicher_auftreten selbstsicheres_Auftreten überzeugendes_Auftreten
    professionell_und_sicher_auftreten sicheres_und_professionelles_Auftreten;
quick: Auffassungsgabe schnelle_Auffassungsgabe quick_learner fast_learner;
ambitious: zielstrebig Zielstrebigkeit ehrgeizig Ehrgeiz ambitious zielorientiert;
technical: technisches_Verständnis technical_understanding Technikverständnis;
decisive: Entscheidungsfreude entscheidungsfreudig Entscheidungsstärke decisive;
network: Kontaktnetz Kontaktnetzwerk Branchennetzwerk großes_Netzwerk breites_Netzwerk
    etabliertes_Netzwerk gutes_Netzwerk starkes_Netzwerk weites_Netzwerk berufliches_Netzwerk
    persönliches_Netzwerk bestehendes_Netzwerk tragfähiges_Netzwerk network_of strong_network
    established_network professional_network wide_network;
explaining: schwierige_Zusammenhänge_einfach_erklären komplexe_Zusammenhänge_erklären
    komplexe_Sachverhalte_erklären verständlich_erklären einfach_erklären
    komplexe_Themen_verständlich_vermitteln verständlich_vermitteln explain_clearly
    explaining_complex_topics;
intercultural: interkulturelle_Kompetenz interkulturell intercultural_competence
    interkulturelles_Verständnis intercultural_skills
"""

_KNOWLEDGE = """
business: Betriebswirtschaft BWL betriebswirtschaftlich Betriebswirtschaftslehre
    business_administration;
sales: Vertrieb vertrieblich Sales Vertriebsumfeld Sales_Management;
selling: verkaufen Verkauf selling Verkaufen;
customer_management: Kundenmanagement Kundenbetreuung account_management Kundenpflege
    Bestandskundenpflege Bestandskundenbetreuung Großkundenbetreuung customer_management
    Betreuung_von_Bestandskunden Betreuung_von_Kunden Betreuung_von_Großkunden
    Betreuung_der_Kunden;
customer_relations: Kundenbeziehung Kundenbeziehungen Kundenbindung customer_relations
    customer_relationships client_relationships customer_relationship client_relations;
maintaining: pflegen Pflege maintain maintaining;
managing: verwalten Verwaltung manage managing managed verwaltet
    verantworten Verantwortung verantwortlich managen;
acquisition: Akquise Akquisition Neukundenakquise Kaltakquise Neukundengewinnung Kundengewinnung
    Kundenakquise akquirieren Kundenakquisition cold_calling customer_acquisition
    lead_generation;
marketing: Marketing Onlinemarketing Digitalmarketing;
ecommerce: E_Commerce Ecommerce Onlinehandel Onlineshop Onlineshops Webshop online_shop
    online_retail online_shops;
crm: CRM CRM_System CRM_Software customer_relationship_management;
office: Office Microsoft_Office MS_Office Officepaket Office_Paket Office_Programme;
excel: Excel MS_Excel Microsoft_Excel;
erp: ERP ERP_System;
stock: Warenwirtschaft Warenwirtschaftssystem WaWi WWS merchandise_management
    inventory_management_system;
accounting: Buchhaltung Buchführung Rechnungswesen accounting bookkeeping accountant
    Finanzbuchhaltung Buchhalter Finanzbuchhalter Bilanzbuchhaltung Lohnbuchhaltung;
budgets: Budget Budgets Budgetverwaltung budgeting budget Budgetierung Etat;
programming: Programmierung programmieren Computerprogrammierung programming coding
    Softwareprogrammierung;
software_development: Softwareentwicklung software_development software_engineering
    Anwendungsentwicklung application_development;
projects: Projektmanagement Projektleitung Projektleiter project_management project_lead
    project_manager Projektsteuerung Projektmanager;
labour_law: Arbeitsrecht arbeitsrechtlich labour_law labor_law employment_law;
procurement_law: Vergaberecht vergaberechtlich public_procurement_law procurement_law;
contract_law: Vertragsrecht contract_law; tax_law: Steuerrecht tax_law steuerrechtlich;
software_architecture: Softwarearchitektur software_architecture;
design_patterns: Entwurfsmuster design_patterns design_pattern Designpatterns Design_Pattern;
distributed_systems: verteilte_Systeme verteilten_Systemen distributed_systems;
forklift: Staplerschein Gabelstaplerschein Staplerführerschein forklift_licence forklift_license
    forklift_certified forklift_certificate Flurförderschein Flurfördermittelschein
    Gabelstaplerführerschein Gabelstapler_Führerschein Stapler_Führerschein forklift;
good_conduct: Führungszeugnis certificate_of_good_conduct criminal_record_check
    police_clearance_certificate erweitertes_Führungszeugnis;
portfolio: Portfolio Arbeitsproben Arbeitsmappe;
plc: SPS speicherprogrammierbare_Steuerungen speicherprogrammierbaren_Steuerungen
    speicherprogrammierbare_Steuerung Simatic TIA_Portal PLC SPS_Steuerungen SPS_Programmierung
    programmable_logic_controllers S7_Programmierung Step7;
wounds: Wundversorgung Wundexperte Wundexpertin Wundmanagement wound_care Wundmanager
    Wundmanagerin Wundbehandlung;
coaching: Coaching Coach;
personnel: Personalarbeit Personalwesen human_resources Personalmanagement HR;
recruiting: Recruiting Personalgewinnung Personalbeschaffung recruitment recruiter
    Personalauswahl;
machine_learning: maschinelles_Lernen machine_learning;
databases: Datenbanken Datenbank databases database;
mathematics: Mathematik mathematics maths math; physics: Physik physics;
chemistry: Chemie chemistry; statistics: Statistik statistics;
quality: Qualitätsmanagement quality_management Qualitätssicherung quality_assurance;
presenting: präsentieren Präsentation Präsentationen presenting presentations presentation;
advising: Beratung beraten consulting advising Kundenberatung;
creative_suite: Creative_Suite Creative_Cloud Adobe_Creative_Suite Adobe_Creative_Cloud;
parallel_projects: mehrere_Projekte_parallel_zu_steuern mehrere_Projekte_parallel_steuern
    mehrere_Projekte_gleichzeitig multiple_projects several_projects Multiprojektmanagement
    mehrere_Projekte_parallel parallele_Projekte multi_project_management
    Projekte_parallel Projekte_gleichzeitig projects_in_parallel parallel_projects
    projects_simultaneously
"""

_KINDS_OF = """
crm: Salesforce HubSpot Dynamics Pipedrive Zoho Siebel SugarCRM;
office: Excel Word Powerpoint Outlook MS_Excel MS_Word; erp: SAP Navision Sage;
java: Spring Spring_Boot Hibernate; javascript: React Angular Vue Nodejs Jquery;
python: Django Flask Pandas Numpy Fastapi; git: Github Gitlab; linux: Ubuntu Debian;
sql: MySQL PostgreSQL TSQL PLSQL; agil: Scrum Kanban; container: Docker Kubernetes Podman;
stock: Futura JTL; procurement_law: VOB VgV UVgO VOL;
software_architecture: iSAQB CPSA TOGAF;
programming: Java Python Javascript Golang Cplusplus Csharp Clanguage Typescript Kotlin Rust Ruby
    PHP Scala Swift;
projects: PMP Prince2 IPMA; creative_suite: Photoshop Illustrator Indesign
"""

_SHOWN_BY_DOING = "negotiation organising projects communication conflict problem_solving listening"


def _entries(block: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found = {}
    for entry in block.split(";"):
        name, _, listed = entry.partition(":")
        found[name.strip()] = tuple(tuple(word.split("_")) for word in listed.split())
    return found


TRAITS = _entries(_TRAITS)
"""Words for each trait. A person has one only by saying so."""

KNOWLEDGE = _entries(_KNOWLEDGE)
"""Words for each field of knowledge or practice."""

KINDS_OF = _entries(_KINDS_OF)
"""Words for what belongs to something wider: who knows Salesforce knows a CRM system."""

SHOWN_BY_DOING = frozenset(_SHOWN_BY_DOING.split())
"""Traits that work shows too, if not how well: who negotiated contracts can negotiate."""

DOING = (
    "verhandeln verhandelt verhandelte verhandlung verhandlungen preisverhandlung "
    "preisverhandlungen lieferantenverhandlungen jahresgesprache negotiated "
    "negotiate negotiating negotiation verkaufsverhandlungen "
    "vertragsverhandlungen organisieren kommunizieren communicate"
).split()
"""Words of traits that tell of doing it, not of doing it well."""

LOOSE_KINDS = frozenset(
    {"sql", "programming", "java", "javascript", "python", "office", "creative_suite"}
)
"""Wider things that one of their kinds only points to: PostgreSQL isn't yet "SQL: very good"."""

GENERAL_HEADS = (
    "kenntnisse kenntnissen kenntnis erfahrung erfahrungen wissen grundkenntnisse grundlagen "
    "fachwissen fachkenntnisse praxis technik techniken system systeme systemen software tools "
    "programme programm umfeld bereich verstandnis fahigkeit fahigkeiten kompetenz kompetenzen "
    "wesen know-how anwendungen anwendung"
).split()
"""Last parts of compounds that name no subject: "Vertriebserfahrung" is about the Vertrieb."""

FILLERS = frozenset(
    (
        "fachlich fachliche fachliches fachlichen "
        "kenntnisse kenntnissen kenntnis wissen fachwissen basiswissen hintergrundwissen "
        "grundkenntnisse grundkenntnissen basiskenntnisse grundlagen erfahrung erfahrungen "
        "fahigkeit fahigkeiten konnen umgang sicher sichere sicherer sicheren sehr gut gute "
        "guten guter gutes fundiert fundierte fundierten grundlich grundliche grundlichen "
        "tief tiefe tiefes tiefgehendes umfangreich umfangreiches umfangreiche umfassende "
        "umfassendes ausgepragt ausgepragte ausgepragtes ausgepragten hoch hohe hohes hohem "
        "grad mass gross grosse grosses grossen stark starke starkes verstehen verstandnis "
        "beherrschen beherrschung bereit bereitschaft kompetenz kompetenzen nutzung anwendung "
        "einsatz arbeiten programm programme software system systeme systemen tool tools sinn "
        "talent uberdurchschnittlich hochstem niveau geschickt erfolgreich professionell "
        "bereich erste ersten gewisse etabliertes etabliert exzellente exzellent verlasslich "
        "praktische theoretische fortgeschrittene allgemeine wenigstens mindestens aktiv "
        "aktives fahig typische gangige adobe microsoft ms knowledge skills skill experience "
        "good excellent strong proven ability able solid basic basics advanced very fluent "
        "profound understanding working hands confident expert outstanding first proficiency "
        "proficient using use level years high begabung gefuhl drei funf zwei vier sechs "
        "uberall meist lernen"
    ).split()
)
"""Folded words of a requirement that name no subject either."""
