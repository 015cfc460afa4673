-- The example: real places and organisations; made-up people, words and numbers of people (illustrative, from the story
-- told in the guide). Dates count from the month it is loaded, so that it is always in its third turn.
do $$
declare
    p uuid := md5('ctm')::uuid;
    m date := date_trunc('month', current_date)::date;
    home uuid := md5('ctm/spiral/home')::uuid;
    weekend uuid := md5('ctm/spiral/weekend')::uuid;
begin
insert into partnership (id, slug, name_en, name_cy, open_to_guests, illustrative) values
    (p, 'cwm-taf-morgannwg', 'Cwm Taf Morgannwg', 'Cwm Taf Morgannwg', true, true);

insert into place (partnership, id, parent, level, name_en, name_cy) values
    (p, md5('ctm/place')::uuid, null, 'region', 'Cwm Taf Morgannwg', 'Cwm Taf Morgannwg'),
    (p, md5('ctm/place/rct')::uuid, md5('ctm/place')::uuid, 'place', 'Rhondda Cynon Taf', 'Rhondda Cynon Taf'),
    (p, md5('ctm/place/bridgend')::uuid, md5('ctm/place')::uuid, 'place', 'Bridgend', 'Pen-y-bont ar Ogwr'),
    (p, md5('ctm/place/merthyr')::uuid, md5('ctm/place')::uuid, 'place', 'Merthyr Tydfil', 'Merthyr Tudful'),
    (p, md5('ctm/place/ferndale')::uuid, md5('ctm/place/rct')::uuid, 'neighbourhood', 'Ferndale', 'Glynrhedynog');

insert into partner (partnership, id, name_en, name_cy, kind) values
    (p, md5('ctm/partner/uhb')::uuid, 'Cwm Taf Morgannwg University Health Board', 'Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg', 'health'),
    (p, md5('ctm/partner/rct')::uuid, 'Rhondda Cynon Taf council', 'Cyngor Rhondda Cynon Taf', 'council'),
    (p, md5('ctm/partner/bridgend')::uuid, 'Bridgend council', 'Cyngor Pen-y-bont ar Ogwr', 'council'),
    (p, md5('ctm/partner/merthyr')::uuid, 'Merthyr Tydfil council', 'Cyngor Merthyr Tudful', 'council');

insert into perspective (partnership, id, name_en, name_cy, position) values
    (p, md5('ctm/voice/users')::uuid, 'People who use services', 'Pobl sy''n defnyddio gwasanaethau', 0),
    (p, md5('ctm/voice/carers')::uuid, 'Unpaid carers', 'Gofalwyr di-dâl', 1),
    (p, md5('ctm/voice/community')::uuid, 'Community health', 'Iechyd cymunedol', 2),
    (p, md5('ctm/voice/hospital')::uuid, 'Hospital', 'Ysbyty', 3),
    (p, md5('ctm/voice/social')::uuid, 'Social care', 'Gofal cymdeithasol', 4),
    (p, md5('ctm/voice/primary')::uuid, 'Primary care', 'Gofal sylfaenol', 5),
    (p, md5('ctm/voice/third')::uuid, 'Third sector', 'Y trydydd sector', 6);

insert into member (partnership, id, name, partner, perspective, joined_on) values
    (p, md5('ctm/nia')::uuid, 'Nia', null, null, (m - interval '4 months')::date),
    (p, md5('ctm/gwen')::uuid, 'Gwen', null, md5('ctm/voice/users')::uuid, (m - interval '4 months')::date),
    (p, md5('ctm/carys')::uuid, 'Carys', md5('ctm/partner/uhb')::uuid, md5('ctm/voice/community')::uuid, (m - interval '4 months')::date),
    (p, md5('ctm/dev')::uuid, 'Dev', md5('ctm/partner/uhb')::uuid, md5('ctm/voice/hospital')::uuid, (m - interval '4 months')::date),
    (p, md5('ctm/sian')::uuid, 'Siân', md5('ctm/partner/bridgend')::uuid, md5('ctm/voice/social')::uuid, (m - interval '4 months')::date),
    (p, md5('ctm/llinos')::uuid, 'Llinos', md5('ctm/partner/merthyr')::uuid, md5('ctm/voice/social')::uuid, (m - interval '4 months')::date),
    (p, md5('ctm/tomos')::uuid, 'Tomos', md5('ctm/partner/uhb')::uuid, null, (m - interval '2 months')::date),
    (p, md5('ctm/rhian')::uuid, 'Rhian', md5('ctm/partner/rct')::uuid, md5('ctm/voice/social')::uuid, (m - interval '2 months')::date),
    (p, md5('ctm/huw')::uuid, 'Huw', md5('ctm/partner/uhb')::uuid, md5('ctm/voice/hospital')::uuid, (m - interval '2 months')::date);
