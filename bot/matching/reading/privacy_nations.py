"""Names of countries, of their people and of what is said of them, in German and English."""

from __future__ import annotations

from typing import Final

# Stems: what a people is called ends in -e, -er, -in, -isch, -ian, -ese and the like.
_STEMS = """
    afghan ägypt alban alger andorran angolan argentin armen aserbaidschan äthiop austral
    bahrain bangladesch belarus weißruss belg benin bhutan bolivian bosn brasilian bulgar
    burkin burund chilen chines costa-rican costa-ric dän dominikan ecuadorian ecuador elfenbein
    engl eritre estn finn franz französ gabun gamb georg ghana griech guatemaltek guine haitian
    hondur indones ind irak iran ir isländ israel italien jamaikan japan jemenit jordan
    jugoslaw kambodschan kamerun kanad kapverd kasach katar ken kirgis kolumbian kongoles
    koreanisch südkorean nordkorean kosovar kosovo-alban kroat kuban kurd kuwait laot lett libanes
    liber lib litau luxemburg madagass malaw malays mali maltes marokkan mauretan mauriti mazedon
    nordmazedon mexikan moldau moldaw mongol montenegr mosambik myanmar namib nepal nepales
    neuseeländ nicaraguan niederländ holländ niger nigerian norweg oman österreich pakistan
    palästinens panama paraguay peruan philippin pol portugies ruand rumän russ sambi saudi
    saudi-arab schott schwed schweiz senegales serb simbabw singapur slowak slowen somal span
    srilank südafrikan sudan surinam syr tadschik taiwan taiwanes tansan thai thailänd togo
    togoles trinidad tschad tschech tunes türk turkmen ugand ukrain ungar uruguay us-amerikan
    amerikan usbek venezolan vietnames walis britisch brit zypr europ afrikan arab asiat
    lateinamerikan kaukas balt slaw russlanddeutsch deutschruss deutschtürk deutsch sowjet tamil
    aramä assyr jesid roma sint bask katalan tatar tschetschen uigur tibet
"""
_ENGLISH = """
    afghan albanian algerian american angolan argentinian argentine armenian australian austrian
    azerbaijani bangladeshi belarusian belgian bolivian bosnian brazilian british bulgarian
    cambodian cameroonian canadian chilean chinese colombian congolese croatian cuban cypriot czech
    danish dominican dutch ecuadorian egyptian english eritrean estonian ethiopian filipino filipina
    finnish french gambian georgian german ghanaian greek guatemalan guinean haitian honduran
    hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican
    japanese jordanian kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz laotian latvian lebanese
    liberian libyan lithuanian luxembourgish macedonian malaysian maltese mexican moldovan mongolian
    montenegrin moroccan mozambican namibian nepalese nepali nigerian norwegian omani pakistani
    palestinian panamanian paraguayan peruvian polish portuguese qatari romanian russian rwandan
    saudi scottish senegalese serbian singaporean slovak slovakian slovenian somali spanish
    sudanese swedish swiss syrian taiwanese tajik tanzanian thai togolese tunisian turkish turkmen
    ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean
    français française allemand allemande türk polski rosyjska italiana italiano española español
"""
_COUNTRIES = """
    afghanistan ägypten albanien algerien angola argentinien armenien aserbaidschan äthiopien
    australien bangladesch belarus weißrussland belgien bolivien bosnien brasilien bulgarien chile
    china dänemark deutschland ecuador england eritrea estland finnland frankreich georgien ghana
    griechenland großbritannien guatemala guinea haiti honduras indien indonesien irak iran irland
    island israel italien japan jemen jordanien jugoslawien kamerun kanada kasachstan kenia
    kirgisistan kirgistan kolumbien kongo kosovo kroatien kuba lettland libanon liberia libyen
    litauen luxemburg malaysia mali malta marokko mazedonien nordmazedonien mexiko moldau moldawien
    mongolei montenegro mosambik myanmar namibia nepal neuseeland nicaragua niederlande niederlanden
    nigeria norwegen oman österreich pakistan palästina paraguay peru philippinen polen portugal
    ruanda rumänien russland sambia schottland schweden schweiz senegal serbien simbabwe singapur
    slowakei slowenien somalia sowjetunion spanien südafrika sudan südkorea syrien tadschikistan
    taiwan tansania thailand togo tschechien tschetschenien tunesien türkei turkmenistan uganda
    ukraine ungarn uruguay usa usbekistan venezuela vietnam zypern ddr schlesien ostpreußen
    siebenbürgen afghanistan albania algeria argentina armenia australia austria bosnia brazil
    bulgaria cameroon canada colombia croatia cuba cyprus czechia denmark egypt ethiopia finland
    france georgia germany greece hungary india indonesia iraq ireland italy jordan kazakhstan kenya
    korea latvia lebanon libya lithuania mexico moldova mongolia morocco netherlands norway
    palestine philippines poland romania russia scotland serbia slovakia slovenia somalia spain
    sweden switzerland syria tanzania tunisia turkey ukraine britain uk wales yemen zimbabwe
"""
COUNTRY: Final = "(?:" + "|".join(sorted(set(_COUNTRIES.split()), key=lambda w: (-len(w), w))) + ")"
NATION: Final = (
    "(?:(?:(?:deutsch|german|kosovo|us|franko|anglo)[-/ ])?(?:"
    + "|".join(sorted(set(_STEMS.split()), key=lambda w: (-len(w), w)))
    + r")(?:e[rn]?s?|er(?:in|innen)?|in|isch(?:e[rsnm]?)?|ose|ösin|i(?:er|erin|sch(?:e[rn]?)?)?|"
    r"(?:es|en)(?:e|in|isch)?|sch(?:e[rn]?)?|esisch|anisch|änisch)?|(?:"
    + "|".join(sorted(set(_ENGLISH.split()), key=lambda w: (-len(w), w)))
    + "))"
)
"""One word, or two joined by a hyphen. To be matched whole and without regard to case."""
