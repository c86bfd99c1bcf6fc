"""Whole turns of phrase of German, Spanish and Italian letters that tell of no ground.

Single words do not do here: "richtig", "rotto" or "non" may tell of a ground, and "die Rechnung
ist richtig", "mi sono rotto un braccio", "se non lo vedete mi avvisi" do not. A turn is passed
over as a whole, before the words that are left are asked (`talk_abroad`); what stands beside it
counts as before, so "mi sono rotto un braccio sulla vostra scala" is still a human's to read.
"""

from dataclasses import replace

from relance_mailer.reading.intents.phrases import Sentence, any_of

_ENDS = r"(?= *(?:[,;.!)]|$|und\b|y\b|e\b|ed\b))"

_MESSAGES_DE = r"(?:mails|e mails|nachrichten|schreiben|briefe|post)"
_OWN_HOUSE_DE = (
    r"(?:betrieb|restaurant|laden|geschaft|hotel|gasthof|gasthaus|cafe|verein|branche|firma|haus)"
)
_LIMB_DE = r"(?:bein|arm|fus|hand|handgelenk|knochel|schulter|rippe\w*|finger|knie|hufte)"
_LIMB_ES = r"(?:pierna|brazo|muneca|pie|tobillo|cadera|rodilla|mano|hombro|dedo)"
_LIMB_IT = r"(?:gamba|braccio|polso|piede|caviglia|mano|spalla|ginocchio|femore|dito|anca|costola)"

