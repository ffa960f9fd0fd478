"""Points of single words for each wish, as fitted to tests/bot/intents.txt by tests/measure/intent_words.py.

After each word, a letter each for: ask, report, help, small talk, declare, emergency. "m" speaks neither way,
letters before it against, letters after it for.
"""

POINTS = """
<a iqljlq <all mmmnnl <alright lmlpmm <am pkmmmm <an kpmmml <another mnmmmm <any mlommm <are pkqjlk <back mmmmnm
<been mmmnml <bomb mmmlmo <boy mmmmmn <boys mommmk <brilliant mmmnmm <call lmmkmq <can ompjmk <cant lmmoml <cctv
pmmkmm <cheers lllpml <chemical mmmmmn <child mlmmmo <colleague lqllml <colleagues mnmlmm <confirming lmmmom <could
oknmmm <dad mommmk <declaration lmmkql <do rlpngl <does plolkl <doing mmmmnm <dont lmllmp <evening lmloml <fire
nmllmn <first mmnlmm <found lnmmmm <girl llmlmo <give nlolml <good lmmpll <got mmllnl <great mmmnmm <haha lmmomm
<happy kmlpmm <has nlomkm <have llmpll <he kolllq <hello lmmomm <help llrjml <hes lmmlmo <hi mmnmmm <hope lmmnmm
<how nlpmmk <i eplmpp <id kpmlnk <if mlnmmm <im kmplmm <is qjtmlg <its mllpml <ive jonjno <just lmmpnj <kid okllmo
<kids nmlkmn <let lmmlpm <list llqlll <lol mmmnmm <long> mpikmo <lost olkmmo <may olmmmm <me mmmomm <mobile ommlmm
<morning mmmoml <mr mommml <mrs mommml <my loilnp <need jolnnl <no mmmoml <nobody lmmmmo <not lnnmml <nothing mmmnml
<ok lmlpmm <one lpmmml <ooh lmlomm <our mommml <parent lmmmmn <parents knmmmo <perfect mmmomm <photo ommlmm <please
lklmnp <policy nmmmml <progress mmqkml <pupil nlmlmo <pupils knmllo <read mmmkpm <ready mmmmnm <roll llmqml <saw
lommml <see mmkpmm <she lollml <shes lllkmq <should olmmml <show mkqlll <sign lmmlpm <signed mmkmom <signing kmmkrl
<so mmmnmm <some mnmmmm <somebody lpmmml <someone kolllo <someones llmlmq <sorry mmlomm <speak llonml <staff nollll
<status mlrkll <student mnmlmm <supply lnmlmn <ta lmmmmo <tas mlmmmo <teacher mlmmmn <tell nkmoml <test mmlomm
<thank mmmnmm <thanks lmlpml <that mmmomm <thats mmlomm <the krkkln <there lmmmmn <theres knmmmo <they lommmm <this
kmmpml <time mmmmnm <two lpmlmm <want lommnk <we jnmlmp <were plmmmk <weve mmmmmn <what pjpmkk <whats okpnlj <when
pmllml <where nlolmk <wheres ommlml <which qlklll <who nlrkll <whos ommlml <will pkolll <wot mmplml <wow mmlomm <y
mlmmmo <year llmmmo <yes lmmmom <you lmjpnm <youre lllqll <youve mlmoml <yr mlmmmn ? pjpmlj a pqjlgo able lmnmmm
about rrjjlj abuse mommmk accept njkkuk accepted lolmol accident nnlmml accidentally lommml account mommmk acid
lkmmmq acknowledge llljul acknowledged lmmmnm added mnmmml adult nllmmn after nmlkmo again mmlpkm against mmmmmn age
mnmmml agency mommml ago mlmmlo agree mljluk agreed lmllql agreeing mmlmom aider nmmmmm alarm mmlmmn alive mmlmmo
all jnjnnq allegation nmmmml allowed sjlmml alone mpmmmk alright lmlpmm always lpmmmk am nonlkl ambulance omklmn an
nnjklp and jqlhoq angry lmmmmn annual mmmlom anonymous ipqlml anonymously nmlmmm another mommmk answer lmommm
answering mlmmmn answers knpmmk any oknlmm anymore mllmmo anyone mmpmll anything mommml anywhere nmlmmm apply pllmlm
appraisal qmlkmm are qknkjn arm mqmmmi arms lmmlmo as qljkpk ask mmnmmm asked nommnj asking lmommn asks kmommm
assaulted mkmmmo assessment nmlmmm asthma mmmmmn at oplhko attack mmmmmn attacking mnmmmm baby lmmmmm back lkqmlm
bad mnmmmm bag mmmmmn bat llmmmo be rklkln beaten mlmmmn because mmmmmn been hrkmln before ollmnl behind lnmmmn
being jplllp between mlommm bit lnmnml biting mlmmmn blackmailing lnmmml blade mlmmmn bleach mmmmmn bleeding mkllmp
block llmmmo blocked nmmmmm bloke llmmmo blow mnmmmm blue mmmmmn boiler lommmm boiling llmmmn bomb mmlkmo book
nlmmmm boss mqmmlk bot kmnoll bottle mnmmml bound nllmnl box lnmmml boy lnmlmo boyfriend lnmmmm boys mommmk breach
nmmmmm break nlmmmm breathe mllmlp breathing mlmlmo bridge llmmmp briefings mnmmml brilliant lmlomm bring ommmml
broken mmmlmn brought mmmmmn brown lnmmml bullied mommmk bully mnmmmm bullying rmilmm bum mnmmml burn mkmmmo burning
mmmmmn burns mlmmmn burnt nmlmmm bus mommll business mommml but mnlmnl button mlqmll by oojkmn bye lmlolo call
kllkmr called mqmlmj calling lommml calls mrlmmj came mnmmmm can sipgnm cancel knommm candour kmpmmm cant ljlmks
canteen nlkmmn car llmmlp career lpmmlk caretaker lnmmnm caretakers mkmmmp carry llpmmm caught mmmmmn cctv qmlkml
chair mnmmml change mnmmml changed ommmkm changing nnmmll chat kmpnll chatgpt pmnjml cheers lllqll chemical mmmmmn
chest lmlmln child nnjklq children nllmmo childs mnmmml choking mmmmmn christmas lmmoml class qpkmli classroom
mkmmmo cleaners nnmmmk clever lmlomm clicked mnmmml close nmlmmm clothes mlmmmn club nmmmmm clutching mmmmmn coach
lmmlmo code mjqkpj coffee lkmqml cold nmmmmm collapsed lkmlmp colleague nsjlll colleagues lqmkmm come mnmmln comes
lmmnmm coming mlmmmn commands klrlml comment mnmmmm complained mommml complaint ooklml complaints onlmll comply
lllmql computer mlmmmn concern lpmlml concerns pmllmm conduct mllmpk confidential lpokml confirm mmllpm confirming
lmmmom consent qmlknl copy lmmmpl corridor lnmlmn coughing lnmmmn could oknmmm counts nlmmmm cover nnlmml covered
omlmmm cow mnmmml cry mnmmml crying mnmmmm cupboard mjmmmp cut nklmlq cutting mlmmmn cyberbullying pmllmm dad lmllmo
dads mlmmmn dark nklmmo data mommml dating mpmmmk daughter nlmmmm day njkrlm days onlmml deals nmmmmm dealt nlnmmm
declaration mkkjvk declare qklmlm deep mlmmmo department mommll deputy mqlmll device mmmmmn didnt lommml died sllmlk
difference mmomml dinner mommml disciplinary nmlmmm discord mnmmml disrepute nmmmmm do phrjmm dodgy mommmk does
sjpkjk dog olmmmm dogs qmmlmk doing lnkmom done knknpk dont lnpkko door mlmmmo doors mlmmmo down kmlmno dragged
mnmmml drill nmmlmm drink mommml drinking mommmk driven mmmmmn drones qmmkmm drugs ommllm drunk lnmlmo duty mmmmml e
qmlkml early nmmmmm eating mnmmml email mnmmmm emailed mmmmmn emails qpjmkl emergency mmlkmq end klnmlq ending
mkllkr epipen ommmml evening lmlomm every oqkmlj everyone molnlm everything llolnn everywhere mmmlmn ex mommmm
examples nlolml explain omnmkm explicit lmmmmn eyes mlmmmn face mnmlmm facebook onmmmk fake mommml fancy knmpml far
nnmmml favourite kmlomm fed mommml feel lqllkn fell mnmmmm fence mmmmmn fiddling lqmmlk field mlmmmn fight omkmmm
fighting mlmmmn filling lmnmmm film mmmnmm filmed mommml filming nmlmmm find nlmlln finished lmmmnm fire nkklmq
first pmmlmk fit mlmmmn flames lmmmmn floor mlmmmn follow nllmpl followed mlmmmn food mnmmmm football mnkoml for
pmmlll forced mlmmmn form pmlmmm former omlkmn formers momlmm found llmmmp friday kmlpnm friend pmmllk friends
pkmmml frightened mmlmmn from mpmiln front lnmmmm fun lommmm funny mmmnmm gas lmmmmo gate llmlmp gates mlmmmn gave
nnlmml get nkllpm gets lmnmmm getting mpmmmk gift ollmmm gifts qmmklm girl kkmlms girls kmmlmq give llqlnk glass
mmmlmn go mmplkm going lnkmlq gone kjmlnq good lmlrmk goodbye mkmmmp got lmkmmp governor nnlmml governors nqlmlk
grabbed mnmmml gran nnmmml grandad nmmmmm grazed nmmmml great mmlomm grey mmmmmn grievance nnllmm groomed mlmmmn
group lommml guide mlrjmk gun mlmmmn guy mmmmmn had kplmmm haha lmmomm hair mnmmmm half llnnmn hammer mlmmmn hand
momlmm handbook mlmmom handle nmmmmm hanging lmmlmo happens olokml happy kmlpnk harassed mpllll harassment plkmmm
harm nmmmmm has nnmjjs hasnt lmmmol hav olmmml have pnjolk havent lmmmnm having jmlmnp he jokllr head nqmllk
headlock mlmmmn heads mlmmmo headteacher lmomml hear jlllls heat pmmmmk hell mllmlp hello lmloml help jlqklp helpful
mmmnmm her mmkklq here jmnonl herself mlmmmn hes klkklt hi lmnplk hiding nlmmmm him lmllmp himself lkmmmq his lnlklp
hit mnlmmm hits nmmmmm hitting mnmmml holidays lllqmk home ojknlo homework ommmll hope lmmnmm hot mmloml hours
mommmk house lommmm how mmploj hug mommml human jlqnml humiliates mnmmmm hurt mllmmp husband mlmmmn i nppgok ict
lommnk id kpmlnk if umjlkl ignore lllpml ill lpmlml im jmnmnm image nmmmmm in mqkkiq indecent nmmmmm inhaler mmmmmn
insta mnmmml instagram mommmk instead jmqmmm instructions pkrkkk into qnjlmm intruder lmmlmp iron mlmmmn is qlnjiq
isnt llmnln it llmnqi its kmoolm ive imliqq job omlmll joke knmpmk jokes lpmmml jones lomlml jump lkllms just jhlomt
keep ommklm keeps mrlllk kept pllmml kicking mkmmmp kid nmlllo kids mpkjkp kill llmmmp killing nkjqmm kind mllnmm
kitchen kmllmq knee onlmmk knife ollkmo knives nmlmmm know nnollk lad mkmmmp lads mmmlmo laptop pokmll last lpllmm
later jmonmm laughing mommml lead mnmmml leave qkniln leaving mommmk left mnmmlm lesson nmmlml lessons nnmmml let
mlllpm lets lnmmnl letter ppljmk letters mmmmlm level pmllmm lies ksllmk life mmkmlp like lnknmo liking nmmmmm line
lommmm link mnmmml lips mmmmmn list loplll little mlmlmo living mlmmmn load mmmmmn lockdown pmlkmm locked mmmmmn log
jmpmmm login mommml lol lmjrml long nmnmll loo mnmmmm look lmmlmp looking lnmmml looks lmnmmm loos mlmmmn lost
nmqjln love lkksjo lovely lmmomm low pmllmm luck lmmpml lunch molnmk lunchtime lnmmml machete lmmmmn made kmrnmj
main klplmn make lqllnk making lommml man knmmmo manager lslmlj many pmnjlm mark mmmmnm marks mnmmmm maternity
omllml mates nkmmmo may olmmmm me krmlll mean nmmmlm meant nmlmnm media nmmlmm meet mnmmmm meeting nollmm meetings
nmmmmm member lmmmmn meme mnmmml memory nnmlml men mmmmmn mentor mpmmml menu mluilk message llommm messaged mlmmmn
messages lpnlmk messaging nnmmml met mlmmmn might mllmlp mine mnkmol miss lnmlmo missing nlmllo mistake mirmml
mobile plmlml mocking mnmmmm monday mllnmn money krmmmk more mllnmn morning lnloml mouth llmmmp mr ksmlmk mrs mommml
much lmlpml mum momlml mums mlmmmn music mnmmml must qmlmjm my lrofpl myself mmkllq naked ljmmmq name lmpmnk names
omlmmm nasty mommml near pmllml neck mlmmmo need olloni never lmlomm new lnlnqj next mmmmmn nice lmlpml night kmlomn
no lmlonm nobody lommmn not knmklp note mmmmmn nothing mmmnml notice mmmmmn now jklmrn nude klmmmq nudes llmmmp
number konmmk nursery mmmmmn of mpkimp off oojknm offence nmmmmm office mmllom ok nlmplk old mmmnmm older lnmmmm on
oqkjjp once mmnlmm one kmknno ones mlmmmo online nnmmll only mlloml ooh lmlomm open lkmlmp opened lommml options
klqlml or mljrmm order mmmmmn other mnlmmn our kqolmk out mnlllo outside jlmmmr over mnolll overdose mlmmmn own
nnnllk paedo lommml page mnmmml paid mommml papers mommml parent orjlll parents opjllm park mlmmmn parking qmlkmm
partner mlmmmo passed mmmmmn password omkmmm past lommmm patel mommml pc lommml pe lomlmn people mlollm perfect
mmmomm person jlqmml personal nmmmmm petrol nmlmmn phone mnolml phoned lmmlmo phones plmllm photo pnmlmk photos
onlmml pick ollmmm picked lmmmmn pics lkmmmp picture mmmmmn pictures olmkmo pills mlmmmo pinned mlmmmo plan mlmmlo
planning mnmmmm planted mlmmmn play pmmkmm playground lkmmmp please innism pls omllmn point lmnmmm police nlnmlm
policies mlnmnl policy tihiwi porn mmmlmn post oolmlk posted mmmmmn posting oomkml posts mnmmml pregnant mmmmmn
pressed mlqmll pretending lnmmmn prevention nmmllm private oomlmj problem nmmmml procedure qlmkml process nmmmmm
progress mmqkml punched mlmmmo punching mlmmmn pupil oojilp pupils ppkjlm pushed mommml put knlkpn questions kmpmml
quick mllnmn racist momlml rain nmmmmm raise lqmlmk raped mkmmmo rapes mmmmmn razor mmmmmn reaction mmmmmn read
kjmhzi reading kmmmom reads mnmmmm ready mmmmnm real lmpkmm really mmmnml receipt lmmmom received mlmmnm reception
lnmlmn record mknmom records nmlmmm reference nmlmmm register nnimql regret mnmmmm relationship olmmml remarks
mommml reply mlnmmm report mqrjjj reported omlmmm reporting mmomml reports mnolll request ommmml requests olmmmm
residential mnmmml right llmpmn ring llmmmp ringing omkmmn risk nmlmmm road lmmmmn robot kmqkmm roll llmqml roof
lmmmmn room lnlkmp rope mmmmmn round lomlmn ruin mommll rule ommmml ruler mommmk rules olllol rumour mommmk rumours
mnmmml run nllmmn s lmmmmn sacked nolmml safe mnmmml safeguarding pmklml safety qmmkmm said lnlllp same mnmmml saw
lpmlml say lnjopk saying jolmlo says lkllpp scared nlmmmn school qlkjjq schools qlmlml science lmmmmn scissors
lmmmmn second nlmmmm section olmmnl see mjpnlm self nlmmmm send jmomlo sending lolmmm sent mlqllm september mnmmml
set nmlmmm sex lkmmmp sexual nllmmo sexually mkmmmo share mnmmll shared mommml sharing nollml she lmllmq shed mommml
shell mnmmmm shes lmlklr shoot nlmlmn shooting mmlkmp short mmmmmn should nolmml shouldnt mnmmmm shouted mnmmml
shouting mlmmmn shouts mommml show mkqlll showed llmlmp shut mommml sick nmlmlm sign njhjzj signature llimtl signed
nljlrl signing nmkkql since nomlkm site nnlklo sites mnmmmm sixth kpmkmn slagging lpmmml slapped mnmmmm sleep mljpmn
sleeping mkmmmo smashing mlmmmn smell lmmmmo smelt molmmm smoke mlmmmn so lnlmmm social omllmm some lmplmm somebody
knmmmo someone kqlkkp someones lmmlmp something kvflmn son mnmmml soon lmmomm sorry lklolo sort mmnmmm speak jmqnll
spill mmmmmn sports pmllml spreading mnmmmm stab mjmmmp staff rqjklj staffroom nnmmmk stairs mlmmmo star mlmoml
start llsllk status mlrkll stepdad mlmmmn stick lnmmmm sticking lmmmmo still nkmmnm stolen mommmk stop kpplll
stopped mmmlmn store olmllm stranger mkmmmo streaming nlmmmm stuck lmsill student lnllmo students mmmmmn stuff
lommml stupid mnlmlo suicide nlmlln summer lmmpmk supervisor lommml supply nollkm support nmmmmm sure lnnmml
swallowed mlmmmn swears mnmmmm swelling mmmmmn swimming nnmmml swore mommml ta kplmml take nmomll taken mnmmmn
taking nllmmn talk jmpmnl talking kmommm talks mnmmml tas mlmmmo tea nlmmmm teacher lrllll teachers kolmmn teaching
lommmk team nnmmll tears mnmmmm tell nnkmko telling llmmmo term lnmmml terms mlmmol test mmlomm testing lmmpml
texted mlmmmo thank mmlnmn thanks kllrll that lmmooj thats kmopll the npjgpp their nmmmmm them nnlmlm themselves
nmmmml there lkonmn theres kkmlms they mnlmmm theyre mmmmmn thick lpmlml thing llrlmk things mommml think kplmlo
thinking ljlmlr this klvhnj threat nmmlmm threatened kpllln threatening lmmmmo threatens nmmmmm threats ommmml threw
olmmml throat llmmmp through kjnloo throwing pmmlml thrown lmmmmo tick mmmmnm tiktok lommmm time molkol times omkmmm
to mmofpn today kmjrll toilet mlmmmo toilets nkmmmo told lqnkmk tomorrow ojolln tonight mkmmmp too mmlmmo took
lomlln touched lkllmq touches mnlmmm touching mlmmmn trapped lmmmmo treated lpllmm trip nnlmmm trips pmllml trying
lkmmmp tuesday mommmk turned mlmmmn tutees mlmmmn tutor nmmmml tweet nmmmmm tweets lommml twice mommmk twitter
mnmmml two kpmlmn type jmqmmm uncle mnmmmm unconscious llmmmo under mokmln understand mlqkml understood lmmlpm undo
lmomlm up jolokn update kmommm updated mmmmnl upskirting omllmm us lllomm use nlpklk used lonmmk using loolml van
mmmmmn vape mmmmmn version mmmmnl very mmloml video lnmmmm vile mnmmml violence nmmmmm visitor ommmml visitors
omlmmm voicemail mnmmmm volunteer nnlmml volunteers pmllmm wait lmmpml waiting mlmmmn wake mlmmmn walking mmmmmn
wall mlmmmo want kmmlkq wants nlmmmm was joknmn water nmllmn way kknmmo we rnjkkm wear nmlmmm weather mmkqml website
mmmmml week nohqmj weekend mklpln weekends nlmmmm weeks lommml well lmmomm were olmmmm wet pmmkmm weve mmmmmn what
oktmji whats pkpnkj whatsapp mpllml when tmjkkm where mlplok wheres ommlml whether olmmmm which qmklll
whistleblowing nmmmlm white mmmmmn whiteboard mnmmmm who skojmj whole lommml whos ommlml wife lnmmmm will mlrkll
window lkmmmp wine mlmnmm wires lmmmmo with nmkjno withdraw lmommm without mkmmmp woman mmmmmn wont lmmlmo work
lnnlln worked nlmmmm works lnolml worried mnmmmm wot mmplml would mlmmlp wow mmlomm wrists mmmmln write mkplmm
written mlnmln wrong lnppkj wrote lnnmml y lmmlmp year nokmln yes lmmmom yesterday mommml yet kmlpmm you flrqpi your
okkqlk youre kllrll youve mlmoml yr mkmmmo <any> ohluim
""".split()
