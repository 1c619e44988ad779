"""Sentences that a report on a crisis is full of, by the kind of their one claim: the reach of the frames."""

import pytest
from tests.claims.reading import claims

TOLD = {
    "access": """
        Aid agencies must pay a fee at each of the roadblocks.
        Soldiers at the checkpoint turned the convoy back.
        Authorities have not issued travel permits to the agency since March.
        Visas for 14 staff of international organizations are still pending.
        The ministry suspended the work permits of three NGOs.
        Relief workers were denied entry to the district.
        A flight of the UN air service was not cleared to land in Hodan.
        Local commanders demanded fees for the passage of trucks with food.
        Humanitarian organizations cannot reach the northern districts.
        Humanitarian partners have no access to the camp.
        Access to the area remains limited because of insecurity.
        Access to the villages was blocked by landslides.
        Insecurity prevented aid workers from reaching the town.
        The town is only accessible by boat.
        Many areas remain out of reach for relief teams.
        Bureaucratic obstacles are delaying the arrival of supplies.
        Harassment of aid workers by local officials continued.
        The governor banned all travel by aid agencies.
        Authorities granted access to the eastern district on Monday.
        Armed men interfered with food distributions.
        Twenty-two access incidents were reported in May.
        The road block was lifted and aid trucks were allowed to pass.
        The charity called for unhindered access to the besieged town.
        Relief operations have been hampered by heavy rain.
        Rescue teams struggled to reach the remote villages.
        Local authorities imposed new taxes on humanitarian cargo.
    """,
    "need": """
        Survivors urgently need tents and blankets.
        Drinking water is running out in the camp.
        The most urgent needs are food, shelter and medicine.
        Food and water are in short supply.
        The town has been without power since Tuesday.
        Power and telephone lines were cut.
        Electricity and water supplies were cut off.
        40,000 children are acutely malnourished.
        About 3.2 million people are in need of humanitarian assistance.
        Families have no shelter and sleep in the open.
        Hospitals lack blood and medicines.
        Hospitals are running short of fuel.
        Health services urgently require fuel.
        There is no clean water in the village.
        There is an urgent need for blankets.
        Residents are drinking from contaminated wells.
        The displaced have no access to latrines.
        Women and girls are at risk of violence in the camps.
        Thousands of children are out of school.
        People are living without food or medicine.
        5,000 households require emergency shelter.
        Farmers will need seed for the next season.
        Mobile phone networks are down.
    """,
    "aid_delivery": """
        The army airdropped food to the stranded villagers.
        Two trucks loaded with flour reached the town on Monday.
        The Red Cross handed out 400 tents.
        Volunteers set up a field kitchen for the evacuees.
        The agency has set up two cholera treatment centres.
        Authorities are setting up tents for the homeless.
        WFP has reached 52,000 people with food since January.
        The organization plans to vaccinate 60,000 children.
        Emergency kits for 2,000 people are on their way.
        India sent a plane with medicine and blankets.
        A shipment of 300 tonnes of rice arrived at the port.
        Distribution of food has been suspended in three districts.
        No food aid has reached the town since October.
        Some 12,000 people received food rations.
        MSF teams treated 230 wounded people in two days.
        The convoy carried medicine for 20,000 patients.
        Partners continue to provide health services in the camps.
        The government has opened 14 relief camps.
        120 mobile clinics were deployed to the district.
        Families were given blankets and cooking sets.
        The aid was due to arrive on Friday.
        The trucks were loaded with 20 tonnes of supplies.
        Supplies for 10,000 people have been prepositioned in Gao.
    """,
    "facility_status": """
        Only two of the nine clinics are working.
        Schools were closed in the capital on Thursday.
        All schools in the region have been suspended until Monday.
        Three health centres are out of service.
        Dozens of schools are being used as shelters.
        The clinic reopened on Sunday.
        The hospital is full.
        The water station is not functioning.
        Patients were moved out of the damaged hospital, which is no longer usable.
    """,
    "affected": """
        The floods have affected 12 districts.
        An estimated 90,000 people have been affected by the drought.
        The storm affected more than 30,000 families.
        More than 4,000 people bore the brunt of the storm.
        Around 16,000 people were hit by the floods.
        The number of affected people rose to 61,000.
        Five provinces were affected.
        Eight municipalities are the worst affected.
    """,
    "hazard": """
        A 6.1-magnitude earthquake struck the province on Tuesday.
        The quake struck at 8:12 a.m.
        A magnitude 7 quake shook the island early on Sunday.
        The cyclone made landfall near Beira with winds of 180 kilometres an hour.
        Heavy rain triggered landslides in the hills.
        The river burst its banks on Friday.
        Water levels are receding.
        The water level in the river is rising.
        Floodwaters swept through the town.
        The storm was downgraded to a tropical depression.
        The tremor was felt in the capital.
        The volcano erupted on Monday, sending ash over the villages.
        Torrential rain has been falling since Saturday.
        More heavy rain is forecast for the weekend.
        The rivers are above the danger level.
        Several aftershocks followed.
        The quake's epicentre was 20 kilometres north of the town.
        The eastern provinces have been hit by the worst drought in 40 years.
        Flash floods hit the eastern province on Monday.
        Winds of up to 150 kilometres an hour tore through the coast.
    """,
    "destruction": """
        Dozens of buildings collapsed.
        Three bridges were washed away.
        Part of the hospital collapsed.
        The village was buried under mud.
        Roofs were blown off and trees uprooted.
        The cyclone tore roofs off hundreds of houses.
        Large areas of farmland are under water.
        Fire razed the market.
        Crops on 3,000 hectares were lost.
        Around 2,000 houses were partially damaged.
        Landslides buried two hamlets.
        The dam broke.
        The earthquake toppled buildings.
        Power lines were brought down by the wind.
        Several embankments were breached.
        Rebels burned down 30 houses.
        The strike levelled an apartment block.
    """,
    "disease": """
        At least 210 cases of cholera were recorded in the district.
        The health ministry confirmed 14 new cases of measles.
        Cholera has spread to five districts.
        An outbreak of cholera was declared on Friday.
        Cholera broke out in the camp.
        More than 300 people have been infected.
        Cases of diarrhoea are increasing among children.
        Hundreds of children have contracted measles.
    """,
    "killed": """
        Cholera has claimed 41 lives.
        The death toll has risen from 12 to 31.
        The toll stands at 44.
        The disease has killed 20 people since May.
        Thirteen bodies were found.
        Rescuers pulled 12 bodies from the rubble.
        Seven people succumbed to the disease.
        The blast left five people dead.
        76 deaths were reported.
        Among the dead are four children.
        Another died in Tori.
    """,
    "road_status": """
        The bridge is impassable.
        Roads were blocked by landslides.
        The main road to the north has been cut.
        The highway was reopened to traffic.
        Landslides blocked the road between Taro and Musa.
        The district has been cut off from the rest of the country.
        The border crossing is closed.
        All flights to the island were cancelled.
        Road access to the valley has been restored.
        Traffic was halted on the highway.
        Several villages remain cut off.
        The port was closed to ships.
        Train services were suspended.
    """,
    "control": """
        Government troops entered the town.
        The rebels control most of the city.
        The army pulled out of the town.
        Militants overran a base.
        The city is under siege.
        The city has been under siege by government forces since July.
        Troops have surrounded the town.
        The town changed hands twice this week.
        Insurgents hold the eastern part of the town.
        Fighters pushed the army out of three villages.
        The government said it was in full control of the port.
        The town is held by the rebels.
        Rebels blockaded the port.
    """,
    "talks": """
        Peace talks resumed in Doha on Monday.
        The envoy met rebel leaders in the capital.
        The two sides met for a second day.
        Talks broke down on Friday.
        The president held talks with the delegation.
        A delegation arrived for talks with the rebels.
        The envoy is due to meet both sides next week.
    """,
    "agreement": """
        The ceasefire ended on Monday.
        The truce is over.
        The ceasefire appears to be holding.
        Both sides agreed to a three-day truce.
        The ceasefire came into force at midnight.
        The army violated the ceasefire 20 times.
        Each side accused the other of breaking the truce.
        The rebels signed a peace deal with the government.
        The two sides agreed to exchange prisoners.
        The truce was extended by 48 hours.
        A ceasefire was declared.
        The truce collapsed within hours.
    """,
    "corridor": """
        Russia said it would open humanitarian corridors on Monday.
        Residents were able to leave through a safe passage.
    """,
    "deployment": """
        The government sent 500 soldiers to the region.
        Rescue teams were dispatched to the area.
        The army has sent helicopters to rescue the stranded.
        Peacekeepers were deployed around the camp.
        An assessment team is in the district.
        Thousands of soldiers joined the rescue effort.
        Navy boats were pressed into service for the rescue.
    """,
    "statement": """
        The minister accused the rebels of using civilians as shields.
        The rebels denied the accusation.
        The group claimed responsibility for the attack.
        The United Nations urged both sides to stop fighting.
        The army vowed to crush the rebellion.
        The president declared a state of emergency.
        Rights groups said the strikes may amount to war crimes.
        The government appealed for international help.
        The government blamed the rebels for the attack.
        The secretary-general condemned the attack.
        The authorities promised to investigate.
        The agency called on donors to give more.
    """,
    "detained": """
        Police arrested 14 protesters.
        Two aid workers were held at a checkpoint for three hours.
        Security forces rounded up dozens of men.
    """,
    "abducted": """
        Gunmen kidnapped three aid workers.
    """,
    "missing": """
        Ten fishermen are missing.
        Eleven people remain unaccounted for.
        Rescuers are searching for 20 missing people.
        Dozens are feared buried under the rubble.
    """,
    "facility_attack": """
        A truck of the aid agency was shelled.
        Gunmen looted a food warehouse.
        Shells hit a school.
        A health centre was burned down.
        Trucks carrying food aid were looted.
        The hospital came under fire.
        Gunmen opened fire on an ambulance.
    """,
    "attack": """
        Fighting broke out between the two groups.
        There was heavy shelling overnight.
        Clashes erupted near the border.
        The army launched an offensive against the rebels.
        Warplanes bombed the town.
        Government forces shelled the village.
        Gunmen attacked the village on Sunday.
        There have been clashes in the south.
        The village was the scene of an attack.
        Armed confrontations took place near the village.
        The town has come under heavy bombardment.
        Air strikes continued on Monday.
        Residents heard explosions.
        An explosion rocked the capital.
        The army is on the offensive in the east.
        Four ambushes were reported.
    """,
    "displaced": """
        Around 400 people took shelter in a church.
        Thousands spent the night in the open.
        Hundreds of families have left the village.
        Some 9,000 people crossed into Uganda.
        1,200 people were moved to safety.
        People are staying with relatives.
        55 relief camps are sheltering 32,000 people.
        Residents were ordered to evacuate.
        About 170,000 people are trapped in the city.
        More than a million refugees have arrived in Chad.
        Refugees continue to arrive at the border.
        The country hosts 1.4 million refugees.
        The camp hosts 2,000 people.
        80 buses left the town with evacuees.
    """,
    "returned": """
        Refugees are returning home.
        300 families went home.
        All the displaced have returned home.
    """,
    "population": """
        The town has 40,000 inhabitants.
        The city, with a population of 90,000, lies on the coast.
        Some 20,000 people live in the area.
        The district is home to 30,000 people.
    """,
    "injured": """
        The driver was badly hurt.
        Two children suffered burns.
        30 people were taken to hospital.
        The explosion injured seven soldiers.
    """,
}
"""One sentence a line."""

LINES = [(kind, line.strip()) for kind, lines in TOLD.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), LINES)
def test_a_common_sentence_makes_one_claim_of_its_kind(kind: str, text: str) -> None:
    assert [claim.kind for claim in claims(text)] == [kind]
