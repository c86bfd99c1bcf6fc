"""The words in which people write of payments, of the post and of courtesy, a language each.

A word with a star stands for all that begin with it. None names goods or works, none judges them,
none denies: what these words make up tells of no ground (`talk_abroad`).
"""

ORDINARY = {
    "German": """
ab abbuchen abbuchung abend abends aber abgebucht abgegangen abgehakt abgeheftet abgelegt
abgesandt abgeschickt abgesendet abgesprochen abgestimmt abschicken absenden absender
absolut absprache abteilung abteilungen abwesend abwesenheit ach acht adresse aktuell alle allem
allen aller allerdings alles als also am amt an anbei andere anderen anfang angaben angegebene*
angehangen angehangt angekommen angekundigt angelegt angemahnte angenehm* angewiesen anhang
ankommen anruf* anschrift ansprech* antwort* anweis* arbeite arbeitstag* asche assistent* auch auf
aufgefallen aufgeraumt aufgetaucht aufmerksamkeit auftrag* auftrags augen aus ausfertigung
ausgefuhrt ausgeglichen ausgelastet ausgelost ausgetreten ausgleich ausgleichen aushilfe ausland
auslandsuberweisung ausnahmsweise auszahlung autsch azubi bald baldig baldige baldmoglichst bande
bank* bareinzahlung bargeld bauer bauern bearbeitet beauftragt bedingt beginn begleich* beglich*
begonnen begreiflich bei beide beiden beigefugt beim bekannte* bekomm bekommen belastet beleg*
bemerkt berechtigt bereits beruhig* besagte* beschaftigt bescheid besetzt besprochen bestatige*
bestatigung beste besten bestenfalls bestens bester bestimmt betrag* betreff betreffend betreue
betreut betriebsbedingt betrifft bezahl* beziehungsweise bezug bezuglich bic bin bis bisher
bislang bisschen bist bitte* bitten bittet bleiben bleibt blieb blod bonjour brachte brauche
brauchen braucht brennt brief* bringe bringen bringt bruder brutto buchen buchhalter* buchhaltung*
buchung burgermeister* buro bzw chaotisch chef chefin chf commerzbank da dabei dachte dadurch
dafuer dafur daheim daher dahin damals dame damen damit danach dank dankbar danke* dankeschon dann
daran darf darin darum das dass dasselbe datei datum dauerauftrag dauern dauert dauerte davon
davor dazu debitoren* definitiv dein dein* dem demnachst den denke denn der derer derzeit des
deshalb dich dicke die dies diese diesem diesen dieser dieses diesmal digital digitalisiert dir
direkt doch dokument* dort dran drauen drauf drei dreisig drin dritten druber drunter du dumm
duplikat durch durcheinander durchgegangen durchgerutscht durfen durfte durften dussel e eben ec
echt echtzeituberweisung ehefrau ehemann ehrenwort ehrlich eigens eigentlich eile ein einarbeit*
eine einem einen einer eines einfach eingang eingangs eingearbeitet eingegangen eingehen
eingeplant eingerichtet eingetragen eingezahlt einige einigen einiger einiges einkauf* einmal
einschreiben einsortiert einzahl* elf eltern email empfang empfangen ende endlich enkel* entgangen
enthalten entschuldig* entsprechend* er erfahren erfassen erfasst erfolgen erfolgt erhalten
erhielt erhielten erholsam* erinner* erledig* erneut erreichen erreicht erreichte erscheint erste
ersten erstes es etwa etwas euch euer eur euro extra fachabteilung fahre fahren fahrt fallig*
familie fand feierabend feiertage filiale finanzabteilung finden finger firma firmenkonto folgen
folgende folgt forderung* format frage fragen franken franzosischen frau freigabe freigabeprozess
freigegeben freigezeichnet freue freuen freund freundin freundlich* frist fristgerecht froh frohe
frohes frohliche fruh fruhen fruhling fuhrt fuhrung funf funften funfzehn funfzehnten fur furs gab
ganz garantiert gast gaste geantwortet gebe geben gebeten geblieben gebracht gebucht gedacht
gedauert geduld geehrte* gefahren gefragt gefunden gegangen gegeben gehalter gehen gehetzt gehort
geht geklart gekommen gekreuzt gekummert gelandet gelassen geld gelegenheit gelegt gelesen gemacht
gemeinde* gemeldet gemerkt genannte* genehmigt genommen geplant gepruft gerad gerade gern gerne
gerutscht gesagt gesamt* geschafft geschaftlich* geschaftsfuhr* geschaftskonto geschaftsleitung
geschaftstag* geschamt geschaut geschickt geschlossen geschwister gesehen gesellen gesprach
gesprochen gestapelt gestellt gestern gestresst gestrig* gesucht gesund* getroffen gewesen
gewohnlich gewusst gezahlt gibt gibts ging gings glattgestellt glaube gleich gleichzeitig god gott
grad grade gruezi grus* gute guten guter gutes gutgeschrieben guthaben hab habe haben habs haende
hakt hakte hallo hallochen halt halte halten hams hand handelt hange hat hats hatte hatten haupt
hauptbuchhaltung haus hausbank hause hausverwaltung heilig heim hektik hektisch herausgeschickt
herausgesucht herbst herr herren herrn herz herzen herzliche* heute heutig* hey hi hier hiermit
hiervon hierzu hilfe hilfreich hin hingewiesen hinter hinterlegt hinweis* hoch hochachtungsvoll
hochladen hof hoffe hoffen hole holen hoppla horte hundert hutte iban ich ihm ihn ihnen ihr ihre
ihrem ihren ihrer ihrerseits im immer immerhin in indem info informier* infos inhaber* innerhalb
ins insgesamt international* inzwischen irgendwie irgendwo ist ists ja jahr* je jede jedem jeden
jedenfalls jeder jederzeit jedes jene jetzige jetzt jeweils jo junior jup kalender kam kamen
kammerei kann kanzlei karte kasse kassenwart* kassierer* kaufmannisch* kaum kenne kennt kind
kinder kindes kirchengemeinde klar klare klaren knapp kollege kollegen kollegin komme kommen
kommende* kommt komplett konnen konnte konnten konten konto kontoauszug kontoauszuge kontostand
kopf kopie korrekt korrektur krankheitsbedingt kreditkarte kreditoren* kummer* kundennummer
kunftig* kurz kurz* kw laden lag lange langer langst lasse lassen lastschrift lauf laufe laufen
lauft laut lebensgefahrt* lege legt lehrling leid leider leite leiten leiter* letzte* letzter lg
lieb liebe lieben lieber liebes lief lieferanten lieferschein liegen liegengeblieben liegt liquid*
lkw lohne lohntag losgeschickt losschicken mache machen macht madame mahngebuhr* mahnschreiben
mahnung* mail mal mama man manche manches manchmal mann mannschaft mein* meist meistens meister
meld* merci merken mfg mich milchvieh mir mist mit mitarbeiter* mitgenommen mitnehmen mittag
mittags mitte mitteil* mitten mitternacht mittlerweile mochte* moin moment monat* monsieur morgen
morgens muss mussen musst musste mussten muste mutter mutti mwst na nach nachbar* nachfolger*
nachgebucht nachgeholt nachgereicht nachgeschaut nachgesehen nachher nachmittag nachmittags
nachreichen nachricht* nachsehen nachsicht nachst nachste* nachtrag nachtraglich nachts nachweis
namlich naturlich nee neffe nehme nehmen nett nett* neulich neun nichte niederlassung nimmt noch
nochmal nochmals normal normalerweise notiert nummer nun o oben obige* oder offen offene* oft oh
ohnehin oje ok okay oktoberfest oma onkel online onlinebanking opa ordnung ostern paar papa
papiere* papierkram partner* passiert paypal pdf peinlich per personalwechsel* personell*
personlich pfarramt pfarrer* pfiat* pflichtbewusst platz portal porto post postbank posteingang
postfach
postweg praktikant* prima privat* prufe prufen pruft ps punktlich pushtan quartal* quittung
raiffeisenbank rasch raschestens rate raten rathaus raus rausgegangen rausgeschickt rausgesucht
rechnung* rechnungslauf recht regel* rentner* rest restbetrag restliche* richten richtig
ruckfragen ruckmeldung rucksprache ruckstand sachbearbeit* sage sagt sagte saldo sammeluberweisung
samtliche* schaffe* schalter schande schau schauen scheck* schick schicke schicken schnell
schnellst* schon schone schonen schoner schones schonmal schonste schreiben schriftfuhrer* schulde
schulden schuldet schuldig schulleitung schussel schusselig schwager schwagerin schwester
schwieger* sechs sehen sehr sein seine seinem seinen seiner seit sekretar* selbst
selbstverstandlich selten sende senden senior sepa servus sich sicher sicherlich sichtbar sie
sieben siehe sind sitzt sitzung so soeben sofort sohn sohne soll solle sollen sollte sollten
sommer sonnige sonniger sonntag sonst sorry sortiert soweit sowie sowieso sparkasse* spaten spater
spatestens sportliche stadtkasse stall stecken steckt stehe stehen steht stell* steuerberater*
steuerburo stille suche suchen summe super tag tage tagen tagesende tan tante tatsachlich tausend
team teilbetrag teilbetrage teilen teilzahlung termin termingerecht terminuberweisung tja tochter
toll total treffen trifft trotzdem truppe tschau tschuldig* tschuss tun turbulent tut uber uberblick
uberfallig
uberfalligen uberhaupt ubermorgen ubernehme ubernehmen ubernommen uberschnitten ubersehen
ubersicht uberweis* uberwies* ublich* ubrigens uhr um umgehend umgehende umlauf umsichtig umso
umstande* unannehmlichkeit* und ungern uns unser* unter unterbesetzt untergegangen untergehen
unterlage unterlagen unterschr* unterstutzung unterwegs unverzuglich upps ups urlaubsbedingt
urlaubsvertretung ustid vater vati veranlass* verantwortliche* verbindlich verbindlichsten
verbleibe verbleiben verbleibt verbuchen verbucht verein* verfugung vergangene* vergessen
vergessenheit vergesslich verkauf verlauf verlegt verloren versammlung versandt versaumt
verschickt verschwitzt versehen versehentlich versendet verspatung* versprech* versprich
versprochen versprochene verstandnis versuch* vertretung verwaltung verwendungszweck verzeih*
verzogerung* verzug vg viele vielen vier vierzehn volksbank volle vollen vollig vollkommen vom von
vor vorab vorgang vorganger* vorgefunden vorgelegt vorgemerkt vorgesehen vorgestern vorher vorhin
vorige* vorletzte* vormittag vormittags vorstand vorstandssitzung war ware waren wareneingang wars
warten weekend wegen weil weis weiss weiter* welche welcher wenden wenig werden werktag*
wertstellung wie wieder wiedergefunden wiedersehen will winter wir wird wirklich wirt wirtin
wissen woche* wohl wollen wollte wollten worden worte wundern wunsch wunsche* wurde wurden wusste
xrechnung zahl* zehn zehnten zeit* zentrale zettel zu zuerst zugesagt zugestellt zugferd zugig
zuletzt zum zumindest zunachst zur zuruck zusammen zusammenarbeit zustandig* zustellung
zwanzigsten zwar zwecks zwei zweite zweiten zwischen zwolf
anrufbeantworter auftragsnummer bescheiden bestellnummer* betriebsleiter* dahinter empfangsdame
ersatzweise filialleiter* geschaftsstelle hausmeister* hinweisen hochsaison* kassenlage
kreditorennummer lieferantennummer meinerseits mietvertrag nebensaison oberburgermeister*
rezeption sammelzahlung scheckheft sommerpause stempel stichtag terminiert* tippfehler verlasslich
verwalter* wahrenddessen weihnachtsruhe winterpause wochentlich* wunsche* wunschen wunscht
zahlungsplan zeitnah* zwischenzeitlich
abteilungsleiter* assistenz aufrichtig aufrichtige baldigst bearbeitung bearbeitungszeit
bereichsleiter* commerzbank datev deutsche elster emailadresse geheiratet
geschaftsfuhrung hochzeit hotel gasthof gasthaus restaurant innendienst kostenstelle
kreissparkasse lexware lohnburo mailadresse mails offenbar offensichtlich anscheinend
vermutlich wahrscheinlich papierkorb pardon raiffeisen rechnungswesen rechnungsprufung ruckkehr
ruckkunft sap spamordner spamfilter spate sekretariat umstieg valuta vorgesetzte*
voraus ziemlich ziemliche ziemliches zugang zahltag zweigstelle geburtstag taufe
konfirmation kommunion postbote posteingangs onlinebanking bankzugang
erreichbar kassier besuch buchungs* postlauf
momentan augenblicklich zurzeit kurzfristig rasche rascher rasches intern interne telefonisch
telefonat voraussichtlich planmasig ublicherweise schlieslich zugleich zusenden zuschicken
zukommen gewechselt erkundige nachgefragt nachgehakt verschlafen weitergereicht ubersandt start
arbeitswoche beschluss gemeinderat* haushalts* sofortuberweisung blitzuberweisung echtzeit
onlineuberweisung flughafen bahn bauamt stadtverwaltung landratsamt konzern konzernzentrale
muttergesellschaft hauptverwaltung aufsichtsrat vereinskasse kassenfuhrer* schatzmeister*
treuhander* zahlstelle zahlungsfreigabe zahlungslauf* zahlungsvorschlag zahlungsanweisung
rechnungseingang* eingangsrechnung* kostenstellen dienstleistungszentrum lebensgefahrtin jungste*
alteste* enkelin cousin cousine tanten gegrust wohlauf gemutlich gemutlichen angenehmen
eintreffen eintrifft trifft externe externen externes buchfuhrung buchfuhrungs* ausgeschieden
""",
    "Spanish": """
a abasto abon* abrazo* absolutamente absoluto abuel* acab* academia acercamos acercar acercare
acerco acordado acordar* adelante ademas adeud* adjunt* adjunta adjuntamos administra* agenda
agobi* agradec* agradecida agradecido ahi ahora ajetread* al albaran alcalde alcaldesa algo algun
alguna algunas algunos alli amabilidad amable* amablemente amiga amigo anda andamos ando ano
anoche anos anotad* anotamos anoto ante anteayer anterior anteriores antes antier antiguo aparece
aparecer apenas apoderad* aprendiz aprob* apunt* aquel aquella aqui archiv* asamblea asegur*
asesor* asi asociacion asunto* atencion atent* atenta aterriz* atrasad* aun ausencia ausent*
autorice autoriz* avisa avisad avisado avisar avisarme avisarnos avise avisen aviso* ay ayer
ayuntamiento banca bancari* bancarias banco* bankinter bar bbva bebe beso* bic bien bizum bonjour
brevedad buen buena buenas bueno buenos busc* buzon cabeza caixa caixabank cajero calendario calma
cambiado cambiamos cambio cambios camino cargad* cargara cargaran cargo cari carino cariño
carretera carta casa central cerrada cerrado certificad* cheque chica chico cien cierto cinco
claro clinica club cobramos cobrar cobro cobros codigo coger cogido cojo colegio comento comercial
comienzos como companera companero compis completo compras comprende comprendo comprension
comprobante compromet* compromiso comunicamos comunicar comunico comunidad con concepto confio
confirm* conserje constancia consulta consultas contab* contacto contado contest* coordenadas
copia corazon cordial* correo correspondencia correspondiente corriendo cosas costumbre crei creia
creiamos creido creo crio crios cruzad* cruzaron cual cuales cuanto cuenta cuentas culpa cumplimos
cumplir cumplo cunad* cura cursad* cursar curso dada dado damos dando das datos de debe debemos
deber deberia* debidamente debido debo decir definitivamente dejado dejar dejo del demas demora
dentro departamento deportivo deportivos desbord* desde despacho despedimos despist* despues
detalle detalles deuda deudas dia dias diez dificultades digital digo dinero dire directamente
directiva director* disculp* disposicion doce doctor documentacion documento* domicili* don dona
donde doy dpto duda dudas duena dueno duplicado durante e educadamente efectivamente efectivo
efectu* eh ejecutad* el ella ello ellos emiti* empresa en encantado encarg* encima encontr*
encuentro enorme enseguida entendid* enter* entiendo entonces entra entre envi* era eran es esa
escrib* escuela ese eso espera esperamos esperar esperarnos espero esposa esposo esta estaba
estabais estaban estado estamos estan estar estas este estimad* esto estos estoy estres estuve
estuvimos estuvo eur euro euros exactamente extracto extranjero ey factura* fallo familia familiar
familiares favor fecha federacion felices feliz fiestas figura fija filial fin final finales
financier* finde firma firmado firmamos firmante firmar firme formato francesa franceses francia
fue fuera fueron fuerte fuertes fui funcionamiento garantiz* generalmente genial gente gerente
gestion gestiona* gestiones gestor* giramos giro giros gracias grande grandes gratitud guapa guapo
guardad* guarderia gusto ha habia habiamos habiles habitual habituales habitualmente hace hacemos
hacer haces hacia haga hagan hago han hara hare haremos hasta hay he hecha hechas hecho hemos
hermana hermandad hermano hice hicimos hija hijo hizo hola honor hora hotel hoy iba ibamos iban
ido igual igualmente imagin* importante importe incluso incorpor* indicad* indicais indicando
indicar indico inform* ingres* inmediat* inmobiliaria instante intent* internacional internet
invierno ir jaleo jaleos jefa jefe jo jolin jubilad* junta juntas junto juntos juro justificante
justo justos la laborables lamentamos lamentar lamento lanzad* lanzamos lanzo las le lentos les
liada liadisim* liado liados lio lios liquid* lista listo listos llamada llamar llega llegaba
llegado llegamos llegar llegara llegarle llegarles llegaros llegarte llegue lleva llevaba llevamos
llevan llevar llevare lleve llevo lo localic* localiz* locura los lote luego lunes madame madre
mail mama mami manana mand* mano marido mas maternal maximo me media mediados mediante medio
mediodia memoria mensaje mensual mensualmente merci mes meses metida mi mientras mil minuto
minutos mirado mirando mirar mire miro mis misma mismo molestia* momento momentos monsieur mucha*
muchas muchisim* mucho muchos mujer municipal muy navidades necesitamos necesito ni nin* noche
noches nomina nominas normal normalmente nos nosotros nota notific* novi* nuera nuestra nuestras
nuestro nuestros nuevamente nueve numero numeros o ocho ocup* oficina ok okey olvid* online orden*
ordinario os otono otra otro paciencia padre padres pag* palabra papa papel papi para parar parece
pareja parroco parroquia parte partir pasa pasada pasado pasados pasamos pasar pasare pasaremos
pasarle pascua pascuas pase paso pata paternal pdf pendiente* pensaba pensabamos pensado penso
peque peques perdido perdon* perfecto pero persona personal personalmente pido placer plantilla
plazo plena pleno poco podemos poder podia podido podre por porque portal posibilidad posible
postal practicas preocup* preparad* preparo presente presentes presidenta presidente prevista
previsto prima primavera primera primero* primo principio* prisa prisas probablemente programad*
programamos programe programo prometemos prometido prometo pronto propietari* proveedor* proxima*
proximo* puede pueden puedo pues que queda* quedamos quedo querid* quien quiere quieren quieres
quince quincena rapidamente rato realiz* realmente recepcion recepcionista recib* recien
recientemente recoger recordado recordar* recordarmelo recordarnoslo recordatorio* recuerda
recuerde reenvi* referencia referencias registrad* regres* remesa* repet* repito resguardo
respond* responsable respuesta restante restantes restaurante resto retrasado retraso* reune
reunimos reunion revis* reyes rogamos rogar rotacion ruego ruta sabadell sabe sabeis sabes sabia
sabiamos saldad* saldo saldra saldran sale salen salida salido salieron salio saludo* santander se
sea secretari* sede seguid* seguimos seguir segun segundo segundos segura seguramente seguro seis
sello semana semana* senor senora senores senorita sentimos sepa ser sera seran seria sido siempre
siento siete sigo siguiente siguientes simplemente sobre sobrin* socia sociedad socio solicit* son
soy spam sr sra srta su subir sucursal suegr* suerte suplente suponia sus sustitut* swift tal
taller talon tambien tan tanto tarda* tarde tardes tarjeta te tema temprano tendra tendran
tendreis tenemos tener tengo tenia tenido tesorer* ti tia tienda tiene tienen tio titular toca
tocaba tocar toda todas todavia todo todos tomado tomo torpe torpeza total totalmente trae traer
traigo trajin tramit* tranquil* transf* tras trasladad* traslado traspapel* tratado tratais trato
treinta tropa tu tus uf ultima ultimamente ultimo un una unas uno unos ups usted ustedes va vale
validad* vamos van vaya ve veces vecin* veinte ven vence vencia vencida vencido vencimiento* venga
vengo venir ventanilla ver* vez viajando viajar viajo viene vienen vine vino visto volando
volvemos volver* volvi vosotros voy vuelto vuelv* web y ya yerno yo
abrimos ambos anualmente apertura apreciad* area avis* bancari* brevemente cobrad* complicad*
confirmad* conforme* contactad* director* ejercicio encantadas facturacion festiv* fiscal
formular* gracia gratamente hosteleria incorporacion indiqu* interventor* mandaremos museo
necesari* original* pagador* periodo pide pidio plataforma puntual* quedamos reapertura recepcion
registr* remit* restaurante* reunir* secretaria semestre somos sucursales tesoreria tramit*
trimestre turno vacacion* validez verano vuelta web
abanca adelantado agradezco agradecemos agradeciendo antelacion antemano aplicacion app asesoria
boda bautizo cajamar companeros contable contables contabilizada correos
cumpleanos departamentos ejecutada fichero fra gestoria gestorias ibercaja kutxabank menciona
mencionada mencionan mails mutua oficial pasaremos pagaduria quiza quizas recuerdos
registrada sage sap secretario sinceras sinceramente sincero suministradores tengas
tengan tesorero tramitacion tremendo unicaja validacion recibos recibi registrado
registramos seguramente tardanza tardar interventora
silencio tuve tuvimos tuvo noticias aterrizar mediodia
actual actualmente habl* coment* consult* interno internamente telefonicamente urgencia urgente
rapida rapido llamo llamamos llamado llamare tren avion aeropuerto jefes jefas delegacion
ayuntamientos diputacion intervencion tesoreros concejal concejala consejo reorganiz* olvido
transmitid* transmit* reciba reciban dirijo contactaremos avisaremos avisare contestaremos
contestare diremos enseguidita besitos abrazote abrazotes primos abuelos suegros nietos nietas
nieto nieta bebes mellizos tramite tramites quincenal quincenales remesas domiciliacion
domiciliado ordenes
externa externo asesores administrativ* llegaran llegarles tardaran
""",
    "Italian": """
abbastanza abbiamo abbracc* accidenti accompagn* accredit* addebit* adesso agenda agli ai al
albergo alcune alcuni all alla alle allegat* allego allo allora altra altri altro altroieri amica
amico amministra* anch anche ancora andat* andata andato andiamo anni anno annotat* anzi aperta
aperte aperto appena apprendista approvat* approvazione apre apriamo archiviat* archivio arriva
arrivare arrivarle arrivarti arrivarvi arrivata arrivera arriviamo arrivo asilo assegni assegno
assemblea assente assenza assicuriamo assicuro associazione assolutamente attenzione attesa attimo
attraverso augur* autorizzat* autunno avanti avercelo avere avermelo avervi avesse avete aveva
avevamo avevo avra avranno avrete avuto avvis* azienda babbo baci bacio bambina bambini bambino
banca* bancaria bancarie bancario banche bancomat banking bar bella bello bene bic bimbi
bollettino bonific* bonjour bpm breve buon buona buonasera buone buongiorno c calendario calma
cambi cambiato cambio capisce capisco capito capo cara cari carico carissim* carissimi caro carta
cartaceo casa casella casini casino causale cento cerc* certamente certo che chi chiamare chiamata
chiarimenti chiedere chiediamo chiedo chiesto chiusa chiusi chiuso ci ciao cinque cioe circa
clinica club codice cognat* col collega colleghi colpa come commercialista* compagna compagno
completamente comprendo comprensione comune comunic* comunita comunque con condominio conferm*
confusione conservat* consiglio contabil* contatto conto controll* coordinate copia cordial*
correre correttamente corrette corrispondenza corsa cortese cortesemente cortesia cosa cose cosi
credevamo credevo crediamo credo cro cugin* cui culpa cuore custode d da dagli dai dal dall dalla
dalle dallo dare darvi dato davvero debitamente debito definitivamente degli dei del dell della
delle dello denaro dettagli dettaglio detto deve devo di dico dieci digitale dimentic* dire direi
direttamente direttivo direttore direttrice dirvi disagio* disguidi disguido dispiac* dispon*
dispor* disposizione dispost* distint* distratt* distrazione disturbo ditta dobbiamo documenti
documento dodici domani dopo dopodomani dott* dove dovervi dovevamo dovevo dovrebbe dovreste
dovuto dubbi dubbio dunque duplicato durante e ecco ed effettivamente effettu* egli egregi* ehi
elenco entro era erano eravamo eravate ero esattamente esatte esegu* essendo essere essi estate
estere esteri esterna esterno estero estratto eur euro fa faccia facciamo faccio fai fallo
famiglia fara fare faremo faro farvi fatta fatti fatto fattura* fatture favore felice felici ferma
fermiamo fermo feste fidanzat* figlia figlio figura filiale finanziari* fine finita finito fino
finora firma firmare firmata firmato formato fornitor* forte fra francesi francia fratello
frattempo frenetic* fretta fuori futuro garantiamo garantisco generalmente genero gente gentil*
gia giornata giorni giorno girat* giriamo giro giunta giuro giusta giuste giusto gli glielo grande
grandi grazie guard* ha hanno hey ho home hotel i iban ieri il immagino immediat* impegn* importo
in incaricat* incasinat* incass* incrociat* indicare indicat* indico indietro infine infinite
inform* inizio inoltr* insieme insomma intanto internazionale internazionali internet intesa
intestat* inverno invi* io istantaneo istante l la lanciat* lancio lasciamo lasciato lascio
lavorativi lavoriamo le legge lei lente lettera li lo locale loro lui lì ma madame madre mail
mamma mand* mannaggia mano mantengo marito massimo mattina mattino me mea mediante memoria mensile
mensilmente merci mese mesi messa messaggio messi messo meta metterci mettere mettiamo metto
mezzogiorno mi mia mie miei mille minimo minuti minuto mio moglie molto momento monsieur moroso n
natale ne negozio nei nel nell nella nelle nello nipot* noi nonn* normale normalmente nostra
nostre nostri nostro nota notific* nottata notte nove numero nuora o occup* oddio officina oggetto
oggi ok okay oltre online ops ora ordinario ore organico ormai otto ovvero padre pag* papa parola
parrocchia parroco part* pasqua passa passo pazienza pazzesc* pdf pensavamo pensavo pensionata
penso per perche perdere perdon* perfettamente perfetto pers* personale piacere piena pieno piu po
poi pomeriggio ponti portinaia possibile possibilita posso possono posta postale poste potervi
potuto precedent* prego prelievo prendiamo prendo preparato preparo presa presente presenti
presidente preso presso presto previst* prima primavera primi primo probabilmente programmat*
promemoria promesso promettiamo prometto pronta pronto proposito proprietari* proprio prossima
prossimi prossimo provved* provvisto puntual* puo pure purtroppo qualche quanti quanto quella
quello quest questa queste questi questo qui quindi quindici quindicina ra raccomandata ragazza
ragione ragioneria ragionier* rata realmente recente recentemente reception registrat* registrato
responsabile restiamo resto riapriamo ricev* ricordato ricordiamo ricordo ridata rientr*
riferimenti riferimento rilascia rimand* rimanere rimaniamo rimast* ringrazi* ringraziamo
ringraziandovi riprendiamo riprendo ripres* rispond* rispost* ristorante risulta risultano
risultare ritardi ritardo riuniamo riunione riunisce riusc* rivolg* s sald* salut* salve sanpaolo
sapere sapevamo sapevo sara saranno sbadat* sbrig* scadenza* scadenze scadeva scaduta scadute
scaduto scappat* scorsa scorso scritto scriv* scuola scus* secondo sede segnat* segniamo segno
segretari* segu* sei semplicemente sempre senza sera serata sette settimana* settimane
sfortunatamente sfugg* si siamo sicura sicuramente sicuro siete sig signor signora signori
signorina silenzio sindaca sindaco sito snc socia societa socio soldi solitamente solito solleciti
sollecito sono sorella sostitut* spa spam spedit* speriamo spero spett* spiace sportello sportivi
sposa sposo srl sta stagista stamane stamani stamattina stanno stanotte stasera stata state stati
stato stavamo stavo stessa stesso stia stiamo stima sto strada stress stressat* studio su sua
subito successiv* sul sull sulla suo suocer* suoi supplente svista swift tanta tante tanti te
telefonata tempi tempo tengo tesoreria tesorier* testa ti timbro tirocinante titolare torn* torto
totale totalmente tra tramite tranquill* trenta trovat* trover* troviamo trovo tua tuo tutta tutte
tutti tutto tuttora uff ufficio ultima ultimamente ultime ultimi ultimo un una unicredit uno usc*
va vado vaglia valut* vedasi vede vedere vederlo vedete vedi vedra velocemente vengo veniamo
venire venti venuta venuto veramente vergogna verific* verra verranno verremo verro versa* versero
versiamo verso vi via viaggiare vicin* visibile voi volentieri volete volta volte vostra vostre
vostri vostro vuoi vuole web weekend zia zio
abbonamento apertura appuntamento area avendo avendolo averla averle averlo bilancio chiuso
chiusura ci complicat* contabile costantemente dirigente effettuar* esercizio fiscale fornirci
forse gestire impegno impiegat* impostat* inserit* lavoro mensilita momentaneamente municipale
negozi originale originali periodo portale poter poterla poterlo potervi procedere procederemo
procediamo procedura quietanz* regolare regolari regolarmente riapertura richiest* ricontrollat*
ringraziarvi segreteria semestre serve servirebbe servono sistemare sistemero sistemiamo sistemo
struttura successivo trasferit* trimestre uffici verificheremo
app aggiornamento assistente banche bnl bper bacheca capoufficio compleanno comunione contabili
credem cresima datore economato fatturazione fineco finalmente gestionale
indesiderata matrimonio mediolanum nozze pec pratica pratiche protocollo protocollata
sap scrivania sistemiamo tantissimo telematica trovate
ubi ultimamente valuta vacanza zucchetti teamsystem aruba sdi ragionerie sincere
sinceramente
bacion* francese notizie dappertutto restera resteranno riaprira compreso rispedir* rimandar*
indirizz* parl* riferi* riferir* trasmess* trasmett* interno interna internamente telefonicamente
urgenza urgente rapidamente attualmente centrale gestite gestita gestito gestisce gestiscono
impiegata impiegati dimenticanza dimenticanze treno aereo aeroporto capi mandato mandati delibera
determina comunale comunali prefettura assessore assessora tesorieri economa preside rettore
disporra provvedera effettuera quindicinale quindicinali bonificare bonificato bonificati
pagatrice bacetti abbraccione cugini nonni suoceri gemellini sentiremo sentiamo aggiorneremo
contatteremo avviseremo avvisero rispondero risponderemo festa patrono
esterni esterne tiene tengono sostituta arrivera arriveranno arrivarvi impiegat*
""",
}

