"""Origin, religion, disability and sexual identity, and all traits together."""

from __future__ import annotations

from bot.screening.adverts.frame_persons import AGE, FAMILY, SEX
from bot.screening.adverts.frame_words import FEW, PEOPLE, Trait, stems, words

_ILLNESS = (
    r"(?:\w*behinderung\w*|\w*erkrankung\w*|\w*krankheit\w*|"
    r"(?:rücken|herz|nerven|haut|lungen|knie|gelenk)\w*(?:leiden|beschwerden|probleme\w*)|depression\w*|burn-?out|"
    r"beeinträchtigung\w*|handicaps?|diabetes|epilepsie|adhs|autismus|gebrechen|"
    r"disabilit(?:y|ies)|illness\w*|impairments?|health (?:issues|problems|conditions))"
)
_SICK = rf"(?:einschränkung\w*|{_ILLNESS})"
_COUNTRY = (
    r"(?:osteuropa|afrika|asien|arabien|südeuropa|polen|rumänien|bulgarien|der türkei|russland|"
    r"syrien|afghanistan|der ukraine|drittstaaten|dem ausland|africa|asia|eastern europe|abroad|"
    r"poland|turkey|syria)"
)
_CREED = r"(?:christlich|evangelisch|katholisch|muslimisch|islamisch|jüdisch|protestantisch)\w*"

ORIGIN = Trait(
    "framed_origin",
    stems=stems(
        "osteuropa|ausländ|migra|flücht|zugewandert|zugezogen|asyl|einheimisch|inländ|"
        "südländ|afrika|arab|asia|türk|russ|rumän|bulgar|syr|chines|polin|dunkel|"
        "schwarz|farbig|fremd|osteuropäisch|akzent|wurzeln|herkunft|accent|background|"
        "skin|origin|foreign|locals|refugee|polen|afghan|ukrain|drittstaat|ausland|"
        "africa|europe|abroad|poland|turkey|dialekt|einschlag|zungenschlag|klingend|"
        "haut|aufgewachsen|groß geworden|verwurzelt|gebor|von hier|waschecht|sprach|"
        "born|german|native|mother|verbunden|abendländ|eltern|vorfahren|woher|deutsch|"
        "seit wann|wie lange|this country|welchem land|abstammung|ethni|nationalit|"
        "parents|birth|where you|race|namen|name |europäer"
    ),
    groups=words(
        r"ausländer(?:n|innen|in)?|\w*migrant(?:en|innen|in)?|geflüchtete[nr]?|flüchtlinge?n?|"
        r"zugewanderte[nr]?|zugezogene[nr]?|asylbewerb\w+|einheimische[nr]?|inländer\w*",
        r"(?:osteuropäer|südeuropäer|südländer|afrikaner|araber)(?:n|innen|in)?|"
        r"(?:asiat|türk|russ|rumän|bulgar|syr|chines)(?:en|innen|in)|polinnen",
        r"(?:dunkel|schwarz|farbig|fremdländisch|ausländisch|osteuropäisch|südländisch)\w* "
        rf"{PEOPLE}",
        r"dunkelhäutige[nr]?",
        rf"{PEOPLE} (?:aus|von) {_COUNTRY}|{PEOPLE} from {_COUNTRY}",
        rf"{PEOPLE} (?:mit|with) {FEW}(?:akzent|migrations\w+|wurzeln|hautfarbe|herkunft|"
        r"namen?|accents?|background|skin|origins?|names?)",
        r"foreigners|(?:im)?migrants|refugees|locals",
    ),
    marks=words(
        r"akzent|dialekt|einschlag|zungenschlag|accents?",
        r"(?:fremd(?:ländisch)?|ausländisch) ?klingend\w*(?: namen?)?|"
        r"migrations(?:hintergrund|geschichte)|foreign[- ]sounding names?",
        r"deutsch (?:erst|nur|spät\w*|nicht) (?:\w+ ){0,4}?(?:gelernt|lernte\w*)|"
        r"learned german (?:only|later|as)",
        r"(?:dunkle|schwarze|fremde)[rn]? (?:haut\w*|herkunft)",
    ),
    wanted=words(
        r"(?:hier|in (?:deutschland|österreich|der schweiz|der region)) "
        r"(?:geboren\w*|aufgewachsen\w*|groß geworden\w*|verwurzelt\w*)|hier geborenen?",
        r"(?:von hier|einheimisch\w*|waschechte\w*)",
        r"(?:mit|in) (?:der )?(?:deutsch\w*|\w+ sprache) (?:als \w+ )?(?:groß geworden|"
        r"aufgewachsen)",
        r"deutsche[nrs]? (?:eltern\w*|blut\w*|wurzeln|famili\w+|namen?|vorfahren)",
        r"(?:ihre|deine) (?:mutter|erst)sprache|(?:mutter|erst)sprach(?:e|ler\w*|ig\w*)",
        r"born (?:and \w+ )?(?:here|in (?:this country|germany|austria|switzerland))|"
        r"german (?:parents|family|name|blood)|native speakers?|"
        r"mother tongue",
        r"(?:heimat|boden)verbunden\w*|abendländisch\w*",
    ),
    asked=words(
        r"(?:ihre|deine|der)[rn]? (?:eltern|vorfahren|familie) (?:\w+ ){0,2}?(?:stamm\w+|komm\w+|"
        r"gebor\w+|her)",
        r"(?:aus welchem land|woher) [^.;]{0,40}?(?:stamm\w+|kommen|kommst|eltern)",
        r"(?:seit wann|wie lange) (?:sie|du|(?:ihre|deine) (?:familie|eltern)) [^.;]{0,30}?"
        r"(?:leb\w+|hier|in deutschland)",
        r"geburts(?:ort|land)\w*|(?:ihre|deine)[rn]? (?:\w+ )?(?:herkunft\w*|muttersprache|"
        r"abstammung|wurzeln|ethni\w+|nationalität)|herkunftsland\w*|migrations(?:hintergrund|"
        r"geschichte)",
        r"(?:your )?parents(?:'| were| was| are| come)? \w+|(?:place|country) of birth|"
        r"where you (?:were born|are from|come from)|ethnic\w*|your (?:origins?|nationality|race)|"
        r"mother tongue",
    ),
)

