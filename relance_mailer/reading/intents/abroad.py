"""What a debtor says in German, Spanish or Italian: the same intents, in fewer turns of phrase.

A letter in one of these languages is read only if a rule here or elsewhere takes it, no word of a
ground stands in it and every clause of it is ordinary (`talk_abroad`); what is left goes to a
human.
"""

import re
from functools import lru_cache

from relance_mailer.reading.intents.phrases import Sentence, any_of, fold, sentences
from relance_mailer.reading.intents.turns_abroad import without_turns
from relance_mailer.reading.message import Finding
from relance_mailer.words import Intent

_PAY_DE = (
    r"(?:zahlen|zahle|bezahlen|bezahle|uberweisen|uberweise|begleichen|begleiche|anweisen|weise"
    r"|weisen|angewiesen|uberwiesen|bezahlt|beglichen|veranlassen|veranlasst|gutgeschrieben)"
)
_PAYS_ES = (
    r"(?:pag(?:o|amos|aremos|are|ara)|abon(?:o|amos|aremos|are|ara)|hag(?:o|amos)|haremos|hare"
    r"|hacemos|transferi(?:mos|remos|re)|liquid(?:amos|aremos))"
)
_PAYS_IT = (
    r"(?:pag(?:o|hiamo|heremo|hero|hera)|sald(?:o|iamo|eremo|ero)|facci(?:o|amo)|faremo|faro"
    r"|effettu(?:o|iamo|eremo|ero|era)|dispo(?:niamo|rremo|rra)|provved(?:o|iamo|eremo|ero|era))"
)
_SENDS = (
    r"(?:senden|schicken|zusenden|zuschicken|ubersenden|ubermitteln|zukommen|mailen|hochladen"
    r"|laden|nachreichen|mitteilen|nennen"
    r"|reenvi\w+|envi(?:ar\w*|e\w*|en\w*)|mand(?:ar\w*|e\w*|en\w*)|facilit\w+|adjunt(?:ar|e|en)"
    r"|rinvi\w+|invi(?:ar\w*|i\b|ate\w*)|manda\w*|mandi|rimand\w+|spedir\w*|trasmett\w+|girar\w*"
    r"|caricar\w*|subir|suba)"
)
_PAPER = (
    r"(?:\w*rechnung\w*|kopie\w*|duplikat\w*|duplicad\w+|duplicat\w+|zweitschrift|ausfertigung"
    r"|pdf|bestellnummer|iban|bic"
    r"|bankverbindung|kontoauszug|anhang|zugferd|xrechnung|datei|portal|factura\w*|copia\w*"
    r"|numero de (?:pedido|cuenta)|swift|archivo|adjunto|extracto|fattur\w+|coordinate|allegato"
    r"|numero d ordine|estratto conto)"
)

# Whoever filed a letter wrongly reproaches himself.
_FILED = (
    r"(?! (?:abgelegt|einsortiert|gebucht|verbucht|zugeordnet|weitergeleitet|adressiert|abgeheftet"
    r"|verstanden|gelesen))"
)
_BANK_RETURNED = (
    r"(?:banco|banca|bank)\b(?: \w+){0,4} (?:devolvio|devuelto|restituito|respinto|zuruck\w*)"
    r"|(?:error\w*|errore|fehler\w*) (?:\w+ ){0,3}(?:iban|cuenta|conto|kontonummer)"
)

