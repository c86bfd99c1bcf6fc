"""What people write around a payment in German, Spanish and Italian, and what they don't.

A ground in a foreign language is told in words that no list of grounds holds ("einer der Stühle
wackelt", "dos cajas venían vacías"). So it is asked the other way round: a letter goes on by
itself only where every clause of it is *ordinary*: words of payment, of the post and of courtesy
and nothing else, or somebody's own affairs (illness, holidays, a move, a harvest) with hardly a
word that is not known. A denial is ordinary in a few turns ("nicht im Büro", "sin falta"), a
question never, save where it asks for the invoice. Whatever is not ordinary is a human's to read.

Taken: "Mein Mann war krank, er überweist am Freitag.", "La chica de contabilidad está de baja."
Not taken: "Die Pumpe macht Geräusche.", "Una de las sillas cojea.", "Due scatole erano vuote."
"""

import re
from functools import lru_cache

from relance_mailer.reading.calendar_words import MONTH, WEEKDAY
from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences
from relance_mailer.reading.intents.turns_abroad import DENIED_IN_PASSING, without_turns
from relance_mailer.reading.intents.words_abroad import GIVEN, ORDINARY

_OWN_AFFAIRS = re.compile(
    r"\b(?:"
    r"todesfall|trauerfeier|schlaganfall|herzinfarkt|lungenentzundung|bandscheibe\w*|chemo\w*"
    r"|zwillinge|entbindung|hospitalizad[oa]|embaraz\w+|parto|paternidad|divorcio|duelo|luto"
    r"|gemelos|infarto|ictus|gravidanza|parto|paternita|divorzio|gemelli|convalescenz\w|"
    r"(?:auf montage|\w*urlaub|ferien|\w*reise|vacaciones|viaje|vacanz[ae]|ferie|viaggio)"
    r" (?:in|an der|auf|nach|en|a|de) \w+"
    r"|krank\b|krank(?:heit\w*|geschrieben)|erkrankt\w*|urlaub\w*|ferien|betriebsferien|umzug\w*"
    r"|umgezogen|ernte\b|weinlese|geburt\b|beerdigung|trauerfall|verstorben|gestorben"
    r"|krankenhaus|klinik|operiert|operation|grippe|corona|(?:dienst|geschafts)reise|messe\b"
    r"|inventur\w*|(?:jahres)?abschluss|feiertag\w*|ostern|weihnacht\w*|elternzeit|mutterschutz"
    r"|reha"
    r"|gehalt|lohn\b|rente|milchgeld|saison|viel los|viel zu tun|stress|umstellung(?: (?:auf|der"
    r"|des|unserer) \w+)?|verschoben|handwerker im haus"
    r"|fieber|im bett|auf montage|handwerkskammer|externes? buro|steuerberater\w*|spam\w*"
    r"|\w*unfall|betriebsurlaub|hochwasser|wasserschaden"
    r"|einbruch|stromausfall|kongress|schulung|lehrgang|kur\b|kindergarten"
    r"|skifahren|skiurlaub|advents\w+|sommerfest|fasnet|fasching|karneval|prufungen|abitur"
    r"|pensionierung|ruhestand|finanzamt|betriebsprufung|schlacht\w*|heuernte|spargel\w*|kalbt?\b"
    r"|(?:esta\w*|estuv\w*|sigue) de baja|enferm[oae]\w*|vacaciones|mudanza|mudado"
    r"|cosecha(?: de la \w+)?|vendimia"
    r"|campana(?: de(?:l| la| los)? \w+)?|nacimiento|bebe\b|entierro|funeral|falleci\w+|hospital"
    r"|operad[oa]|operacion"
    r"|gripe|covid|fiebre|en (?:la )?cama|de viaje|en una obra"
    r"|(?:en plena )?temporada de \w+|viaje|feria|inventario"
    r"|semana santa|navidad\w*|puente\b|festivo\w*"
    r"|nomina|pension|paga extra|temporada|maternidad|accidente|cambio de (?:programa|gestoria"
    r"|banco|sistema)|cooperativa|ingresad[oa]|congreso|inspeccion|inundacion|robo\b"
    r"|comunion(?:es)?|examenes|obras en (?:la|el|casa)|reforma|hacienda|nieve|tormenta|calor\b"
    r"|jubil\w+|becari[oa]|nuev[oa] en (?:el puesto|la empresa)|vendimiar|aceituna|matanza|fiestas"
    r"|oposicion(?:es)?|curso\b|apag\w+ fuegos|caos"
    r"|ferie\b|vacanz\w|malattia|malat[oa]|maternita|traslocat\w|trasloco"
    r"|raccolta(?: del\w* \w+)?|vendemmia|nascita"
    r"|bimb[oa]|funerale|lutto|ospedale|operat[oa]|operazione|influenza|covid|viaggio|fiera"
    r"|inventario|pasqua|natale|ponte\b|festivit\w+|feste|stipendio|pensione|stagione|incidente"
    r"|cambio (?:di|del) (?:gestionale|commercialista|banca)|cooperativa|chius[oi] per|ho chiuso"
    r"|avevo chiuso|ricoverat[oa]|congresso|alluvione"
    r"|furto|esami|ristrutturazione|neve|temporale|caldo\b|agriturismo|pensionat[oa]"
    r"|varicella|febbre|a letto|in cantiere|scatolone|lavori in|ferragosto|nonn[oa]|nipot[ei]"
    r"|olive|sagra|corso\b"
    r"|caos"
    r")"
)
"""What happens to the writer and his people, and seldom to what was sold to him.

Where and after what it happened must be known words: "Unfall am Gerüst" may be ours.
"""