insert into member_role (partnership, member, role) values
    (p, md5('ctm/nia')::uuid, 'facilitator'),
    (p, md5('ctm/gwen')::uuid, 'lived-experience'),
    (p, md5('ctm/sian')::uuid, 'story-carer'),
    (p, md5('ctm/tomos')::uuid, 'analyst'),
    (p, md5('ctm/rhian')::uuid, 'finance-lead'),
    (p, md5('ctm/huw')::uuid, 'finance-lead');
insert into circle_member (partnership, member, circle)
    select p, id, case when name in ('Nia', 'Gwen', 'Carys', 'Dev', 'Siân', 'Llinos') then 'core' else 'reference' end
    from member where partnership = p;

insert into spiral (partnership, id, parent, question, language, translation, population, place, out_of_scope, widen_when,
    afresh, started_on) values
    (p, home, null, 'What already works when someone comes home from hospital here?', 'en',
        'Beth sy''n gweithio eisoes pan fydd rhywun yn dod adref o''r ysbyty yma?',
        'Adults of 65 and over who leave hospital', md5('ctm/place')::uuid, 'Children', 'three localities have tried it',
        true, (m - interval '4 months')::date),
    (p, weekend, home, 'Beth fyddai''n gwneud penwythnosau''n haws i ofalwyr ym Merthyr?', 'cy',
        'What would make weekends easier for carers in Merthyr?',
        'Gofalwyr di-dâl', md5('ctm/place/merthyr')::uuid, '', '', true, m);

insert into first_ask (partnership, id, words, language, state, note)
    select partnership, id, question, language, case id when home then 'begun' else 'open' end,
        case id when home then 'We found out what already works on Saturdays, and try it in three places.' else '' end
    from spiral where partnership = p;
insert into spiral_member (partnership, spiral, member, since)
    select p, home, id, joined_on from member where partnership = p;
insert into spiral_member (partnership, spiral, member, since) values (p, weekend, md5('ctm/llinos')::uuid, m);

insert into fixed_point (partnership, id, spiral, kind, what) values
    (p, gen_random_uuid(), home, 'safety', 'Nobody goes home before it is safe for them.'),
    (p, gen_random_uuid(), home, 'law', 'People pay towards social care, and not towards health care.');
insert into woven (partnership, id, spiral, name, who) values
    (p, gen_random_uuid(), home, 'Seven-day pharmacy on the wards', 'The health board');

insert into turn (partnership, spiral, number, phase, started_on, ended_on, learned, joined, matters) values
    (p, home, 1, 'emerging', (m - interval '4 months')::date, (m - interval '2 months' - interval '1 day')::date,
        'Saturday brokerage in Bridgend is what the health board values most. The council had not known.',
        'District nurses, a carers'' group, the discharge team.',
        'Home-care workers and carers in Merthyr are hardly heard yet.'),
    (p, home, 2, 'developing', (m - interval '2 months')::date, (m - interval '1 day')::date,
        'People wait on the ward for a place that is held by somebody who could have gone home. Weekends make it worse.',
        'Both finance leads, an analyst, home-care workers.',
        'Try weekend brokerage with a few flexible home-care rounds, and say beforehand when we would stop.'),
    (p, home, 3, 'delivering', m, null, '', '', ''),
    (p, weekend, 1, 'emerging', m, null, '', '', '');

insert into taking_part (partnership, id, spiral, turn, member, people, how, noted_on)
    select p, gen_random_uuid(), home, case when joined_on < (m - interval '2 months')::date then 1 else 2 end, id, 1, '', joined_on
    from member where partnership = p;
insert into taking_part (partnership, id, spiral, turn, member, people, how, noted_on) values
    (p, gen_random_uuid(), home, 1, null, 65, 'Conversations on wards, at kitchen tables and in a café', (m - interval '3 months')::date),
    (p, gen_random_uuid(), home, 2, null, 44, 'Workshop and home-care rounds', (m - interval '1 month')::date),
    (p, gen_random_uuid(), home, 3, null, 13, 'First weekend of the try', m),
    (p, gen_random_uuid(), weekend, 1, null, 5, 'Carers'' café', m);

