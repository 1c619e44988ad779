"""Every kind of claim in varied words: active, passive, participle, nominal, headline."""

import pytest
from tests.claims.reading import claims, value_of

from clearway.kinds import kinds

TOLD = {
    "killed": [
        ("Two men were fatally shot.", 2),
        ("Police are investigating the shooting death of a teenager.", 1),
        ("The victim, 24, was pronounced dead.", None),
        ("The 16-year-old succumbed to his injuries.", None),
        ("A landmine killed three farmers near Kharkiv.", 3),
        ("One of the victims was pronounced deceased at the scene.", 1),
        ("Police are looking into the two bodies that were discovered on Monday night.", 2),
        ("The dead include a nurse.", 1),
        ("A soldier committed suicide.", 1),
        ("The driver passed away.", None),
        ("Three farmers were killed by a landmine near Kharkiv.", 3),
        ("The blast left 22 people dead.", 22),
        ("The death toll from the cyclone has risen to 412.", 412),
        ("Earthquake kills 30 in western Nepal", 30),
        ("Twelve dead as bus hits mine in Mali", 12),
        ("Gunmen shot dead two teachers in Maiduguri.", 2),
        ("Two more patients succumbed to their injuries.", 2),
        ("Nobody died in the fire.", 0),
        ("Seven soldiers were among the dead.", 7),
        ("Two teachers were stabbed to death in Maiduguri.", 2),
        ("Mortar fire claimed the lives of four children in Donetsk.", 4),
        ("Bodies of five miners were pulled from the rubble.", 5),
        ("Eleven migrants drowned off Zuwara.", 11),
    ],
    "injured": [
        ("A toddler is fighting for his life.", 1),
        ("The gunman fired into the crowd, hitting five people.", 5),
        ("Five people were hit by gunfire near the market.", 5),
        ("A stray bullet struck a girl in the chest.", 1),
        ("Four people were treated for burns.", 4),
        ("Three others ended up in the hospital.", 3),
        ("Two guards are recovering from their wounds.", 2),
        ("The wounded include a nurse.", 1),
        ("The bullet grazed a deputy.", 1),
        ("More than 60 people were wounded by shrapnel.", 60),
        ("The shelling injured an elderly woman.", 1),
        ("Dozens of protesters sustained gunshot wounds.", "dozens"),
        ("The blast also wounded 50 others.", 50),
        ("Nine were hurt when the stand collapsed.", 9),
        ("Fourteen people were hospitalised with burns.", 14),
    ],
    "missing": [
        ("Some 40 fishermen are still missing.", 40),
        ("Three journalists have disappeared since Friday.", 3),
        ("Another 25 passengers were reported missing.", 25),
        ("Eight hikers remain unaccounted for.", 8),
        ("The fate of 17 crew members is unknown.", 17),
    ],
    "detained": [
        ("Police arrested 35 demonstrators in Tbilisi.", 35),
        ("Thirty-five demonstrators were detained.", 35),
        ("Thirty-five demonstrators were taken into custody.", 35),
        ("Security forces rounded up dozens of students.", "dozens"),
        ("Some 4,000 people are being held in detention centres.", 4000),
    ],
    "abducted": [
        ("Bandits kidnapped 80 schoolgirls in Zamfara.", 80),
        ("Two aid workers were abducted by armed men in Goma.", 2),
        ("Six miners were taken hostage.", 6),
        ("Eighty schoolgirls were seized by gunmen in Zamfara.", 80),
    ],
    "casualties": [
        ("The strike caused 45 casualties.", 45),
        ("There were no civilian casualties.", 0),
        ("No casualties were reported.", 0),
        ("The battalion suffered more than 200 casualties.", 200),
    ],
    "affected": [
        ("About 1.2 million people have been affected by the drought.", 1200000),
        ("The floods affected 45,000 households.", 45000),
    ],
    "displaced": [
        ("The dam break forced the relocation of more than 54,000 residents.", 54_000),
        ("Over 3,000 people had to evacuate their homes.", 3000),
        ("Some 800 people were forced into temporary shelters.", 800),
        ("About 200 people had to be placed in shelters.", 200),
        ("In all, 29,739 people lost their homes.", 29_739),
        ("Some 85,000 people fled the city of Goma.", 85000),
        ("More than 3,000 families have been displaced by clashes.", 3000),
        ("The offensive forced 120,000 people from their homes.", 120000),
        ("Authorities evacuated 12,000 residents from the coast.", 12000),
        ("Around 900 families are sheltering in schools.", 900),
        ("The storm left 70,000 people homeless.", 70000),
        ("Some 2,000 people remain stranded on rooftops.", 2000),
        ("There are 1.4 million internally displaced people in the region.", 1400000),
        ("Displacement of 2,400 people was recorded in Helmand.", 2400),
        ("A mass exodus from the capital continued.", None),
    ],
    "returned": [
        ("Some 11,000 people have returned to Mosul.", 11000),
        ("Around 400 refugees were repatriated to Burundi.", 400),
        ("Returns of 3,200 families were recorded in Sinjar.", 3200),
    ],
    "facility_attack": [
        ("An air strike hit a maternity hospital in Mariupol.", None),
        ("Two schools were destroyed by shelling.", 2),
        ("Armed men looted a WFP warehouse in El Fasher.", None),
        ("Shells landed on a crowded market in Sloviansk.", None),
        ("Militants set fire to three health posts in Darfur.", 3),
        ("A drone struck an aid convoy outside Khartoum.", None),
        ("An ambulance came under fire near Jenin.", None),
    ],
    "facility_status": [
        ("The hospital has stopped working.", None),
        ("Three of the eight clinics in the province have closed.", 3),
        ("The clinic reopened on Monday.", None),
        ("Schools are being used as shelters.", None),
        ("Al-Nau hospital is out of service.", None),
        ("Only one in five hospitals in Khartoum is functioning.", 20),
    ],
    "attack": [
        ("Militants hurled a grenade at a checkpoint.", None),
        ("Two suicide bombers blew themselves up in a market.", None),
        ("The army engaged in heavy clashes with rebels.", None),
        ("The rebels dropped chlorine gas on the village.", None),
        ("Fighter jets bombed the outskirts of Kobani.", None),
        ("Clashes erupted between the army and the militia in Omdurman.", None),
        ("Rockets were fired at Kyiv overnight.", None),
        ("At least 25 air strikes were recorded in Idlib.", 25),
        ("A car bomb exploded outside a police station in Mogadishu.", None),
        ("Protesters clashed with police in Lima.", None),
        ("The army began a ground offensive in Tigray.", None),
        ("Artillery fire continued through the night in Bakhmut.", None),
    ],
    "destruction": [
        ("Torrential rain led to the destruction of 2,082 houses.", 2082),
        ("A final figure of 116 homes have been destroyed.", 116),
        ("The quake destroyed 3,400 homes.", 3400),
        ("Some 2,000 hectares of maize were submerged.", 2000),
        ("The bridge over the Dnipro was badly damaged.", None),
        ("More than 500 homes were swept away by floods.", 500),
        ("The storm killed 8,000 head of livestock.", 8000),
        ("A fire gutted 300 shelters in Kutupalong camp.", 300),
    ],
    "hazard": [
        ("A 6.1-magnitude earthquake struck Herat on Saturday.", None),
        ("The region is experiencing its worst drought in 40 years.", None),
        ("The Juba river burst its banks.", None),
        ("Mount Mayon erupted on Thursday.", None),
        ("Heavy rains are expected to continue.", None),
        ("Cyclone Mocha made landfall near Sittwe.", None),
        ("Wildfires are raging across Evia.", None),
    ],
    "control": [
        ("Government troops captured the town of Mekelle.", None),
        ("The town fell to the insurgents on Sunday.", None),
        ("The city has been under siege for 200 days.", None),
        ("The army recaptured 40 villages in Kharkiv region.", 40),
        ("Rebels have seized control of Bunagana.", None),
        ("The village is controlled by the junta.", None),
        ("Rebel fighters withdrew from Kibumba.", None),
    ],
    "road_status": [
        ("The Rafah crossing has been closed since 7 May.", None),
        ("The road between Goma and Sake is impassable.", None),
        ("Landslides blocked the highway near Muzaffarabad.", None),
        ("The crossing reopened on Sunday.", None),
        ("Three roads remain cut off because of snow.", 3),
    ],
    "access": [
        ("Humanitarian access to Tigray remains severely restricted.", None),
        ("The authorities denied UN teams access to the camp.", None),
        ("Aid agencies have been granted access to the enclave.", None),
        ("Aid workers cannot reach the northern districts.", None),
    ],
    "corridor": [
        ("The general staff announced four humanitarian corridors from Kyiv.", 4),
        ("A humanitarian corridor to Chernihiv was opened on Thursday.", None),
        ("A 72-hour humanitarian pause was agreed.", None),
        ("The Red Cross urged both sides to allow safe passage for civilians.", None),
    ],
    "aid_delivery": [
        ("The agency distributed food rations to 45,000 people in Marib.", 45000),
        ("UNICEF delivered 300 tonnes of supplies to Aden.", 300),
        ("Aid deliveries were halted on Monday.", None),
        ("More than 60,000 children were vaccinated against measles.", 60000),
        ("Families received cash assistance in Herat.", None),
        ("No aid has reached the camp since February.", None),
    ],
    "need": [
        ("More than 17 million people need humanitarian assistance.", 17000000),
        ("Seventeen million people are in need of aid.", 17000000),
        ("Some 4.9 million people are facing acute food insecurity.", 4900000),
        ("Hospitals are running out of fuel.", None),
        ("There is a severe shortage of insulin in the city.", None),
        ("Food and drinking water are urgently needed.", None),
        ("Residents have no access to clean water.", None),
        ("The priority needs are shelter, food and medicine.", None),
    ],
    "disease": [
        ("Dengue has infected 20,000 people in Dhaka.", 20000),
        ("Doctors confirmed 1,200 cholera cases.", 1200),
        ("A measles outbreak was declared in Borno.", None),
        ("Cases of acute watery diarrhoea rose to 4,300.", 4300),
        ("Three people tested positive for Ebola.", 3),
    ],
    "population": [
        ("The camp is home to 80,000 refugees.", 80000),
        ("Some 35,000 people live in the valley.", 35000),
        ("The city had a population of 450,000.", 450000),
        ("The camp holds 12,000 people.", 12000),
    ],
    "agreement": [
        ("The two sides signed a ceasefire agreement in Juba.", None),
        ("The parties agreed to a prisoner exchange.", None),
        ("A truce came into effect at midnight.", None),
        ("The ceasefire was broken within hours.", None),
        ("A ceasefire is holding in Nyala.", None),
    ],
    "talks": [
        ("Peace talks resumed in Jeddah on Sunday.", None),
        ("Foreign ministers of the four countries met in Doha.", None),
        ("Talks between the government and the rebels ended without agreement.", None),
        ("Negotiations broke down after two days.", None),
    ],
    "deployment": [
        ("The alliance is sending 5,000 troops to the eastern flank.", 5000),
        ("The mission withdrew its last troops from Niger.", None),
        ("The neighbouring army sent tanks and armoured vehicles into Idlib.", None),
        ("Kenya deployed 1,000 police officers to Haiti.", 1000),
    ],
    "statement": [
        ("The UN appealed for an immediate end to the fighting.", None),
        ("Amnesty International condemned the attack as a war crime.", None),
        ("The president rejected calls for a truce.", None),
        ("The coalition denied responsibility for the strike.", None),
        ("The government declared a state of emergency in Sindh.", None),
        ("The EU pledged further support.", None),
        ("The observatory blamed the army for the killings.", None),
        ("The militia threatened to kill hostages.", None),
        ("The border guard refused to open the crossing.", None),
    ],
}
"""By kind: sentences that hold one claim of it and no other, each with its figure."""