_WELL = any_of(
    r"(?:sehr|rundum|ganz|wirklich) zufrieden|top\b|prima gelaufen|tolle arbeit|einwandfrei"
    r"|herrlich|wunderschon|prachtig|tadellos|bestens|perfekt|alles in ordnung|saubere arbeit"
    r"|(?:nichts zu|keine) (?:beanstand\w+|bemangel\w+|meckern)",
    r"(?:muy|encantad\w+|super) content[oa]s?|muy satisfech\w+|encantad[oa]s?|siempre .{0,20}muy"
    r" bien|buen trabajo|de maravilla|una maravilla|estupend\w+|fenomenal|perfect[oa]s?"
    r"|todo (?:bien|correcto|perfecto)|(?:sin|ninguna) (?:ninguna )?queja",
    r"(?:molto|davvero|super) (?:content[oiae]|soddisfatt\w)|gentilissim\w|ottimo lavoro"
    r"|bravissimi|benissimo|perfett[oaie]\b|una meraviglia|tutto a posto|splendid\w"
    r"|soddisfatt\w+ pienamente"
    r"|complimenti per (?:il|la|lo|le|l|i|gli) \w+(?: (?:del|della|dei|delle|dell) \w+)?"
    r"|(?:nulla|niente) da (?:ridire|eccepire)|nessuna (?:obiezione"
    r"|lamentela)",
)
"""Praise, which names what it praises."""