RELIGION = Trait(
    "framed_religion",
    stems=stems(
        "muslim|moslem|christ|jüd|katholi|protestant|buddhist|atheist|salafist|jude|"
        "hindu|jehova|sekte|gläubig|konfession|kirche|heid|evangelisch|islamisch|jew|"
        "catholic|believer|hijab|headscar|turban|kopft|kippa|schleier|religi|burka|"
        "ramadan|gebet|bete|fast|pray|sabbat|kreuz|mitglied|angehörig|bibel|praktizier|"
        "church|faith|denomination|practi|bapti|tauf|glaube|bekenntnis"
    ),
    groups=words(
        r"(?:muslim|moslem|christ|jüd|katholik|protestant|buddhist|atheist|salafist)"
        r"(?:en|innen|in|e|s)?|juden?|hindus?",
        r"zeugen jehovas|sekten\w*|(?:streng)?gläubige[nr]?|konfessionslose[nr]?|kirchenferne[nr]?",
        r"kopftuchträger\w*|ungetaufte[nr]?|heiden",
        rf"{_CREED} {PEOPLE}",
        r"christians|jews|catholics|believers|jehovah's witnesses",
        rf"{PEOPLE} wearing (?:an? )?(?:hijabs?|headscar\w+|turbans?)",
        rf"{PEOPLE} (?:mit|with) (?:an? )?(?:kopftuch|kippa|turban|schleier|headscarf|hijab)",
        rf"(?:muslim|jewish|christian|catholic|religious) {PEOPLE}",
    ),
    marks=words(
        r"kopft[uü]ch\w*|kippa\w*|turban\w*|schleier|burka|hijabs?|headscar(?:f|ves)|turbans?",
        r"ramadan\w*|gebet\w*|betet|beten|fasten\w*|fastet|prayers?|praying|fasting|sabbat\w*",
        r"religiöse\w* \w+|religious (?:symbols?|clothing|dress|garments?|holidays)|"
        r"(?:ein )?kreuz(?:e|es|kette)?",
        r"kirchenaustritt|aus der kirche ausgetreten\w*",
    ),
    wanted=words(
        # Who looks for someone may be a church; who is looked for belongs to one.
        rf"(?:einer|der|die) {_CREED} (?:kirche|gemeinde|religion)(?=[^.;]{{0,30}}"
        r"\b(?:angehör|anzugehör|zugehör|mitglied|eintret))",
        rf"{_CREED} (?:glauben?s?|konfession|haltung|überzeugung|lebensführung)",
        r"(?:mitglied\w*|angehörig\w*) (?:in |an )?(?:\w+ )?(?:kirche|konfession|gemeinde)",
        r"kirchen(?:mitglied\w*|zugehörigkeit|treu\w*)|getauft\w*|gläubig\w*|bibeltreu\w*|"
        r"konfessionell gebunden|praktizierend\w*",
        r"member of (?:\w+ ){1,3}?(?:church|faith|denomination)|church members?\w*|"
        r"practi[sc]ing (?:christian|catholic|muslim|jew)s?|baptised|baptized",
    ),
    asked=words(
        r"tauf(?:schein\w*|urkunde|bescheinigung|datum)|konfession\w*|(?:religion|glauben)s?\w*|"
        r"bekenntnis\w*|kirchen(?:zugehörigkeit|mitglied\w*|steuer\w*|gemeinde)|"
        r"kirchlich\w* (?:zeugnis|bindung)",
        r"(?:which |your )?(?:faith|denomination|religio(?:n|us)\w*)|church (?:membership|"
        r"attendance)|which church|baptism\w*",
    ),
)