_BY_LETTER = (
    rf"falls (?:sich )?(?:unsere )?{_MESSAGES_DE} (?:sich )?(?:\w+ )?(?:uberschn\w+|gekreuzt"
    rf"|kreuzen)(?: haben| sollten)?{_ENDS}",
    rf"(?:unsere )?{_MESSAGES_DE} (?:haben|hatten) sich (?:wohl |vermutlich |sicher )?"
    r"(?:gekreuzt|uberschnitten)",
    r"(?:sollte|falls) (?:das geld|der betrag|die zahlung) (?:noch |immer )*nicht (?:da|eingegangen"
    r"|angekommen|sichtbar) sein,? (?:geben sie|melden sie) (?:\w+ ){0,3}(?:bescheid|sich)",
    rf"(?:post|briefe?|mails?) (?:\w+ )?(?:blieb|blieben|lag|lagen|war|waren) (?:\w+ ){{0,2}}"
    rf"(?:ungeoffnet|ungelesen|unbeantwortet|unbearbeitet){_ENDS}",
    r"(?:unsere |meine |die )?(?:mail|e mail|email|rechnungs|post)?(?:adresse|anschrift) hat sich"
    rf" (?:\w+ )?geandert{_ENDS}",
    r"(?:dieses|das) postfach (?:wird|ist) (?:\w+ ){0,3}(?:geschlossen|abgeschaltet|geloscht"
    rf"|stillgelegt){_ENDS}",
    r"(?:diese|die) (?:mail|e mail|email)?adresse wird (?:\w+ ){0,3}(?:nicht mehr (?:gelesen"
    rf"|genutzt|betreut)|abgeschaltet|geschlossen){_ENDS}",
    r"si (?:no|todavia no|aun no) (?:la|lo|les|le|os) (?:\w+ )?(?:ven|ve|veis|encuentra\w?|llega"
    r"|aparece|recib\w+|tienen|tiene)(?: \w+)?,? (?:por favor )?(?:avis|dig|me lo dic|me avis)\w*"
    r"(?: y (?:les?|os|te) (?:mand|envi|pas)\w+(?: (?:el|un) (?:justificante|comprobante))?)?",
    r"(?:este|el) (?:buzon|correo) (?:se (?:cierra|va a cerrar|cerrara)|dejara de funcionar"
    r"|va a desaparecer|desaparece)",
    r"(?:esta|nuestra) direccion (?:ya no se (?:usa|utiliza|lee)|ha cambiado|cambia)",
    r"en la (?:carpeta|bandeja) de (?:correo )?(?:no deseado|spam)|en el correo no deseado",
    r"perdon\w* que no (?:le|te|les|os) (?:haya|hayamos|hubiera) (?:contestado|respondido|escrito)",
    rf"no aparece (?:por ninguna parte|por ningun (?:lado|sitio)|en el (?:correo|portal)){_ENDS}",
    r"encima de (?:la|su|mi) mesa",
    r"(?:e mail|mail|nachricht)\w* (?:wird|werden) (?:auch )?nicht weitergeleitet",
    r"acus(?:o|amos) recibo|para temas de (?:facturas|pagos|facturacion|administracion)",
    r"grazie (?:mille )?(?:per|della) (?:la )?segnalazione",
    r"se non (?:lo|la|l|li) (?:vede\w*|avete|riceve\w*|trova\w*)(?: ancora| arrivat\w| entro \w+)?"
    r",? (?:mi|ci) (?:avvis|scriv|dic|faccia\w* sapere)\w*(?: pure)?",
    r"se non (?:lo|la|l) (?:vede\w*|trova\w*),? (?:le|vi) (?:mando|invio|giro) la (?:contabile"
    r"|ricevuta)",
    r"in allegato (?:trova\w*|le)|trova\w* in allegato|(?:le |vi )?allego",
    r"(?:credo |penso )?(?:sia|e) (?:finit|andat)[oa] (?:nello|nella) (?:spam|posta indesiderata)",
    r"(?:questa|la) casella (?:verra|sara|viene|e stata) (?:chiusa|disattivata|dismessa)",
    rf"(?:la|questa) fattura non c e(?: proprio)?{_ENDS}",
    r"non us\w+ piu (?:la posta elettronica|quest\w (?:indirizzo|mail|casella)|la mail)",
    r"scus\w* se non (?:le |vi |ti )?(?:ho|abbiamo) (?:risposto|scritto)(?: prima| subito)?",
)
_FOUND = (
    rf"(?:ich|wir) find\w+ (?:sie|es|die rechnung) (?:\w+ )?nicht(?: mehr)?{_ENDS}",
    r"(?:falscher|nicht der richtige) ansprechpartner|nicht die richtige ansprechpartnerin",
    rf"ich bin (?:hier )?nur (?:der|die|ein|eine) \w+{_ENDS}",
    rf"(?:yo )?(?:solo|solamente) soy (?:el|la|un|una) \w+{_ENDS}"
    rf"|(?:yo )?soy (?:solo|solamente) (?:el|la|un|una) \w+{_ENDS}",
    r"(?:yo )?(?:me dedico|me ocupo|llevo) (?:solo|solamente|unicamente) (?:a|de|del|el|la|los"
    rf"|las) (?!mitad|parte|resto)\w+{_ENDS}",
    rf"(?:yo )?ya no llevo (?:yo )?(?:la|el|las|los) (?!mitad|parte|resto)\w+{_ENDS}",
    rf"(?:io )?sono (?:solo|soltanto|solamente) (?:il|la|lo|un|una|l) ?\w+{_ENDS}",
    r"(?:io )?(?:mi occupo|seguo) (?:solo|soltanto|solamente) (?:del|della|dei|delle|di|i|le|gli"
    rf"|il|la|l) ?(?!meta|parte|resto)\w+{_ENDS}",
)
_AGREED = (
    r"(?:die|ihre) (?:rechnung|forderung|mahnung) ist (?:auch |ja |naturlich |vollig )?(?:richtig"
    rf"|korrekt|berechtigt|in ordnung){_ENDS}",
    r"(?:die|ihre) rechnung liegt (?:vor mir|uns vor|mir vor),? sie ist (?:richtig|korrekt)"
    rf"{_ENDS}",
    rf"(?:la|su|esta|vuestra) factura (?:es|esta) (?:correcta|conforme|bien){_ENDS}",
    rf"(?:la|questa|vostra|sua) fattura e (?:corretta|giusta|a posto|regolare){_ENDS}",
    rf"(?:ha|avete|hai) (?:perfettamente |pienamente )?ragione{_ENDS}",
    rf"e tutto (?:giusto|corretto|in regola|in ordine){_ENDS}",
    r"(?:niente|nulla) da (?:contestare|obiettare)",
    r"(?:y )?ya esta (?:pagad|firmad|aprobad|contabilizad|resuelt|registrad|solucionad)[oa]",
    rf"skonto ziehen wir (?:\w+ )?nicht (?:mehr )?ab{_ENDS}",
    r"senz altro|senza meno|sin mas tramites?(?: ni peros)?",
)
_SIGNED_FOR = (
    r"(?:es )?fehlte (?:nur |noch |lediglich )*(?:die|eine) (?:unterschrift|freigabe)(?: (?:vom|des"
    r"|der|von) \w+)?",
    r"wegen (?:einer |der )?fehlende[nr]? (?:bestellnummer|freigabe|unterschrift|kostenstelle"
    r"|referenz|kundennummer) (?:gesperrt|blockiert|zuruckgestellt|liegen geblieben)",
    r"(?:vorher|davor) (?:lauft|haben|gibt|machen) (?:\w+ ){0,3}kein\w* (?:zahlungslauf|zahllauf)",
    r"konnten (?:wir|ich) (?:\w+ ){0,4}(?:nichts|keine (?:zahlungen|uberweisungen)) (?:anweisen"
    r"|uberweisen|zahlen|ausfuhren|auslosen)",
    r"faltaba (?:solo |solamente )?(?:la firma|el visto bueno) (?:del|de la|de) \w+",
    r"para que (?:lo|la) (?:revisen|miren|tramiten|paguen|gestionen|vean)"
    rf"(?: cuanto antes| lo antes posible)?{_ENDS}",
    rf"(?:lo|la) (?:mirara|vera|tramitara) cuando vuelva{_ENDS}",
    r"mancava (?:solo |soltanto |ancora )?(?:la firma|il visto|l approvazione|il benestare)"
    r" (?:del|della|dell|di) ?\w+",
)
_LACKS_MONEY = (
    r"(?:ein|mehrere|zwei|drei|einige|unser|unsere) (?:\w+er |\w+e |grosen )?(?:kunden?"
    rf"|auftraggeber|mieter|gaste) (?:zahl(?:t|en)|bezahl(?:t|en)) (?:uns |derzeit |gerade )*nicht"
    rf"{_ENDS}",
    r"(?:winter|sommer|herbst|fruhling|monat|jahr|saison) (?:war|ist|lief) (?:fur (?:uns|unser\w*"
    rf" {_OWN_HOUSE_DE}) )?(?:\w+ )?(?:ruhig|schwach|mau|hart|schwierig|schlecht){_ENDS}",
    r"(?:die |unsere )?kasse ist (?:\w+ ){0,3}(?:leer|knapp)",
    rf"(?:die|unsere) zahlung(?:en)? verzoger(?:t|n) sich(?: leider| noch| etwas)*{_ENDS}",
    r"(?:die )?(?:temporada|campana|cosa) (?:ha sido|fue|esta siendo|esta|va) (?:muy |bastante )?"
    rf"(?:floj|mal|dur|complicad|tranquil)\w*{_ENDS}",
    r"(?:un|varios|dos|algunos) (?:\w+ )?clientes? (?:\w+ )?(?:no|tampoco) (?:nos )?(?:pagan?|han?"
    rf" pagado){_ENDS}",
    rf"(?:nos|me) (?:falta|faltan) (?:dinero|liquidez|fondos){_ENDS}",
    rf"no (?:podemos|puedo) (?:darle|decirle|indicarle) una fecha(?: todavia| ahora)?{_ENDS}",
    r"(?:la )?(?:stagione|annata|estate) (?:e|e stata|e andata|va) (?:molto |piuttosto )?(?:male"
    rf"|magra|dura|fiacca|difficile|scarsa){_ENDS}",
    r"(?:un|alcuni|due|diversi|il) (?:\w+ )?(?:client[ei]|committent[ei]) non (?:ci )?"
    rf"(?:paga(?:no)?|ha pagato|hanno pagato){_ENDS}",
    r"(?:siamo|sono|e) a corto di (?:liquidita|soldi|fondi)",
    r"(?:ein|das) (?:schweres|hartes|schwieriges|schlechtes|mageres) (?:jahr|quartal|halbjahr)"
    rf"(?: hinter (?:uns|sich|mir))?{_ENDS}|(?:eine )?schwere zeit(?:en)?{_ENDS}",
    r"(?:estamos |estoy )?pasando (?:por )?un (?:mal )?(?:momento|ano|bache|fin de ano)"
    rf"(?: economico| complicado| dificil| delicado| malo)?{_ENDS}",
    r"(?:las |nuestras )?ventas (?:han bajado|bajaron|han caido|estan bajas)(?: mucho)?"
    rf"(?: este (?:invierno|verano|ano|mes))?{_ENDS}",
    r"(?:stiamo |sto )?(?:attraversando|passando|vivendo) un (?:brutto )?(?:momento|periodo|anno)"
    rf"(?: difficile| complicato| delicato| brutto| duro)?{_ENDS}",
    rf"(?:abbiamo|ho) (?:vendut|lavorat|incassat)o (?:molto )?(?:poco|pochissimo){_ENDS}",
    r"(?:subiscono|subiranno) (?:dei )?ritardi",
    r"(?:la )?banca (?:ci|mi) (?:mette|sta mettendo) in difficolta",
    r"non (?:sono|siamo) in grado di (?:indicar|dar|dir)\w+ una data|non (?:posso|possiamo) (?:dar"
    rf"|dir|indicar)\w+ una data(?: precisa| certa)?{_ENDS}",
)
_MISHAPS = (
    rf"(?:hat|habe) (?:sich|mir) (?:das|den|die|ein|einen|eine) {_LIMB_DE} gebrochen",
    rf"se (?:ha |me ha )?(?:rompio|roto) (?:la|el|una|un) {_LIMB_ES}",
    rf"me (?:he )?(?:rompi|roto) (?:la|el|una|un) {_LIMB_ES}",
    rf"(?:si e|mi sono|s e) rott[oa] (?:una|un|il|la|l) ?{_LIMB_IT}",
    r"(?:ho|abbiamo) passato (?:le giornate|la settimana|i giorni|una settimana) in ospedale",
    r"de baja por (?:la espalda|gripe|enfermedad|paternidad|maternidad|depresion|un accidente"
    r"|una operacion)",
    r"(?:grippe|magen darm grippe|erkaltung|corona) hat (?:\w+ ){0,3}erwischt",
    rf"brote de gripe(?: en la oficina)?{_ENDS}|hochwasser im (?:keller|buro){_ENDS}",
    r"umzug nach \w+|messe in \w+",
    r"(?:hemos|he) cambiado de (?:programa|sistema|gestoria|asesoria|banco|oficina)|cambio de"
    r" (?:programa|sistema|gestoria|asesoria)",
    r"(?:ho|abbiamo) cambiato (?:gestionale|commercialista|banca|programma|ufficio)",
    r"ho chiuso (?:il|lo|la) (?:laboratorio|negozio|studio|bottega|officina|locale)",
    r"(?:unser|das|der|unsere?) (?:buchhaltungs(?:programm|system)|zahlungssystem|onlinebanking"
    r"|bankzugang) (?:war|ist|lief) (?:\w+ ){0,4}(?:ausgefallen|gesperrt|gestort|blockiert)",
    r"(?:la banca online|el sistema de pagos|el acceso al banco"
    r"|la (?:app|aplicacion|web) del banco)"
    r" (?:no (?:funcionaba|iba)|estaba (?:bloquead|caid)\w)",
    r"(?:l home banking|la banca online|il sistema di pagamento|il sito della banca)"
    r" (?:non (?:funzionava|andava)|era (?:bloccat\w|fuori uso))",
    r"(?:acaba de dar|ha dado|dio) a luz",
    r"(?:ha avuto|e nat[oa]) (?:un|una|il|la) (?:bambin|bimb)[oa]",
    rf"nos ponemos al dia{_ENDS}|ci rimettiamo in pari{_ENDS}|(?:fiesta|festa) (?:local|patronale)",
    r"siamo (?:un po |un po' |un poco |molto )?(?:disorganizzati|sommersi|oberati"
    rf"|sotto organico|indietro){_ENDS}",
    r"(?:estamos|vamos) (?:muy |un poco )?(?:reorganizando(?: todo| la oficina)?|saturad[oa]s"
    rf"|atrasad[oa]s){_ENDS}",
    r"(?:wir )?arbeiten (?:seit \w+ )?mit (?:einem|einer) neuen (?:buchhaltungs\w+|system|programm"
    r"|software)",
    rf"(?:la |el |un |una )?nuev[ao] (?:responsable|contable|encargad[oa]|gestora?){_ENDS}",
    rf"(?:la |il |un |una )?nuov[ao] (?:responsabile|contabile|commercialista|collega){_ENDS}",
    r"nadie (?:abria|miraba|leia|revisaba|atendia) (?:el|los) (?:correos?|buzon)",
    r"nessuno (?:apriva|leggeva|guardava) (?:la|le) (?:posta|mail)",
    r"niemand (?:hat )?(?:die )?(?:post|mails) (?:geoffnet|gelesen|bearbeitet)",
    r"(?:todavia |aun )?no hemos encontrado (?:sustitut[oa]|a nadie|reemplazo)",
    r"non abbiamo (?:ancora )?trovato (?:una |un )?(?:sostitut[oa]|nessuno)",
    r"(?:noch )?(?:keinen ersatz|keine nachfolger\w*|keine vertretung) gefunden",
    r"(?:solo|solamente) (?:tenemos|tengo|hemos recibido|he recibido) (?:el|su|vuestro)"
    rf" (?:recordatorio|aviso|correo){_ENDS}",
    r"(?:abbiamo|ho) (?:ricevuto )?(?:solo|soltanto) il (?:vostro |suo )?(?:sollecito|promemoria)"
    rf"{_ENDS}",
    rf"era chiuso per (?:i )?lavori{_ENDS}",
    r"que verguenza(?=,? (?:se (?:me|nos) |me (?:olvid|habia)|perdon|disculp|lo siento))",
    r"(?:che )?(?:vergogna|figura|figuraccia)(?=,? (?:me ne ero|l avevo|ce ne eravamo|mi era|mi"
    r" scusi|scusi))",
    r"solo (?:questa settimana|ieri|oggi|stamattina|la settimana scorsa|lunedi|martedi|mercoledi"
    r"|giovedi|venerdi)|solo (?:ayer|hoy|esta semana|esta manana)",
)
_SMALL_TALK = (
    rf"(?:bei uns |hier )?(?:regnet|schneit|sturmt) es(?: seit tagen| ununterbrochen| viel){_ENDS}"
    rf"|(?:bei uns |hier )?(?:regnet|schneit) es{_ENDS}",
    rf"(?:ich )?hoffe,? sie haben (?:mehr |etwas )?(?:sonne|besseres wetter){_ENDS}",
    r"(?:por aqui |aqui )?(?:ya )?hace (?:un |mucho |bastante )?(?:calor|frio|sol|viento)"
    rf"(?: tremendo| horrible| terrible)?{_ENDS}",
    r"(?:por aqui |aqui )?no para de llover",
    rf"que (?:tengas?|tengan|tengais|pase[ns]?) (?:un )?(?:muy )?(?:buen|buena|feliz) (?:dia|tarde"
    rf"|semana|fin de semana|finde|verano){_ENDS}",
    rf"(?:qui )?(?:finalmente )?e arrivat[oa] (?:l estate|la primavera|il sole|il caldo){_ENDS}"
    rf"|qui fa (?:un )?(?:gran )?(?:caldo|freddo)(?: terribile)?{_ENDS}|qui piove"
    rf"(?: sempre| da giorni)?{_ENDS}",
)