_SAVE = any_of(
    r"fast|beinahe|bis|nur|ohne|ware\b|gelogen|ubertrieben|anders|fruher|damals|war einmal"
    r"|zunachst|zuerst|anfangs",
    r"casi|solo|sin|quitando|poco|seria\w*|fuera\w*|hubiera\w*|hasta|antes|al principio",
    r"quasi|senza|a parte|sarebbe\w*|fosse\w*|fino|finche|altro|a parole|prima|all inizio",
)
_BEHIND_AN_ARTICLE = re.compile(
    r"\b(?:dem|der|den|die|das|ihrer|la|el|los|las|il|lo|gli|le|l"
    r"|del\w*|dal\w*|col|con|mit) $"
)
_ELSEWHERE_HERE = (
    r"\b(?:di nuovo|de nuevo)\b|(?:zentrale|hauptsitz|buro|buchhaltung|verwaltung|filiale"
    r"|niederlassung|oficina|central|sede"
    r"|casa madre|ufficio|filiale) (?:in|en|a|di|de) \w+"
    r"|(?:su |vuestra |vostra )?(?:area|zona|portal|portale) (?:de )?(?:privada|personal"
    r"|clientes?|client[ei]|riservata)"
    r"|(?:ich )?(?:leite|mache|betreue|bin) (?:hier )?nur \w+ \w+(?=\W*$|,|;)"
    r"|(?:original|duplicado|copia|originale|kopie) (?:\w+ ){0,2}(?:comio|mangiat\w)"
    r" \w+ \w+"
)
"""A branch in a town, the customers' corner of our pages, and what somebody is in charge of."""
_MONEY_TROUBLE = (
    r"problem\w+ (?:\w+ )?(?:con|de|mit|bei|di|del) (?:\w+ ){0,2}?(?:bancos?|banca|bank|hausbank"
    r"|pagos?|pagamenti|liquidez|liquidita|tesoreria|transferencias?|bonifici|uberweisungen"
    r"|zahlungen|sistema de pagos?)\b|(?:banco|banca|bank)\b (?:\w+ ){0,3}problem\w+"
    r"|(?:linea|línea) de credito|linea di credito|(?:cierta|poca) (?:tension|liquidez)\b"
)
_SEASON = (
    r"(?:haben|hatten|ist|war) (?:\w+ ){0,2}(?:hoch|neben|haupt)?saison (?:auf|im|in|am) (?:\w+"
    r" )?\w+|en (?:agosto|julio|verano|navidad) (?:aqui )?no queda (?:ni )?(?:\w+ ){0,3}(?:conserje"
    r"|nadie|gato|alma)|no queda nadie"
)
_CONTAINERS = any_of(
    r"(?:im|in|auf|unter|an|en|entre|bajo|debajo|sul|sulla|sotto|nel|nella|nei|fra|dentro)"
    r" (?:\w+ ){0,3}?(?:tisch|schreibtisch|schublade|ordner|auto|handschuhfach|sitz|tasche|ablage"
    r"|stapel|umschlag|fach|papiere\w*|papierkram|mesa|cajon|furgoneta|coche|bandeja|papeles"
    r"|montones"
    r"|monton|bolso|mochila|cassetto|scrivania|furgone|macchina|cestino|pila|busta|carte|mucchio"
    r"|cartella|borsa|sistema|gestionale|system|portal)\b",
    r"(?:mucho|tanto|de|con el) trabajo|(?:molto|tanto|troppo) lavoro|viel arbeit|bei der arbeit"
    r"|(?:lleva\w*|tenia\w*|tiene) (?:todavia )?los papeles|con i(?:l|) (?:pc|computer)"
    r"|(?:como )?(?:muy|mas) tarde|esta tarde|(?:al )?piu tardi|numero d[ei]? ?(?:ordine|pedido)"
    r"|(?:la|die|eine|unsere) bestellnummer|ufficio (?:acquisti|tecnico)",
    _ELSEWHERE_HERE,
    _MONEY_TROUBLE,
    _SEASON,
    r"(?:mit|vom|per|am|con|desde|dal|col|por) (?:\w+ )?(?:handy|telefon|telefono|telefonino"
    r"|cellulare"
    r"|movil|app|computer|ordenador|pc)\b|ordine (?:di (?:bonifico|pagamento)|e (?:gia )?in banca)",
)
"""Where a bill lay, and other turns whose words may be goods when they stand alone."""

_HAND_OVER = any_of(
    r"(?:puede[sn]?|podria[sn]?|podeis) (?:\w+ ){0,2}(?:mand|envi|reenvi|pas)\w+",
    r"(?:me|nos|ce|mi|ci) (?:la|lo|le|l) (?:puede\w*|podria\w*|puo|potete|potreste|potrebbe)"
    r" (?:\w+ )?(?:mand|envi|reenvi|invi|rimand|gir|sped)\w+",
    r"(?:konnen|konnten|wurden) sie (?:\w+ ){0,8}(?:schicken|senden|zukommen|mailen|zusenden"
    r"|zuschicken|ubersenden|ubermitteln)",
)
_OF_YOURS = any_of(
    r"(?:ihr|ihre[mnrs]?|eure\w*|euer|dein\w*) (?!ihre?n?\b| *(?:$|\b(?:e|ist|sind)\b)|rechnung"
    r"|nachricht"
    r"|mail|schreiben|erinnerung"
    r"|zahlungserinnerung|mahnung|geduld|verstandnis|konto\b|kontoauszug|zahlungseingang"
    r"|beiden (?:rechnung|mahnung)|unterlagen|geld|betrag|brief|forderung|hinweis"
    r"|freundlich|nett|team|firma|arbeit\b|e mail|email|rechnungsnummer|bank\b|zahlung|iban"
    r"|letzte|schnelle|muhe|bemuhung|schreibens)",
    r"(?:vuestr\w+|tus?|sus?) (?!factura|correo|mail|mensaje|aviso|recordatorio|carta|paciencia"
    r"|comprension|cuenta\b|area\b|portal\b|web\b|pagina\b|plataforma\b|numero de cuenta|revision"
    r"|comprobacion|dinero|importe|atencion"
    r"|amab\w+|e mail|email|banco|firma|pago|espera"
    r"|iban|trabajo)",
    r"(?:vostr\w|tu[oa]|su[oa]) (?!fattura|mail|messaggio|sollecito|avviso|lettera|pazienza"
    r"|comprensione|conto\b|denaro|importo|attenzione|gentil\w+|e mail|email|banca|firma|iban"
    r"|cortesia|disponibilita|promemoria|spettabile|azienda|pagamento|lavoro)",
)
"""Yours, of something else than what the bill and the post are made of."""

