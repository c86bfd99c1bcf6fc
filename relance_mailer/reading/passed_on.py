"""What stands only in words that somebody else wrote is never what the sender says himself.

People pass on what they got: a director's answer, the liquidator's letter, a customer's refusal,
another supplier's threats. Words of the debtor's side count in full where the sender gives them as
the answer; whatever else is passed on may bring a human, and never the end of the amicable phase,
nor does a stranger's commitment make a promise of the debtor's, unless he is said to be of theirs
("la réponse de mon mari", from a private address).

Counts: "Ci-dessous la réponse de notre direction." above "On ne paiera pas.", of the same house.
For a human: "Voir le courrier ci-dessous." above a liquidator's letter; "C'est payé." above another
supplier's insults, even where they are said to be his: own words may follow that nothing tells.
"""

import re
from dataclasses import dataclass, replace

from relance_mailer.reading.intents.order import weigh
from relance_mailer.reading.intents.phrases import any_of, fold
from relance_mailer.reading.judgement import LEGAL
from relance_mailer.reading.message import Reading
from relance_mailer.reading.quoting import NewText
from relance_mailer.words import Intent

DOUBT = "only_forwarded"

_OWN_SIDE = (
    r"(?:mon|ma|notre|nos|le|la|l|our|my) (?:\w+ )?(?:direct\w+|gerante?|patronn?e?|president\w*"
    r"|chef\w*|associe\w*|daf\b|responsables?|superieur\w*|tresorier\w*|docteur|comptab\w+|compta\b"
    r"|maire\b|siege|conseil (?:municipal|syndical|d)|mari\b|epou\w+|femme|conjoint\w*|compag\w+"
    r"|pere\b|mere\b|frere|soeur|fils\b|fille\b|boss|manager|husband|wife|father|mother|head)"
)
_BY_OWN_SIDE = any_of(_OWN_SIDE)
_THEIR_ANSWER = any_of(
    r"(?:reponses?|retours?|positions?|decisions?|decidee?s?|decide(?:nt)?|instructions?"
    r"|consignes?|reactions?|avis|explications?|precisions?|remarques?|repond(?:u|ent)?\b"
    r"|answers?|repl(?:y|ies)|says?|said|response|ce que (?:dit|disent|pense|ecrit|veut))",
    r"(?:mon|notre|nos|mes) (?:\w+ )?(?:mail|message|courriel|courrier|lettre)",
    _OWN_SIDE,
)
_OTHERS = (
    r"(?:fournisseurs?|creanciers?|clients?|clientes?|bailleurs?|proprietaires?|locataires?"
    r"|confreres?|concurrents?|sous traitants?|prestataires?|syndics?|assureurs?|assurances?"
    r"|banques?|banquiers?|huissiers?|mandataires?|liquidateurs?|administrateurs?|tribunal|greffe"
    r"|avocate?s?|voisine?s?|suppliers?|vendors?|creditors?|customers?|landlord|bank|insurers?"
    r"|lawyers?|liquidators?)\b"
)
_FROM_OTHERS = any_of(
    rf"(?:autres?|another|other|un|une|nos?|notre|mon|mes|ma|le|la|l|du|des|d|our|my|a)"
    rf" (?:\w+ )?{_OTHERS}",
    r"(?:jugement|procedure|liquidation|redressement|assignation)\b",
)
_WROTE = r"(?:ecri\w+|repond\w*|envo\w+|adress\w+|di[st]\w*|transm\w+|reclam\w+|sort\w*)"
_LETTER = r"(?:mail|message|courriel|courrier|lettre|mot|sms|texto)"
_INTRODUCED = any_of(
    rf"(?:ce|comme) (?:que|qu)\b(?![^:.!?]{{0,50}}\b(?:vous|tu) )[^:.!?]{{0,50}}\b(?:m|nous)"
    rf" (?:a |ont |avait )?{_WROTE}[^:.!?]{{0,80}}:",
    r"ce que (?:je recois|nous recevons|j ai (?:\w+ )?recu|nous avons (?:\w+ )?recu|je viens de"
    r" recevoir|nous venons de recevoir)\b[^:.!?]{0,80}:",
    rf"(?:voici|voila|colle|copie|recopie|transmets|transfere) (?:\w+ ){{0,2}}{_LETTER}"
    r" (?:recue? )?(?:de|d|du|des)\b[^:.!?]{0,80}:",
    rf"{_LETTER} (?:recue? )?(?:de |d |du |des )(?:\w+ ){{0,2}}{_OTHERS}[^:.!?«\"“]{{0,60}}(?::"
    r"|(?=[«\"“]))",
    rf"{_OTHERS} (?:\w+ ){{0,2}}(?:wrote|sent|said|told|replied|e ?mailed)\b[^:.!?]{{0,40}}:",
    r"what (?:i|we) (?:have |just |have just )?(?:got|received|get) from\b[^:.!?]{0,60}:",
)
"""What announces words that somebody else wrote or said, up to the colon."""
_IN_QUOTES = re.compile(r"\s*[«\"“][^«»\"“”]+[»\"”]")
_MAY_INTRODUCE = re.compile(r"[:«\"“]")
_PASTED_MIN = 20