DISABILITY = Trait(
    "framed_disability",
    stems=stems(
        "behinder|geschädigt|rollstuhl|rolli|gehörlos|blind|schwerhörig|autis|epilep|"
        "diabet|allerg|stotter|leiden|beschwerden|probleme|asthma|legasth|kleinwüchs|krank|gewichtig|depress|burn|einschränk|beeinträchtig|handicap|"
        "adhs|gebrechen|disab|illness|impair|health|wheelchair|deaf|sick|fehl|prothese|"
        "krücke|hörgerät|hearing|gesund|fähig|vollbesitz|medikament|arzt|patient|aids|"
        "gentest|attest|absence|medic|ill |able-|fit|fully"
    ),
    groups=words(
        r"(?:schwer|körper|seh|geh|lern|hör)?-?(?:behinderte|geschädigte)[nr]?(?: \w+)?",
        r"rollstuhlfahrer\w*|rollifahrer\w*|gehörlose[nr]?|blinde[nr]?|schwerhörige[nr]?|"
        r"autist\w*|epileptiker\w*|diabetiker\w*|allergiker\w*|kranke[nr]?|stotter(?:er|nde)\w*|"
        r"asthmatiker\w*|legastheniker\w*|kleinwüchsige[nr]?|übergewichtige[nr]?",
        rf"(?:chronisch|psychisch|körperlich|dauerhaft|häufig|oft) kranke[nr]?(?: {PEOPLE})?",
        rf"{PEOPLE} mit {FEW}{_SICK}",
        rf"disabled {PEOPLE}|wheelchair users?|{PEOPLE} with {FEW}{_SICK}|"
        rf"(?:deaf|blind|ill|sick) {PEOPLE}|{PEOPLE} in wheelchairs",
    ),
    marks=words(
        _ILLNESS,
        r"(?:gesundheitlich|körperlich|geistig|psychisch)\w* einschränkung\w*",
        r"krank(?:geschrieben\w*|meld\w+|schreib\w+)?|fehlzeiten|vorerkrankung\w*|krankentage|"
        r"rollstuhl|hörgeräte?|prothese\w*|krücken",
        r"wheelchairs?|hearing aids?|sick leave|ill|sick|off sick",
    ),
    wanted=words(
        r"(?:vollkommen|völlig|rundum|absolut|hundertprozentig|voll|uneingeschränkt|restlos|"
        r"komplett|körperlich und \w+|topp?|completely|perfectly|fully|100 ?%) "
        r"(?:gesund\w*|fit\w*|leistungsfähig\w*|einsatzfähig\w*|healthy|able-bodied)",
        rf"gesunde[nr]? {PEOPLE}|healthy {PEOPLE}",
        r"nie(?:mals)? krank|selten krank|never (?:ill|sick)|im vollbesitz (?:\w+ ){0,3}?kräfte",
    ),
    asked=words(
        r"krank(?:heits|en)?(?:tage\w*|zeiten|geschichte|meldung\w*|schreibung\w*|akte\w*|"
        r"stand)|krankheiten|fehl(?:tage\w*|zeiten)|vorerkrankung\w*|erkrankung\w*",
        r"schwerbehinderten(?:ausweis\w*|status)|schwerbehinder\w+|\w*behinderung\w*|"
        r"grad der behinderung",
        r"gesundheitszustand\w*|gesundheitszeugnis über \w+|medikamente\w*|arztberichte?|"
        r"patientenakte|aids-test|gentest|atteste?",
        r"sick(?:ness)? (?:days|leave|record\w*)|(?:days|periods) of (?:illness|absence)|"
        r"absence record|disabilit\w+|medical (?:history|records?|conditions?)|illness\w*|"
        r"medication",
    ),
)