_ONLY_WHAT_IS_RIGHT = (
    r"richtig\w*(?! (?:viel|stress\w*|peinlich|leid|zugeordnet|verbucht|gebucht))"
    r"|giust[oaie]\b(?! (?:ieri|ora|oggi|adesso|stamattina|stamani|in tempo|due|un))"
    r"|just[oa]s?\b(?! (?:ahora|ayer|hoy|despues|antes|hace|cuando|a tiempo|el|esta|en))"
    r"|(?:prima|primera) (?:fattura|factura)|(?:la|die) (?:prima|primera|erste)\W*$"
    r"|erste[nr]? rechnung|(?:quanto|lo) (?:dovuto|debido)|was ich schulde"
    r"|(?:korrekte|berechtigte|geschuldete|unstrittige)\w* (?:betrag|summe|teil)"
    r"|betrag,? der (?:korrekt|stimmt|berechtigt|geschuldet)"
    r"|(?:importe|importo) (?:correcto|real|corretto|reale|dovuto|debido)"
)
_ONLY_A_PART = (
    r"(?:la|una|esta|questa) parte (?:que|ya|che|gia|hech\w|fatt\w|hecha|restante|realizad\w"
    r"|entregad\w|terminad\w|finit\w|consegnat\w|eseguit\w|realizzat\w|correspondiente|giust\w"
    r"|correct\w|corrett\w|vuestra|vostra|nuestra|nostra|mia)|(?:den|der|einen|dem) teil\b(?! der"
    r" post)"
)
_SCORN = (
    r"\w*(?:betrug\w*|betrueg\w*|abzock\w*|schrott\w*|pfusch\w*|katastroph\w*|frechheit\w*"
    r"|unversch\w*|saftladen|murks\w*|gauner\w*|verbrecher\w*|wucher\w*|schlampere\w*"
    r"|wackelkontakt|kratzer\w*|durch (?:sie|euch)\b|skandal\w*"
    r"|faltan\b|mancano\b|fehlen\b|schweinere\w*|sauere\w*|mangelhaft\w*|schaden)(?<!wasserschaden)"
    r"|schande|vergogn\w*|ladr[io]\w*|truff\w*|schif\w*|imbrogli\w*|delinquent\w*|disastr\w*"
    r"|verguenza|vergonz\w*|estaf\w*|chapuz\w*|sinverg\w*|desastr\w*|timo\b|timador\w*"
    r"|incomplet[oaie]\b|scandal\w*|escandal\w*|porcheri\w*|basura|ridicol\w*|ridicul\w*"
)
_SENT_ACCOUNT = (
    r"(?:auf|an|sul|sull|a|al|all|alla|en|nel|nell) (?:\w+ ){0,2}(?:konto|iban|cuenta|conto)\b"
    r"(?:,? \w+){0,5} (?:e ?mail|mail|nachricht|correo|mensaje|geschickt|gesendet|mitgeteilt"
    r"|genannt|mandat\w+|inviat\w+|comunicat\w+|indicat\w+|enviad\w+|envi\w+|mandad\w+|mandaron"
    r"|indicad\w+|indicaron)"
    r"|(?:zahl|uberw)\w* (?:\w+ ){0,3}an (?:meine?n?|seine?n?|deine?n?) "
    r"|(?:alla vostra|a (?:su|vuestro)|an ihre) (?:banca|banco|bank) (?:di|de|en|in|auf)\b"
)
"""An account told by mail may be a stranger's."""
_PAYS = re.compile(r"\b\w*(?:zahl|uberw[ei]|pag|bonific|transfer|transfier|versa|ingres|abon)\w*")
_PAYEE = re.compile(
    r"\b(?:an|a|ad|al|allo|alla|para)[ ]+(?:(?:den|die|das|dem|herrn?|frau|firma|familie|el|la"
    r"|senora?|sr|sra|srta|signora?|sig|sig ?ra|don|dona|dott\w*|empresa"
    r"|ditta|societa|sociedad)[ .]+)*(\w+)"
)
_ASTIR = any_of(
    r"(?:pruf\w*|kontrollier\w*|korrigier\w*) (?:sie |bitte )+(?!.{0,30}(?:konto|eingang))"
    r"|(?:prufen|klaren|prufe|klare) (?:\w+ ){0,2}(?:rechnung|betrag)\b",
    r"(?:revise|revisen|mire|miren|compruebe|comprueben|mirad|revisad)\b(?!.{0,30}(?:cuenta|banco"
    r"|extracto|ingreso))|(?:revis|mir|corr[ei][jg])\w* (?:\w+ ){0,3}(?:factura|importe)\b",
    r"(?:controllate|verificate|guardate|controlli|guardi)\b(?!.{0,30}(?:conto|banca|accredit))"
    r"|(?:controll|verific|guard)\w* (?:\w+ ){0,3}(?:fattura|importo)\b",
    r"una (?:volta|vez) (?:che|que)|vorausgesetzt|(?:qued\w+|resta|rimane) (?:por|da|algo)\b"
    r"|lo de (?:la"
    r" ultima|siempre)|\b(?:sie|ihr) (?:wollten|wolltet|hatten|hattet|sollten|kommen|kommt|kamen)\b"
    r"|(?:wollten|hatten|sollten|kommen) sie\b|(?:usted\w*|voi|lei) (?:iba\w*|deb\w+|ten\w+"
    r"|dove\w+)",
    r"bis auf (?!weiteres)|dar\w* de baja|(?:neue\w*|nuev[ao]|nuov[oa]) (?:konto|iban"
    r"|bankverbindung"
    r"|cuenta|conto)|in ordnung\b.{0,20}wenn|culpa (?:suya|vuestra|tuya|de (?:su|vuestr))|colpa"
    r" (?:vostra|sua|tua)|ihr\w* (?:fehler|schuld)",
    r"ander\w+ (?:rechnung|betrag|firma|summe|preis|konto)|otr[oa]s? (?:empresa|factura|importe"
    r"|persona|sociedad|cuenta|cosa)|con eso (?:van|va|ya|basta|esta|que)\b|y ya esta\b|y punto\b"
    r"|e basta\b|con questo (?:e|siamo|basta|chiud)\w*\b"
    r"|das muss reichen|altr[oa] (?:ditta|fattura|importo|azienda|societa|persona|conto"
    r"|cosa)",
    r"rechnung (?:von|fur) (?:mein|dein|ihr|sein|unser|dem|der)\w*|fattura di mi\w+|factura de mi\b"
    r"|(?:rechnung|factura|fattura)\b (?:ist|es|e) (?:von|de|del|di|della|dell)\b",
    _ONLY_WHAT_IS_RIGHT,
    _ONLY_A_PART,
    _SCORN,
    _SENT_ACCOUNT,
    r"al (?:chico|senor|hijo|marido|ragazzo|signore)\b|a la (?:chica|senora)\b|alla (?:ragazza"
    r"|signora)\b|(?:der dame|dem herrn) (?:\w+ ){0,3}(?:gegeben|bezahlt)",
)
_WANTS = re.compile(
    r"[?]|\b(?:(?:meld|ruf|schick|send|bring|schreib)\w* sie\b|(?:llam|mand|envi|pong|escrib)(?:e"
    r"|en"
    r"|a|ad)(?:me|nos|se)\b|(?:chiam|mand|invi|sped|port|scriv)(?:ate|i|ete|ite)?(?:mi|ci)\b"
    r"|mi (?:chiami|contatti|mandi|invii))"
)
"""What is asked of us; a paper, or to write elsewhere, may be."""

