"""Words that roles are made of; written for this project, from general knowledge."""

from __future__ import annotations

from briefing.reading.entities.gazetteer import table

OCCUPATIONS = table(
    """academic accountant activist actor actress administrator admiral adviser advisor advocate
    aide ambassador analyst anchor anthropologist archaeologist archbishop architect artist
    astronaut astronomer athlete attorney author ballerina banker baron baroness batsman
    billionaire biologist bishop blogger boss bowler boxer broadcaster broker builder
    businessman businesswoman butcher buyer campaigner candidate captain cardinal caretaker
    cartoonist ceo cfo chair chairman chairperson chairwoman champion chancellor chef chemist
    chief choreographer cleric clerk climatologist co-author co-chair co-founder co-owner
    co-pilot co-star coach cofounder collector colonel columnist comedian commander commentator
    commissioner composer comptroller conductor congressman congresswoman conservationist
    constable consultant contractor controller coo coroner correspondent councillor councilman
    councilwoman counsel counsellor counselor countess creator cricketer critic cto curator
    cyclist dancer dealer dean defendant defender delegate demographer dentist deputy designer
    detective developer diplomat director dissident doctor donor driver duchess duke ecologist
    economist editor educator emperor employee engineer entrepreneur envoy epidemiologist
    evangelist executive expert explorer farmer fighter filmmaker financier firefighter
    fisherman footballer forecaster foreman forward founder fundraiser general geneticist
    geographer geologist geophysicist goalkeeper golfer governor grandson guard guitarist
    gymnast head heir historian host hydrologist illustrator imam immunologist industrialist
    insider inspector instructor investigator investor jockey journalist judge justice king
    landlord lawmaker lawyer leader lecturer legend legislator librarian lieutenant lobbyist
    maestro magistrate magnate major manager mathematician mayor mechanic mediator medic mep
    meteorologist microbiologist midfielder militant millionaire miner minister model mogul
    monarch mp musician negotiator neighbor neighbour neurologist neuroscientist novelist nurse
    oceanographer officer official ombudsman operator opponent organiser organizer owner
    paediatrician painter palaeontologist paleontologist paramedic parliamentarian partner
    pastor pathologist pediatrician philanthropist philosopher photographer physician physicist
    pianist pilot pioneer pitcher planner player playwright poet policeman politician pollster
    pope postmaster preacher premier presenter president priest prime-minister prince princess
    principal producer professor programmer prosecutor provost psychiatrist psychologist
    publisher quarterback queen rabbi rancher ranger rapper realtor receptionist rector referee
    regulator reporter representative researcher resident retiree reviewer rider rival rower
    runner sailor salesman scholar scientist screenwriter sculptor secretary senator sergeant
    sheriff shopkeeper singer skater skier skipper socialite sociologist soldier solicitor
    songwriter speaker specialist spokesman spokesperson spokeswoman sprinter star statesman
    statistician strategist striker student superintendent supervisor surgeon surveyor survivor
    suspect swimmer teacher teammate technician technologist tenor theologian therapist
    toxicologist trader trainer translator treasurer tycoon umpire undersecretary veteran
    veterinarian vicar vice-chairman vice-president victim violinist virologist volcanologist
    volunteer warden whistleblower wicketkeeper winger winner witness worker wrestler writer
    zoologist"""
)
"""Words for what a person does or is; the role's last word before the name or before ``of``."""

BUSINESSES = table(
    """agency airline app arm automaker backed bakery bank based blog body brand brewer broadcaster
    broker brokerage business carmaker carrier chain champions charity chipmaker club company
    competitor conglomerate consortium consultancy contractor cooperative corporation daily
    developer distributor drugmaker exchange exporter factory federation firm foundation founded
    franchise giant grocer group heavyweight hospital institute institution insurer investor
    journal label leader lender listed magazine maker manufacturer market marketplace miner
    monopoly multinational museum network newspaper non-profit nonprofit operator organisation
    organization outfit outlet owned owner paper parent partner party pioneer planemaker
    platform portal powerhouse producer provider publication publisher rebels refiner regulator
    retailer rival school seller service side site specialist start-up startup streamer studio
    subsidiary supermarket supplier tabloid team think-tank trader tribunal unicorn union unit
    university utility vendor venture watchdog website weekly wing"""
)
"""Words for what an organisation is; after a hyphen as well, as in ``Beijing-based``."""

MODIFIERS = table(
    """acting advertising aerospace and assistant associate author auto automotive award-winning
    biotech chief chip clinical clothing communications computer construction consulting
    corporate country creative defence defense deputy design development digital diplomatic
    district e-commerce economic economics editorial education electric energy engineering
    entertainment environment environmental ex executive fashion fast-food federal film finance
    financial first food football foreign former founding furniture gaming general global
    government group head health high historical hotel human independent industry information
    insurance international internet investment joint junior law lead leading legal legislative
    local logistics longtime luxury managing marketing media medical military mining mobile
    music national news non-executive nuclear oil online opposition outgoing parliamentary party
    pharmaceutical police policy political presidential press previous prime principal private
    prominent property public real-estate regional research retail retired rights ruling sales
    science search security semiconductor senior shipping social social-media software space
    special sports staff state statutory steel strategy streaming studio supreme tax tech
    technical technology telecom television top trade transport travel union university veteran
    vice video visiting world young youth"""
)
"""Words in small letters that may stand before such a word."""

NEVER_WITHIN = table(
    """a after also although an april as at august because before but by december even february
    friday from he her his however i if in it its january july june march meanwhile monday mr
    mrs ms my november october on or our over said saturday says september she since so still
    sunday that the their then these they this those though thursday today told tomorrow tuesday
    under we wednesday when while with yesterday yet you your"""
)
"""Words at which a role before a name has started, though capitals or modifiers go on."""
