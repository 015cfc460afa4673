-- The example's thread, from two stories to a permission to try: made up, like all its people and words, and said so in
-- each. It comes after the example's picture and its Shift, which a decision rests on.
do $$
declare
    p uuid := md5('ctm')::uuid;
    m date := date_trunc('month', current_date)::date;
    home uuid := md5('ctm/spiral/home')::uuid;
    gwen uuid := md5('ctm/story/gwen')::uuid;
    saturday uuid := md5('ctm/story/saturday')::uuid;
    says uuid := md5('ctm/claim/weekends')::uuid;
    decided uuid := md5('ctm/decision/weekends')::uuid;
    item uuid := md5('ctm/item/weekends')::uuid;
    try uuid := md5('ctm/permission/one-assessment')::uuid;
    hours uuid := md5('ctm/measure/hours')::uuid;
    rounds uuid := md5('ctm/experiment/saturday-rounds')::uuid;
    monday date := date_trunc('week', current_date)::date;
    shift uuid;
    finding uuid;
    model uuid;
begin
perform set_config('whorl.story_care', 'yes', true);
select s.id, s.model into shift, model from shift_option s where s.partnership = p order by s.made_at limit 1;
select f.id into finding from finding f where f.partnership = p and f.state = 'published' limit 1;

insert into contribution (partnership, id, spiral, kind, route, language, strength, words, code, teller, age, country, place,
    name_choice, answer_in, state, told_at, looked_at, edited_strength, edited_words, neighbour, approved_at) values
    (p, gwen, home, 'story', 'page', 'cy', 'Eirlys drws nesaf (enghreifftiol)',
        'Daeth Eirlys drws nesaf â chawl bob dydd. Ddydd Sadwrn doedd neb i’m helpu i wisgo tan ddydd Llun. (Enghreifftiol)',
        sha256('ctm/story/gwen'), 'own', 'adult', 'wales', md5('ctm/place/ferndale')::uuid, 'none', 'cy', 'released',
        m - interval '3 months', m - interval '3 months', 'Eirlys drws nesaf (enghreifftiol)',
        'Daeth Eirlys drws nesaf â chawl bob dydd. Ddydd Sadwrn doedd neb i’m helpu i wisgo tan ddydd Llun. (Enghreifftiol)',
        'no', m - interval '3 months'),
    (p, saturday, home, 'story', 'page', 'en', 'The ward and the council talk on Saturdays (illustrative)',
        'On Saturday the brokerage desk found a carer within the hour, and Dad slept in his own bed. (Illustrative)',
        sha256('ctm/story/saturday'), 'own', 'adult', 'wales', md5('ctm/place/bridgend')::uuid, 'none', 'en', 'released',
        m - interval '3 months', m - interval '3 months', 'The ward and the council talk on Saturdays (illustrative)',
        'On Saturday the brokerage desk found a carer within the hour, and Dad slept in his own bed. (Illustrative)',
        'no', m - interval '3 months');
insert into consent (partnership, contribution, audience, given_at)
    select p, id, 'public', m - interval '3 months' from unnest(array[gwen, saturday]) id;
insert into released (partnership, contribution, spiral, kind, language, strength, words, name, audiences, released_on,
    wide_from)
    select p, id, home, 'story', language, edited_strength, edited_words, '', '{public}',
        (m - interval '80 days')::date, (m - interval '80 days')::date
    from contribution where partnership = p and id in (gwen, saturday);

insert into claim (partnership, id, state, sentence, language, made_by, changed_at, published_at) values
    (p, says, 'published', 'Help that stops on Friday keeps people in hospital until Monday (illustrative).', 'en',
        md5('ctm/nia')::uuid, m - interval '1 month', m - interval '1 month');
insert into claim_told (partnership, claim, story) values (p, says, gwen), (p, says, saturday);

insert into sdmi_circle (partnership, id, name_en, name_cy, rule, level, right_partnership, language) values
    (p, md5('ctm/circle')::uuid, 'Home from hospital circle (illustrative)', 'Cylch adref o’r ysbyty (enghreifftiol)',
        'consent', 'partnership', 'Moving money or staff between partners', 'en');