_CUT = re.compile(r"[,;:.!()]+ |[–—]|\b(?:und|sowie|aber|doch|pero|y|e|ed|ma)\b|[,;:.!?()]+$")
_TOKEN = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\S+@\S+|https?:\S+|\S*\d\S*")
_WHAT_FOR = re.compile(
    r"(?<=rechnung) (?:uber|fur) (?:die |das |den )?\w+"
    r"|(?<=factura)(?: original)? de(?:l| las?| los)? \w+(?: de(?:l| las?| los)? \w+)?"
    r"|(?<=factura) original"
    r"|(?<=fattura) (?:del|della|dei|delle|degli|dell|di|per (?:il|la|i|le|gli|l)) \w+"
    r"(?: per (?:il|la|i|le|gli|l) \w+)?"
    r"|(?<=bonifico) per (?:il|la|i|le|gli|l) \w+(?: (?:del|della|dei|delle|dell) \w+)?"
    r"|\b\w+(?=rechnung\b)"
)
"""What an invoice is for, in a word."""
_WISHES = (
    r"(?:schon|frohlich|froh|erholsam|sonnig|ruhig)\w* (?:\w+ )?(?:tag|abend|woche|wochenende"
    r"|weihnacht\w*|feiertage|ostern|ferien|sommer)(?: noch)?|buen (?:dia|finde|fin de semana)"
    r"|buena (?:tarde|semana)|feliz (?:semana|verano|ano|navidad|fin de semana)|felices fiestas"
    r"(?: por adelantado)?|(?:buona|buone) (?:giornata|serata|settimana|domenica|feste|vacanze)"
    r"|buon (?:lavoro|weekend|fine settimana|natale|anno|proseguimento)|auguri(?: a tutti)?"
)
_FAREWELL = re.compile(
    r"\b(?:grus\w*|mfg|lg|vg|saludos?|abrazos?|besos?|atentamente|cordialmente|saluti|saluto"
    r"|abbraccio|pfiat\w*|tschus+|tschau|bacion[ei]|baci|un bacio)\b"
    rf"|\b{_WISHES}(?= *(?:[,!.]|$))"
    r"|\b(?:vielen|besten|herzlichen) dank(?: im voraus)?(?=, \w+ \w+\W*$)"
)
_THANKS = re.compile(
    r"\b(?:danke?|gracias|grazie|scus(?:a|ate|i)(?:mi|ci)?|perdon\w*|disculp\w*|entschuldig\w*"
    r"|sorry)\b"
)
_ADDRESSED = re.compile(
    r"\b(?:frau|herrn?|familie|firma|hotel|hallo|hi|moin|liebe[rs]?|sparkasse|volksbank|bank"
    r"|morgen|tag|abend|hola|buenas|estimad[oa]s?|querid[oa]|senora?|sra?|srta|sig(?:[.]ra)?|don"
    r"|dona|ciao|salve"
    r"|gentile|car[oa]|signora?|dott\w*|madame|monsieur|banco|banca|buongiorno)[ .]+"
)
_TITLED = re.compile(
    r"\b(?:frau|herrn?|familie|senora?|sr|sra|srta|signora?|sig(?:\.ra)?|dott\w*)[ .]+$"
)
_SHORT_TITLE = re.compile(
    r"\b(Sigg?|Sig\.ra|Sra?|Srta|Dott|Dr|Hr|Fr|Avv|Ing|Geom|Prof|Rag|Dpto)\.(?= )"
)
"""A title cut short, whose stop ends no sentence."""
_ENDED = re.compile(r"[!?]\W*$|\w{4,}[.]\W*$")
_ARTICLE = re.compile(r"(?:el|la|los|las|il|lo|gli|le|l|un|una|uno|dos|due|tres?) ")
_MAY_BE_NEW = 1
_NAMES_MOST = 6
_NAME_MOST = 3

