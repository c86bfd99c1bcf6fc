"""The English words of payments, of the post, of an office and of courtesy.

A word with a star stands for all that begin with it. None names goods or works, none judges them,
none limits or denies: what these words make up tells of no ground (`talk_english`).
"""

ORDINARY = """
a able about absolute absolutely accept* accordingly account accountan* accountancy accounting
accounts acknowledg* across action* add added additional address* administrat* advance advis* afraid
afternoon afternoons afterwards again agm ago ahead aib ain airport albeit all alone along already
alright also altogether always am among amount amounts an and announc* annual another answer*
anybody anyhow anyone anything anyway ap apolog* apologi* appears appreciat* apprentice approv*
april ar are area around arrang* arriv* as asap aside ask asked asking assur* assure assured at
attach* attention audit auditor auditors august aunt authoris* authoriz* automatic* autumn aware
away awfully baby back bacs bank banked banker bankers banking banks barclays based batch batches be
bear beautifully because become been began behalf behind being believe believed below benefits
bereavement beside best better between bic big bill bills birthday bit blame bless blimey blush
board book booked bookkeep* books boss bosses both bother bound box brain branch brief* bright bring
bringing brother brought brussels budget bugger bursar business busy but buy bv by bye cabinet
calendar call called calling calls calving came can card cards care carefully caretaker carried
carry carrying cash cashier cat catch caught caus* cc ceo certain certainly cet cfo chair chairman
chairwoman chance chancery chaos chaotic chap chaps chase chased chaser chasing check checked
checking cheer* cheque* chequebook chief child children chrissake christening christmas church
churchwarden claimed class cleared clearing clerk clerks click clicked client clients clock close
closed closes closing clot clubhouse code colleague* come comes coming commit* committee company
complete completed confirm confirm* confirmation congratulations contact contacts copied copies copy
cordial* corporate cos could council councillor counter country county couple course courteous
courtesy cousin covid crazy creditor creditors crikey crossed cruise culpa cuppa curate customers
cuz d dad daddy daft daily dashboard date dated dates daughter day days dead deal dealing deals
dealt dear dearest dearly debit debt debts december decent deep* definite* delay* deliberate depart
department deputy desk detail* diary did digital diligen* direct* director* disappear* disburse* do
document* does dog doing done dot doubt down dr drawer dreadfully drop dropped dublin due duly
duplicate during e each ear earlier early east easter easy eejit either electronic* else email*
emailed emailing embarrass* embarrassed emergency employee employees enclos* end ended ends england
enjoy enough ensure enter entered entire entirely entry envelope eod eom eow eur euro europe* euros
eve even evening evenings ever every everybody everyone everything exactly excellent exchange excus*
execut* expect expecting expects experienc* explain* explanation express extremely eye eyes face
fact fall family farm farmer fast faster father feast feb february feel feeling fellow felt ferry
fifteen fifth fifty figure figures file filed files filing filled finally financ* find finding fine
finest finger first five flag flagged flat flight flood* flu folder folk folks follow* foot football
for foreign forgave forget forgetful forgetting forgiv* forgot forgotten form formal* former forms
forth fortnight* forty forward* found foundation four fourteen fourth france free freed french
frenetic fri friday fridays fridge friend friendly friends from front full fully fund funds funeral
further future fwd gap gather gave general gently get gets getting girl give given gives giving glad
gladly glovebox gmbh gmt go goat god goes going golf gone good goodness gosh got gotten governors
gracious grandchildren granddad granddaughter grandfather grandkids grandma grandmother grandparents
grandson grateful gratefully great greatly greetings ground group guess guilty ha had hand handed
handing handle* handled hands handwriting happen* happily happy harvest has hassle haste hat have
haven having he head headquarters heap hear heard hearing heart heartfelt heartily heatwave heavens
hectic held hell hello help helped helpful hence her here hereby herself hes hey hi high highest him
himself his hiya hold holiday* home hon honest* honeymoon honour* hope hoped hopefully hoping
hospital hotel hour house hq hr hsbc huge human humble humbly hun hundred hurry husband i iban idiot
ill illness im immediate* imminent important in inbox inc income inconvenience indeed indicat*
individual inform* initial inspector instalment instant instantly instruct* int intend intended
internal international internet into introduce invoice* ireland irish is issued issuing it item its
itself ive january jealous job join joined joint jot july jump jumped june junior junk just keen
keep keeping kept kid kids kind kindest kindly kitchen know knowing known lad lads lady laid lambing
landed landing lands laptop lass last late lately later latest laugh lay lead leader leading learn
learned learnt least leave leaves leaving ledger* left let letter* liaise lie lies life like likely
line link liquidity list listed little living ll lloyds load loads local lodged log logged login
london long longer look looked looking looks lost lot lots love lovely ltd luck lucky lunch
lunchtime luv lying m8 madam madame made mail mailbox mailed mailing mails main make makes making
mam man manag* mandate manual* many marathon march mark marked married mate maternity mates matter
may maybe me mea mean means meant meantime meanwhile meet meeting* member* memory mention* merci
mere merger merry mess message* messages messed messieurs messrs midday middle midmonth midnight
might migration mind mine mins minute minutes mislaid mister mixup moment moments mon monday mondays
money monies monsieur month monthly months morning mornings mortif* mortified mortifying mother
mountain* move moved moves moving mr mrs ms much mum mummy muppet must my myself n name named namely
names national naturally natwest near nearest need needed needing needs nephew new news next nice
nicely niece night nine ninety noon normal* north note noted notes notice noticed notif* november
now nowadays nudge number numbers numpty oblige* obvious* october odd of off office officer officers
offices official oh ok okay old older on one ones ongoing online onto oops open opened opens
operation opportunity or ordinary organis* ought our ours ourselves out outgoing outstanding over
overdraft overdue overlook* overnight overrun overseas oversight overslept owe owed own owner owners
page pages paid paper papers paperwork pardon parent parental parents paris parish parishioners
partner* party pass passed passes passing password past paternity patience patient* patiently pay
payable payables paye payee payer paying payment* paypal payroll pays pdf pending pension people per
perfect* perhaps period person personal* personnel phone* piece pile piled pin pint place placed
plan planned planning plc pleasant* please pleased pleasure plenty plonker pls plz po pocket point
pop popped portal possib* possible post postal posted posting postman premises prepar* presence
present president presumably pretty previous* principal print* prior priorit* private prob* proceed
proceeding process* procurement promis* prompt* proof properly pub public pull pulled punctual
purchase purchasing purpose purse push pushed put puts putting quarry quarter quarterly quick* quiet
quietly quite r rain raise raised ran rang rather re reach* read reading ready real realis* realiz*
really reason receipt receiv* recent* reception receptionist recipe reckon record* recover* ref
reference* referred refers regard* regist* regret regrets regular* release* reliev* reluctant rely
remain* remember* remind* remit* remittance* reorganisation replied reply replying report request*
requir* resend resent resolv* respond* response responsib* rest* restructure resume retir* returning
rev review* revolut right rightly ring rings road roll room round routine row rugby run running runs
rush rushed s safe safely said saint sake salaries same sat saturday save saved savings saw say
saying says scan scan* scanned scatterbrain schedul* school schools scotland scottish search* season
second secondly secretar* section see seeing seem* seen self send sender sending sends senior sense
sent sepa september seriously set sets setting settl* settlement settling seven several severe shall
shared she shearing sheepish sheet* shelf shift shop shortly should shout show showed showing shown
shows shut sick side sieve sight sign* signator* silage silence silly simple simply since sincere*
single sir sirs sister sit site sits sitting situation six sixty sleep* slid slip slipped slips slot
slow* small snap snow* so society somebody somehow someone something sometime sometimes somewhere
son soon sooner sorry sort* sound* south soz spam speak speaking special specific* speed spent
splendid spoke spoken spot spouse spreadsheet spring square st stack staff staffed stamp* standard
standing stands start started starting starts statement* station stay stayed stays steady step stick
still stocktake stocktaking storm straight straightaway straightforward stranger street stress*
study stuff submit* such suggest sum summer sums sun sunday sundays sunny sunshine super supervisor
supplier* sure surely surgery surname surprise* sweat swift swiftly system* t ta table tail take
taken takeover takes taking talk talked talking task tax tea team* technical tel telephon* tell ten
tend terribly text than thank* thanks that thats the their them themselves then there therefore
these they thing things think thinking third thirty this thnx thorough* those though thought*
thousand* three through throughout thurs thursday thursdays thx ticked ticket tidied tidy tied time
timely times tis tks tmrw tmw to today toddler together told tomorrow ton tonight too took top total
totally touch toward* town track transact* transfer* transit travel* tray treasur* treasury treat
treated tremendous* trip truly trust trustees truth try trying tues tuesday tuesdays turn turned
turning twelve twentieth twenty two typing u uk ultimately unblock* uncle under understand*
understood undertak* unfortunate* unpaid unreservedly unusual* unwell up update* upload* upon ups
upset upstairs ur urgen* us usual usually vacation van vat ve vendor vendors verger very via vicar
visible visit* volunteer volunteers voucher wage wages wales walk walked wallet warden warm* was
watch way ways we weather web website wed wedding wednesday wednesdays wee week weekend weekends
weekly weeks welcome well went were west whatsoever where wherever whether which while whilst who
whoever whole wholly whom whose why wife wifi will wire wired wiring wise wish wished wishes wishing
with within wonder* wonderful word words worr* worried worries would wrap write writes writing
written wrote xmas yeah year yearend yearly years yep yes yesterday yet you young your yours
yourself yourselves
"""

OF_AN_OFFICE = """
accident according advice analyst* archiv* asks attending bk branches buyer buyers copying
correspondence covering creditor* deleted discharged download* earliest enquir* escalat* estate
executive executor* flatmate footy guys hundreds inherited inventor* internally joint junk keyed
keying knows kids laptop lateness leaflet letterhead lodg* mood nearly needful nite outsourc*
overseas particulars payed plenty porter postbox postman pulling quarantine recieved reissu*
resubmi* revert rota screenshot* shd shes sites slotted snowed spreadsheet stepson swamped taught
tht token tranfer* typed typing typo unit unsent valid vendor vendors wen ye yous coupa ariba
tungsten basware peppol tradeshift oracle sap ramadan diwali eid thanksgiving carnival exam exams
grandchild* decorat* beach postroom mailroom helpdesk kicked intern niece nieces nephews pension
retire* twins toothache anywhere nag nagged caps assigned
plus passwords anywhere notary examined comin btw hiccup hiccups muddle muddled
abt arvo eejit gonna kk lol mam mams msg msgs nudges np pet soz thnx tmro txt txts wkend yeh yr
"""
"""More of them, of clerks, portals, families and muddles."""
