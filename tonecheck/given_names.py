"""Given names of many languages, folded, by who bears them."""

from __future__ import annotations

# Hardly anyone of the other sex bears these, in any of the languages that have them.
WOMEN = frozenset(
    """
    aada aaliyah abbie abena abigail abosede achieng ada adaeze addie adelaide adele aditi
    adriana adwoa afua agata agnes agneta agnetha agnieszka ailbhe ailsa ainhoa aino aisha
    aishwarya aisling aitana akiko akinyi akosua alana alba aleida aleisha aleksandra
    alessandra alessia alexa alexandra alexandrina alice alicia alicja alina alisha alison
    allison alma alyona alyssa amanda amara amber amelia amelie amie amina amira ana anais
    ananya anastasia anastasija andreea angela angeles angelina angelique angharad anika anita
    anja anjali anke anna annabel annabelle anne anneke annelies anneliese annelore annette
    annika annmarie anouk antonella antonia anya aoibheann aoibhin aoife aparna apolline
    arabella archana ariana arianna ariella arlette arya asha ashlynn asma assunta astrid
    atieno aubree audrey aurelia aurelie aurora ava ayesha ayse ayumi barbara barbora basma
    bea beata beathag beatrice beatrix beatriz becky bella benedetta bernadette bernice bertha
    bessie beth bethan bethany bettina betty beulah bhavna bianca birgit birgitta biserka
    blanche blandine blathnaid bonnie bozena brenda brianna brid bridget bridgette brigitte
    britt britta bronwyn bruna brunhilde bryony bukola busisiwe cady caitlin callie camila
    candace candice caoimhe capucine cara carina carissa carla carlene carlota carly carmela
    carmen carole carolina caroline carrie carys cassandra catherine cathleen catrin catriona
    cecile cecilia cecilie celeste celestine celia celina celine cerys chantal charlene
    charlotte chelsea cherie cheryl chiamaka chiara chinwe chioma chipo chitra chloe christa
    christabel christina christine ciara cindy cinzia claire clara clare clarissa claudette
    claudia claudine clemence clementine cliona clodagh coleen colette colleen concepcion
    concetta constance cora coralie cordelia corinne cornelia corrie cristiana cristina
    cynthia dagmar dagny daisy dalia daniela danielle daphne daria darlene darya dawn deanna
    debbie debora deborah deepa deidre deirdre delia delilah delphine delyth demi denise
    dervla desiree despina despoina devika diana diane dieuwke dina dinah divya dixie dolly
    dolores donatella donna dora dorcas doreen doris dorota dorothea dorothy dottie dragana
    drusilla eartha ebba ebele ebru edeltraud edith edna edwige efua eileen eilidh eilis
    eimear eirlys eithne ekaterina elaine eleanor eleftheria elen elena eleni eleonora
    elfriede elif elin elina elisa elisabeth elisabetta elise eliska eliza elizabeth elke ella
    ellen elodie eloisa eloise elsa elsebeth elsie elspeth eluned elvira emanuela embla emilia
    emilie emily emine emma emmanuelle emmeline encarnacion enid erica erika erin ernestine
    esi esme esmeralda esperanza esra estella estelle esther etain ethel etta eugenia eugenie
    eunice eva evangelia evie ewa fabiana fabienne fabiola faith faiza fanny farida fatima
    fatma fatoumata faye federica felicia felicity femke fenna fern fernanda fernande ffion
    fiadh filiz filomena fiona fionnuala fiorella flavia fleur flo flora floriane folake
    franca frances francesca francine francoise freda freya frida friederike funmilayo
    gabriela gabrielle gaelle gaia gail galina gayatri geertje geeta gemma geneva genevieve
    georgette georgia georgina geraldine gerd gerda gerlinde gertie gertrude ghislaine giada
    gianna gillian gina ginevra giorgia giovanna gisela gisele giulia giuliana giuseppina
    gladys glenda glenys gloria gordana gracie grainne grania graziella grazyna greetje greta
    griet gry guadalupe gudrun guinevere gul gulay gunhild gunilla gwen gwenaelle gwendoline
    gwendolyn gwenllian gwyneth haifa hala halina hallie halyna hana hanako hande hanna hannah
    hanne hanneke hannelore harriet hatice hattie haylee hayley hazel heather hedda hedvig
    hedwig hege heidemarie heidi heike heledd helen helena helene helga helmi heloise hema
    hendrika henrietta hermione hester hettie hiba hilda hilde hildegard hiltrud holly
    hortense huda ida ieva ifeoma ijeoma ila ilaria ilse imani imelda immacolata imogen ina
    indira ines inga ingeborg inger ingrid ingunn ioana iona ione irena irene irina iris irma
    irmgard iryna isabel isabella isabelle isadora isla isobel isobelle isolde itziar ivana
    ivanka ivy izabela jacinta jacinthe jacoba jacqueline jacqui jade jadwiga jamila jana jane
    janet janette janey janice janina janine jantje jasmin jasmine jaya jayne jeanette jeanie
    jeanne jeannette jeannine jelena jemima jemimah jenna jenni jennie jennifer jenny jerilyn
    jessamine jessica jewel jill jilly jitka joanna joanne jodie johanna johanne jolanda
    jolanta jolene jorunn josefina josephine josette josiane josie jovana joyce juana juanita
    judith julia juliana julie juliet julieta juliette justine justyna jutta kaisa kaitlyn
    kalpana kamala kamila kara karin karina karla karolina katarzyna kate katelyn katerina
    katharina katharine katherine kathie kathleen kathrin kathryn katie katja katrin katrina
    kaveri kavita kayla kayleigh keiko keira keisha kendra kerstin keziah khadija khadijah
    kimberley kinga kirsi kirsteen kirsten kirstin kirstine kirsty kitty klara krista kristen
    kristin kristina kristine krystyna kyla kylie lacey laetitia laila lakshmi lalita lana
    laney lara larissa lata latoya laura lauretta lavinia layla lea leah leanne leela leena
    leila leire lena leni lenka lenora leona leonie leonor lerato leticia letizia lettie lexie
    libby lidia lieke liesbeth liesel liesl liisa lila lilian liliana liliane lillian lilly
    lily lina linda lindiwe linnea lisa lisbeth lise liselotte lisette liv livia liza lizzie
    ljiljana loes lois lola lora loraine loredana lorelei lorena loretta lori lorna lorraine
    lotte lotti lottie louella louisa louise lowri lubna lucette lucia luciana lucie lucienne
    lucila lucilla lucille lucinda lucrezia lucy ludivine ludmila luisa lula luna lydia lynda
    lynette lynne lyubov lyudmila maaike mabel machteld madalina maddalena maddie maddison
    madeleine madhuri madison maeve magda magdalena magdalene maggie magnolia maha maia mair
    maire mairead mairi mairin maisie maisy maj maja makena malak malene malgorzata malin
    malini mallory malwina mamie mamta mandy manon manuela marcela marcella marcia margaret
    margarete margarethe margarita margaux margherita margit margot margriet marguerite mariah
    mariam mariana marianna marianne maribel maribeth maricel marie marieke mariella marielle
    marija marijke marilyn marina marisa marisol marissa marit marja marjorie marjory marketa
    marlena marlene marlies marsha marta martha martina martine mary maryam marzena marzia
    mathilde matilda mattie maud maude maura maureen mavis maxine maya meabh meagan mechthild
    meena meenakshi meera meg megan mei meike melanie melina melinda melissa meltem menna
    mercedes mercy merete merja merry merve mette mhairi mia michaela michela michelle michiko
    mieke mila mildred milena milica millicent millie mimi mindy minna minnie mira miranda
    mireille mirella miriam mirjam mirjana miroslava moira molly mona monica monika monique
    morag morfydd morgane morven morwenna moya mridula muireann muriel mya myfanwy mylene myra
    myrna myrtle nada nadezhda nadia nadine najwa naledi namrata nan nancy nandi nandini
    nanette naoko naomi natalia natalie nataliya natasha nathalie natividad nazli neha nele
    nell nellie nerea nerys nessa nettie neve ngozi ngozika nia niamh niav nicole nicoletta
    nicolette nienke nina nisha nita njeri nkechi nneka noelle noemi noemie nokuthula nomvula
    nontle nora norah noreen noriko norma noura ntombi nuala nyambura obioma octavia octavie
    odette odile oksana olena olga olivia oliwia oluchi olwen omolara oona oonagh ophelia
    oriana oriane orla orlaith ornella ottilie outi ozlem padma paivi palesa paloma pamela
    paola parvati pascale patricia patrizia patrycja patsy patti pattie patty paula paulette
    paulina pauline pavla peggy penelope penny pernille perpetua perrine petra petronella
    petula philippa philomena phoebe phyllis pierina pilar pinar pippa pirjo piroska pixie
    polina polly pooja poonam poppy portia pratibha preeti primrose priscilla priya prudence
    queenie quintina rachael rachel radha radka raelene raffaella ragnhild raluca ramona randa
    rani rania raquel rashmi raymonde reanna reba rebecca reem refilwe regina regine rekha
    renata renate rhian rhiannon rhoda rhona rhonda rianne ricarda riitta rikke rita ritu
    roberta robyn rochelle rocio rohini roisin romana ronda roos rosa rosalia rosalie rosalind
    rosalyn rosamund rosanna rosaria rose rosemarie rosemary rosetta rosie roslyn rossella
    roswitha rowena roxana roxanne roxy ruby rudo rukhsana rukmini ruth ruthie saanvi sabah
    sabina sabine sabrina sadie safiya sakura sally salma samantha samara samira sandie sandra
    sandrine sangeeta sanna sanne saoirse sara sarah sarita saskia satu savannah savita
    scarlett seema selena selin selina selma senga seren serena severine sevgi shabana shahnaz
    shalini shana shania shanti shari sharon shauna sheela sheena sheila shelley shelly sherry
    sheryl shilpa shirlene shirley shobha shona shreya shruti sian sibel sibylle sigrid sigrun
    sile silke silvana silvia simisola simona simonetta sinead siobhain siobhan sioned siri
    sissy smita sneha snezana sofia sofie solange solveig solvej sondra sonia sonja sophia
    sophie sophy soraya sorcha stacie stefania stefanie stella stephanie stina sudha suhaila
    sujata suki suma sumaya sunita sunniva susan susana susann susannah susanne sushma susi
    susie suzanne suzette svea svenja svetlana svitlana swantje swati sybil sybilla sydnee
    sylke sylvia sylvie synnove tabatha tabitha tahira talia tallulah tamara tamila tammy
    tamsin tanisha tanja tanya tara tarja tasha tatiana tatjana tegwen teodora teresa tereza
    tess tessa tessie tetiana thais thandeka thandiwe thea thelma theodora theresa theresia
    thirza thomasina thora tia tiana tiffany tiina tijana tilda tilly tina tineke titi
    titilayo tiziana tomoko torhild tori tove treasa tricia trijntje trina trish trisha trixie
    trude trudy truus tulay turid tuula tuva tyra uju ulla ulrike uma una ursel ursula urszula
    uschi usha ute valarie valentina valeria valerie vanda vandana vanessa vasiliki vasudha
    velma vera verena verity verna veronica veronika veronique vesna vicki vickie vicky
    victoria vida vidya vigdis viktoria vincenza viola violet violeta virginia virpi viveka
    viviana viviane vivienne vlasta wafa waltraud wambui wanda wangari wanjiru wendi wendy
    whitney wiebke wieke wilhelmina wilhelmine willa willemijn wilma winifred winnie winona
    wioletta xanthe xenia xiomara yaa yamini yasemin yasmin yasmine yelena yetunde yevgenia
    yewande ylva yoko yolanda yolande yusra yvette yvonne zadie zahra zainab zanele zara
    zdenka zehra zeinab zelda zena zeynep zita zodwa zoe zofia zora zoya zubaida zuzana
    zuzanna
    """.split()
)
MEN = frozenset(
    """
    aage aarne aaron aart abdel abdelkader abdoulaye abdul abdullah abel abhay abhijit
    abhishek abraham achille achim adam adan adebayo adel adelmo adewale aditya adnan adolfo
    adriaan adrian adriano adrien aengus afonso agapios agim agostino agustin ahmad ahmed
    ahmet aidan aiden aime aitor ajay akash akhil aksel alain alan alastair alban albert
    alberto albin albrecht aldo aled alejandro alejo aleks aleksander aleksandr aleksei
    alessandro alessio alexander alexandre alexandros alexei alf alfonso alfred alfredo alin
    alistair allan alois alok alonso aloysius alphonse alun alvaro alvise amadeo amador amadou
    amar amaury ambrogio ambroise amedeo amerigo amit ammar amol anand anastasios anatole
    anatoliy anatoly anders andre andreas andrei andrew andriy andrzej angelo angus anibal
    aniceto aniket anil anirudh ankit ankur anoop anselm anselme anselmo ansgar antal anthony
    antoine anton antonello antonin antonio antonis antti anuj anwar arben arcadio archibald
    archie arend arie aritz arjun arkady arman armand armando arnaud arnav arne arno arnold
    arrigo arsene arsenio artem arthur arto artur arturo artyom arun arvid arvind asbjorn
    asher ashish ashok ashwin asier asif aslak athol atticus attila attilio atul aubin auguste
    augusto aurelien aurelio avinash axel ayman ayodele aziz babacar babatunde balaji balazs
    baldassare baltasar balthasar baptiste baris barnaby barra barry bart bartek bartholomew
    bartley bartolomeo bartosz basem bashar basil bassam bastian bastien battista bautista
    bedrich bela bence benedict benedikt bengt benigno benito benjamin benno benoit berend
    berk bernard bernardo bernardus bernd berthold bertram bertrand besnik bharat bhaskar
    biagio bilal birger bjorn blaise bob bodo bogdan boguslaw bohdan bohumil bohuslav bojan
    boleslaw bongani boris borje boyan brad bradford bradley bram branko bras brayden brendan
    brent brett brian broderick brody bruce bruno bryan bryce bryn bulent burak burkhard burt
    byron cahal caleb calin callum calum caradog carl carlo carlos carlton carmelo carmine
    carsten casper catalin cathal cecil cedric celestino cem cemal cenk cesar cesare cezar
    chad chadwick charles charlton chauncey cheikh chester chetan chidi chike chinedu
    christian christof christoph christophe christopher christos chuck chukwuemeka ciaran
    cillian ciprian cipriano ciro claes clarence claudio claus clayton clemens clement cliff
    clifford clint clinton clive clyde cody coen coilin colby cole colin colm colton colum
    conan connor conor conrad constantin corentin corey cormac cornelis corneliu cornelius
    corrado cosimo cosmin costel craig crispin cristian cristiano cristobal ctirad curt curtis
    cuthbert cyprien cyril cyrille cyrus czeslaw daan dafydd dalibor dalton damian damiano
    damien damir daniel danilo danko dankwart danny dante darach dario darius dariusz darko
    darnell darragh darrell darren darryl darshan dave davey david davide dawid declan deepak
    dejan demetrio denes denis dennis denny denys denzel derek dermot derrick desmond detlef
    dewey dewi dexter dhruv diarmuid dick didier diego dieter diethelm dietmar dieudonne dilip
    dimitri dimitrios dimitris dinesh dino dirk divakar dmitri dmitry dmytro domenico dominic
    dominick dominik donal donald donato donnacha donncha donny dorin doug dougal douglas
    douwe dragan dragos duane duarte duccio dudley dugald dumitru duncan dunstan dusan dwayne
    dwight dylan eamon eamonn eberhard eckart eckhard ed eddie edgar edgard edgardo edmond
    edmund edoardo edouard eduard eduardo edward edwin eero efrain egbert egidio egon eigil
    eino eirik eivind ejnar ekow eldon eli elias elijah elio eliseo elliot elmar elmer elmo
    elof eloi eloy elroy elton elvis emanuel emanuele emeka emil emile emiliano emilien emilio
    emlyn emmanuel emmett emrah emre emrys endre engelbert engin ennio enno enoch enrico
    enrique enzo eoghan eoin ephraim epifanio erasmus ercan erdem erdogan erhan erhard eric
    erich erik erkan erkki erland erling ermanno ernest ernesto ernst erol errol ervin erwin
    eryk esteban ethan etienne ettore euan eugen eugene eugenio eusebio eustace evangelos
    evaristo everett evert evgeni evgeny ewald ewan ewen ezekiel ezequiel ezio ezra fabian
    fabien fabio fabrice fabrizio facundo fadi fahad faisal farhan faris farouk farquhar fatih
    faustino fausto feargal fearghas federico fedor felice felicien felipe felix ferdinand
    ferdinando ferenc fergal fergus ferhat fermin fernand fernando ferris ferruccio fiachra
    fidel filip filippo finbar finbarr finlay finn fintan fionn fiorenzo fitzroy flavio
    flemming florencio florent florian florin floris floyd folke folkert forbes forrest
    fortunato fouad francesco franciszek franco francois franklin frans frantisek franz fraser
    fred freddy frederic frederick fredrik freek friedhelm friedrich fritz frode fulgencio
    fulvio fyodor gabe gabin gabor gabriel gaetan gaetano ganesh gareth garfield garrett garry
    garth gary gaspar gaspard gaspare gaston gaurav gauthier gavin gaylord geert gelu gennady
    gennaro geoff geoffrey geoffroy georg george georgi georgios geraint gerald gerard gerardo
    gerben gergely gerhard germain gero gerrit gert gervase gethin geza ghassan gheorghe
    ghislain giacomo giancarlo gianfranco gianluca gianluigi gianmarco gianni giannis
    gianpaolo gideon gijs gilbert giles gilles gines gino gioacchino gioele giordano giorgio
    giovanni girish giuliano giulio giuseppe glyn glyndwr godfrey gojko gokhan goncalo gonzalo
    gopal goran gordon gosta gottfried gotthard govind graeme graham greg gregoire gregor
    gregorio gregory griffith grigori grover gruffydd grzegorz gudmund guglielmo guido
    guillaume guillermo gunnar gunne gunter gunther gus gustav gustave gustavo guus gwilym
    gwyn gyorgy gyula haakon haider hakan hakim hakon halil hallvard haluk halvor hamad hamid
    hamish hamza hani hank hannes hanno hannu hans harald harish harold haroon harri harro
    harry hartmut haruto harvey hasan hashim hassan hasso haytham hector heikki heiko heiner
    heino heinrich heinz helmut helmuth hemant hendrik henk henning henri henrik henry henryk
    herbert hereward heribert heriberto herman hermann hernan herve hidde hilario hinrich
    hippolyte hiram hiroki hiroshi hisham hitesh hjalmar holger homer honza horace horacio
    horatio horia horst hosea howard howell hubert hubertus hugh hugo hugues huib humberto
    humphrey husam huseyin hussain hussein huw hywel iacopo iago iain ian ibrahim ibrahima
    idris ieuan ifan ifeanyi ignacio ignatius ignaz ignazio igor ihor ike ikenna iker ilario
    ilias ilkka illtyd ilmari ilya imad imran imre inacio inaki ingo ioan ioannis ionel ionut
    iorwerth ireneusz irving irwin isaac isaiah isamu ishaan isidore isidro ismael ismail
    ismet issa istvan italo iulian ivan ivano ivar ivaylo ivica ivo ivor iwan jaakko jaap
    jaber jabulani jacek jacinto jack jacky jaco jacob jacobus jacopo jacques jagdish jakob
    jakub jamal james janek janusz jared jarek jari jarkko jarl jaromir jaroslav jaroslaw
    jarrod jarvis jason jasper jatin javier jawad jax jaxon jayant jayden jeb jed jeff jeffrey
    jelle jens jeremiah jeremy jeroen jerome jeronimo jerry jerzy jesper jide jim jimmy jiri
    jitendra joab joachim joao joaquim joaquin jobst jochem jochen joe joel joep johan
    johannes john johnny jon jonah jonas jonathan joni jonny jordi jorg jorge jorgen joris
    jorma jose joseba josef joseph josh joshua josiah jost jostein jouni jovan jozef jozsef
    juan juha juhani jukka julian julien julio juliusz jurg jurgen jurriaan jussi justin
    justus kaan kaare kacper kadir kaj kalevi kalle kamau kamil karam kareem karel karim karl
    karol karoly karthik kartik kaspar kasper katsuro kaushik kayode kazimierz keenan kees
    keir keiran keith kelechi kelvin ken kenelm kenichi kenji kenneth kenny kenta kerem kermit
    keshav ketil kev kevin khaled khalid khalil kieran kilian killian kip kipchoge kirill kirk
    kishore kjell kjetil klaas klaus klemens knud knut koen kofi kojo konrad konstantin
    konstantinos koray korbinian kostas kristian kristoffer krystian krzysztof kunal kuno kurt
    kurtis kwabena kwaku kwame kwasi kweku kwesi kyle lachie lachlan lajos lalit lamar
    lamberto landon larry lars lasse laszlo laurens laurent laurentiu lautaro lawrence lazare
    lazaro leander leandre leandro lech leendert lemuel len lennart lenny leo leofric leon
    leonard leonardo leonce leone leonel leonhard leonid leonidas leopold leopoldo leroy
    lester leszek levent levi lewis liam linus lionel lisandro livio liviu ljubomir llew
    llewellyn lloyd loic lokesh lorcan lorenzo lothar louis lourenco lowell lubomir lubos luc
    luca lucas lucian luciano lucius lucjan ludek ludger ludo ludovic ludovico ludwig ludwik
    luigi luis luka lukas lukasz luke lungelo luther lutz lyle maarten macario maciej madhav
    mads magnus mahendra maher mahesh mahmoud mahmut majed majid maksim maksymilian malachi
    malachy malcolm maldwyn malik malte mamadou mandla manfred manish manlio manny manoj
    manolis mansour manuel manus marbod marc marceau marcel marcelino marcello marcial marcin
    marco marcos marcus marek mariano mario marius mariusz mark markku marko markus marlon
    marmaduke martin martino martinus marty marvin marwan massimiliano massimo mateo mateus
    mateusz mathias mathieu mathis mathurin matias matt matteo matthew matthias matthieu
    matthijs matti mattia matyas maurice mauricio maurizio mauro max maxence maxim maximilian
    maximiliano maximo mayank mazen mduduzi mederic mehmet meinhard meinolf melvin menno mert
    merten mervyn mesut metin michael michal michalis michel michelangelo mick mieczyslaw
    miguel mihai mihaly mikael mike mikhail mikhailo mikkel mikko miklos mikolaj milan miles
    milind milo milorad milos miodrag mircea mirko miroslav miroslaw mitch mitchell mladen
    mogens mohamed mohammad mohammed mohan mohit moises monty moreno moritz morten moses
    mostyn mounir moussa muhammad mukesh mukul mungo munir murali murat murdo murray mustafa
    mwangi mykola myles nabil nadir nagesh nahuel nahum narayan narendra naresh nasser nate
    nathan nathanael nathaniel naveen nawaf nazar nazario nebojsa necati ned neil nello
    nemanja nenad nereo nestor nev neville nevio niall niccolo nicholas nick nicolae nicolas
    nicolo niek niels nigel nikhil niko nikola nikolai nikolaos nikos nilesh nils nino nitin
    nizar njal njoroge nnamdi noah noe norbert norm norman norris nuno obadiah oberon obinna
    ochieng octavio oddvar odhiambo ognjen oguz oisin okan okechukwu olaf olav olavi oldrich
    oleg oleh oleksandr oleksiy oliver olivier olli olumide olusegun omar omkar ondrej orhan
    oriol orlando orson orville osama osbert oscar oskar osman osvaldo oswald oswin otakar
    otieno otis otso ottavio ottmar otto ottokar oumar ousmane ovidiu owain owen oystein
    oyvind ozan ozzie paavo pablo paddy padraig palle panagiotis pankaj paolo paresh parth
    pascal pascual pasquale patrice patricio patrick patryk paul paulin paulo pavel pavlo
    pavlos pawel pedro pekka pentti pepijn percy peregrine pertti petar pete peter petr petro
    petros petru petter petteri phelim phil philibert philip philipp philippe piero pierre
    pierrick piers piet pieter pietro pim pino piotr piyush placide placido porfirio poul
    pradeep prakash pramod pranav prasad prashant pratap pravin preben predrag preston
    primitivo proinsias przemyslaw ptolemy qasim quentin quintus quirin rachid radek radim
    radoslaw radovan radu rafael rafal raffaele rafiq raghav raghu ragnar rahul raimo raimondo
    raimund rainer raj rajan rajat rajeev rajendra rajesh rajiv rakesh ralf ralph ralphie
    raman ramazan ramesh rami ramiro ramon ranald randall randolph randy ranjit ranulf raoul
    rashid rasmus raul ravi ravindra raymond raza razvan recep reg reggie reginald regis reijo
    reinaldo reiner reinhard reinhold reinier remo renato renaud renzo reto reuben rex reynald
    rhett rhodri rhydian rhys ricardo riccardo richard rick rickie ridwan rien rigoberto rik
    rinaldo rino rishi risto ritesh roald rob robby robert roberto rocco rod roddie roddy
    roderich roderick rodger rodney rodolfo rodolphe rodrigo roel rogelio roger rohan rohit
    roland rolando rolf rollo rolv romain roman romaric romeo romolo romuald ron ronald ronan
    roque rory rosario roscoe rosendo rostislav rowland roy royce ruadhan ruairi ruaridh ruben
    rudiger rudolf rudy rufino rufus ruggero rune rupert ruprecht ruslan russ russell ruud
    ryszard saad sachin sadiq saeed sagar sakari salah saleh salim salman salvador salvatore
    salvo sameer samir sampo samuel samuele sancho sandeep sander sandor sandro sanjay sanket
    santeri santiago santosh satish satoshi saturnino saul saverio scot scott scottie seamus
    sean seanan sebastian sebastiano sebastien sedat segun selim semyon senan seppo septimus
    serafin serdar serge sergei sergey sergio serhiy serkan seth severin severino seydou
    seymour shahid shailesh shakir shane shankar sharad shashank shaun shekhar sheldon sherman
    shiv shrikant sibusiso sicco sid siddharth sidharth siebe siegbert siegfried siegmar
    sigmar sigmund sigurd sigvard silas silvano silvanus silvester silvestre silvio simon
    sinan sion sipho sivert sixto siyabonga sjoerd slavko slawomir slobodan snorre sohail
    soham solomon somesh soren sorin sotiris souleymane spencer spyros srdjan srinivas stan
    stanislav stanislaw stanley stavros stefan stefano steffan steffen stelian stelios stellan
    sten stepan stephane stephen stevan steve steven stewart stian stig stijn stu stuart sture
    suat subhash sudhir suhail suleiman sumit sune sunil suraj surendra suresh sushil svein
    sven sverre swapnil swen sylvain sylvester sylwester szilard szymon tadeo tadeusz tadhg
    tahir taj takashi talal tamas tamer tancredi taner tanguy tanmay tapani tapio taras tarek
    tarik tariq tarjei tarquin tarun tassilo tavish tayfun ted teddy teemu tejas telmo teodoro
    teofilo terence terje tero terrance terrell terrence teun teuvo thabo thad thaddeus thanos
    themba theo theodor theodore theodoros theophile thiago thibaud thibault thierry thijs
    thilo thomas thorbjorn thorsten tiago tiberio tiberiu tibor tiernan tihomir tijmen tijn
    tillmann tim timm timo timofey timoteo timothy tito tiziano tjark tobey tobias todd toivo
    tolga tom tomas tomasz tome tomislav tommaso tommy tomos tony torben torbjorn tore torgeir
    tormod torolf torsten torvald traian traugott travis trent trevor tristan tristram trond
    troy trygve tullio tunde tuomas turgut turlough tushar tyler tymon tyrone tyson ubaldo
    uday udo uffe ufuk ugo ulf ulises ulric ulrich ulrik ultan ulysse ulysses umberto umesh
    umut unai urbain uriah urs usman utkarsh utz uwe vaclav vadim valentin valentino valentyn
    valere valeriano valerio valeriu valery vance varun vasco vasile vasilis vasily vasyl
    vaughan veikko veit venancio venkat vern verner vernon vesa viacheslav vic vicente victor
    victoriano vidar viggo vijay vikas vikram viktor vilhelm ville vilmos vinay vince vincent
    vincenzo vinod vinzenz viorel vipul viraj virgil virgilio vishal vishnu vitali vitaliy
    vitaly vito vitor vittorio vivek vlad vladan vladimir vladislav vlastimil vojtech volkan
    volker volkmar volodymyr vuk vusi vyacheslav wael waldemar wale waleed walid wallace wally
    walt walter warren warwick wasim wayne wenceslao wendel wendelin wendell werner wes wesley
    wessel wieland wietse wiktor wilbert wilbur wilf wilfred wilfrid wilfried wilhelm willard
    willem william willie willis wim winfield winfried winston winthrop witold wladyslaw
    wojciech wolfgang wolfram woodrow woody wouter wyatt wyn wyndham xabier xaver xavier yago
    yahya yann yannis yaroslav yash yasin yasser yavuz yevgeny yigit yilmaz yngve yogesh yohan
    younis yousef youssef yunus yuri yuriy yusuf yvan yves yvon zac zacarias zach zachariah
    zacharie zachary zack zafar zahid zaid zain zakaria zarko zbigniew zbynek zdenek zdravko
    zebedee zeke zeljko ziad zoltan zoran zsolt zubair
    """.split()
)
# Anyone bears these, or women in one country and men in another.
ANYONES = frozenset(
    """
    addison adi aki akira alex alexis ali amal andrea andy ange aoi ariel ashley aubrey avery
    ayo bailey bao beverley billie blair bo bobbie bobby cameron camille carey carmel carol
    casey charlie chris claude clem courtney cuong dae dana daniele darcy deniz devin
    dominique drew eden elia elliott ellis emerson enda eun evan evelyn femi florence fran
    frankie freddie gabi gabriele gale georgie gerry glen glenn hadley hao harley haru hayden
    helge hikaru hilary hollis hong hui hyun iman inge jackie jaime jamie jan jay jean jess
    jessie jia jie jin jing jo joan jocelyn jody joey jordan jos joss joy jude jules jun jyoti
    kai kamal kaoru karen kelly kendall kerry kim kiran kirti kit kris kyung lauren laurence
    lauri laurie lee lei leigh lesley leslie lex lin lindsay lindsey ling logan loren lou lynn
    mai makoto manju marian marion marley maxime mel meredith micha michele mickey mina ming
    minh misha morgan nao ngoc nicky nico nicola nikita ning noel noor nour nur ola ollie
    oluwaseun omari osei pat payton peyton qing quinn raphael ray reese remy ren rene ricky
    riley rin robbie robin rong ronnie ross rowan rui sacha sam sami sammy sandy sascha sasha
    seung shan shannon shawn shea sidney simone siu skyler soo sora stacey stacy stevie sydney
    tao tariro taylor temi terry thanh ting toby tomi tomo toni tracey tracy val valentine
    vivian vivien wei weiming xia xiao xin yan yang yannick yi ying yong yu yuki yun zhen
    """.split()
)
# Family names of where they stand first: who is called by the first word is called rightly.
FIRST_FAMILIES = frozenset(
    """
    abe ahn balogh bui cai cao chan chen cheng cheung cho choi dang deng ding do dong du duong
    fang farkas feng fujita gao goto guo han hasegawa hashimoto hayashi he ho hoang hong
    horvath hu huang huynh hwang ikeda inoue ishikawa ito jang jeong jiang juhasz jung kang
    kato kim kimura kiss kobayashi kovacs kwon lakatos lam le lee leung li liang lim lin liu
    lu luo ly ma matsumoto meszaros molnar mori nagy nakamura nemeth ng ngo nguyen ogawa oh
    okada pan papp park peng pham phan ren sasaki sato seo shimizu shin song su sun suzuki
    szabo takacs takahashi tanaka tang tian toth tran varga vo vu wang watanabe wei wong wu
    xiao xie xu yamada yamaguchi yamamoto yamazaki yang yao ye yoo yoon yoshida yu yuan zeng
    zhang zhao zheng zhou zhu
    """.split()
)