_Words = tuple[frozenset[str], tuple[str, ...]]


def _listed(text: str) -> _Words:
    words = text.split()
    plain = frozenset(word for word in words if not word.endswith("*"))
    return plain, tuple(word[:-1] for word in words if word.endswith("*"))


_KNOWN = {language: _listed(text) for language, text in ORDINARY.items()}
_CALENDAR = re.compile(rf"{MONTH}|{WEEKDAY}|eins|zwei|drei|vier|funf|zwanzig|dos|tres|due|tre")
_DENIALS = frozenset(
    "nicht kein keine keinen nie nichts no nunca nada non mai niente nessun".split()
)


@lru_cache(maxsize=4096)
def _is_known(word: str, language: str) -> bool:
    if len(word) == 1 or _CALENDAR.fullmatch(word):
        return True
    plain, stems = _KNOWN[language]
    told = (word, re.sub("([aou])e", r"\1", word))
    return any(one in plain or one.startswith(stems) for one in told)


def is_ordinary(text: str, *, papers: tuple[str, ...] = ()) -> bool:
    """Whether nothing stands in the text but what is written around payments.

    `papers` are the words in which it asks for the invoice, or to write to somebody else.
    """
    told = sentences(_SHORT_TITLE.sub(r"\1", text))
    last = len(told) - 1
    farewells = [place for place, each in enumerate(told) if _FAREWELL.search(each.folded)]
    language = _language(text)
    lines = {" ".join(line.split()) for line in text.splitlines()[1:]}
    closes = farewells[-1] if farewells else last - 1
    signed = bool(farewells) or _stands_apart(told, lines, language)
    return all(
        _is_name(each, closing=signed and place > closes and not text.isupper())
        or _is_ordinary(each, language=language, asked=_asks_papers(each, papers))
        for place, each in enumerate(told)
    )