_ROWS: tuple[tuple[Intent, str, int, str, str], ...] = (
    (
        Intent.PROMISE,
        "zahlt, pagará, pagherà",
        3,
        rf"(?:wir|ich|man) (?:(?!und\b)[\w.,€]+ ){{0,9}}?{_PAY_DE}\b"
        rf"|{_PAY_DE} (?:wir|ich)\b|(?:werden?|wird) (?:[\w.,€]+ ){{0,9}}?{_PAY_DE}\b"
        r"|(?:zahlung|betrag|geld|uberweisung|rechnung|summe)\b (?:[\w.,€]+ ){0,9}?(?:erfolgt"
        r"|geht|folgt|raus|vorgemerkt|eingeplant|unterwegs|veranlasst|freigegeben und)\b"
        r"|zahllauf|(?:wird|werden) (?:\w+ ){0,5}(?:angewiesen|gutgeschrieben)"
        r"|(?:sie|ihr) (?:erhalten|bekommen|haben|erhaltet) (?:\w+ ){0,2}geld"
        r"|(?:(?<![a-z] )|(?<=und ))(?:ue?berweise|zahle|bezahle|begleiche) (?:am|die|den|das"
        r"|alles|ihnen|sie|es"
        r"|morgen|ubermorgen|heute|nachste[nrs]?|kommende[nrs]?|gleich|sofort|umgehend|dann|noch"
        r"|spatestens|bis|per|zum|mo\w*tag"
        r"|dienstag|mittwoch|donnerstag|freitag|anfang|mitte|ende|in|nachste|innerhalb)\b"
        r"|(?:zahlt|ue?berweist|begleicht)\b|(?:ich|wir) mach\w* (?:das|es) (?:bis|am|morgen|heute)"
        r"|(?:schick|schicke|schicken) (?:ich|wir) (?:euch|ihnen|dir) (?:die |das )?(?:\d|geld)"
        r"|(?:geld|zahlung|uberweisung) (?:[\w.,€]+ ){0,3}kommt\b"
        r"|geld (?:\w+ ){0,3}(?:auf ihrem konto"
        r"|bei ihnen)|(?:wird|werden) (?:[\w.,€]+ ){0,9}?(?:abgebucht|eingezogen|eingezahlt)\b"
        r"|ueberweisen\b",
        r"nicht|kein\w*|kunden?\b|wurden?\b(?!.{0,60}(?:zur zahlung|freigegeben))"
        r"|worden|bereits|schon|gestern|\bist (?:\w+ ){0,4}(?:bezahlt"
        r"|uberwiesen)|haben (?:\w+ ){0,6}(?:bezahlt|uberwiesen|beglichen)|nie\b|\?",
    ),
    (
        Intent.PROMISE,
        "zahlt, pagará, pagherà",
        3,
        rf"{_PAYS_ES} (?:\w+ ){{0,3}}(?:factura|transferencia|pago|importe|todo|resto|hoy|manana"
        r"|esta|el (?:lunes|martes|miercoles|jueves|viernes|dia|proximo|\d))"
        r"|(?:pago|transferencia|importe|factura)\b (?:[\w.,€]+ ){0,9}(?:sale|saldra\w*|sera"
        r"|se (?:hara"
        r"|pagara|abonara|realizara|efectuara)|esta (?:previst|programad)\w+|queda (?:pagad"
        r"|previst|programad)\w+)|(?:recibira\w*|tendra\w*) (?:el |su )?(?:dinero|pago|importe)"
        r"|(?:esta|tenemos) (?:previst|programad)\w+ (?:el |la )?(?:pago|transferencia)"
        r"|(?:le|lo|la|se lo|te) (?:pago|pagamos|hago|hacemos|repito|repetimos|rehago|rehacemos)"
        r"|(?:le|les|te|os|se lo|lo|la) (?:pag(?:o|amos|are)|hag(?:o|amos)|hacemos|haremos"
        r"|transfi\w+"
        r"|transferi(?:mos|re|remos)|ingreso|ingresamos|abono|abonamos|mand(?:o|amos) (?:los )?\d)"
        r"|se (?:le )?(?:pagaran?|abonaran?|transferiran?|liquidaran?)\b|en la (?:proxima )?remesa"
        r"|pago (?:antes|el|la semana|manana|hoy|a final\w*|a fin\w*|como muy tarde"
        r"|en cuanto vuelva)"
        r"|(?:nosotros |siempre )?pag(?:o|amos) (?:siempre|todos? los|a (?:final|fin|primeros"
        r"|mediados))"
        r"|se cargaran?\b|salen? (?:el |la )?(?:dinero|pago|transferencia)"
        r"|dinero (?:\w+ ){0,3}(?:sale"
        r"|llega|saldra)\b|(?:ingres|transfer)are\b"
        r"|\bpagamos\b(?! a)"
        r"|(?<!el )(?<!del )(?<!un )(?<!su )(?<!nuestro )(?<!al )(?<!de )\bpago (?:dentro"
        r"|esta|a mediados|a primeros|sin falta|el)\b"
        r"|(?:les?|os|te) hace (?:la|el) (?:transferencia|pago|ingreso)"
        r"|(?:lo|la) (?:hago|hacemos|hare) (?:antes|el|manana|hoy|sin falta)"
        r"|voy a (?:pagar|hacer)|vamos a (?:pagar|hacer)|pasamos (?:el pago|la transferencia)"
        r"|pagaremos|queda pagad\w"
        r"|recibira\w* el|pagare\b|abonaremos"
        r"|hemos programado",
        r"pasad[oa]\b(?! manana)|ya (?:la|lo|los|las|les?|os) pag(?:amos|ue)\b"
        r"|no (?:vamos|pag|podemos|pienso|puedo)|nunca|ya (?:esta|se)|ayer"
        r"|hizo|salio|cuando (?:nos"
        r"|ustedes|reciba)|hasta que|podriamos|podemos|\?",
    ),
    (
        Intent.PROMISE,
        "zahlt, pagará, pagherà",
        3,
        rf"{_PAYS_IT} (?:\w+ ){{0,3}}(?:fattura|bonifico|pagamento|saldo|importo|tutto|resto|oggi"
        r"|domani|entro|il \d|lunedi|martedi|mercoledi|giovedi|venerdi)"
        r"|part(?:e|ira|ono) il (?:bonifico|pagamento)|(?:vi|le|ti) fa il (?:bonifico|pagamento)"
        r"|te (?:li|la|lo) (?:mando|verso)"
        r"|(?:vi|le|ti|la|lo|ve la|te la|gliela) (?:pag(?:o|hiamo|hero|heremo)|sald(?:o|iamo|ero)"
        r"|vers(?:o"
        r"|iamo|ero)|facci(?:o|amo)|faro|faremo|bonific(?:o|hiamo)|mand(?:o|iamo|ero) (?:i )?\d)"
        r"|avr(?:a|ete) (?:i |il |l )?(?:soldi|denaro|pagamento|bonifico|importo)"
        r"|soldi (?:\w+ ){0,3}(?:part"
        r"|arriv)(?:ono|iranno|ano|eranno)|part(?:ono|iranno) i soldi|(?:lo|la) (?:faccio"
        r"|facciamo|faro) (?:entro|domani|oggi|subito|lun|mar|mer|gio|ven)"
        r"|\bpaghiamo\b"
        r"|(?<!il )(?<!un )\bpago (?:dopodomani|stasera|questa|fra|tra|prima|la prossima|a meta"
        r"|a fine|a inizio|lun|mar|mer|gio|ven|con)|(?:settimana|meta \w+|fine mese|\w+di"
        r"|domani) pago\b"
        r"|vers(?:o|iamo) (?:i |gli |l )?(?:\d|importo|saldo)"
        r"|(?:saranno|verranno|viene|vengono|va|vanno) (?:\w+ ){0,3}(?:pagat|saldat|bonificat"
        r"|addebitat)\w"
        r"|rientr\w+ (?:nei|nel|nella|nelle) (?:\w+ ){0,2}(?:pagament\w|distinta)"
        r"|inserit\w (?:nei|nel|nella)"
        r" (?:\w+ ){0,2}(?:pagament\w|distinta)"
        r"|pag(?:o|hiamo) (?:a fine|a inizio|la settimana|in settimana|subito|appena torn|prima di)"
        r"|(?:prima|seconda|terza|ultima) rata\b(?: di)? \d[\d.,]* ?(?:€|euro|eur)?"
        r"|(?:pagamento|bonifico|importo|fattura|saldo)\b (?:[\w.,€]+ ){0,9}(?:parte|partira|sara"
        r"|verra|avverra|e (?:previst|programmat)\w+|in uscita)|ricever\w+ (?:l |il )?(?:importo"
        r"|pagamento|denaro|bonifico)|confermo il pagamento per|pagheremo|pagher[oa]\b|salderemo",
        r"non (?:paghe|pago|paghiamo|possiamo|posso)|mai\b|ieri|gia\b|e stat[oa]|potremmo"
        r"|potrei|quando (?:ci|voi|avrete)|finche|\?",
    ),
    (
        Intent.PROMISE,
        "Zahllauf, remesa, distinta",
        3,
        r"(?:entra|va|esta|incluid[oa]) en la (?:proxima )?remesa|rientr\w+ (?:nei|nel|nella|nelle)"
        r" (?:\w+ ){0,2}(?:pagament\w|distinta)|im (?:nachsten )?zahllauf",
        r"nicht|\bno\b|\bnon\b|\?",
    ),
    (
        Intent.PAID,
        "bezahlt, pagado, pagato",
        3,
        r"^(?:hallo,? |guten tag,? )?(?:schon |bereits )?(?:bezahlt|uberwiesen|gezahlt|beglichen)"
        r" (?:am \d|gestern|vorgestern|heute|letzte)|"
        r"(?:wurden?|worden|ist|sind|haben|habe|hab|habs|hat|bereits|schon"
        r"|war) (?:[\w.,€]+ ){0,18}?(?:bezahlt"
        r"|uberwiesen|gezahlt|beglichen|angewiesen|abgebucht|ausgefuhrt|ausgelost|veranlasst"
        r"|rausgegangen"
        r"|abgegangen"
        r"|raus|erfolgt|belastet|getatigt)\b|schon bezahlt|\w+ belastet\b|uberschnitten",
        r"nicht|kein\w*|werden\b|wird\b|sobald|wenn|freigegeben und|vorgemerkt|\?",
    ),
    (
        Intent.PAID,
        "bezahlt, pagado, pagato",
        3,
        r"ya (?:la|lo|los|las|les?|os) (?:pagamos|pague|abonamos|liquidamos|transferimos"
        r"|ingresamos)\b"
        r"|(?:ordenamos|emitimos|hicimos|lanzamos|cursamos) (?:la|el) (?:transferencia|pago)"
        r" (?:ayer|anteayer|el pasado|la semana pasada|anoche)"
        r"|(?:ya|hemos|he|ha|han|esta|fue|queda|acabamos de|acabo de) (?:\w+ ){0,4}(?:pagad[oa]"
        r"|hecho|abonad[oa]|transferid[oa]|realiza\w+|efectuad[oa]|cargad[oa]|liquidad[oa]|hecha)"
        r"|(?:hice|hicimos|hemos hecho|he hecho) (?:la|el|una|un|ya) (?:\w+ )?(?:transferencia|pago"
        r"|ingreso)|(?:hemos|he|ha) (?:\w+ )?(?:ordenado|mandado|emitido|enviado|lanzado) (?:la"
        r"|una|el|un"
        r"|su) (?:\w+ )?(?:transferencia|pago|importe)"
        r"|(?:pag|abon|ingres|transfer)(?:amos|imos) (?:\w+ ){0,3}(?:pasad[oa]\b(?! manana)|ayer"
        r"|anteayer|hace)"
        r"|(?:acabo|acabamos) de (?:hacer|pagar|mandar|ordenar|realizar|ingresar|emitir|enviar)\w*"
        r"|(?:lo|la|os|les|le|te) (?:pague|abone|ingrese|transferi|ingresamos|pagamos ayer)\b"
        r"|se (?:pago|abono|liquido|transfirio|ingreso) (?:(?:por|con|mediante|en) \w+ )?(?:ayer"
        r"|anteayer|el (?:\d|pasado|lunes|martes|miercoles|jueves|viernes)|hace|la semana pasada)"
        r"|(?:pague|ingrese|transferi) (?:ayer|hoy|esta|el|la|todo|por|desde)\b"
        r"|(?:pago|transferencia|importe|giro) (?:\w+ ){0,3}(?:se (?:hizo|realizo|efectuo|envio)"
        r"|salio|fue|sali)|pagad[oa] (?:el|ayer|hoy|la)"
        r"|(?:la|lo|el pago|transferencia) (?:la |lo |se )?(?:hicimos|hice|realizamos|realice"
        r"|ordenamos"
        r"|ordene|pague|emiti|emitimos|mande|enviamos) (?:\w+ ){0,3}(?:ayer|hoy|el|hace|por|desde"
        r"|la"
        r" semana)|adjunto (?:el )?(?:justificante"
        r"|comprobante)",
        r"\bno (?:ha|hemos|esta|fue)|sera\b|cuando|\?",
    ),
    (
        Intent.PAID,
        "bezahlt, pagado, pagato",
        3,
        r"(?:e|stato|stata|abbiamo|ho|gia|sono|hanno|e gia|risulta\w*"
        r"|ha) (?:\w+ ){0,4}(?:pagat[oaie]"
        r"|saldat[oaie]|partit[oa]|effettuat[oa]|versat[oa]|eseguit[oa]|dispost[oa]|addebitat[oa]"
        r"|provveduto)|pagat[oa] (?:ieri|stamattina|lunedi|il|oggi)"
        r"|(?:ho|abbiamo) (?:\w+ )?fatto (?:il |un |questo )?(?:bonifico|pagamento|versamento)"
        r"|(?:bonifico|pagamento|versamento)\b (?:[\w.,€]+ ){0,6}(?:e|sono) stat[oi] fatt[oi]"
        r"|(?:bonifico|pagamento"
        r"|versamento) (?:l )?(?:\w+ )?"
        r"(?:ho|abbiamo) (?:gia )?fatto\b|in allegato la contabile",
        r"\bnon (?:e|abbiamo|ho|sono)|sara\b|verra\b|saranno|verranno|quando|\?",
    ),
    (
        Intent.INVOICE_REQUEST,
        "Rechnung, factura, fattura gesucht",
        3,
        rf"{_PAPER}\b.{{0,80}}\b{_SENDS}\b|\b{_SENDS}\b.{{0,60}}{_PAPER}"
        r"|(?:rechnung|factura|fattura)\b.{0,60}(?:nicht (?:vor|erhalten|bekommen|auffindbar"
        r"|finden)|nie (?:erhalten|eingegangen|bekommen)|fehlt)"
        r"|(?:finde\w*|habe\w*|liegt|erhalten) (?:\w+ ){0,6}(?:rechnung) (?:\w+ ){0,3}nicht"
        r"|(?:no|nunca) (?:\w+ ){0,3}(?:encontr\w+|recib\w+|tenemos|llego|ha llegado)"
        r" (?:\w+ ){0,3}factura|non (?:\w+ ){0,3}(?:trov\w+|ricevut\w+|arrivat\w+)"
        r" (?:\w+ ){0,3}fattura|\bals pdf\b|no se abre|non si apre|lasst sich nicht offnen"
        r"|fattura\b(?: \w+){0,3} mai (?:arrivata|pervenuta)"
        r"|\bnon trov\w+ (?:piu )?(?:la|le|questa|vostra|sua) (?:\w+ )?fattur\w+"
        r"|rispedir\w+"
        r"|reinviar\w+|teilen sie (?:\w+ ){0,4}(?:iban|bic)|nochmals senden|rimandar\w+|reenvi\w+"
        rf"|(?:fehlt|falta|manca|necesitamos|brauchen|serve) (?:\w+ ){{0,4}}{_PAPER}",
        r"falsch|incorrect\w|sbagliat|equivocad|freigabe|verzogerung\w*",
    ),
    (
        Intent.REDIRECT,
        "andere Adresse, otra dirección, altro indirizzo",
        3,
        r"(?:bitte (?:\w+ ){0,4}an|por favor,? (?:\w+ ){0,5}a|per favore,? (?:\w+ ){0,5}a"
        r"|(?:mand|envi|escrib|invi|scriv)\w+ a) \S+@\S|"
        r"(?:zustandig|wenden|schreiben|ansprechpartner\w*|kunftig|ab (?:sofort|jetzt)|escriba\w*"
        r"|dirij\w+|contact\w+|a partir de ahora|lleva|scriv\w+|rivolg\w+|contatt\w+|d ora in"
        r" (?:poi|avanti)|riferimento|(?:las |les )?gestiona\w*|(?:sono )?gestit\w)\b.{0,120}\S@\S",
        r"urlaub|vacaciones|ferie\b",
    ),
    (
        Intent.REDIRECT,
        "nicht mehr da, ya no, non più",
        2,
        r"(?:nicht mehr (?:zustandig|dort|hier|in der firma|bei)|ya no (?:llevo|trabaj\w+|me ocupo)"
        r"|non (?:me ne occupo piu|mi occupo piu|lavoro piu|seguo piu))",
        r"zahl\w*",
    ),
    (
        Intent.ACK,
        "weitergeleitet, lo paso, inoltro",
        3,
        r"(?:he|hemos|ha) dejado (?:el|la|una|un|su) (?:nota|mensaje|aviso|recordatorio|correo"
        r"|factura)|(?:lasciato|dejado|messo|puesto) (?:\w+ ){0,3}(?:sulla|sul|en|encima|sobre)"
        r" (?:\w+ ){0,2}(?:scrivania|tavolo|mesa|escritorio|bandeja)"
        r"|auf den (?:schreib)?tisch gelegt"
        r"|(?:he|hemos|ha|queda) (?:\w+ )?(?:pasado|reenviado|trasladado|remitido|entregado)"
        r" (?:\w+ ){0,4}(?:a|al)\b|"
        r"(?:nachricht|schreiben|mail|mahnung|erinnerung) (?:\w+ ){0,3}(?:angekommen|eingegangen)"
        r"|liegt (?:\w+ ){0,3}(?:bei|beim) (?:unser\w*|der|dem|meine\w*)"
        r"|(?:leite|leiten|gebe|geben) (?:\w+ ){0,10}weiter|weiter(?:geleitet|gegeben)"
        r"|(?:lo|la) (?:comento|hablo|consulto) con|ne parl(?:o|iamo) con|(?:lo|la) (?:riferisco"
        r"|comunico) (?:a|al|alla)\b|(?:ho|abbiamo) trasmesso|(?:tomo|prendo) nota"
        r"|(?:prufe\w*|klare\w*|kummere\w*|schaue) (?:\w+ ){0,5}(?:melde\w*|das|darum|es|bescheid"
        r"|nach)|melde\w* (?:mich|uns)|(?:zur|in der) (?:freigabe|unterschrift|prufung)"
        r"|wird bearbeitet|(?:dejo|lascio) (?:el|la|il|un|una) (?:mensaje|nota|messaggio|mail)"
        r"|lege (?:sie|es|das|ihr|ihm) (?:\w+ ){0,4}(?:auf|vor|hin)|(?:lo|la|se lo"
        r"|le) (?:paso|pasamos|reenvio|miro|traslad\w+)"
        r"|(?:paso|reenviado|trasladado) (?:\w+ ){0,4}(?:a|mensaje|correo)|tomamos nota"
        r"|pendiente de (?:la )?(?:firma|aprobacion|validacion)|le (?:informar\w+|digo algo)"
        r"|(?:la|lo|li|le) (?:giro|giriamo|inoltro|passo) (?:\w+ ){0,2}(?:in|al|alla)"
        r"|(?:inoltro|giro|passo) (?:\w+ ){0,6}(?:a|al|all|alla|mail|collega|ufficio)"
        r"|(?:inoltrat|girat)[oa]\b|verific(?:o|hiamo) e|faccio sapere|aggiorniamo|prendiamo nota"
        r"|in attesa di (?:approvazione|firma)",
        r"\?",
    ),
    (
        Intent.DISPUTE,
        "Mangel, defecto, difetto",
        3,
        rf"(?:gutschrift|mangel\w*|defekt\w*|beschadigt\w*|kaputt|falsch\b{_FILED}|reklam\w+"
        r"|nie (?:bestellt|da)"
        r"|nicht bestellt|storniert|gekundigt|weisen\b.{0,30}zuruck|unvollstandig"
        r"|niedriger|anderer"
        r"|abzuglich|ziehen aber|sobald die gutschrift|bevor\b.{0,30}(?:ersetzt|repariert)"
        r"|abono\b(?! en)|nota de credito|defectuos\w+|descontando|llego (?:rot|rasgad|danad)\w+"
        r"|no (?:corresponde|procede|es el acordado)|nunca (?:pedimos|hemos pedido)|hemos devuelto"
        r"|devolvimos|falta la mitad|nota di credito|difettos\w+|danneggiat\w+|sbagliat\w+"
        r"|contest(?:iamo|o)\b|mai ordinato|non (?:e quello concordato|e dovuta)|al netto d"
        r"|(?:quando|finche) (?:\w+ ){0,4}(?:finito|riparat\w|sostituit\w))",
        r"alles in ordnung|tutto a posto|todo (?:bien|correcto|en orden)"
        r"|(?:gutschrift|nota di credito)"
        r" (?:\w+ ){0,3}(?:erhalten|ricevuta)|siehe|korrigiert"
        r"|(?:cartella|casella|pila|cassetto|mail|indirizzo) sbagliat[oa]|(?:errore|colpa) (?:nostr"
        r"|mi)[oa]|carpeta equivocada",
    ),
    (
        Intent.OPT_OUT,
        "nicht mehr schreiben",
        3,
        r"(?:schreiben|kontaktieren) sie (?!dorthin|dahin)(?:\w+ ){0,3}nicht mehr"
        r"|daten loschen|loschen sie|no (?:me|nos) escrib\w+ mas|non scriv\w+ piu|non scrivetemi",
        "",
    ),
    (
        Intent.DISTRESS,
        "liquide, tesorería, liquidità",
        3,
        r"liquiditats\w*|geld (?:\w+ ){0,4}(?:knapp|fehlt)|verzogerung\w*.{0,30}zahlung\w*"
        r"|zahlung\w*.{0,60}verzogerung\w*|nicht wann ich zahlen"
        r"|tesoreria|retraso en (?:la|los)|no se cuando|problem\w+ (?:de|con el) (?:liquidez|banco)"
        r"|problemi di liquidita|ritard\w+ (?:nei|dei) pagamenti|pagamenti (?:\w+ ){0,4}ritard\w+"
        r"|non ce la facciamo|\bmal momento\b|(?:momento|periodo) (?:dificil|difficile|delicad\w)"
        r"|(?:schweres|hartes|schwieriges) jahr",
        "",
    ),
    (
        Intent.PLAN_REQUEST,
        "Raten, plazos, rate",
        3,
        r"\braten\b|ratenzahlung|aufschub|stundung|in teilen|teilzahlung\w*|mehr zeit"
        r"|(?:en|varios|tres|dos|cuatro) plazos|aplazamiento|fraccion\w+|mas tiempo"
        r"|\ba rate\b|rate mensili|in (?:due|tre|quattro|cinque|sei|\d+) rate|dilazione|rateizz\w+"
        r"|meta a\b.{0,30}meta a|proroga",
        "",
    ),
    (
        Intent.REFUSAL,
        "zahlen nicht, no pagamos, non paghiamo",
        3,
        r"(?:wir|ich|das) (?:werden? )?(?:\w+ ){0,3}(?:zahlen|zahle|bezahlen|bezahle) (?:\w+ ){0,3}"
        r"nicht(?:s)?\b|(?:ich|wir) werden? (?:\w+ ){0,3}nicht (?:be)?zahlen|keinen cent"
        r"|werden? (?:ich|wir) (?:\w+ ){0,3}nicht (?:be)?zahlen"
        r"|(?:no|nunca) (?:vamos a|pienso|voy a|pensamos) pagar|no (?:pagamos|pagaremos|pagare)\b"
        r"|non (?:paghiamo|pagheremo|paghero|pago|si paga)\b",
        r"bevor|bis\b|solange|erst|hasta|antes|mientras|finche|prima|fino|oggi|heute|hoy|ahora"
        r"|subito|sofort|tutto|todo|zweimal|doppelt|sondern|dos veces|due volte"
        r"|(?:mit|per|in|con|en) (?:der |la )?(?:karte|kreditkarte|ec karte|paypal|scheck"
        r"|lastschrift"
        r"|nachnahme|bar\b|raten|tarjeta|efectivo|contanti|carta|cheque|assegno|rate\b)|bar\b",
    ),
    (
        Intent.INSOLVENCY,
        "Insolvenz, concurso, fallimento",
        3,
        r"insolvenz(?:verfahren|verwalter\w*|antrag)|masseverwalter|concurso de acreedores"
        r"|administrador concursal|dichiarat[oa] fallit[oa]|fallimento|liquidazione giudizia(?:le"
        r"|ria)"
        r"|curatore|(?:in|en) (?:liquidazione|liquidacion)\b",
        r"kunde\w*|cliente|lieferant",
    ),
)

