"""Sentences on events that a report on a crisis is full of, by the kind of their one claim."""

import pytest
from tests.claims.reading import claims

TOLD = {
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
        Rebels fired rockets at the capital overnight.
        Heavy fighting was under way on the outskirts.
        Gunmen raided a village and stole cattle.
        The army said it had shelled rebel positions.
        Warplanes carried out at least 30 raids.
        A suicide bomber blew himself up at a checkpoint.
        Street battles raged in the city centre.
        The city came under artillery fire for a third day.
        Clashes between herders and farmers broke out on Friday.
    """,
    "facility_attack": """
        Nine looting incidents were recorded in May.
        A truck of the aid agency was shelled.
        Gunmen looted a food warehouse.
        Shells hit a school.
        A health centre was burned down.
        Trucks carrying food aid were looted.
        The hospital came under fire.
        A UN compound was attacked.
        Gunmen opened fire on an ambulance.
        Shells struck the main hospital.
        Rebels looted the offices of two aid agencies.
        The school was hit by a rocket.
        Aid warehouses have been looted.
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
        Most health centres in the district have shut down.
        The hospital is operating without power.
        Classes have been suspended.
        Only three of 12 hospitals are still open.
    """,
    "destruction": """
        Dozens of buildings collapsed.
        Three bridges were washed away.
        Part of the hospital collapsed.
        The village was buried under mud.
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
        The quake flattened entire villages.
        Dozens of houses were reduced to rubble.
        The floods washed away crops and roads.
        Hundreds of hectares of rice fields were inundated.
        Many buildings were badly damaged.
        A bridge linking the two towns was destroyed in the bombing.
        More than 3,000 livestock perished.
        The landslide swept away eight homes.
        Entire neighbourhoods lie in ruins.
        The cyclone damaged 40 schools.
        Power lines and trees were knocked down.
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
        A powerful earthquake hit the west of the country early on Wednesday.
        Heavy rains since Friday have caused severe flooding in the north.
        The river has risen above the danger mark.
        Floodwaters are slowly receding.
        Forecasters warned of more rain in the coming days.
        The storm, packing winds of 200 kilometres an hour, slammed into the coast on Sunday.
        The tropical storm is expected to make landfall on Thursday.
        Large parts of the region have been hit by drought.
        Temperatures have dropped below zero.
        A second tremor followed hours later.
        Monsoon rains have lashed the province for three days.
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
        Rebel fighters entered the town at dawn.
        The army said it had retaken two districts.
        The group holds large swathes of the countryside.
        Government forces have surrounded the rebel-held enclave.
        Militants were driven out of the area.
        The town remains in rebel hands.
        Rebels claimed to have captured the airport.
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
        The only road to the town is under water.
        The airport was closed to commercial flights.
        Landslides have cut off three villages.
        Debris is blocking the road to the hospital.
        Army engineers cleared the road on Monday.
        The border was reopened for pedestrians.
        The highway is open again.
        All bridges over the river are closed to heavy trucks.
    """,
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
        Humanitarian access remains difficult.
        The UN said it had been denied permission to enter the city.
        Rain and mud are slowing relief efforts.
        Aid workers still have no access to the northern part of the island.
        Relief organisations have been barred from the region.
        The visas of 12 aid workers were not renewed.
        Movement of aid staff is restricted.
        Rescuers have yet to reach the remote villages.
        The district can only be reached by helicopter.
    """,
    "corridor": """
        The evacuation of the old town is under way.
        Russia said it would open humanitarian corridors on Monday.
        Residents were able to leave through a safe passage.
        The mayor said a humanitarian corridor would open on Friday.
    """,
    "talks": """
        Peace talks resumed in Doha on Monday.
        The envoy met rebel leaders in the capital.
        The two sides met for a second day.
        Negotiators failed to reach an agreement.
        Talks broke down on Friday.
        The president held talks with the delegation.
        A delegation arrived for talks with the rebels.
        No agreement was reached.
        The envoy is due to meet both sides next week.
        The two sides held a second round of talks on Tuesday.
        The talks ended without agreement.
        The president met with tribal elders.
        Mediators are trying to broker a truce.
        Negotiations are under way.
        The delegation left the talks on Sunday.
    """,
    "agreement": """
        The ceasefire ended on Monday.
        The truce is over.
        The ceasefire appears to be holding.
        Both sides agreed to a three-day truce.
        The ceasefire came into force at midnight.
        The army violated the ceasefire 20 times.
        The rebels signed a peace deal with the government.
        The two sides agreed to exchange prisoners.
        The truce was extended by 48 hours.
        A ceasefire was declared.
        The truce collapsed within hours.
        A truce brokered by the UN took effect at midnight.
        The ceasefire has largely held.
        The rebels declared a unilateral ceasefire.
        The two governments signed an agreement on Monday.
    """,
    "statement": """
        The two sides accused each other of violating the truce.
        Each side accused the other of breaking the truce.
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
        The rebels rejected the offer.
        The minister called for an immediate ceasefire.
        The UN chief condemned the killing of aid workers.
        The government denied that its planes had bombed the village.
        The rebel leader threatened to march on the capital.
        The army blamed the rebels for the shelling.
        The governor appealed for blankets and medicine.
        The group said the attack amounted to a war crime.
        The government declared three days of mourning.
    """,
    "deployment": """
        The government sent 500 soldiers to the region.
        Rescue teams were dispatched to the area.
        The army has sent helicopters to rescue the stranded.
        Peacekeepers were deployed around the camp.
        An assessment team is in the district.
        Thousands of soldiers joined the rescue effort.
        Navy boats were pressed into service for the rescue.
        The UN is sending 300 more peacekeepers.
        The army has deployed tanks around the city.
        Foreign rescue teams arrived on Sunday.
        The government rushed troops to the border.
    """,
}
"""One sentence a line."""

LINES = [(kind, line.strip()) for kind, lines in TOLD.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), LINES)
def test_a_common_sentence_makes_one_claim_of_its_kind(kind: str, text: str) -> None:
    assert [claim.kind for claim in claims(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "The president flew to Paris for a meeting on trade.",
        "The team has no chance of winning the match.",
        "The company raised its fees by 10 percent.",
        "The storm is the subject of a new film.",
        "He moved to the capital in 1998 and opened a restaurant.",
        "The court heard nine witnesses.",
        "The bridge was built in 1932.",
        "The bank reported losses of 3 million dollars.",
        "The festival drew 12,000 people.",
        "Parliament passed the law in May.",
        "Analysts said the economy could recover next year.",
        "The hospital was founded by missionaries.",
        "The minister said the situation was critical.",
    ],
)
def test_a_sentence_on_no_crisis_makes_no_claim(text: str) -> None:
    assert claims(text) == ()
