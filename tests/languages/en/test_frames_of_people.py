"""Sentences on people that a report on a crisis is full of, by the kind of their one claim."""

import pytest
from tests.claims.reading import claims

TOLD = {
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
        Food stocks are running low.
        The camp has no clean water.
        Thousands of survivors are without shelter.
        The United Nations says 13 million people need aid.
        Hospitals are struggling with shortages of medicine.
        Residents said they had run out of food.
        One in three children is malnourished.
        Health workers lack protective equipment.
        Many people remain without electricity or running water.
        Doctors said blood and antibiotics were urgently needed.
        Fuel is scarce.
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
        Relief supplies have begun to arrive in the worst-hit areas.
        The air force dropped food parcels over the flooded villages.
        Medical teams have been treating the injured in tents.
        A convoy of 25 trucks carrying food and medicine entered the town on Sunday.
        The agency has provided 8,000 families with shelter kits.
        Water is being trucked to the camps.
        Aid workers distributed blankets and hot meals.
        The ship is carrying 900 tonnes of wheat.
        WFP plans to feed 200,000 people.
        The first aid flight landed in the capital on Tuesday.
        Relief goods were handed over to 300 families.
        The government will distribute seeds to farmers.
        The charity has suspended its work in the region.
        Aid agencies have scaled up their response.
        No help has reached us.
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
        More than 1.5 million people have been affected by the floods.
        The drought has affected nine provinces.
        Some 25,000 households were hit by the storm.
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
        Doctors have recorded 340 cases of measles since March.
        Eleven people have tested positive for Ebola.
        The outbreak has spread to four provinces.
        Health officials fear an outbreak of cholera.
        More than 2,000 people have fallen ill with cholera.
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
        Nine villagers lost their lives when their boat capsized.
        The bodies of two fishermen were washed ashore.
        Authorities put the death toll at 52.
        The number of fatalities now stands at 310, officials said.
        At least 17 deaths have been linked to the heatwave.
    """,
    "detained": """
        Police arrested 14 protesters.
        Two aid workers were held at a checkpoint for three hours.
        Security forces rounded up dozens of men.
        Troops detained 30 people during the raid.
        Police took 15 people into custody.
    """,
    "abducted": """
        Gunmen kidnapped three aid workers.
        Three drivers were taken away by armed men.
        Three engineers were kidnapped on the road to the capital.
    """,
    "missing": """
        Ten fishermen are missing.
        Eleven people remain unaccounted for.
        Rescuers are searching for 20 missing people.
        Dozens are feared buried under the rubble.
        At least 40 people were still missing on Monday.
        Rescuers are still looking for 12 miners.
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
        The fighting has forced thousands to flee their homes.
        More than half of the town's residents have left.
        Hundreds of people spent a second night in evacuation centres.
        The number of displaced people has reached 1.2 million.
        Some 6,500 people crossed the border in a single day.
        Rescue boats picked up 60 stranded residents.
        Around 700 families have taken refuge in mosques and schools.
        Fresh violence displaced 20,000 people in the eastern province last week.
        Civilians are trapped in the old quarter.
    """,
    "returned": """
        Some 5,000 people have gone back to their villages.
        Refugees are returning home.
        300 families went home.
        All the displaced have returned home.
        More than 4,000 refugees have gone home since May.
        The displaced have begun to return to their villages.
    """,
    "population": """
        The town has 40,000 inhabitants.
        The city, with a population of 90,000, lies on the coast.
        Some 20,000 people live in the area.
        The district is home to 30,000 people.
        The besieged enclave is home to some 40,000 people.
    """,
    "injured": """
        The driver was badly hurt.
        Two children suffered burns.
        30 people were taken to hospital.
        The explosion injured seven soldiers.
        More than 200 people were injured in the stampede.
        Hospitals have treated 90 wounded people.
    """,
}
"""One sentence a line."""

LINES = [(kind, line.strip()) for kind, lines in TOLD.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), LINES)
def test_a_common_sentence_makes_one_claim_of_its_kind(kind: str, text: str) -> None:
    assert [claim.kind for claim in claims(text)] == [kind]