_COMPILED = tuple(
    (intent, name, strength, any_of(takes), re.compile(rf"\b(?:{leaves})") if leaves else None)
    for intent, name, strength, takes, leaves in _ROWS
)
_GROUND = any_of(
    r"(?:fehl(?:t|en)\b|statt\b|stimmt nicht|doppelt|zu (?:viel|hoch)|schaden\w*|nicht"
    r" (?:geliefert|funktion\w+|richtig|komplett|vollstandig)|no (?:funciona\w*|lleg\w+|coincide)"
    r"|de mas\b|doble\b|no es (?:mi|nuestr)\w+|non (?:funziona\w*|arriva\w*)"
    r"|doppi\w+|invece|troppo|erst (?:wenn|nach\b)|wenn (?:sie|die|der|das|wir)\b|falls\b|sobald"
    r"|bevor|solange"
    r"|abzuglich|abzieh\w*|gutschrift|mangel\w*"
    r"|defekt\w*|beschadigt\w*|kaputt|falsch\b" + _FILED + r"|falsche\w*|fehler\w*|reklam\w+"
    r"|anwalt\w*|gericht\w*|klage\w*"
    r"|nie bestellt|nicht bestellt|storn\w+|gekundigt|kundig\w+|zuruck\w*|weigern|bestreiten"
    r"|unvollstandig|minderung|teilweise|jedoch|obwohl|loschen|rgpd|dsgvo"
    r"|hasta que|mientras|en cuanto (?:nos|ustedes|recib\w+)|descont\w+|menos\b|salvo|excepto"
    r"|mercanc\w+|tampoco|keine ware\b|lieferung (?:\w+ )?(?:nicht|fehlt)|la merce\b"
    r"|abono de|nota de (?:abono|credito)|defectuos\w+|rot[oa]s?\b|danad\w+|error\w*|equivoc\w+"
    r"|reclam\w+|abogad\w+|juzgado|no (?:corresponde|procede|pedimos)|devol\w+|devuelt\w+"
    r"|cancel\w+|falta\w* (?:la|el|los|las|parte)|sin embargo|pero\b|aunque"
    r"|finche|purche|appena (?:ci|voi|avrete|riceviamo)|al netto|meno\b|tranne|nota di credito"
    r"|difettos\w+|danneggiat\w+|rott[oaie]\b|errat\w+|sbagliat\w+|contest(?:o|a|iamo|are|az\w+"
    r"|at\w+)\b|avvocat\w+"
    r"|tribunale|non (?:conforme|dovut\w+|ordinat\w+)|restitu\w+|reso\b|annull\w+|mancan\w*"
    r"|tuttavia|pero\b|anche se)"
)
_WORDS = frozenset(
    "der das und ist wir sie nicht ich den von zu mit ihre ihr ihnen wird werden wurde fur eine "
    "auf zum zur bei bitte danke haben habe guten hallo sehr geehrte morgen heute noch schon "
    "rechnung zahlung betrag geld uberweisung zahlen bezahlt uberwiesen uns unser unsere "
    "unserem kein keine ware waren ihren dem diese freitag montag woche el los las y del por "
    "para hemos esta este buenos buenas dias tardes factura pago pagado pagada transferencia "
    "dinero manana viernes lunes adjunto mercancia fue una cuenta muy quien cuando saludo "
    "saludos gracias pagaremos pagar vamos gli che inoltro giro verifico ricevuto fattura "
    "allegato collega ufficio encontramos encuentro recibido reenviar puede nuestro nuestra "
    "arrivata danneggiata contestiamo di per della abbiamo buongiorno gia bonifico pagamento "
    "pagato pagata importo domani venerdi lunedi grazie cordiali saluti paghiamo pagheremo "
    "merce stata stato al questo questa purtroppo sarebbe possibile "
    "ieri confermo rata salve scusi scusa scusate mio mia eravamo siamo sono hanno ho ti lunedi "
    "martedi mercoledi giovedi sabato settimana giorno ferie pago fatto faccio subito nostro "
    "nostra vostra vostro dal dalla dalle nel nella degli alla allo avrete dovete avete centesimo "
    "altro perche quando perdon disculpe hola he hago hice mismo tiene tengo estamos estoy "
    "pero sin hecho semana jueves martes miercoles su sus sie habe hab dann gleich "
    "uberweise zahle mein meine woche montag dienstag mittwoch donnerstag auch aber nicht "
    "von mir keinen ihr euch im scrivete poi ora piu io".split()
)
_OURS = frozenset(
    "les des du une et est je vous nous pas qui pour sur dans votre notre bonjour merci mais avec "
    "ce au ne sera cordialement facture paiement virement mon ma mes vos the of and to is we you "
    "i our your this for not that it in have be with please are was will invoice payment paid hi "
    "thanks on par plus ete moi tout vendredi deux fait elle depuis ca suis qu mois meme paye "
    "paie payer chez avez avons ai etait sont cette donc ou lundi dit regle regler reglement "
    "compte banque trois fois jour jours sous comme avait avoir lui encore service demande jamais "
    "comptable recu reste partie faire semaine ont matin autre factures cheque jusqu pouvez etes "
    "mardi mercredi jeudi samedi dimanche toujours relance soir temps aussi peux ici demain tous "
    "toute toutes juste vire virer envoie envoye fera ferons juin juillet aout fevrier decembre "
    "avril janvier mme hier prochain prochaine bonne journee courrier desormais c j d l s n m "
    "aucun aucune suite trop tres tard dois doit vais aux ces ses leur nos es t mdr ni as oui by "
    "my would could has had been from at monday friday next week one their souci paiements "
    "fournisseurs relances rappel vacances patience".split()
)