insert into sdmi_seat (partnership, id, circle, name, member, perspective, lived)
    select p, md5('ctm/seat/' || name)::uuid, md5('ctm/circle')::uuid, name, id, perspective, name = 'Gwen'
    from member where partnership = p and name in ('Gwen', 'Carys', 'Siân', 'Huw', 'Rhian');
insert into sdmi_item (partnership, id, circle, owner, question, language, minutes, purpose, proposal, wanted, reason, affected,
    money, staff, level, outcome, outcome_note, does_who, does_by, ended_on, opened_on) values
    (p, item, md5('ctm/circle')::uuid, md5('ctm/seat/Siân')::uuid,
        'How could people go home on a Saturday as safely as on a Tuesday? (illustrative)', 'en', 20, 'decide',
        'Weekend brokerage and some flexible home-care rounds for twelve weeks', 'People go home on the day they are well',
        'People wait over the weekend for help that starts on Monday', 'People on wards, carers, home-care workers',
        true, true, 'partnership', 'adopted', '', 'Siân', (m + interval '1 month')::date, m, (m - interval '5 days')::date);

insert into decision (partnership, id, state, item, rule, question, wanted, decided, rejected, heard, not_heard,
    risk_acting, risk_not_acting, reversible, safety_net, shift, long_term, long_term_evidence, horizon, prevention,
    prevention_evidence, integration, integration_evidence, collaboration, collaboration_evidence, involvement,
    involvement_evidence, owner, level, review_on, language, made_on) values
    (p, decided, 'made', item, 'consent',
        'Shall we try weekend brokerage and flexible home-care rounds for twelve weeks? (illustrative)',
        'People go home on the day they are well, also on a Saturday',
        'We try it in three places for twelve weeks. (Illustrative)',
        'More beds on the ward: takes a year, and nobody wants to be there
Wait for the winter plan: the winter is here by then',
        'People who use services, community health, social care, both finance leads', 'Carers in Merthyr',
        'A round could fall apart when somebody is ill', 'People wait on the ward until Monday and lose strength', 'yes',
        'The duty manager brings weekday rounds forward; it stops when more than 330 wait on five days running', shift,
        'Fewer people lose strength in hospital and need a care home early', 'The picture, version 1', 10,
        'Days in bed that weaken people are avoided', 'The two stories', 'One desk for ward and council',
        'The item of the circle', 'Health board and three councils pay and gain together', 'The Shift''s ledger',
        'People who live with it were in the circle', 'The pattern and its stories', md5('ctm/sian')::uuid, 'partnership',
        (m + interval '3 months')::date, 'en', m);
insert into decision_evidence (partnership, id, decision, kind, target, number, added_at) values
    (p, md5('ctm/rests/1')::uuid, decided, 'story', gwen, 0, m),
    (p, md5('ctm/rests/2')::uuid, decided, 'claim', says, 0, m),
    (p, md5('ctm/rests/3')::uuid, decided, 'finding', finding, 0, m),
    (p, md5('ctm/rests/4')::uuid, decided, 'model', model, 1, m);
insert into decision_signatory (partnership, decision, partner, member, words, signed_at, signed) values
    (p, decided, md5('ctm/partner/uhb')::uuid, md5('ctm/huw')::uuid, '', m, 1),
    (p, decided, md5('ctm/partner/rct')::uuid, md5('ctm/rhian')::uuid, '', m, 1);

insert into rule (partnership, id, name, partner, source, kind, added, minutes_low, minutes_high, staff, since, language,
    added_by) values
    (p, md5('ctm/rule/second')::uuid, 'Second assessment on the ward before home care starts (illustrative)',
        md5('ctm/partner/rct')::uuid, 'Discharge procedure, made up', 'rule', false, 30, 60, 12,
        (m - interval '2 years')::date, 'en', md5('ctm/nia')::uuid);
insert into permission (partnership, id, tries, principles, place, whom, most, safety, suspends, signers, heard, alternatives,
    starts_on, ends_on, decision, owner, begun_by, language) values
    (p, try, 'One assessment at weekends (illustrative)',
        'Do what matters to the person. Keep today safe. Tell the next person. Ask if unsure.',
        'Bridgend, Ferndale, Merthyr Tydfil', 'People of 65 and over who are well enough to go home', 60,
        'The duty manager can be called at any hour, and the ward keeps the bed for a day',
        'Second assessment on the ward before home care starts (illustrative)', 'Rhondda Cynon Taf council',
        'People who use services and home-care workers', 'Both assessments on the ward by one visitor; a call instead of a visit',
        m, (m + interval '12 weeks')::date, decided, md5('ctm/sian')::uuid, md5('ctm/nia')::uuid, 'en');