@dataclass(frozen=True, kw_only=True, slots=True)
class Parted:
    """A text parted by who answers for it: the sender, or those whose words are passed on.

    What is `unclaimed` may be ours as well, and only its most telling words count.
    """

    vouched: str
    lent: str
    unclaimed: str
    not_lent: frozenset[Intent]

    @property
    def all(self) -> str:
        """Everything, the sender's own words first."""
        return _below(self.vouched, self.lent)


def parted(new: NewText) -> Parted:
    """What the sender answers for in a message, and what is others' in it."""
    own, pasted = _without_pasted(new.reply)
    # A bare name may be a stranger's: somebody of theirs must be said to answer.
    gives = speaks_for_them if new.by_name else is_their_answer
    theirs = bool(new.forwarded) and gives(own)
    vouched = (own, new.forwarded) if theirs else (own,)
    lent = (pasted, new.strange) if theirs else (pasted, new.forwarded, new.strange)
    return Parted(
        vouched=_below(*vouched),
        lent=_below(*lent),
        unclaimed=new.unclaimed,
        not_lent=LEGAL | {Intent.PROMISE} if new.strange and not speaks_for_them(own) else LEGAL,
    )


def is_their_answer(own: str) -> bool:
    """Whether the sender gives what follows as their own side's answer or position."""
    words = fold(own)
    return _THEIR_ANSWER.search(words) is not None and not _FROM_OTHERS.search(words)


def speaks_for_them(own: str) -> bool:
    """Whether the sender names somebody of their own side as the one who speaks."""
    words = fold(own)
    return _BY_OWN_SIDE.search(words) is not None and not _FROM_OTHERS.search(words)


def _without_pasted(reply: str) -> tuple[str, str]:
    """The reply without the words that it introduces as somebody else's, and these.

    "Voilà ce que m'écrit mon bailleur :", then what stands in quotation marks; without any all
    to the end, for nothing tells where pasted words stop.
    """
    found = _INTRODUCED.search(fold(reply)) if _MAY_INTRODUCE.search(reply) else None
    if found is None or speaks_for_them(found[0]):
        return reply, ""
    rest = reply[found.end() :]
    quoted = _IN_QUOTES.match(rest)
    pasted, after = (quoted[0], rest[quoted.end() :]) if quoted else (rest, "")
    if len(pasted) < _PASTED_MIN or "@" in pasted.split(maxsplit=1)[0]:
        return reply, ""
    return _below(reply[: found.end()].strip(), after.strip()), pasted.strip()


def _below(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def with_what_is_lent(whole: Reading, vouched: Reading, parts: Parted) -> Reading:
    """The reading of a message of which a part is others' words.

    `whole` is read of all of it, `vouched` of what the sender answers for.
    """
    if vouched.intents and LEGAL.intersection(vouched.intents):
        return vouched
    told = frozenset(whole.intents) | _end_told(_below(parts.lent, parts.unclaimed))
    lent = (told & parts.not_lent) - frozenset(vouched.intents)
    if not lent:
        return whole
    kept = vouched if vouched.intents else _without(whole, parts.not_lent)
    return replace(kept, doubts=tuple(dict.fromkeys((*kept.doubts, DOUBT))))


def _end_told(text: str) -> frozenset[Intent]:
    """What of a text ends the amicable phase where its writer is the debtor; a hint is enough."""
    weighed = weigh(text)
    hinted = (found.intent for found in weighed.seen if found.intent is Intent.INSOLVENCY)
    return (weighed.intents & LEGAL) | frozenset(hinted)


def _without(reading: Reading, lent: frozenset[Intent]) -> Reading:
    """The reading less some intents and what belongs to them."""
    if Intent.PROMISE in lent:
        reading = replace(reading, promise_dates=(), promised_amount=None, promise_parts=())
    return replace(
        reading,
        intents=tuple(intent for intent in reading.intents if intent not in lent),
        findings=tuple(found for found in reading.findings if found.intent not in lent),
        officer=False,
    )