@lru_cache(maxsize=16)
def is_abroad(text: str) -> bool:
    """Whether most small words are of one of the three languages and not French or English."""
    told = _TOKEN.findall(fold(text[:2_000]))
    foreign = sum(word in _WORDS and word not in _OURS for word in told)
    return foreign > sum(word in _OURS for word in told)


_TOKEN = re.compile(r"[a-z]{2,}")


def find(text: str) -> tuple[Finding, ...]:
    """What the text says in one of the three languages; nothing for any other text."""
    if not is_abroad(text):
        return ()
    return tuple(
        found
        for sentence in sentences(text)
        for intent, name, strength, takes, leaves in _COMPILED
        if (found := _found(sentence, intent, name, strength, takes, leaves)) is not None
    )


def papers_asked_for(text: str) -> tuple[str, ...]:
    """The words in which a text asks for an invoice, or to write to another address."""
    asked = {Intent.INVOICE_REQUEST, Intent.REDIRECT}
    return tuple(each.span for each in find(text) if each.intent in asked)


def _found(
    sentence: Sentence,
    intent: Intent,
    name: str,
    strength: int,
    takes: re.Pattern[str],
    leaves: re.Pattern[str] | None,
) -> Finding | None:
    hit = takes.search(sentence.folded)
    if hit is None:
        return None
    said = _clause(sentence.folded, hit) if intent in _OF_ITS_CLAUSE else sentence.folded
    if leaves is not None and leaves.search(said):
        return None
    span = sentence.raw[hit.start() : hit.end()].strip()
    return Finding(intent=intent, span=span, rule=name, strength=strength)