_TURNS = any_of(
    *_BY_LETTER, *_FOUND, *_AGREED, *_SIGNED_FOR, *_LACKS_MONEY, *_MISHAPS, *_SMALL_TALK
)

DENIED_IN_PASSING = any_of(
    r"(?:la gestoria|el gestor|(?:el|la) contable) (?:solo )?viene (?:solo )?(?:los|el) \w+",
    r"sin (?:eso|ello|esto|ese dato|esos datos) (?:el|nuestro) banco (?:nos )?(?:la |lo |los )?"
    r"(?:devuelve|rechaza)|senza (?:questo|quello|questi dati) la banca (?:ce )?(?:la |lo )?"
    r"(?:respinge|rifiuta)",
    r"falsch (?:abgelegt|einsortiert|gebucht|verbucht|zugeordnet|weitergeleitet|abgeheftet)"
    r"|im falschen (?:fach|ordner|postfach|stapel)"
    r"|(?:mein|unser) (?:eigener )?(?:fehler|versehen)|fehler (?:bei uns|von uns|von mir"
    r"|unsererseits|meinerseits)",
    r"(?:error|fallo|despiste|culpa) (?:nuestr[oa]|mi[oa])|(?:es|fue|ha sido) (?:mi|nuestr[oa])"
    r" (?:error|culpa|fallo)|carpeta equivocada",
    r"(?:errore|colpa|svista) (?:nostr[oa]|mi[oa])|(?:e|stata|stato) (?:un )?(?:nostr[oa]|mi[oa])"
    r" (?:errore|colpa|svista)|(?:cartella|casella|pila|cassetto) sbagliat[oa]",
    r"(?:weis|wissen) (?:\w+ ){0,2}nicht,? wann (?:ich|wir) (?:be)?zahlen|nicht mehr dort"
    r"|no se cuando podre|ich hatte sie nur|erst (?:gestern|heute|jetzt|am \w+|letzte woche|nachste"
    r" woche)|(?:haben|habe|hatte) nur ihre mahnung|mil gracias|problema con el banco"
    r"|non (?:la|lo) trov\w+|da nessuna parte|por ning\w+ (?:lado|parte)|siamo senza linea",
    r"erst (?:ein)?mal|erst einarbeiten|(?:solo|sol) (?:adesso|ora|oggi|ahora|hoy)"
    r"|no damos abasto|no"
    r" (?:tengo|tenemos) (?:ni )?un (?:minuto|rato|momento)|non (?:ho|abbiamo) un (?:attimo"
    r"|minuto)",
    r"(?:das )?wusst\w+ (?:ich|wir) nicht|no lo sab\w+|non lo sap\w+|(?:habe|haben|hab) nichts"
    r" gemacht|no (?:he|hemos) hecho nada|non (?:ho|abbiamo) fatto (?:niente|nulla)"
    r"|(?:nur|solo) (?:der|den|die|ihre|el|la|il|su|la vostra) (?:lieferschein|mahnung|albaran|ddt"
    r"|bolla|sollecito|recordatorio|aviso)|(?:banco|banca|bank)\b(?: \w+){0,4} (?:devolvio|devuelto"
    r"|devuelve|restituito|respinto)|(?:error|errore|fehler) (?:en el|nell|in der|im|di"
    r"|bei der) iban"
    r"|(?:noch )?nicht (?:verbucht|gebucht|eingegangen|angekommen|sichtbar)\b|no lo (?:tienen|tiene"
    r"|tendran) contabilizado|non l (?:avete|ha) (?:ancora )?(?:registrat|vist|contabilizzat)\w"
    r"|no vuelvo hasta|non torno (?:fino a|prima di)|torno solo|(?:komme|bin) erst"
    r"|neue\w* (?:anschrift|adresse|buchhalter\w*|kolleg\w*|chef\w*|buro|mitarbeiter\w*)",
    r"vielleicht(?= ist (?:\w+ )?bei ihnen)|a lo mejor(?= todavia)|forse(?= non l)"
    r"|fattura\b(?: \w+){0,3} mai arrivata|keine pdf mehr(?: an)?|nell iban"
    r"|forse(?= si e (?:pers|smarrit|persa))|^falsche adresse(?=\W*$|,)|(?:hier|bei mir|bei uns)"
    r" falsch\b"
    r"|non corrisponde all iban"
    r"|im datum geirrt|llev\w+ solo las|(?:error|fehler|errore) (?:en el|in der|nell)(?= |$)",
    r"(?:ya )?(?:esta|queda) (?:todo )?(?:arreglado|solucionado|resuelto)|come si",
    r"(?:scus\w+|perdon\w+) se(?= rispond)|se (?:vuole|volete)(?= (?:vi|le) mand)"
    r"|si quier\w+(?= (?:l|o)\w+"
    r" mand)",
    r"\w+ (?:se (?:ha )?jubil(?:o|ado)|ya no (?:trabaja|esta)|e andat[oa] in pensione"
    r"|ist in rente)",
    r"nicht (?:im (?:buro|haus|hause|dienst)|da\b|vor ort|daran gedacht|dran gedacht|vergessen"
    r"|gesehen|dazu gekommen|erreichbar|rechtzeitig|mehr daran|gleich gesehen|bemerkt)"
    r"|(?:noch )?nicht (?:uberwiesen|bezahlt|freigegeben|gezahlt)|kein(?:e|en)? (?:problem|sorge\w*"
    r"|thema)|keine zeit|keine minute|noch nicht dazu|nicht am platz|ich bin nur"
    r"|nicht (?:mehr )?(?:dafur "
    r")?zustandig|(?:rechnung|sie) (?:\w+ ){0,4}nicht vor|nie (?:die |eine )?rechnung(?: selbst)?"
    r" (?:bekommen|erhalten)|rechnung\w* (?:\w+ ){0,5}(?:nicht|nie) (?:erhalten|bekommen|gefunden"
    r"|finden|auffindbar|angekommen|eingegangen)|nicht mehr (?:bei uns|in der firma|im haus\w*)"
    r"|finde\w* (?:\w+ ){0,3}rechnung (?:\w+ ){0,3}nicht|(?:lasst|lassen) sich nicht offnen"
    r"|(?:konnen|konnten|wurden) sie (?=.{0,60}(?:schick|send|zukommen|mail))|zukommen lassen",
    r"sin falta|sin (?:problema|duda)\w*|no se preocup\w+|no te preocup\w+|no hay problema"
    r"|no (?:la |lo |le |les |te |os )?(?:habia|habiamos|he|hemos) (?:visto|mirado|pagado|podido"
    r"|leido|contestado|hecho)(?: ni (?:el|la) \w+| antes)?|no volvera a (?:pasar|ocurrir)"
    r"|no (?:estaba|estabamos|estuve|estuvimos)(?: en (?:la|el) (?:oficina|despacho))?"
    r"|no paramos(?: ni para \w+)?|no me (?:acorde|di cuenta)|no nos (?:acordamos|dimos cuenta)"
    r"|nadie (?:mas )?podia firmar"
    r"|(?:no|nunca) (?:\w+ ){0,3}(?:encontr\w+|encuentr\w+|localiz\w+|recib\w+|tenemos|llego"
    r"|ha llegado) (?:\w+ ){0,3}factura|no la (?:encuentr\w+|encontr\w+|localiz\w+)|ya no llev\w+"
    r"|ya no trabaj\w+|sin su firma|no puedo hacer nada|solo (?:llevo|viene|soy)|soy solo"
    r"|(?:puede\w*|podria\w*|podeis) (?=.{0,40}(?:mand|envi|reenvi|pasar))",
    r"senza (?:fallo|problemi|dubbio|altro)|non (?:si preoccup\w+|ti preoccup\w+|preoccup\w+)"
    r"|nessun problema|non (?:l |la |lo |le |vi |ti |ci |ne )?(?:avevo|avevamo|ho|abbiamo)"
    r" (?:(?:ancora|piu|proprio|mai) )?(?:vist[oa]|guardato|pagat[oa]|potuto|lett[oa]|risposto"
    r"|fatto)|non (?:succedera|capitera) piu|non (?:ero|eravamo) in (?:ufficio|sede|studio)"
    r"|non ci fermiamo|non me ne ero accort[oa]|non si ripetera|sono solo (?:il|la)|io seguo sol\w+"
    r"|non (?:\w+ ){0,3}(?:trov\w+|ricevut\w+|arrivat\w+) (?:\w+ ){0,3}fattura\w*"
    r"|non (?:me ne|mi) occupo piu|non seguo piu|non lavor\w+ piu|non (?:si apre|lo vedete)"
    r"|(?:potrebbe|potreste|potete|puo|mi puo) (?=.{0,30}(?:invi|mand|sped|gir|trasm))",
)
"""What is denied in passing, and denies nothing of ours."""


def without_turns(sentence: Sentence) -> Sentence:
    """The sentence with blanks for the turns in it; every other word stays where it stood."""
    raw, folded = list(sentence.raw), sentence.folded
    kept = list(folded)
    for found in _TURNS.finditer(folded):
        kept[found.start() : found.end()] = raw[found.start() : found.end()] = " " * len(found[0])
    return replace(sentence, raw="".join(raw), folded="".join(kept))
