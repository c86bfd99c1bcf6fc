"""The polite frames of a flat refusal: no grievance, one's own reasons, a wish to write no more.

People who will not pay and say no more of it are often the most courteous: they thank for the
letters, own that all was well, leave the next step to us and wish a good week. Each row here is
such a turn over folded words (`phrases.fold`). A thing that was sold, a date, a paper, a person
beside those of the writer's house stands in none: what is told of them stays over, and a human
reads it.
"""

from relance_mailer.reading.intents.flat_words import BODY, LETTERS, looked_up

_OURS = (
    r"(?:votre|vos) (?:maison|societe|entreprise|travail|equipes?|services?|personnel|prestations?"
    r"|egard|collegues?|materiel|livreurs?|livraison|facture|ouvriers?|produits?|marchandise|prix"
    r"|tarifs?|courriers?|boutique|cabinet)"
)
_COMPLAINT = (
    r"(?:reproches?|griefs?|remarques?|critiques?|reserves?|plaintes?|doleances?|contestations?"
    r"|objections?|observations?|reclamations?|motifs?|excuses?|pretextes?|litiges?|desaccords?"
    r"|differends?|explications?|justifications?|raisons?)"
)
_FAVOUR = r"(?:delais?|propositions?|arrangements?|remises?|facilites?)"
_TO_MAKE = (
    r"(?: (?:a|de|d) (?:(?:vous|y|lui|en) )?(?:faire|formuler|exposer|adresser|soumettre|opposer"
    r"|invoquer|solliciter|demander|presenter|donner|fournir|avancer|signaler|emettre))"
)
_AGAINST = rf"(?: (?:a|contre|sur|envers|avec|de) (?:{_OURS}|vous|elle|eux))"
_NONE = r"(?:aucune?s?|pas (?:de|d|la moindre|le moindre)|nulle?|ni)"
_NONE_OF_IT = rf"{_NONE}(?: (?:autre|serieuse?|moindre|seule?))? {_COMPLAINT}"
_WE = r"(?:(?:je|j|nous|on) )"
_PERHAPS = r"(?:,? (?:je|nous) (?:crois|pense|croyons|pensons|trouve),?)?"
_KIN = (
    r"(?:(?:mon|ma|mes|notre|nos) (?:associee?s?|femme|mari|epouse|epoux|conjointe?|compagne"
    r"|compagnon|famille|bureau|comite|direction|gerant|gerante|equipe|conseil d administration))"
)
_STEPS = (
    r"(?:demarches?|mesures?|procedures?|voies?(?: de droit| de recours| legales?)?|suites?"
    r"|dispositions?|actions?|poursuites?|recours)"
)
_FIT = r"(?:utiles?|necessaires?|opportunes?|bonn?e?s?|appropriee?s?|convenables?)"
_YOU_SEE_FIT = (
    r"(?: (?:que|qui) (?:vous (?:(?:jug|estim|croi|voul|voud|souhait)\w+)|(?:bon )?vous sembler\w+|"
    rf"la loi vous ouvre)(?: {_FIT})?)"
)
_TIMES = r"(?:(?:dix|vingt|trente|quarante|cinquante|cent|mille|\d{2,4}) fois)"