IDENTITY = Trait(
    "framed_identity",
    stems=stems(
        "schwul|lesb|sexuell|sexual|transg|transm|transp|transf|trans-|inter-|interm|"
        "interp|interf|interg|interl|transl|trans |inter |queer|divers|binär|drag|"
        "transvest|dress|gay|bisex|binary|regenbogen|homo|rainbow|gender|transition|"
        "geschlecht|rollen|veranlagt|orientier|gepolt|hetero|straight|famil|partner|"
        " ehe|normal "
    ),
    groups=words(
        r"schwule[nr]?|lesben|lesbische[nr]?(?: \w+)?|(?:homo|bi|trans|inter)sexuelle[nr]?"
        r"(?: \w+)?",
        r"(?:trans|inter)-?(?:gender|menschen|personen|frau(?:en)?|m[aä]nn(?:er)?|leute)|"
        rf"(?:trans|inter|queere?[nr]?|diverse?[nr]?|nichtbinäre[nr]?|nonbinäre[nr]?) {PEOPLE}",
        r"transvestiten|dragqueens?|(?:cross-?)dresser",
        rf"(?:gay|lesbian|trans(?:gender)?|queer|non-?binary|homosexual|bisexual)s?(?: {PEOPLE})?",
    ),
    marks=words(
        r"(?:als )?(?:divers|nichtbinär|trans(?:gender)?|queer|schwul|lesbisch)",
        r"regenbogen\w*|homosexualität|(?:geschlechts)?transition|geschlechtsangleichung|"
        r"gendersternchen|rainbow flags?",
    ),
    wanted=words(
        r"heterosexuell\w*|(?:klassisch|traditionell|konservativ|normal|gesund|christlich)\w* "
        r"(?:familien|rollen|ehe|geschlechter)\w*",
        r"normal (?:veranlagt|orientiert|gepolt)\w*|heterosexuals?|straight (?:men|women|people)|"
        r"traditional famil\w+",
    ),
    asked=words(
        r"sexuelle\w* (?:orientierung|identität|neigung\w*|ausrichtung)|geschlechtsidentität|"
        r"geschlechtseintrag",
        r"sexual (?:orientation|identity|preference)|gender identity|(?:ihr\w*|dein\w*|your) "
        r"(?:lebens)?partner\w*",
    ),
)

TRAITS: tuple[Trait, ...] = (IDENTITY, DISABILITY, RELIGION, ORIGIN, FAMILY, AGE, SEX)
"""The narrower ones first: of two at the same place, the first one counts."""
