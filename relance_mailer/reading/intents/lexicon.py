"""The words of the trade as families: one tag for every form, spelling and slip of a word.

A *tag* is a family in capitals, for verbs with the form behind it: `i` infinitive, `p` past
participle, `n` present, `f` future, `c` conditional, `m` imperfect, `z` the form of "vous". French
homophones stay apart only where an accent shows them, so a pattern that wants "payé" takes `[pxi]`:
`x` is the form that may be a present or a participle ("paye"). A word of no family is its own tag.
"""

from functools import lru_cache

_ENDINGS = {
    "i": "er",
    "x": "e es",
    "p": "ee ees",
    "n": "ent ons ant",
    "z": "ez",
    "f": "erai era erons erez eront eras",
    "c": "erais erait erions eriez eraient",
    "m": "ais ait ions iez aient",
}

_FIRST_GROUP = {
    "PAY": "pay regl vir vers sold acquitt honor rembours mandat debours apur"
    " decaiss ordonnanc reglr telepay depens",
    "SEND": "envoy renvoy adress expedi post depos redepos communiqu televers reenvoy envoi",
    "DELIVER": "livr fourni",
    "ORDER": "command",
    "BILL": "factur refactur",
    "CONTEST": "contest refus rejet bloqu retourn",
    "CANCEL": "annul",
    "CORRECT": "corrig rectifi modifi recalcul enlev retir deduir",
    "REPAIR": "repar remplac chang termin finiss achev repass depann",
    "FAIL": "cass abim rat fissur ray perc rouill endommag brul casser",
    "ASK": "demand reclam souhait desir",
    "PROPOSE": "propos sugger",
    "ACCORD": "accord octroy",
    "WAIT": "patient",
    "SPREAD": "etal echelonn fractionn echelon mensualis",
    "POSTPONE": "report decal repouss differ prorog",
    "EXECUTE": "effectu execut",
    "PLAN": "programm planifi",
    "VALID": "valid",
    "FORWARD": "pass relai transfer",
    "LOOK": "regard verifi control cherch",
    "HANDLE": "trait occup charg",
    "DELETE": "supprim effac retir radi desabonn desinscr",
    "CONTACT": "contact relanc rappel harcel importun sollicit",
    "STOP": "arret cess",
    "SIGN": "sign",
    "FORGET": "oubli zapp egar",
}

_STEM_FORMS = {
    "PAY": {
        "i": "solder pay paying settle wire remit depenser cracher",
        "x": "paie paies pai regles jpaye jpaie",
        "n": "paient payons reglons virons",
        "f": "paierai paiera paierons paierez paieront payerai payrai pairai peyerai reglerez"
        " pairons peierai paieras",
        "c": "paierais paierait paierions paieraient pairais",
        "p": "paid settled wired transferred remitted bezahlt uberwiesen beglichen pagado pagada"
        " pagato pagata saldato credite creditee credites acquittee",
    },
    "SEND": {
        "x": "envoie envoies renvoie envois",
        "f": "enverrai enverra enverrons enverront enverrez renverrai",
        "i": "transmettre retransmettre remettre envoier",
        "z": "transmettez remettez retransmettez envoiez",
        "n": "transmets transmet transmettons remets remettons envoyons",
        "p": "transmis transmise transmises remis sent emis emise emises",
        "c": "enverriez enverrais",
    },
    "DELIVER": {"p": "delivered supplied livree fournis fournie"},
    "CORRECT": {"z": "corrigez rectifiez", "i": "deduire refaire revoir", "p": "deduit deduite"},
    "REPAIR": {
        "i": "finir terminer revenir",
        "p": "fini finie finis finies reparee replaced repaired fixed finished",
    },
    "FAIL": {"x": "casse rate", "p": "broken damaged faulty defective leaking"},
    "ORDER": {"p": "ordered"},
    "BILL": {"p": "billed charged invoiced", "n": "facturent"},
    "CONTEST": {"p": "disputed rejected"},
    "WAIT": {
        "i": "attendre",
        "z": "attendez",
        "n": "attends attend attendons attendent",
        "c": "attendriez",
        "m": "attendais",
    },
    "ACCORD": {"i": "consentir", "z": "consentez", "c": "consentiriez"},
    "DO": {
        "i": "faire",
        "f": "ferai fera ferons feront ferez feras",
        "c": "ferais ferait feriez ferions",
        "p": "fait faite faits faites made",
        "n": "fais font faisons fai",
        "z": "faites",
    },
    "LEAVE": {
        "i": "partir sortir",
        "f": "partira partiront partirai sortira sortiront arrivera arriveront parviendra"
        " parviendront interviendra interviendront suivra suivront tombera tomberont",
        "n": "part partent pars sort sortent arrive arrivent parvient tombe suit",
        "p": "parti partie parties partis sorti sortie sortis sorties arrivee arrives"
        " parvenu parvenue debite debitee debites",
    },
    "COME": {
        "i": "venir revenir passer repasser",
        "p": "venu venue venus revenu revenue revenus repasse",
        "f": "viendra viendrai viendront reviendra passera passerai",
        "n": "vient viens viennent venez revient reviennent",
        "z": "revenez",
    },
    "RECEIVE": {
        "i": "recevoir",
        "p": "recu recue recus recues received parvenus",
        "f": "recevrez recevras recevra recevrai",
        "n": "recois recoit recevons recoivent",
    },
    "OWE": {"n": "dois doit devons doivent", "p": "du due dus dues owed"},
    "FIND": {
        "i": "trouver retrouver",
        "p": "trouve trouvee retrouve retrouvee trouves",
        "n": "trouvons retrouvons trouvent",
    },
    "LIE": {
        "p": "promis promise promised annonce assure garanti convenu convenue negocie agreed"
        " convenus stipule"
    },
}