FRAMES = looked_up(
    # That there is no ground, nor a wish to give one.
    rf"{_WE}?(?:ne |n )?(?:vous )?(?:ai|avons|a)(?: ,? ?de (?:ce|mon|notre) cote,?)?"
    rf" (?:vraiment |strictement |absolument )?{_NONE_OF_IT}(?:"
    rf" particuli\w+)?{_TO_MAKE}?{_AGAINST}?"
    rf"(?: de ce cote)?",
    rf"(?:et |, )?(?:{_NONE_OF_IT}{_TO_MAKE}?|{_NONE} (?:{_COMPLAINT}|{_FAVOUR}"
    rf"|papiers?){_TO_MAKE})"
    rf"{_AGAINST}?(?! (?:de|d|sur|du|dans|au|aux|pour) (?!(?:ma|notre) part\b))",
    rf"ni {_COMPLAINT} ni {_COMPLAINT}{_TO_MAKE}?",
    rf"{_WE}?(?:ne |n )?(?:ai|avons)(?:,? de ce cote,?)? rien (?:a (?:(?:vous|y|en) )?(?:reprocher"
    rf"|redire|dire(?: de plus)?)(?: (?:a|de|sur) (?:{_OURS}|vous)|(?! (?:a|au|aux|sur|de|du)\b))"
    rf"|contre (?:vous|{_OURS}))",
    rf"rien (?:a (?:redire|reprocher)|contre)(?: (?:a|de|sur))? (?:{_OURS}|vous)|rien a (?:redire"
    r"|reprocher|dire)(?! (?:a|au|aux|sur|de|du)\b)",
    r"tout (?:est|etait|a ete|s est)(?: (?:parfaitement|tout a fait|bien|tres bien))?"
    r"(?: (?:conforme|parfait|bien|impeccable|en ordre|en regle|passe))(?=\W)",
    rf"{_WE}?(?:ne |n )?contest(?:e|ons) (?:rien|pas|nullement)(?: (?:la|le|cette|votre|vos)"
    r" (?:facture|factures|dette|somme|creance|montant|prestation))?"
    r"(?:,? ni (?:le|la|votre|son) (?:montant|prestation|facture|principe|somme|creance))*",
    rf"{_WE}?reconnai[st]\w* (?:bien )?(?:vous )?(?:devoir )?(?:la|cette|votre) (?:dette|somme"
    rf"|facture"
    rf"|creance)|{_WE}(?:sais|savons) que (?:c est|elle est) (?:bien )?due?|(?:la|cette) somme est"
    rf" (?:bien )?due|(?:oui,? )?{_WE}vous (?:la )?dois (?:bien )?(?:cette somme|cet argent)",
    r"sans (?:autre|aucune?|le moindre|la moindre) (?:motif|raison|commentaire|grief|explication)s?"
    r"(?! (?:valable|de|sur|d)\b)|sans (?:motif|raison) particuli\w+(?! (?:de|d|sur|pour)\b)",
    rf"{_WE}?(?:n |ne )?(?:ai|avons) (?:pas|aucun\w*|nullement) (?:l intention|envie|besoin|a)"
    rf" (?:de"
    r" |d |a )?(?:m |nous |vous )?(?:en |y )?(?:justifi\w+|expliqu\w+|motiver|debattre|discuter"
    r"|parler|dire (?:plus|davantage)|donner|avoir)(?: (?:les|la|mes|nos|de) raisons?)?",
    rf"{_WE}?(?:ne )?(?:souhait\w+|desir\w+|tiens|tenons|veux|voulons|compt\w+|entend\w*) (?:pas"
    rf"|plus)"
    r" (?:a )?(?:la |le |en |y |m |nous |vous )*(?:commenter|debattre|discuter|revenir|etendre"
    r"|epiloguer|expliquer|justifier|motiver|repondre|poursuivre)(?: (?:davantage|plus|la dessus"
    r"|a ce sujet|sur ce point))*|elle ne souhaite pas (?:la |en |y |s en )?(?:commenter|debattre"
    r"|discuter|revenir|expliquer)(?: davantage)?",
    r"(?:et )?(?:pas|aucune) (?:l )?intention (?:de |d )(?:en |y |nous |m )?(?:discuter|expliquer"
    r"|debattre"
    r"|justifier|revenir)|(?:je )?n en aurai pas moins|(?:pas|aucun) (?:de )?commentaires?(?=\W*$)"
    r"|(?:c est )?(?:mon|notre) bon plaisir|c est un choix(?: (?:delibere|assume|personnel|reflechi"
    r"|de"
    r" gestion|de principe))*(?: de (?:ma|notre) part)?|je n en ai pas(?: besoin)?(?=\W)",
    rf"{_WE}?(?:ne )?(?:vous )?(?:m |nous )?(?:en )?(?:dir|expliquer|justifier)(?:ai|ons) (?:pas"
    rf"|rien)(?! plus)(?: (?:pourquoi"
    r"|davantage|de plus))*|(?:et )?{_WE}?n en dir(?:ai|ons) pas (?:plus|davantage)|et n en"
    r" donnerai pas",
    r"mes raisons sont les miennes|(?:mes|nos) raisons (?:ne )?(?:vous )?(?:appartiennent qu a"
    r" (?:moi"
    r"|nous)|regardent pas)",
    # That writing is of no use.
    rf"(?:(?:il|cela|ca) (?:me |nous )?(?:semble|parait|est)|{_WE}(?:crois|pense|trouve|juge))?"
    r"(?: (?:donc|parfaitement|tout a fait))? ?(?:inutile|vain|superflu)"
    rf"{_PERHAPS}"
    r" (?:de|d|que (?:nous|vous))(?: (?:me|m|nous|vous|y|en))*"
    r" (?:continu\w+ a (?:nous )?(?:correspondre|ecrire|echanger)|perd\w+|consacrer|revenir vers"
    r" (?:moi|nous)|acharner|reecrire|proposer un (?:arrangement|echeancier|rendez vous|plan"
    r"|echelonnement|delai)(?:, un (?:echelonnement|arrangement|rendez vous) ou une remise)?)"
    r"(?: (?:davantage (?:de|d)(?: (?:votre|notre|mon))? temps|la dessus|a ce (?:sujet|propos)"
    r"|pour savoir pourquoi|ecrire|l un et l autre))*",
    r"(?:il|ca|cela) ne sert a rien(?: (?:de|d))?(?: (?:me|m|nous))?|davantage (?:de|d) (?:votre"
    r"|mon"
    r"|notre) temps|l un et l autre|pour savoir pourquoi|les memes (?:phrases|mots|lettres)",
    r"(?:je |nous )?consider\w+ (?:l echange|la discussion|le sujet|cet echange|cette"
    r" correspondance"
    r"|le dossier|l affaire) (?:comme )?(?:closes?|terminee?|clos)",
    r"(?:n |ne )(?:appell\w+|souffr\w+|donner\w+ lieu a|fer\w+ l objet d|ouvr\w+)(?: (?:a|de|d))*"
    r" (?:aucune?|pas(?: (?:de|d))?)(?: (?:autre|nouvel|nouvelle))? (?:discussions?|commentaires?"
    r"|echanges?|reponses?|debats?|recours|explications?|suites?)(?: (?:de (?:notre|ma) part"
    r"|complementaires?|supplementaires?))*",
    r"(?:(?:et|mais|elles?|ca|cela|rien|vous) )*n y (?:changer(?:a|ont|ez)|peut|peuvent)"
    r"(?: (?:rien|pas))?|ne chang\w+ rien(?: a (?:ma|notre) (?:decision|position|reponse))?"
    r"|rien n a change|rien de ce que vous (?:pourrez|pourriez) (?:m |nous )?(?:ecrire|dire)"
    r"|quoi que ce soit|ni (?:vos|votre) \w+,? ni (?:vos|votre) (?:appels|lettres|relances"
    r"|courriers"
    rf"|menaces|mails)|aucune? (?:de )?{LETTERS} ne me fera changer d avis",
    r"(?:nous |je |on )?n y reviendr(?:ai|ons|a) pas|ne (?:nous |me )?fera (?:pas )?changer d avis"
    r"|(?:elle|la societe) ne repondra plus(?: a (?:vos|votre) \w+)?|il n y aura pas d autre"
    r" reponse",
    r"(?:le |votre )?resultat (?:est|sera|restera) le meme|(?:ma|notre) reponse ne varie pas|ma "
    r"reponse est identique a la precedente|je ne cederai (?:pas|jamais)",
    # That the next step is left to us, and is no matter of fear.
    r"(?:je |nous |et )*vous laiss\w+ (?:donc |tout )?(?:le soin|libres?|la liberte|toute latitude"
    r"|toute liberte)(?: (?:de|d|pour) (?:m |nous |y |en )?(?:engager|entreprendre|faire|user"
    r"|utiliser"
    rf"|saisir|prendre|choisir))?(?: (?:de |d |des |les |la |toutes? |le |telle )*{_STEPS}"
    rf"{_YOU_SEE_FIT}?)?",
    rf"(?:de |d |des |les |la |toutes? |le )+{_STEPS}{_YOU_SEE_FIT}|(?:agissez |faites )?(?:ce que"
    rf"|comme)(?: bon)? vous"
    r" (?:l )?(?:entend\w+|voul\w+|voudr\w+)|agissez comme|que vous (?:saisissiez|alliez (?:au"
    r"|devant)"
    r"|mandatiez|assigniez) (?:le |un |l )?(?:tribunal|juge|huissier|avocat)? ?ou non",
    r"(?:je |nous )?(?:ne )?vous en (?:tiendr(?:ai|ons)|voudr(?:ai|ons)) (?:meme )?(?:pas|nulle"
    r"|aucune)(?: rigueur)?|sans facherie|restons bons amis|devant lui",
    r"(?:l )?huissier,? le (?:prefet|facteur|maire|pape)(?:,? (?:ou |et )?(?:le|la|l) (?:pape"
    r"|fanfare"
    r"|prefet|armee|maire|ministre|cavalerie))*|(?:il|l huissier|qui) (?:y )?(?:trouvera|repartira)"
    r" (?:(?:la )?porte (?:close|fermee)|les mains vides)|(?:votre )?huissier sera (?:bien|tres"
    r" bien)"
    r" recu",
    rf"(?:me |nous )?(?:relancer|ecrire|appeler|ecrivez|relancez)(?: moi| nous)? {_TIMES}(?:,?"
    rf" (?:ou )?{_TIMES})*"
    r"|(?:en ecrire|ecrivez en|attends) une (?:deuxieme|troisieme|quatrieme|cinquieme|sixieme"
    r"|dixieme"
    r"|autre)|une (?:deuxieme|troisieme|quatrieme|cinquieme|sixieme|dixieme) fois",
    r"(?:vous )?(?:fai(?:tes|siez)|avez fait) (?:bien |la )?(?:votre|ton) (?:travail|metier|boulot"
    r"|devoir)(?: (?:avec courtoisie|et vous le faites (?:tres )?bien))?|c est votre (?:metier"
    r"|travail"
    r"|boulot|role)",
    r"(?:hors de|pas) question de vous laisser (?:gagner|sans (?:reponse|nouvelles))|j ai (?:bien"
    r" )?"
    r"recu la marchandise,? (?:et )?je l ai (?:bien )?(?:vendue|utilisee|mangee)",
    r"comme c est (?:aimable|gentil|delicat)(?: de penser a moi)?(?: (?:tous les lundis|chaque"
    r" semaine))?"
    r"|pour vous (?:faire gagner (?:du|votre) temps|economiser les timbres)|soyons clairs|portez"
    r" vous"
    r" bien|gardez vos timbres|tient en une ligne|a la \w+ieme lettre|libre a vous(?: (?:de|d))?"
    r"|(?:avec )?tout le respect que je vous (?:porte|dois)|cela n a rien de personnel|croyez bien"
    r" que",
    r"(?:il|elle|qu elle|qu il) n (?:appelle aucune (?:explication|discussion)|entend (?:pas"
    r" )?(?:la )?"
    r"motiver(?: cette decision)?)|je (?:n )?entends ni en debattre(?: ni recevoir d"
    r" explications?)?|je"
    r" garde mes raisons|aupres de vous|la position de notre (?:etude|societe|cabinet)|cette"
    r" decision ne"
    r" sera pas rediscutee|vous ferez de cette reponse l usage qu il vous plaira|ou un rendez vous",
    r"aupres de (?:moi|nous)|(?:ni |et )?(?:de )?m en demander (?:la|les) raisons?"
    r"|on ne (?:me|nous) (?:l a|les a) pas donnees?",
    # Courtesy and frankness.
    r"(?:je |j |nous |toutefois |mais |et )*(?:prefer\w+|vais|veux|voudrais|serai|tiens a|dois)"
    r"(?: (?:vous|le|etre|aller|dire|parler|les choses|tout|net|bref|clair|franc|franche|direct"
    r"|directe|honnete|sincere|simplement|franchement|clairement|honnetement|avec vous|au but|droit"
    r"|poliment|et|tres))+(?= *[:,.;]| que\b)",
    r"(?:permettez|laissez) (?:moi|nous) (?:d etre|de vous dire|de vous le dire|de le dire)"
    r"(?: (?:franc|franche|direct|clair|simplement|bref|honnete|franchement))?|pour (?:etre"
    r" (?:franc"
    r"|franche|honnete|clair|direct|bref|tout a fait franc)|tout vous dire)(?: avec vous)?",
    r"(?:je suis|nous sommes) au regret|(?:j ai|nous avons) le (?:vif |grand )?regret|(?:de )?vous"
    r" (?:informer|dire|faire savoir|faire part|indiquer|annoncer)(?: (?:que|qu))?|c est a dire"
    r"|apres avoir (?:re)?lu (?:attentivement )?(?:votre|vos|votre dernier|vos derniers) \w+",
    rf"(?:apres |nous |j |je )*(?:en )?(?:avoir|avons|ai)(?: (?:bien|longuement|murement))?(?: en)?"
    rf" (?:discute|parle|delibere|debattu)(?: (?:longuement|hier soir|entre nous|hier|ensemble))?"
    rf"(?: (?:de (?:votre|cette) facture )?avec {_KIN})?|{_KIN},? et moi(?: meme)?|moi et {_KIN}"
    r"|en (?:conseil de )?famille|le conseil de famille|lors de (?:sa|notre|la) derniere (?:seance"
    r"|reunion|assemblee)|(?:reunie? )?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi) (?=et a"
    r" decide)",
    r"vous m avez (?:ecrit|appele|relance)(?: (?:dix|vingt|cent|quatre|cinq|six) fois)?(?= vous\b|"
    r" et\b"
    r"| je\b|,| on\b|;|\.)|vous (?:re)?(?:ecrivez|telephonez|appelez) (?:bien|souvent|pour rien|en"
    r" vain|beaucoup|joliment)(?: et)?",
    r"(?:votre|vos|une|leur|la|de) (?:\w+ )?(?:perseverance|insistance|tenacite|constance"
    r"|courtoisie|politesse"
    r"|plume|style|amabilite|obstination|gentillesse|elegance)(?: (?:de (?:vos|votre) \w+))?"
    r"(?: (?:constante?|exemplaire|admirable|rare|aussi))*(?: (?:vous honore|force le respect|est"
    r" (?:admirable|exemplaire|remarquable|touchante?)))?(?: (?:et|,) votre (?:style|plume|ton"
    r"|courtoisie)"
    r" aussi)?",
    r"(?:et |, )?(?:pour |de |du )?(?:le |votre )?ton,? (?:toujours |si |tres |fort )*(?:courtois"
    r"|poli|"
    r"aimable|mesure|cordial)|(?:toujours |si |tres |fort |bien )*(?:courtois|polis?|aimables?)"
    r"|(?:et )?(?:je |nous )?vous (?:en )?(?:remerci\w+|(?:sais|savons) gre)|(?:la|le) \w+ surtout"
    r" avait du style|(?:sont|est) un (?:vrai )?plaisir a lire|j aime (?:la lecture|vous lire|bien"
    r" vous"
    r" lire)|vous avez (?:beaucoup|bien) de (?:patience|constance|perseverance|courage|talent)",
    r"n y voyez(?: rien)?(?: (?:de|la))?(?: personnel)?|(?:ne )?le prenez pas (?:mal|pour vous"
    r"|personnellement)|c est"
    r" (?:different|gentil d insister|aimable)|ch\w+ creanci\w+(?: \w+)?|pour autant|(?:bien )?j ai"
    r" pese (?:votre|vos) (?:demande|lettres?|courriers?)|(?:je )?l ai retournee? dans tous les"
    r" sens",
    r"(?:pour ce qui est|s agissant|quant|pour ce qui concerne) (?:de |d |a )?(?:la |votre |l "
    r"|cette |au )"
    r"?(?:facture|argent|somme|note|reglement|paiement)|pour (?:votre|la|cette) (?:facture|somme"
    r"|note)",
    r"comme (?:je |nous )?(?:l ai|l avons|vous l ai|deja) (?:deja )?(?:dit|ecrit)(?: a (?:votre"
    r"|vos) collegues?)?"
    r"|(?:merci )?de prendre(?= *(?:acte|note|§))|(?:la gerance|la direction|le bureau|le conseil)"
    r" a(?= arrete sa position| *§)"
    r"|si (?:vous n avez pas compris|ce n (?:est|etait) pas (?:assez )?clair)|(?:toujours|encore)"
    r" pas(?=[.,!])|ce ne sera jamais oui|c est mon dernier mot|c est tranche|(?:c est|est ce)"
    r" (?:bien |assez )?clair"
    r"(?: (?:maintenant|cette fois|pour tout le monde))? ?\??"
    r"|y compris celui du (?:dimanche|lundi|samedi)|je (?:les )?(?:ai )?(?:tous )?lus",
    # To give our letters no follow-up: only beside a refusal to pay, as offers are given none too.
    rf"(?:a laquelle |auxquelles |auxquels )?(?:(?:je|nous|on|{BODY}) )?(?:(?:n |ne )?(?:avons|ai|a"
    rf"|entend\w*"
    rf"|compt\w+|souhait\w+) )?(?:(?:choisi|decide|resolu|(?:pris )?la decision) )?(?:de )?(?:ne |n"
    rf" )?(?:pas "
    rf")?(?:y |leur |lui )?donner(?:ai|ons|a)?(?: (?:toutefois|donc|simplement|neanmoins))?"
    rf"(?: (?:pas|aucune))?(?: de)? suite(?: (?:favorable|particuliere))?(?: (?:a|aux?) {LETTERS}"
    rf"(?: de (?:paiement|reglement))?)?",
    # Farewells.
    r"(?:je (?:vous )?prie de |nous vous prions de |veuillez )?(?:croire|croyez|recevez|agreez)"
    r"(?:,? (?:madame|monsieur|chere madame|cher monsieur),?)? (?:a |en |l expression de )?(?:ma"
    r"|mes|nos"
    r"|notre) (?:sentiments|consideration|salutations|respects|pensees)(?: (?:les plus|les|plus)?"
    r" ?(?:distingue\w*|cordiale?s?|respectueu\w+|meilleur\w*))?|avec (?:mes|nos|mon) (?:respects?"
    r"|salutations|hommages)(?: republicaines)?|bien le bonjour chez vous|salutations republicaines"
    r"|belles? fetes(?: a vous)?|passez de (?:belles|bonnes|joyeuses) fetes",
)

FRAME_WORDS = frozenset(
    "toutefois neanmoins cependant prefere inutile pense crois davantage consacrer continuer"
    " correspondre simple franc bref souvent different interet plaisir lecture renvoyer avons"
    " pris".split()
)
"""Small words of the same letters, beside those of `flat_words`."""