def _stands_apart(told: tuple[Sentence, ...], lines: set[str], language: str) -> bool:
    """Whether the last words are a line of their own, or stand behind thanks."""
    if len(told) < 2:
        return False
    thanked, closing = told[-2], told[-1]
    alone = len(_TOKEN.findall(closing.raw)) == 1
    if _THANKS.match(closing.folded):
        return True
    words = _TOKEN.findall(closing.folded)
    if not words or (len(words[0]) > 1 and _is_known(words[0], language)):
        return False
    if _THANKS.search(thanked.folded) is None:
        return closing.raw in lines
    return closing.raw in lines or alone or (language != "German" and _is_signed(closing.raw))


def _is_signed(raw: str) -> bool:
    """Whether it is a name of up to three words, alone or before a desk."""
    name, _, desk = raw.rstrip(" .").partition(",")
    return (
        fold(name).split(" ")[0] in GIVEN
        and len(name.split()) <= _NAME_MOST
        and all(word[0].isupper() for word in _TOKEN.findall(name))
        and all(_is_of_a_desk(word) for word in _TOKEN.findall(desk))
    )


def _asks_papers(sentence: Sentence, papers: tuple[str, ...]) -> bool:
    """Whether the sentence asks for papers, or for what the one before it called the invoice."""
    named = any(one in sentence.raw for one in papers)
    return named or (bool(papers) and _HAND_OVER.search(sentence.folded) is not None)


def _language(text: str) -> str:
    words = _TOKEN.findall(fold(text))
    count = {name: sum(word in plain for word in words) for name, (plain, _) in _KNOWN.items()}
    return max(count, key=lambda name: count[name])


def _is_name(sentence: Sentence, *, closing: bool) -> bool:
    """Whether a line is a signature: capitals only, at the end, no sentence and no outcry."""
    raw = sentence.raw
    words = [word for word in _TOKEN.findall(raw) if len(word) > 1]
    if _ENDED.search(raw) or _ASTIR.search(sentence.folded):
        return False
    return closing and (
        len(words) <= 1
        or (
            len(words) <= _NAMES_MOST
            and words[0][0].isupper()
            and all(word[0].isupper() or _is_of_a_desk(word) for word in words)
        )
    )


_DESK = frozenset(
    "de del la las los da dei di della delle und von zu administracion contabilidad tesoreria"
    " amministrazione contabilita segreteria ragioneria secretaria restaurante ristorante hotel"
    " albergo gelateria pizzeria trattoria panetteria museo clinica taller officina proveedores"
    " pagos compras departamento dpto recepcion facturacion gestion almacen gerencia direccion"
    " fornitori pagamenti acquisti ufficio reparto reception fatturazione direzione responsabile"
    " portineria corsi".split()
)


