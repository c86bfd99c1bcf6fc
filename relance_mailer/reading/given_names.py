"""Given names of France and its neighbours, folded: by one of them a stranger's signature is known.

Many answers come from a shared mailbox ("compta@…"), so the name below them stands in no header.
A name that is a word of everyday speech as well counts only with its capital letter.
"""

GIVEN_NAMES: frozenset[str] = frozenset(
    """
    abdel abdelkader abdou adam adele adeline adrien adrienne agathe agnes ahmed aicha aida aime
    alain alban albane albert albertine alec alex alexandra alexandre alexia alexis alfred ali
    alice alicia aline alison alix alizee aloys alphonse amandine amar amaury ambre amelie amina
    amine anais anastasia andre andrea andree andrew ange angela angele angelina angelique
    anicet anissa anita ann anna annabelle anne annette annick annie anthony antoine antoinette
    antonin antonio apolline ariane arlette armand armelle arnaud arsene arthur astrid aude
    audrey augustin augustine aurelie aurelien aurore axel axelle ayoub aymeric aziz baptiste
    barbara bastien beatrice ben benedicte benjamin benoit berenice bernadette bernard berthe
    bertrand blandine brahim brendan brian brice bridget brigitte bruno camille capucine carine
    carl carla carlos carmen carole caroline caron caterina catherine cathy cecile cecilia
    cedric celestin celia celine chantal charlene charles charline charlotte chiara chloe chris
    christel christele christelle christian christiane christina christine christophe
    christopher claire clara clarisse claude claudette claudia claudie claudine clea clemence
    clement clementine clotilde clovis colette colin coline coralie corentin corinne cristina
    cynthia cyril cyrille daisy damien dan daniel daniela daniele danielle danny daphne david
    dave deborah delphine denis denise didier diego dimitri dolores dominique donatien dora
    dorian dorine doris dorothee dylan edgar edith edmond edouard edward edwige elena eleonore
    eliane elias elie eline elisa elisabeth elise elizabeth ella ellen elodie eloise elsa elvire
    emeline emile emilie emilien emma emmanuel emmanuelle eric erica erik ernest erwan esteban
    estelle esther ethan etienne eugene eugenie eva evan eve eveline evelyne fabien fabienne
    fabio fabrice fadila fanny farid fatiha fatima fatoumata faustine felicie felix fernand
    fernande fernando fiona firmin flavie flavien flora florence florent florentin florian
    floriane fouad franca france francesca francesco francine francis franck francois francoise
    frank frederic frederick frederique fritz gabin gabriel gabriela gabrielle gael gaelle
    gaetan gareth garance gaspard gaston gauthier gautier genevieve geoffrey geoffroy george
    georges georgette georgia gerald geraldine gerard germain germaine ghislain ghislaine
    gilbert gilberte gilles gina ginette giovanni gisele giulia giuseppe gladys gloria graham
    gregoire gregory greta guenole guilhem guillaume guillemette gunther gustave gwenael
    gwenaelle gwendal gwendoline hafid hakim hamid hamza hannah hans harold harry hassan hatem
    heather hector helen helena helene helga henri henriette henry herbert herve hicham hilary
    hortense houda hubert hugo hugues husein ian ibrahim ida igor ilan ines ingrid irene iris
    irma isaac isabel isabelle ismael ivan jack jackie jacob jacqueline jacques jade jalil jamal
    james jamila jan jane janet janine jasmine jason jean jeanine jeanne jeannette jeannine jeff
    jennifer jenny jeremie jeremy jerome jessica jill jim joachim joan joanna joceline jocelyn
    jocelyne joel joelle joey johan johanna johanne john johnny jonas jonathan jordan jorge jose
    joseph josephine josette joshua josiane josselin josue joy juan judith jules julia julian
    juliane julie julien julienne juliette julio justin justine jutta kader kamel karen karim
    karima karine karl karsten katell katherine kathleen kathy katia katie kelly ken kenza
    kerstin kevin khadija khaled kilian klaus kristina laetitia lahcen laila lamia lara larissa
    larry latifa laura laure laureen laurence laurent laurie lea leila lena lenaig leo leon
    leonard leonie leopold leslie liam liliane lilian lily lina linda line lionel lisa lise
    lisette loan loic lola lorena lorraine louis louisa louise louison luc luca lucas lucette
    lucia lucie lucien lucienne lucile ludivine ludovic luigi luis luisa lydia lydie lyse
    madeleine mae mael maelle maeva magali magalie maggie mahmoud maite malek malika malo
    mamadou manfred manon manuel manuela marc marcel marceline marcelle marcello marco margaret
    margaux margot marguerite maria mariam marianne marie marielle mariette marilyne marine
    mario marion marius marjorie marlene marta martha marthe martial martin martina martine mary
    maryline maryse maryvonne mateo mathias mathieu mathilde mathis matilda matteo matthew
    matthias matthieu maud maude maureen maurice mauricette max maxence maxime maya megan mehdi
    melanie melina melissa melody mercedes meriem messaoud michael michel michele micheline
    michelle miguel mike milan mireille miriam modeste mohamed mohammed moise molly mona monica
    monika monique morgan morgane mouloud mounir mourad moussa muriel mustapha myriam nabil
    nadege nadia nadine nadir naima najat nancy naomi natacha natalia natalie nathalie nathan
    nawal neil nelly nestor nicholas nick nicola nicolas nicole nina noe noel noelie noelle
    noemie nolwenn nora norbert nordine noura oceane octave odette odile olga oliver olivia
    olivier ombeline ondine oriane orlane oscar otto ousmane pablo pamela paola paolo pascal
    pascale pascaline patrice patricia patrick paul paula paule paulette pauline pedro peggy
    penelope peter petra phil philibert philip philippe pierrette pierrick pietro priscilla
    prosper quentin rachel rachid rafael ralph ramon raoul raphael raphaelle raymond raymonde
    rebecca regine regis reine remi remy renate renaud rene renee reynald ricardo richard rita
    robert roberto robin roch rodolphe rodrigue roger roland rolande rolf romain romane romeo
    romuald ronan ronnie rosa rosalie rosaline roselyne rosemary rosine roxane ruben rudolf rudy
    russell ruth ryan sabine sabrina sacha sadia said salah salim salima sally salome salvatore
    sam samantha sami samia samir samira samuel sandie sandra sandrine sandy sara sarah saskia
    sean sebastien segolene selim selma serge sergio severine shirley sibylle sidonie silvia
    simon simone sofia sofiane solange solene soline sonia sophia sophie soraya souad stan
    stanislas stefan stefania stella stephane stephanie stephen steve steven stuart sue sullivan
    susan suzanne suzie sven sylvain sylvaine sylvette sylvia sylviane sylvie tancrede tanguy
    tania tara tatiana ted teresa terry tess thea theo theodore theophile theresa therese
    thibaud thibault thibaut thierry thomas tiffany tim timothee tina titouan tobias tom tomas
    tony tracy tristan ugo ulrich ulrike ursula ute vadim valentin valentina valentine valerie
    valery vanessa vera veronica veronique vicky victor victoria victorien vincent vincente
    virginie viviane vivien vladimir wafa walid walter wanda warren wendy wilfried wilhelm
    wilfrid william winnie wolfgang xavier xaviere yacine yael yanis yann yannick yannis yasmina
    yasmine yohan yohann yolande youcef younes youri youssef yvan yves yvette yvon yvonne
    zaccharie zahra zineb zoe zohra
    """.split()
)
"""Names that nothing else is called."""

NAMES_THAT_ARE_WORDS: frozenset[str] = frozenset(
    """
    aimee bill blanche bob candice claus constance constant desire desiree felicite fleur
    florimond france gentil grace grant guy heidi honore hope juste kai lou lucky mark may
    mickey modeste noel olive opal parfait pascal pat perle pierre placide prudence prune ray
    reine rich rob rod ron rose ross roy ruby sidney soleil tanya ted toussaint val victoire
    violette will
    """.split()
)
"""Names that are words as well: without their capital letter they say something."""