insert into plan_step (partnership, id, spiral, name, first_month, last_month, throughout) values
    (p, gen_random_uuid(), home, 'Listen: what already works?', m - interval '4 months', m - interval '3 months', false),
    (p, gen_random_uuid(), home, 'Pattern session; first picture of the whole system', m - interval '2 months', m - interval '1 month', false),
    (p, gen_random_uuid(), home, 'Try weekend brokerage, 12 weeks', m, m + interval '2 months', false),
    (p, gen_random_uuid(), home, 'What came of it? Look at chart and stories together', m + interval '5 months', m + interval '6 months', false),
    (p, gen_random_uuid(), home, 'Write the blueprint with whoever wants to try it next', m + interval '7 months', m + interval '7 months', false),
    (p, gen_random_uuid(), home, 'Story care, every working day', null, null, true);

insert into ask (partnership, id, spiral, kind, what, minutes, asked_of, asked_by, asked_on, wanted_by) values
    (p, gen_random_uuid(), home, 'connection', 'Do you know a home-care worker who might tell us how Saturdays really go?', 5, null,
        md5('ctm/nia')::uuid, m, null),
    (p, gen_random_uuid(), home, 'time', 'Could you sit in the discharge lounge for half an hour on a Friday, and listen?', 30, null,
        md5('ctm/carys')::uuid, m, null),
    (p, gen_random_uuid(), weekend, 'place', 'Oes gennych chi ystafell i chwech o bobl ar fore Sadwrn?', 10, null,
        md5('ctm/llinos')::uuid, m, null);

-- Made up, like all people and words here; each name says so.
insert into asset (partnership, id, kind, name_en, name_cy, what_en, what_cy, gives, place, days, opens, closes, hours,
    contact, consent_by, consent_how, consent_on, open_to, checked_on, checked_by) values
    (p, md5('ctm/asset/cafe')::uuid, 'association', 'Friday café (illustrative)', 'Caffi dydd Gwener (enghreifftiol)',
        'Tea, talk and a lift home for anybody who has been in hospital', 'Te, sgwrs a lifft adref i unrhyw un a fu yn yr ysbyty',
        'room,time', md5('ctm/place/ferndale')::uuid, 'FR', '10:00', '12:30', 'Not in August', 'Whoever opens the door',
        'The café''s committee', 'written', (m - interval '1 month')::date, 'public', m, md5('ctm/nia')::uuid),
    (p, md5('ctm/asset/hall')::uuid, 'place', 'Chapel hall (illustrative)', 'Festri’r capel (enghreifftiol)',
        'A warm hall with a kitchen, for up to forty people', 'Festri gynnes gyda chegin, i hyd at ddeugain o bobl',
        'room', md5('ctm/place/rct')::uuid, 'SA', '09:00', '13:00', '', 'The caretaker',
        'The deacons', 'spoken', (m - interval '9 months')::date, 'public', (m - interval '8 months')::date, md5('ctm/nia')::uuid),
    (p, md5('ctm/asset/choir')::uuid, 'culture', 'Choir for stronger lungs (illustrative)', 'Côr anadlu’n well (enghreifftiol)',
        'Singing together, for people who are short of breath', 'Canu gyda’n gilydd, i bobl sy’n fyr eu hanadl',
        'skill', md5('ctm/place/bridgend')::uuid, 'TU', '14:00', '15:30', '', '',
        'The conductor', 'written', (m - interval '2 months')::date, 'public', null, null),
    (p, md5('ctm/asset/carers')::uuid, 'institution', 'Carers'' advice room (illustrative)', 'Ystafell gyngor gofalwyr (enghreifftiol)',
        'Advice and a listening ear for unpaid carers', 'Cyngor a chlust i ofalwyr di-dâl',
        'room,data', md5('ctm/place/merthyr')::uuid, 'MO,TH', '09:30', '16:00', '', '',
        'The manager', 'written', (m - interval '1 month')::date, 'public', m, md5('ctm/nia')::uuid);
insert into offer (partnership, id, give, what, language, minutes, place, times, member, offered_on) values
    (p, gen_random_uuid(), 'room', 'Ystafell i wyth o bobl ar fore Sadwrn', 'cy', 180, md5('ctm/place/merthyr')::uuid,
        'Boreau Sadwrn', md5('ctm/nia')::uuid, m);
end $$;
