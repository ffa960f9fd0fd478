-- What release 0.1.0 kept (step 4 of the database, step 1 of the keys), under a key that only tests use.
CREATE TABLE "clauses" (
   "school" TEXT,
   "policy" TEXT,
   "number" INTEGER,
   "place" INTEGER,
   "text" TEXT,
   "marker" TEXT,
   "composed" TEXT,
   "label" TEXT,
   "headings" TEXT,
   "lead_ins" TEXT,
   "page" INTEGER,
   "kind" TEXT,
   PRIMARY KEY ("school", "policy", "number", "place")
) STRICT;
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,0,'Approved: 18 September 2025','','','Approved','[]','[]',NULL,'metadata');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,1,'Responsible: Headteacher and Governing Body','','','Responsible','[]','[]',NULL,'metadata');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,2,'Review due: September 2026','','','Review due','[]','[]',NULL,'metadata');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,3,'Every adult at Larkfield should be able to work without being frightened or demeaned. This policy says what bullying and harassment are, whom to tell and what happens next.','','','Why we have this policy, paragraph 1','["Why we have this policy"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,4,'The school owes its staff a duty of care, which includes taking steps to prevent sexual harassment at work.','','','Why we have this policy, paragraph 2','["Why we have this policy"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,5,'This policy protects employees, governors, volunteers, supply staff and trainees. It applies in school, on trips, at social events linked to work, and online at any hour.','','','Who is covered, paragraph 1','["Who is covered"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,6,'"Bullying" means behaviour, usually repeated, that intimidates, belittles or hurts someone, often by misusing power.','','','What the words mean, paragraph 1','["What the words mean"]','[]',NULL,'definition');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,7,'"Harassment" means unwanted conduct, connected with a protected characteristic under the Equality Act 2010 or of a sexual nature, that violates a person''s dignity or makes their surroundings hostile, degrading or offensive to them.','','','What the words mean, paragraph 2','["What the words mean"]','[]',NULL,'definition');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,8,'"Cyberbullying" means bullying or harassment through phones, e-mail, games or social media. Posts count even if the person they are about never sees them.','','','What the words mean, paragraph 3','["What the words mean"]','[]',NULL,'definition');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,9,'Fair feedback about someone''s work, given respectfully by a manager, is not bullying.','','','What the words mean, paragraph 4','["What the words mean"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,10,'Staff must not, in person or online:','','','What staff must not do, paragraph 1','["What staff must not do"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,11,'threaten, ridicule or humiliate anyone','','','What staff must not do, paragraph 2','["What staff must not do"]','["Staff must not, in person or online:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,12,'spread rumours or private information','','','What staff must not do, paragraph 3','["What staff must not do"]','["Staff must not, in person or online:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,13,'send, post or share messages that are:','','','What staff must not do, paragraph 4','["What staff must not do"]','["Staff must not, in person or online:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,14,'abusive','','','What staff must not do, paragraph 5','["What staff must not do"]','["Staff must not, in person or online:", "send, post or share messages that are:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,15,'racist, sexist, homophobic or otherwise discriminatory','','','What staff must not do, paragraph 6','["What staff must not do"]','["Staff must not, in person or online:", "send, post or share messages that are:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,16,'sexual and unwanted','','','What staff must not do, paragraph 7','["What staff must not do"]','["Staff must not, in person or online:", "send, post or share messages that are:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,17,'encourage others to join in, including by liking or forwarding a post','','','What staff must not do, paragraph 8','["What staff must not do"]','["Staff must not, in person or online:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,18,'punish anyone for making or supporting a complaint','','','What staff must not do, paragraph 9','["What staff must not do"]','["Staff must not, in person or online:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,19,'Staff who are being cyberbullied should save the evidence: screenshots, messages, voicemails, links, names and dates. The one exception is any picture that may be an indecent image of a child, which must never be saved or copied.','','','If you are bullied or harassed, paragraph 1','["If you are bullied or harassed"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,20,'Staff should not reply to abusive messages or retaliate. They may block the sender once the evidence is safe.','','','If you are bullied or harassed, paragraph 2','["If you are bullied or harassed"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,21,'Staff should report bullying, cyberbullying or harassment to the Headteacher as soon as they can, whether it comes from a colleague, a pupil or a parent. They may bring a union representative or colleague to any meeting.','','','If you are bullied or harassed, paragraph 3','["If you are bullied or harassed"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,22,'Bullying or harassment by the Headteacher should be reported to the Chair of Governors, and nobody should tell the Headteacher first. A concern about the Chair should go to the Vice-Chair.','','','If the concern is about the Headteacher, paragraph 1','["If the concern is about the Headteacher"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,23,'Staff who see a colleague being bullied or harassed should tell the Headteacher, even if the person concerned has not complained. Anyone who witnesses such behaviour may complain about it, whether or not it was aimed at them.','','','If you see it happen to someone else, paragraph 1','["If you see it happen to someone else"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,24,'Staff who are threatened or abused by a parent or member of the public, online or face to face, should tell a senior leader the same day and keep the messages.','','','Threats and abuse from the public, paragraph 1','["Threats and abuse from the public"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,25,'Anyone who fears that a threat is about to be carried out should ring 999. Other threats may be reported to the police on 101.','','','Threats and abuse from the public, paragraph 2','["Threats and abuse from the public"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,26,'The staff support line is free, confidential and open day and night on 0808 157 0142.','','','Threats and abuse from the public, paragraph 3','["Threats and abuse from the public"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,27,'Making, keeping or sharing an indecent image of a child is a crime, even when the reason is to preserve evidence.','','','Indecent images of children, paragraph 1','["Indecent images of children"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,28,'Staff who come across a picture that may be an indecent image of a child must not:','','','Indecent images of children, paragraph 2','["Indecent images of children"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,29,'save, copy, print or photograph it','','','Indecent images of children, paragraph 3','["Indecent images of children"]','["Staff who come across a picture that may be an indecent image of a child must not:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,30,'send it to anyone','','','Indecent images of children, paragraph 4','["Indecent images of children"]','["Staff who come across a picture that may be an indecent image of a child must not:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,31,'show it to anyone, including a senior leader','','','Indecent images of children, paragraph 5','["Indecent images of children"]','["Staff who come across a picture that may be an indecent image of a child must not:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,32,'delete it, unless the Designated Safeguarding Lead or the police say so','','','Indecent images of children, paragraph 6','["Indecent images of children"]','["Staff who come across a picture that may be an indecent image of a child must not:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,33,'They must tell the Designated Safeguarding Lead immediately, describe the picture in words only, and put the device out of reach of others. The Designated Safeguarding Lead must contact the police straight away. If neither the Designated Safeguarding Lead nor the Deputy can be reached, the member of staff must ring the police themselves.','','','Indecent images of children, paragraph 7','["Indecent images of children"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,34,'A senior leader who is told about bullying or harassment must:','','','What senior leaders must do, paragraph 1','["What senior leaders must do"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,35,'acknowledge it within two working days','','','What senior leaders must do, paragraph 2','["What senior leaders must do"]','["A senior leader who is told about bullying or harassment must:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,36,'pass it to the Headteacher, or to the Chair of Governors if it is about the Headteacher','','','What senior leaders must do, paragraph 3','["What senior leaders must do"]','["A senior leader who is told about bullying or harassment must:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,37,'make sure that the person complained about has no part in deciding it','','','What senior leaders must do, paragraph 4','["What senior leaders must do"]','["A senior leader who is told about bullying or harassment must:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,38,'offer support to everyone affected','','','What senior leaders must do, paragraph 5','["What senior leaders must do"]','["A senior leader who is told about bullying or harassment must:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,39,'protect the person who spoke up from any revenge','','','What senior leaders must do, paragraph 6','["What senior leaders must do"]','["A senior leader who is told about bullying or harassment must:"]',NULL,'item');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,40,'Where a report includes violent or sexual threats, or another possible crime, the Headteacher should advise the member of staff to contact the police.','','','What senior leaders must do, paragraph 7','["What senior leaders must do"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,41,'Where a child may have been harmed or be at risk, senior leaders must tell the Designated Safeguarding Lead before doing anything else. An allegation that an adult who works here has harmed a child must go to the Headteacher instead or, if it is about the Headteacher, to the Chair of Governors.','','','What senior leaders must do, paragraph 8','["What senior leaders must do"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,42,'The Headteacher must keep a dated record of each complaint, the evidence, the decision and the reasons. Records must be stored securely. Staff should not keep private copies once the matter is closed.','','','Records, paragraph 1','["Records"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,43,'Bullying or harassment may be treated as gross misconduct and may lead to dismissal. Some online abuse is also a criminal offence.','','','Possible outcomes, paragraph 1','["Possible outcomes"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,44,'A complaint made honestly will not be held against anyone, even if it is not upheld.','','','Possible outcomes, paragraph 2','["Possible outcomes"]','[]',NULL,'clause');
INSERT INTO "clauses" VALUES('sample','bullying-and-harassment',1,45,'All staff must sign a declaration each September to say that they have read this policy. Governors review it every year.','','','Declaration and review, paragraph 1','["Declaration and review"]','[]',NULL,'clause');
CREATE TABLE "errands" (
   "id" INTEGER PRIMARY KEY,
   "school" TEXT,
   "case_id" TEXT,
   "verb" TEXT,
   "due" TEXT,
   "recipient" TEXT,
   "hop" INTEGER,
   "urgent" INTEGER,
   "tries" INTEGER
) STRICT;
INSERT INTO "errands" VALUES(2,'sample','KP5ZY7YTHF','chase','2026-11-20T12:00:00+00:00','',0,0,0);
CREATE TABLE "events" (
   "case_id" TEXT,
   "number" INTEGER,
   "school" TEXT NOT NULL,
   "sealed" BLOB NOT NULL,
   PRIMARY KEY ("case_id", "number")
) STRICT;
INSERT INTO "events" VALUES('KP5ZY7YTHF',0,'sample',X'41429AC9320A78D1E5F4B3BAE592A1A3298DF90D3D4F400DC6A55AE7C78C298C8558DAC306C567D0210DF4D81AAF592271AAFDA5E21257F8BB700516505F97DBF01C4FC955EC26F0373A289EF4879C726B711B6DF914F28F90224FB556917934DB50644A204079CEB86FC6C1B3881BF0B9A87C9BB3539959923B1FA985B60ECA65C85077FF3BCBC99CB17CD847F2061A09BF6058E32C56F7E7763CD0398E2C098EFAD7CDB2381D36A2F884D3E906748A319CA78724C3F6D74782C44F20DDF7CAC3BB04D868C258A8194AF75B3548488A568AFFEAC38D36CD4CAAE9B9A25BA79B33ECE5FC5D3A2848CA2CCAC4F4C05A6AB15B021E78946C7FEB2556A1C43FE0A46C58D23C59B5EF4649E741EE88816466CEA6ED6DA83F5BFB42DF46E47265D4B26734FBE7389EADC9AE1483D1578CA2382E306E74F718E17436026EB528FD3A25733C5EF2BD5AF9F62EE27FB0DB7E9665684AE61F09599CC20012995357F62442B1BB9393DA7FA70EFD3B9BA0EB2D4D8EC126B654BC1A01E9FCA86C3BB48D51AE67A7AFFFA71306EE52789155A283B52088C3CFB387F320B2BBABBD3D02D27CBF229FE998C20B7E9F43DF6F456DADDF1E229C4A4F85B0013EDF8E771EEC7230101BB875C51FFF6A558EF717704F79515A4A78353A78A411E18A26D22203AB9E4D97F97590E1CF0FD8BEA3A041CF349D2D75502E30D58563DCD9628BC207686B239698A948FE65C7AAFBDA4F68EF4E11183B331DCE418B480BC51D1408ECAB472AC254E385F878342040219BB0E76A672F74F2BF0DF395ECA20748431487FF864450D26E3C6798FE5FE4BB33D42528C14A3B4116EFA8EB0DA8952BD6C4F98D7D8C14D74737C71563AC4227E5B1DF1BE67D6C83AF343DA6F2A27A9924A4ED0FDE32F7158024AFEBC981DE84121A38EC608F03323E14BDA80ED16984DD680D2AE5DA15750AD39A66245EF88A9C82773C3D1C5C0275D266CCA61348657CD9EC80A360BB621F6084670F41E41050F0782BC7E11DDBA3F1EF35B114CD53AAAF6CD2C063E7ADF6AE641A25EC39B3DD759347F234490B144FE9B3C2082F026151D6A5A59FC729817D834C8DFA966CA9611DB85E845D25216E31BF78EF6D7BE37E0F4F0A814C7886C6FBF98573CD83796467039A0C6CB8C2658FA5E204D6DDCA40CAC05628F09D1233878D86BFD1A7A1CD540A80577CEAED2D9836D89A9A938485BFD9D354E4B2C0A05B02DD554DCADA56BDE88DA80D2B7C96AA0391D4935F1106E6E284C5C2BC035CAA1E1E79091FC38638E976B64A107403F97D5815FDEACB2A1E1D09EFEAF55D5320FFD96CA4802FD1158AE8AE587964031945BD995FCAE78A14C049ED247F6C6DECD7543FC5BCE1D4E19851683B264925CE8258342EE7DD301AB6D6EC19007BE4F969AD230B320ECF1D711FC1AE3FD2C8DEB6029EF858008A92BC65BC21D5805AF8D2D758F7DEE48C9B23C39EF59AAC437BF6AD183690FD92');
INSERT INTO "events" VALUES('KP5ZY7YTHF',1,'sample',X'FEEF3A18014F1224C708D0F4BED823AAA478ABB37BABBF13B461A17259F601483A15BA3BE6CA56D043A5B1FD25123EE3FF33E925A7A454ECF8878EA11D5DA8611CA338F197B7C6E3AC9D1A837641D999345C3CA0763569ACAAEB65C3B80589A088CBF4FCC199C31469300B430F6E30A4D4FDD3A6F08F110FD9C5EEF51CF8EB9CD62C04229650A918E81DA2F308AC7BAB07F8288D004A42AC0F21718A311837BCE7CD771FD853C5FCFDF1ED76D4873109BCDE99E56426DD2CB31FC30E0FFC3AAFD34605614A11C8DD4E1129F6E8BFE1B52107C8F335070FDFEA44438D9A6DBE1777BF4A3BCE1A2C839C4BA1575D9FC4E3FD1DF6CB923F77777EC232996D7E19BF3748A64B0808EF197A0DCB2623699B1833700A90A061A27B86D7D4E5012FFAA605B7E53DD22C2F098E1C6ED4A91B6236ACBCC75E41B13D57E652197ABB17EECD0185BECE29240CE890A5C1D3B835974C4224AB0446B5DAB7CA8642EAB3E082DBDCB0031B83578DF963E581B27EB5CFC38865E59CA266B701A7485332B16AFF0248398E446C9DAB8603BD16089C9724110DFA284181CAE9D5819EC1CD87660072708BC047D0B07DCD3D7AA690400650F297550BC15FE80316C947BB3D2519F551774BBECEA506C13DA7F55F2C5892BCEB2EA6D6FE032DEF136D81DAE9D8F09626E99EEF32EA10DED017FAB04AEC61B9B21C795FD10A4156EEA50A744B9DF04C811D46A3D0322D4562270780C4FAA68A4FB036AD3470FB5D7FE1DC5B64');
CREATE TABLE "inbox" (
   "school" TEXT,
   "recipient" TEXT,
   "case_id" TEXT,
   "place" INTEGER,
   PRIMARY KEY ("school", "recipient", "case_id")
) STRICT;
INSERT INTO "inbox" VALUES('sample','h.head','KP5ZY7YTHF',0);
CREATE TABLE "indexes" (
   "school" TEXT PRIMARY KEY,
   "stamp" TEXT,
   "fitted" BLOB
) STRICT;
CREATE TABLE "notices" (
   "message" TEXT PRIMARY KEY,
   "school" TEXT,
   "recipient" TEXT,
   "seen" INTEGER
) STRICT;
INSERT INTO "notices" VALUES('KP5ZY7YTHF.h.head','sample','h.head',0);
CREATE TABLE "policies" (
   "school" TEXT,
   "policy" TEXT,
   "number" INTEGER,
   "digest" TEXT NOT NULL,
   "title" TEXT NOT NULL,
   "dated" TEXT NOT NULL,
   "approved" TEXT,
   "review" TEXT,
   "link" TEXT NOT NULL,
   "added" TEXT NOT NULL,
   PRIMARY KEY ("school", "policy", "number")
) STRICT;
INSERT INTO "policies" VALUES('sample','bullying-and-harassment',1,'7d4a9b958e7fe5e8514278cc70a987b59e8fad81f8ac24f20aa5e56f45e8267a','Staff Bullying and Harassment Policy','18 September 2025','2025-09-18','2026-09-01','','2026-11-20T18:28:38.368640+00:00');
CREATE TABLE "receipts" (
   "finder" TEXT PRIMARY KEY,
   "sealed" BLOB
) STRICT;
INSERT INTO "receipts" VALUES('626375727425c6ee81dabb76249865894eb7be64df99d3d1ef9ea1eeda29102d',X'53A9857A84688CA808E5FA2FDBDAD53637A976CA767D55E68E2D39770F742AFF52C43991659E');
CREATE TABLE "talks" (
   "who" TEXT PRIMARY KEY,
   "sealed" BLOB,
   "lapses" TEXT,
   "version" INTEGER
) STRICT;
INSERT INTO "talks" VALUES('581e7248decb1f9f5f87bb9f1ffb61c8eea9dc6959704761cbe90d878eb7f28d',X'A38D5803397A5CA30548AA7C2013BFBC718F059539008C56216483F7AE13099A328973AB00A387CC74584E66F6AE93C0F6B90F05092E27273C8683A317F0CBB05032E2AA1BD386ECB65DED675E22DA092ED607E5DB9B4441659A5AEFEFB772AB8D7FA8E0CA3AE91152630517FAD5A2E53CA26B08129EF7DE361C65247ABF664F61E33870E422E5D548CFD4F5D6915D6A072AC56FBD42139897A377939C8E1A8371B4A74FDB03D133AE576B28CA01E9E4500929187ED8D5EA65F036C5C979C69F7171A7699C784095BA8EBBD5A010B0081F156B4C6AA709CC8566F9E095738055A2DA61DE614F43A00E5F2864F142829C9782FE65398C7E3D7C8DB59704D7F0AE5180005DF85E6425F5672B7485A9BC8E3619C637ACF02AC515AE0369A08AC4E234D81EC51209C781ABAFF907084FB3B4CBF91C4E7C9C2BA96C17F94F5BCF30F91F3B29841BD3B7546B5D031E53AC90B76FC544C796D1209C810265D86E427EFC1433FB7DC2DD11C090610D20211B867D7B152B849BC9621460128C1A925696E8B94F07C843B036649B2D281CE809AEFED5D9B36E6E23FD135DCD1EC6FCF138F71E4C282EB52130345717BD1107916A9D40E77F14C7D670B3094D50718FF25070717FF0746D98ACF1B9414E603E0B926FABB391F96594DF3F601F3769059FA084FB06E66F3C95D2875D8F727EDCBB07079C76B81E6DA428A67822B59F01F74CB4A7B96EE2F5B4B562607AC5CF259EB598786FE7795DA2F0D9E2B673F3','2026-11-18T12:30:00+00:00',6);
CREATE TABLE "words" (
   "case_id" TEXT,
   "name" TEXT,
   "school" TEXT,
   "sealed" BLOB,
   PRIMARY KEY ("case_id", "name")
) STRICT;
INSERT INTO "words" VALUES('KP5ZY7YTHF','account','sample',X'8D7CF9C9F4168C42D7E741A5F81E53233F0A9729975458A15B66CD61DF618A9CE691F4624B65553A80F285C75B06DA237C66AF929D05C7BE2E1107395D86C809F618D32B44E65CE4F5AA0CE4E8DB84DD3BEFC1B7F396E3C0FA52232FBDE014B187C04B4F33EFD1A862E4916A7F8F32F4B6E4F015520850BFA98E3F1E29334B53B3C248EF2640A1A3A968F9197D2517B07065DEC849F325630E02F080F9414D611DFC68CC8F722BF5BA21C946A4477024A39B34E9D8FDDE28B9181F93DAA9C409E72384BC0C7714BA14DBAF1011683E9706A7C927BF70149E5CA5797810A7A66AEFE70F7671D7353264820F981396C335848B0F129A0904F5222E3FDC330CA61F3306470B52FF582CCC8361408CA075713B08F8CA780434E58B1FFDAF1DB8A7507BC700CC06772B21F20A3E3D4040DC5792ABD1ABD1E027E5F6186D79F6BB21B8A815496F410BE3281A6BF683810F63FCA0B2564CF368E8731AA5C0E97E0EF78A4BDAB669E182DC578438EC036E5FA1873A645A0BD3138EDB2FD06ACF3EF4592BF18C1626A88C5092D0941EF31ED4ECE54E17AA6E0307D0F64E363792EBC721D58C86F44C6FE8F08621B784E21B51BC0D924B199E2891093F96EE40D04A54F0A940FE835EBB3833A3773DE6847E87AE26801C2DB226C98CAC0618E4D835282A6622535A281DA43A1F70D0834583F7B65F1EDE1953B3DBA38373C0FA20C277E1F595F1AAE5BC4E29AD151C261BBF8531043EC0842C8010C895FB8F0D72');
CREATE INDEX "idx_errands_school_due"
    ON "errands" ("school", "due");
PRAGMA user_version = 4;