def _is_of_a_desk(word: str) -> bool:
    """Whether a small word of a signature only ties names together or says whose desk it is."""
    return fold(word) in _DESK


def _is_ordinary(sentence: Sentence, *, language: str, asked: bool) -> bool:
    sentence = without_turns(sentence)
    folded = sentence.folded
    if _ASTIR.search(folded) or (not asked and _WANTS.search(folded)):
        return False
    if _names_a_payee(sentence, language):
        return False
    told = " ".join(_without_names(sentence.raw, folded, language=language).split())
    told = DENIED_IN_PASSING.sub(" ", _WHAT_FOR.sub("", told))
    told = _CONTAINERS.sub(" ", told)
    return all(_clause_is_ordinary(clause, language) for clause in _CUT.split(told))


def _names_a_payee(sentence: Sentence, language: str) -> bool:
    """Whether a clause pays to somebody with a name, who may be a stranger."""
    begins = 0
    pays = _PAYS.search(_ADDRESS.sub(" ", sentence.folded)) is not None
    for end in (*(cut.end() for cut in _CUT.finditer(sentence.folded)), len(sentence.raw)):
        clause = _ADDRESS.sub(lambda found: " " * len(found[0]), sentence.folded[begins:end])
        paid = _PAYS.search(clause) or (pays and _PAYEE.match(clause.lstrip()))
        for found in _PAYEE.finditer(clause) if paid else ():
            capital = sentence.raw[begins + found.start(1)].isupper()
            if capital and not _is_known(found[1], language) and not _OWN_AFFAIRS.match(found[1]):
                return True
        begins = end
    return False


def _without_names(raw: str, folded: str, *, language: str) -> str:
    """The folded words with blanks for names: behind a title or a farewell, in capitals."""
    farewell = _FAREWELL.search(folded)
    closes = farewell.end() if farewell else len(raw)
    rest = [word for word in _TOKEN.findall(raw[closes:]) if not _is_known(fold(word), language)]
    signed = len(rest) <= _NAMES_MOST and (
        len(rest) <= 1 or all(word[0].isupper() for word in rest)
    )
    kept = list(folded)
    for found in _ADDRESS.finditer(raw):
        kept[found.start() : found.end()] = " " * len(found[0])
    named = False
    for word in _TOKEN.finditer(raw):
        start, end = word.span()
        capital = word[0][0].isupper()
        before = folded[max(0, start - 14) : start]
        titled = any(found.end() == len(before) for found in _ADDRESSED.finditer(before))
        named = (capital or bool(_TITLED.search(before))) and (
            titled or (named and raw[start - 1] in " -" and language != "German")
        )
        foreign = (
            capital
            and language != "German"
            and start > 0
            and raw[start - 2 : start - 1] not in ".!?:¡¿"
            and not raw.isupper()
            and not _ARTICLE.fullmatch(folded[:start])
        )
        if named or foreign or (signed and start >= closes):
            kept[start:end] = " " * (end - start)
    return "".join(kept)


def _clause_is_ordinary(clause: str, language: str) -> bool:
    if _OF_YOURS.search(clause):
        return False
    new = [word for word in _TOKEN.findall(clause) if not _is_known(word, language)]
    if not new:
        return True
    praise = _WELL.search(clause)
    told = {
        word
        for found in (*_OWN_AFFAIRS.finditer(clause), *((praise,) if praise else ()))
        for word in _TOKEN.findall(found[0])
    }
    new = [word for word in new if word not in told]
    if praise is None:
        return not new
    if _SAVE.search(clause[: praise.start()]) or _SAVE.search(clause[praise.end() :]):
        return False
    return len(new) <= _MAY_BE_NEW and all(_is_praised(word, clause, praise) for word in new)


def _is_praised(word: str, clause: str, praise: re.Match[str]) -> bool:
    """Whether a new word beside praise is what it praises: before it or behind an article."""
    at = re.search(rf"\b{word}\b", clause)
    if at is None or word in _DENIALS:
        return False
    return _BEHIND_AN_ARTICLE.search(clause[: at.start()]) is not None