_OF_ITS_CLAUSE = frozenset({Intent.PROMISE, Intent.PAID})
"""What another clause of the sentence denies is not what these say: `may_hide_a_ground` sees it."""


def _clause(words: str, hit: re.Match[str]) -> str:
    """The words between the commas around a hit."""
    start = max(words.rfind(sign, 0, hit.start()) for sign in (", ", "; ", ": "))
    ends = [place for sign in (", ", "; ") if (place := words.find(sign, hit.end())) >= 0]
    closing = "?" if words.rstrip().endswith("?") else ""
    return words[start + 1 : min(ends, default=len(words))] + closing


_RETURNED = any_of(
    r"^falsche[rs]? (?:adresse|person|abteilung|stelle|postfach|ansprechpartner\w*)(?=\W*$|,)"
    r"|(?:sind|ist) (?:\w+ ){0,3}(?:hier|bei mir|bei uns) falsch\b",
    _BANK_RETURNED,
    r"(?:nessun|senza) problem\w+ (?:con|per|sulla) (?:la )?(?:vostra )?merce",
    r"falsche?\w? \w+ (?:ist|wurde|war) (?:\w+ ){0,3}(?:umgetauscht|korrigiert|erledigt|geklart"
    r"|ersetzt)",
    r"(?:komm\w*|bin|ist|sind|wieder|kehr\w*) (?:[\w.,]+ ){0,6}zuruck\b"
    r"|sobald (?:ich|wir|er|sie|mein \w+|meine \w+) (?:\w+ ){0,5}(?:zuruck|wieder (?:da|im)|im buro"
    r"|gesund)\b",
    r"(?:mein|unser)e? (?:eigener )?(?:fehler|versehen)|fehler (?:bei uns|von (?:uns|mir)"
    r"|unsererseits|meinerseits)|im falschen (?:fach|ordner|stapel|postfach)",
    r"(?:cartella|casella|pila|cassetto) sbagliat[oa]|(?:errore|colpa|svista) (?:nostr|mi)[oa]",
    r"(?:error|fallo|culpa) (?:nuestr[oa]|mi[oa])|(?:carpeta|cuenta de correo) equivocada",
)


def may_hide_a_ground(text: str) -> bool:
    """Whether a word of a ground or a condition stands in a text of the three languages."""
    told = (_RETURNED.sub(" ", without_turns(each).folded) for each in sentences(text))
    return any(_GROUND.search(each) for each in told)