UNTOLD = [
    "The situation is critical.",
    "Agencies were overwhelmed.",
    "A man walks past a shelled house.",
    "Donors have given 40 million dollars.",
    "How many people were killed?",
    "The president has ruled the country since 2000.",
    "The appeal is only 20 percent funded.",
    "The minister visited the museum on Friday.",
    "It is not known whether anyone was injured.",
    "The talks were friendly, the weather fine.",
    "Some 500 families did not flee.",
    "It is unclear how many people were killed.",
    "Farmers use gas to cook.",
    "He spoke of the injuries of war.",
]
"""Background, gravity, questions, money: no claims."""


@pytest.mark.parametrize(
    ("kind", "text", "figure"), [(kind, text, figure) for kind, rows in TOLD.items() for text, figure in rows]
)
def test_a_sentence_makes_one_claim_of_its_kind(kind: str, text: str, figure: object) -> None:
    assert [(claim.kind, value_of(claim)) for claim in claims(text)] == [(kind, figure)]


@pytest.mark.parametrize("text", UNTOLD)
def test_what_the_guide_leaves_out_makes_no_claim(text: str) -> None:
    assert claims(text) == ()


def test_every_kind_is_met() -> None:
    assert TOLD.keys() == kinds().keys()
    assert min(len(rows) for rows in TOLD.values()) >= 2


def test_a_number_that_rose_is_the_one_it_rose_to() -> None:
    found = [(claim.kind, value_of(claim)) for claim in claims("The death toll has risen from eight to 19.")]
    assert found == [("killed", 19)]


@pytest.mark.parametrize(
    "text", ["Cholera has reached Pemba. Nine new cases were found.", "Measles spread; the number of cases rose to 9."]
)
def test_cases_are_those_of_the_disease_that_the_report_names(text: str) -> None:
    assert [(claim.kind, value_of(claim)) for claim in claims(text) if claim.figure] == [("disease", 9)]


def test_cases_of_no_disease_are_none() -> None:
    assert claims("The court heard nine new cases on Monday.") == ()