_WORDS = {
    "WE": "je j nous on moi we i jvous jvs jte jla jle jsuis jpeux jvais ji",
    "YOU": "vous tu te t toi vs you vou ts",
    "YOUR": "votre vos ton tes ta your vtre",
    "OUR": "mon ma mes notre nos our my ntre",
    "LAWYER": "maitre",
    "HE": "il ils elle elles he she they it ca cela ceci",
    "le": "le la les l the au aux",
    "un": "un une an",
    "ce": "ce cet cette ces c this that",
    "de": "de d du des of",
    "ne": "ne n",
    "pas": "pas point guere nullement aucunement pa not",
    "never": "jamais never ever jms",
    "rien": "rien nothing",
    "aucun": "aucun aucune nul nulle no zero",
    "plus": "plus",
    "still": "toujours encore still tjs tjrs tjr",
    "HAVE": "ai as a avons avez ont g have has ve had",
    "HAD": "avait avaient avions aviez avais",
    "BE": "est sont suis sommes etes es is are am was were",
    "BEf": "sera seront serez serai serons seras",
    "BEc": "serait seraient seriez serais",
    "WAS": "etait etaient etais etions etiez fut",
    "been": "ete been",
    "CAN": "peux peut pouvons pouvez peuvent puis can jpeu",
    "CANf": "pourrai pourra pourrons pourrez pourront pourras",
    "CANc": "pourrait pourriez pourrions pourrais could",
    "GO": "vais va allons allez vont vas vai",
    "WANT": "veux veut voulons voulez veulent want",
    "WANTc": "voudrais voudrait voudrions aimerais aimerait aimerions souhaiterais souhaiterions"
    " souhaiterait",
    "MUSTc": "devrait devraient devriez devrais devrions should",
    "WAIT4": "attente attendant waiting awaiting",
    "will": "will ll shall",
    "MONEY": "virement virements reglement reglements paiement paiements cheque cheques versement"
    " versements transfert transferts prelevement prelevements mandatement decaissement lcr"
    " sepa chq cheq vir viremen vireman virman virt paimen payment payments transfer transfers"
    " cheque check funds"
    " money remittance fonds argent bonifico transferencia uberweisung zahlung pago"
    " telepaiement telereglement mandat mandats mensualite mensualites",
    "EUR": "euros euro eur € balles dollars cfa francs penny pence",
    "INVOICE": "facture factures fact fac fa facturation facturette invoice invoices bill"
    " rechnung factura fattura duplicata duplicatas duplicate",
    "DEBT": "dette dettes creance creances somme montant montants",
    "PAPER": "document documents rib iban piece pieces pdf pj copie copies copy exemplaire"
    " releve justificatif original originaux fichier bic",
    "DAY": "lundi mardi mercredi jeudi vendredi samedi dimanche demain hier lun mar mer jeu ven"
    " monday tuesday wednesday thursday friday saturday sunday tomorrow yesterday today 2main"
    " aujourd",
    "MONTH": "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre"
    " january february march april june july august september october november december janv"
    " fevr juil sept oct nov dec",
    "SPAN": "jour jours semaine semaines mois ans annee quinzaine huitaine trimestre day days"
    " week weeks month months sem heures heure",
    "WHENIF": "quand lorsque once when until unless sitot aussitot tant",
    "NUMBER": "deux trois quatre cinq six sept huit dix douze quinze vingt trente cent mille"
    " plusieurs two three four five six septante nonante",
}


def _families() -> dict[str, str]:
    found: dict[str, str] = {}
    for family, stems in _FIRST_GROUP.items():
        for stem in stems.split():
            for form, endings in _ENDINGS.items():
                for ending in endings.split():
                    found.setdefault(stem + ending, family + form)
    for family, forms in _STEM_FORMS.items():
        for form, words in forms.items():
            found.update((word, family + form) for word in words.split())
    for tag, words in _WORDS.items():
        found.update((word, tag) for word in words.split())
    return found


_SHORTEST_SLIP = 6
_FORGIVEN = ("MONEY", "INVOICE")


@lru_cache(maxsize=1)
def _tags() -> dict[str, str]:
    return _families()


@lru_cache(maxsize=1)
def _slips() -> dict[str, str]:
    """Every long word of money with one letter left out: "virment", "facure", "reglemnt"."""
    known = _tags()
    return {
        word[:place] + word[place + 1 :]: tag
        for word, tag in known.items()
        if len(word) > _SHORTEST_SLIP and tag.startswith(_FORGIVEN)
        for place in range(1, len(word))
        if word[:place] + word[place + 1 :] not in known
    }


@lru_cache(maxsize=8192)
def tag_of(word: str) -> str:
    """The tag of a folded word, or the word itself; one missing or one doubled letter is seen."""
    tag = _tags().get(word)
    if tag is not None:
        return tag
    if len(word) >= _SHORTEST_SLIP:
        slip = _slips().get(word) or _without_doubles(word)
        if slip is not None:
            return slip
    return word


def _without_doubles(word: str) -> str | None:
    for place in range(1, len(word) - 1):
        if word[place] == word[place - 1]:
            tag = _tags().get(word[:place] + word[place + 1 :])
            if tag is not None:
                return tag
    return None