GIVEN = frozenset(
    """
    adriana agustin ainhoa alberto aldo alejandro alessandra alessandro alessia amparo andrea
    angela antonella antonia antonio arturo aurora barbara beatriz begona bruno carla carlos
    carmen caterina cecilia charo chiara claudia claudio consuelo cristina daniela daniele davide
    dolores donatella elena elisa emilio enrica enrico enzo esther eva fabio federica federico
    fernando fermin francesca francesco franco gabriella gennaro gianni giorgia giorgio giovanna
    giovanni giulia giuseppe gloria guido ignacio ilaria inma irene isabel itziar ivan javier
    jorge jose josefa juan julia laura lorena lorenzo lourdes luca lucia lucio luigi luis luisa
    manuel marco margarita maria mario marisa marisol marta martina massimo matias matteo mercedes
    miguel milagros monica nadia natalia nicola noelia nuria olga oscar paola paolo patrizia pablo
    pedro pilar rafael raquel remedios renato riccardo roberta roberto rocio rosa rosario ruben
    salvatore sandra sara sergio silvia simona sofia sonia stefania stefano susana teresa tiziana
    tomas toni valentina valeria vanessa veronica vicente vincenzo virginia xavier yolanda
    """.split()
)
"""Given names of Spain and Italy, folded: by one of them a signature behind thanks is known."""