insert into permission_rule (partnership, permission, rule) values (p, try, md5('ctm/rule/second')::uuid);
insert into permission_stop (partnership, permission, number, what, way, figure, days) values
    (p, try, 1, 'People delayed in hospital', 'above', 330, 5);
insert into permission_signature (partnership, permission, partner, member, signed, signed_at) values
    (p, try, md5('ctm/partner/rct')::uuid, md5('ctm/rhian')::uuid, 1, m),
    (p, try, md5('ctm/partner/uhb')::uuid, md5('ctm/huw')::uuid, 1, m);

insert into big_room (partnership, id, pathway, language, spiral, model, inside, outside, opened_on) values
    (p, md5('ctm/big-room')::uuid, 'Home from hospital (illustrative)', 'en', home, model, md5('ctm/carys')::uuid,
        md5('ctm/rhian')::uuid, m);

insert into measure (partnership, id, spiral, name, language, unit, meaning, better, target, kind, serves, mode, source, owner,
    people, outcome, begun_on) values
    (p, hours, home, 'Hours from ready to home at weekends (illustrative)', 'en', 'hours',
        'From the note that somebody is well enough to go until they are home; made-up figures', 'decrease', 40, 'xmr',
        'people', 'improvement', 'Made up, to show what a chart looks like', md5('ctm/carys')::uuid, false,
        'I was home the day I was well', (monday - 140)::date);
insert into measure_point (partnership, id, measure, site, day, value, written_at, written_by)
    select p, md5('ctm/hours/' || n)::uuid, hours, '', (monday - 7 * (20 - n::int))::date, value,
        (monday - 7 * (20 - n::int))::timestamptz, md5('ctm/carys')::uuid
    from unnest(array[52, 49, 55, 50, 47, 53, 51, 48, 54, 50, 52, 49, 46, 51, 53, 48, 44, 41, 43, 36]) with ordinality as v (value, n);
insert into measure_story (partnership, measure, site, day, story, pinned_at) values
    (p, hours, '', monday::date, saturday, m);
insert into experiment (partnership, id, spiral, state, decision, permission, finding, title, if_we, and_if, then_so, cycle,
    measure, predicted, predicted_low, predicted_high, unit, predicted_for, predicted_by, places, others, steps, points, design,
    design_why, weeks, usual, hoped, sites, data_plan, people_prompt, community_prompt, staff_prompt, stop_what, stop_measure,
    stop_way, stop_figure, stop_points, stopper, heard, alternatives, owner, respond_by, language, begun_by, begun_on,
    started_on) values
    (p, rounds, home, 'running', decided, try, finding, 'Illustrative: a home-care round on Saturdays',
        'the desk that finds carers is open on Saturdays and a round may take one more person',
        'one visitor''s assessment is enough', 'people go home on the day they are well, also on a Saturday', 'test',
        hours, 38, 32, 44, 'hours (made up)', (m + interval '12 weeks')::date, md5('ctm/sian')::uuid, 'one', 'no', 'no', 'many',
        'spc', '', 12, 50, 25, m || ' Ferndale', 'Carys writes one figure each Monday',
        'What was it like to come home?', 'What did you do for somebody who came home?', 'What did it ask of you?',
        'hours from ready to home', hours, 'above', 60, 2, md5('ctm/carys')::uuid,
        'People who use services and home-care workers', 'More beds on the ward: takes a year
Wait for the winter plan: the winter is here by then', md5('ctm/sian')::uuid,
        (m + interval '14 weeks')::date, 'en', md5('ctm/nia')::uuid, (m - interval '14 days')::date, m);
insert into experiment_evidence (partnership, id, experiment, clause, kind, target, number) values
    (p, md5('ctm/card/1')::uuid, rounds, 'if', 'claim', says, 0),
    (p, md5('ctm/card/2')::uuid, rounds, 'and', 'story', saturday, 0),
    (p, md5('ctm/card/3')::uuid, rounds, 'then', 'model', model, 1);
end $$;
