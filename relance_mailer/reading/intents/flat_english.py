"""A flat refusal in English: how it is said, and the turns that people put around it.

As `flat_grammar`, `flat_words` and `flat_frames` for French: what refuses and what frames it are
taken out of folded words (`phrases.fold`), and what is left must be small words alone. A thing, a
day ahead, a part, a condition or another's name stays over, and a human reads it.
"""

from relance_mailer.reading.intents.flat_words import whole

_FIRM = (
    r"(?:company|board|trustees|committee|partnership|charity|firm|business|directors?|management"
    r"|society|club|trust|association|council)"
)
WHO = (
    rf"(?:i|we|(?:my (?:wife|husband|partner|business partner) and i)|(?:the|our|my) {_FIRM}"
    rf"(?: (?:of (?:directors|trustees)))?|(?<=that )it)"
)
WONT = (
    r"(?:(?:will|shall|do|does|can and will|simply will|am|are|is|m|re|s)(?: (?:simply|just"
    r"|absolutely"
    r"|definitely|quite simply|therefore|certainly))? not|won t|wont|shan t|shant|don t|dont|doesn"
    r" t"
    r"|aren t|arent|isn t|ain t|will never|shall never|am never|are never|m not|re not|never"
    r"|(?:am|are|is|m|re|s) (?:simply |just |definitely )?not)"
)
PAY = (
    r"(?:(?:be |going to (?:be )?|gonna |prepared to |intend(?:ing)? to |intend |propose to |wish"
    r" to |want to"
    r" )?(?:pay(?:ing)?|settl(?:e|ing)|honou?r(?:ing)?|mak(?:e|ing) (?:this|the|any|that|a|such)"
    r" payment"
    r"|mak(?:e|ing) any payment|giv(?:e|ing) you (?:a|one) (?:single )?(?:penny|cent)))"
)
CLAIMED = (
    r"(?: you)?(?: (?:(?:this|the|your|that|any of your) (?:invoices?|bills?|sums?|amounts?"
    r"|accounts?|debt|claim"
    r"|money|one)(?: (?:claimed|demanded|in question|of yours))?|the (?:sum|amount) (?:claimed|due"
    r"|demanded|you"
    r" (?:claim|ask for|demand))|a thing|anything|a (?:single )?(?:penny|cent)|one (?:penny|cent)"
    r"|it|this|that"
    r"|one|them))?"
)
EVER = (
    r"(?:,? (?:now or (?:ever|later|in (?:the )?future|at any (?:future|later) (?:date|time))"
    r"|not (?:now|today|tomorrow|this year|later|next year|ever)(?:,? (?:and )?(?:not |nor )?(?:now"
    r"|later|ever|next"
    r" year|tomorrow|in ten years))*|ever|ever again|at all|full stop|end of (?:story|discussion)"
    r"|period|in (?:any|no) circumstances|either now or (?:later|in (?:the )?future)))?"
)
ENDS = (
    r"(?! (?:until|till|unless|before|after|without|because|as|since|for|if|when|while|twice|again"
    r"|late"
    r"|more|any|in|by|with|from|to|on|at|this|next|today|tomorrow|now|yet|interest|the|your|our|my"
    r"|a|an|his"
    r"|her|their|that|half|part|all|everything|cash|two|three|immediately|directly|straight|so|but"
    r" for"
    r"|except|other|what|whatever|anything|anyone|him|her|less|it|of|which|who|either|early|just"
    r"|right"
    r"|over|under|through|via|back|out)\b)"
)
ENGLISH_REFUSALS = whole(
    rf"{WHO} {WONT} {PAY}{CLAIMED}{EVER}{ENDS}",
    rf"{WHO} (?:(?:have|ve|has|had|am|are) )?(?:now |simply |therefore |unanimously |all"
    rf" )?(?:decided|resolved"
    rf"|chosen|agreed|concluded|determined|voted)(?: (?:simply|unanimously))? (?:not to|to not"
    rf"|never to)"
    rf" {PAY}{CLAIMED}{EVER}{ENDS}",
    rf"(?:{WHO} )?(?:have|ve|has|with|had) (?:absolutely )?no (?:intention|plans?|desire|wish)"
    rf" (?:of |to ){PAY}{CLAIMED}{EVER}{ENDS}",
    rf"(?:and )?(?:shall|will) not be (?:paying|settling){CLAIMED}{EVER}{ENDS}",
    rf"it is (?:my|our) decision not to {PAY}(?: the sum requested|{CLAIMED}){EVER}{ENDS}",
    rf"{WHO} (?:has |have )?(?:resolved|decided) to make no payment(?: in respect of (?:it|this"
    rf"|your"
    rf" invoices?))?{EVER}{ENDS}|{WHO} would rather not pay{CLAIMED}{ENDS}",
    rf"(?:{WHO} )?(?:refuse|refuses|decline|declines) to {PAY}{CLAIMED}{EVER}{ENDS}",
    rf"no payment (?:will|shall) (?:ever )?be (?:made|forthcoming|sent)(?: (?:by (?:the company|us"
    rf"|me)|to you"
    rf"|in respect of (?:it|this|your (?:invoice|claim|account)|the (?:invoice|claim"
    rf"|account))))*{EVER}{ENDS}",
    rf"(?:your|this|the) (?:invoice|bill|account|claim) will (?:not|never) be (?:paid"
    rf"|settled){EVER}{ENDS}",
    rf"(?:you |ye |youre |you re |you are )?(?:(?:are |re )?not getting|will not (?:see|get|have"
    rf"|receive)|won t"
    rf" (?:see|get|have|receive)|wont (?:see|get)) (?:a (?:single )?(?:penny|cent|bean)|one"
    rf" (?:single )?"
    r"(?:penny|cent)|nothing|your money)(?: (?:out of|from|off) (?:us|me))?"
    rf"{EVER}{ENDS}",
    r"(?:you |ye )?(?:ll (?:get|see|have)|will (?:get|see)) nothing(?: (?:out of|from|off)"
    rf" (?:us|me))?{EVER}{ENDS}",
    rf"not (?:a|one) (?:single )?(?:penny|cent) (?:from|out of) (?:us|me){EVER}{ENDS}|not"
    rf" paying{EVER}(?=[.,;!]|$)",
)
ENGLISH_NOES = whole(
    r"(?:(?:the|my|our) answer (?:is|remains|was|stays) (?:still )?(?:a )?(?:firm |definite"
    r" )?no)(?= *(?:[.,;:!]|$|and"
    r" (?:it )?will))",
    r"no(?=\W*$)|no(?= *[.,!])",
)
_REMIND = (
    r"(?:letters?|reminders?|emails?|messages?|notes?|notices?|correspondence|e mails?|calls?"
    r"|demands?|words)"
)
ENGLISH_FRAMES = whole(
    # That there is no ground, nor a wish to give one.
    r"(?:(?:i|we) )?(?:have|ve) no (?:complaints?|quarrel|issue|criticism|dispute)(?: (?:about|with"
    r"|against|to make"
    r" about))?(?: (?:you|your (?:work|service|company|firm|people|goods|prices?)|the (?:work"
    r"|service|goods|price"
    r"|job)))?(?=[.,;])|(?:(?:i|we) )?(?:don t|do not|dont) (?:dispute|contest) (?:it|this|the"
    r" (?:debt|sum|invoice"
    r"|amount|work))(?=[.,;])|nothing personal|no hard feelings|(?:i know (?:that )?)?(?:i|we) owe"
    r" (?:it|you (?:this"
    r" money|the money))",
    r"(?:(?:it|we|i|the company) )?(?:will|shall) not (?:be )?(?:enter(?:ing)? into|offer(?:ing)?"
    r"|giv(?:e|ing)"
    r"|provid(?:e|ing)) (?:any |a )?(?:further )?(?:discussion|correspondence|reasons?|explanation"
    r"|debate)(?! (?:until|before|till|unless|with)\b)"
    r"(?: (?:of|about|on) (?:its|our|my|the) (?:reasons?|decision|matter|subject))?",
    r"(?:and )?(?:there s|there is|theres|we have|i have|i ve) nothing (?:more |further |else |left"
    r" )?to (?:discuss|say"
    r"|add|talk about|explain)(?: (?:about it|on the (?:matter|subject)|further))?",
    r"(?:(?:i|we) )?(?:don t|do not|dont) (?:have to|owe you|need to|intend to|propose to|wish to"
    r"|care to|feel the need to)"
    r" ?(?:you )?(?:any )?(?:(?:give|explain|justify|discuss|offer|say|tell) ?(?:you |myself"
    r"|ourselves|it|this|why)*"
    r" ?)?(?:(?:a |any |my |our )?(?:reasons?|explanations?))?(?: (?:further|any further))?",
    r"(?:and )?(?:i|we|you) ?(?:m|am|re|are|won t|will|youre)? ?not (?:(?:be )?(?:going to"
    r"|discussing|giving|getting"
    r"|telling|explaining|tell|be discussing|discuss|explain)) ?(?:any|one|you why|it|you (?:a|any)"
    r" reasons?|a reason"
    r"|why|to|tell you why|this)*(?: (?:any )?further)?",
    r"(?:no|without) (?:further |other )?(?:reasons?|explanation|comment)s?(?: (?:will|shall) be"
    r" (?:given|offered"
    r"|provided))?|(?:i|we) see no (?:need|purpose|point|reason) (?:to|in) (?:explain|justify"
    r"|discuss)\w*"
    r"(?: (?:myself|ourselves|it|this|further|any further|matters))*|(?:that s|thats|this is|it s)"
    r" (?:our|my) (?:own )?"
    r"(?:business|choice|affair|right)|youre not getting any|(?:i|we) (?:won t|will not) be"
    r" (?:discussing|explaining)"
    r" (?:it|this|that|why)(?: further)?|i m not going to(?=[.,;]|$)",
    r"not (?:now|today|tomorrow|this year|later|next year|ever)(?:,? (?:and |nor )?(?:not"
    r" )?(?:later|next year|ever|in ten"
    r" years))+",
    r"(?:please )?(?:don t|do not|dont) ask(?: (?:me|us))?(?: (?:why|for (?:a |the |my |our )?"
    r"reasons?))?(?=[.,;!]|$)|it ?(?:s|is) a decision (?:by|of|taken by) (?:the|our) (?:directors?"
    r"|board|company|management|trustees)(?: and)?",
    # That it is decided.
    rf"(?:{WHO}|the trustees|my wife and i|my husband and i) (?:(?:have|has|ve|had) )?(?:now "
    rf"|unanimously )?"
    r"(?:resolved|decided|concluded|agreed|determined) that(?= )",
    r"(?:that|the answer|it|my answer|this|our (?:decision|answer|position)|my (?:decision|mind)"
    r"|this decision|the"
    r" decision) ?(?:is|s|was|will be|won t|will not|ll be|remains|will remain|has been)(?: (?:last"
    r" (?:week|month|time)|next"
    r" (?:week|month|time)|it was|it will be|be|and|it|will|the same|no"
    r"|final|made up|made|my|our|whole|last|answer|position|word|all|there is to it|that|change"
    r"|discussed|up"
    r"|taken|for ever|the end of it|not|firm|open to|discussion|unanimous|still|as|in|at|the|spring"
    r"|summer|autumn|winter"
    r"|christmas|easter|before))*",
    r"(?:take|treat|regard|consider) (?:this|that|it) as (?:our|my|the company s|the) (?:final|last"
    r"|definitive)"
    r" (?:answer|position|word|reply|refusal)|should take that as our final position|(?:(?:i|we)"
    r" )?consider (?:the|this)"
    r" (?:correspondence|matter|exchange|subject) (?:as )?(?:closed|over|at an end)|(?:i|we) ?(?:ve"
    r"|have) (?:thought"
    r" (?:about|it)|talked|discussed|considered|gone) ?(?:it|about it|this|things)? ?(?:over"
    r"|through|together|at"
    r" length|carefully)*(?= *(?:and|,|\.))|after (?:(?:careful|long|due|much|some)"
    r" )+(?:consideration|thought"
    r"|discussion)|having considered (?:your|the) \w+(?: with (?:some|great|due) care)?|discussed"
    r" by the board",
    # That writing is of no use, and that the next step is ours.
    r"(?:please )?(?:do not|don t|dont) (?:bother )?(?:writ(?:e|ing)|email(?:ing)?|call(?:ing)?"
    r"|ask(?:ing)?|chas(?:e|ing)"
    r"|expect(?:ing)?|contact(?:ing)?)(?: (?:to |me|us))?(?: (?:again|any more|any further|further"
    r"|for a further|a further"
    r"|a different|another|any|again expecting|expecting|a|explanation|answer|reply|replies|why"
    r"|reason|either))*",
    r"(?:so )?(?:please )?(?:stop (?:asking|writing|calling|emailing)(?: me| us)?|save yourselves?"
    r" the (?:stamps?|trouble)|save the stamps?|stop (?:asking|writing|calling"
    r"|emailing)(?: me| us)?)(?: of a (?:second|third|fourth|fifth|sixth) letter)?|let me save you"
    r" the (?:trouble|stamp"
    r"|bother|cost)(?: of (?:a|another) (?:\w+ )?(?:letter|reminder|email))?|(?:there is|there s"
    r"|theres) no (?:point|use"
    r"|sense) (?:in )?(?:writing|asking|emailing|calling|chasing|discussing)(?: (?:to )?(?:me|us"
    r"|it))?(?: (?:again|further"
    r"|any more))?|(?:we|i) see no (?:purpose|point|use) in (?:discussing|continuing|prolonging)"
    r" (?:it|this|the"
    r" correspondence)(?: any)?(?: further)?",
    r"you (?:can|may|could|re welcome to|are welcome to|are free to) (?:write|send|email|call|ring"
    r"|keep writing|take|do|sue"
    r"|chase|ask)(?: (?:to )?(?:me|us|as many \w+ as you (?:like|wish|want|please)|as (?:often"
    r"|much) as you (?:like|wish"
    r"|want|please)|till you ?re blue in the face|until you ?re blue in the face|whatever (?:steps?"
    r"|action|measures?) you"
    r" (?:see fit|like|wish|want|please|think (?:fit|best))|what(?:ever)? you (?:like|wish|want"
    r"|please|have to)|every day"
    r"|all you (?:like|want)))*",
    r"do (?:as|what|whatever) (?:you (?:like|wish|want|please|must|have to(?: do)?|think (?:fit"
    r"|best)|will)|you people do"
    r" next|comes next)|(?:take|drag) (?:me|us|it|this) to (?:the )?court(?: if you (?:like|must"
    r"|want|wish|dare))?|(?:see"
    r" you|sue (?:me|us)|i ll see you|we ll see you)(?: in court)?(?: if you (?:like|must|want|wish"
    r"|dare))?|do your worst"
    r"|send (?:the bailiffs|whoever you (?:like|want))",
    r"(?:and )?(?:i|we) (?:won t|will not) be giving you (?:a|any) reasons?|explain (?:myself"
    r"|ourselves)|(?:not )?(?:discuss|discussing) why(?: either)?|(?:do not intend to )?enter into"
    r" any"
    r" (?:further )?correspondence(?: as to (?:our|my|its) reasons)?|(?:and )?no (?:further"
    r" )?(?:proposal"
    r"|negotiation|discussion) will be (?:entertained|entered into)",
    r"(?:that|this) (?:is|s) all (?:i|we) have to say(?: on the (?:matter|subject))?|(?:that|our"
    r"|my)"
    r" decision is final|(?:the )?answer will be identical|with the same demand|clear enough \??"
    r"|end of"
    r"|(?:if|so long as) (?:that|it) amuses you|you must take whatever steps you see fit|you can"
    r" send"
    r" (?:ten|twenty|a hundred|\d+) more of (?:these|them)|nothing you send will alter it",
    r"with (?:the )?(?:greatest|all due|due) respect|having discussed (?:it|this|your invoice) with"
    r" my"
    r" (?:fellow directors|partners|wife|husband)|(?:i|we) have considered your letters?(?: and)?"
    r"|talked it over with my (?:partners|wife|husband|fellow directors)|how thoughtful|with every"
    r" good wish|(?:your )?(?:courteous|polite|kind) (?:reminder|letter)|see no purpose in (?:any"
    r" )?"
    r"(?:further )?correspondence|the courtesy of your letter",
    r"(?:i|we) ?(?:ve|have) had (?:it up to here|enough)(?: (?:with|of) (?:your |these |the"
    r" )?letters)?",
    # Courtesy, and how a letter begins and ends.
    rf"(?:(?:many )?thanks|thank you)(?: (?:very much|again|so much|kindly))?(?: (?:for|of))?(?:"
    rf" (?:your|the|writing|all"
    rf" your|several|last|kind|charming|lovely|nice|polite|patience|and|courtesy|so nicely|so"
    rf" politely|{_REMIND}))*"
    r"(?: (?:of|dated) (?:the )?(?:\d{1,2}(?:st|nd|rd|th)?(?: [a-z]{3,9})?(?: \d{4})?|yesterday"
    r"|last week))?",
    rf"(?:i|we) (?:refer to|acknowledge(?: receipt of)?|have (?:received|read)|write in reply to|am"
    rf" writing in reply to"
    rf"|have)(?: (?:your|the|all|three|four|several|last|with|interest|some|care|{_REMIND}))*(?:"
    rf" (?:of|dated) (?:the )?"
    r"\d{1,2}(?:st|nd|rd|th)? [a-z]{3,9}(?: \d{4})?)?|your (?:letters?|reminders?)(?: of"
    r" [a-z]{3,9}(?: and [a-z]{3,9})?)?"
    r" (?:were|was) (?:discussed|considered|read)(?: (?:by|at) (?:the )?(?:board|meeting|directors"
    r"|trustees))?",
    r"(?:(?:i|we) )?(?:(?:am|are|have been|ve been|been) )?(?:instructed|asked|directed|told)(?: by"
    r" the (?:board|directors?"
    r"|company|trustees))? to (?:inform|tell|advise|let|reply|write)(?: (?:to )?you)?(?: (?:know"
    r"|that|as follows))*"
    r"|please (?:be (?:advised|informed|aware)|note|take note)(?: that)?|(?:i|we) (?:regret|am"
    r" sorry|are sorry|m sorry"
    r"|wish|have|must|write|am writing)(?: to)? (?:inform|tell|advise|say|let|confirm)(?: (?:to"
    r" )?you)?(?: (?:know|that))*"
    r"|(?:i|we) ?(?:m|am|re|are) (?:afraid|sorry)(?: (?:that|but))?|(?:right )?(?:im|i m|i am) only"
    r" going to say this(?: the)?"
    r" once|to be (?:clear|frank|honest|blunt)|let me be (?:clear|frank|plain|blunt|direct)(?: with"
    r" you)?",
    r"(?:do )?(?:have|(?:i |we |and )*wish(?:ing)?(?: you)?)(?: (?:all|both))? (?:a |an )?(?:very"
    r" )?(?:pleasant|lovely|nice|good"
    r"|great|happy|fine)(?: (?:summer|day|week|weekend|autumn|winter|spring|evening|christmas"
    r"|holiday|easter|year|rest of"
    r" the \w+))|(?:yours|kind|best|warm|with kind|with best)(?: (?:faithfully|sincerely|truly"
    r"|regards|wishes))*|regards"
    r"|sincerely|cheers|goodbye|good ?bye|good luck|all the best",
)
ENGLISH_GLUE = frozenset(
    "hello hi bonjour bonsoir madame monsieur cordialement merci dear sir sirs madam mr mrs ms"
    " accounts team i we you and or but so well then again simply just really frankly please the a"
    " it this that is s m re ve company secretary director chairman treasurer trustee one once"
    " right ok okay sorry anyway now ever never no nope however therefore also to us me in fact"
    " all good morning afternoon full stop period".split()
)
"""What may be left of a sentence."""
