-- Takes in what people told, in one step: it says itself that it cares for stories, for as long as it lasts. Those whose code
-- is known already are left out; it answers with those that are new.
create function whorl_take_in(here uuid, at timestamptz, ids uuid[], spirals uuid[], kinds text[], routes text[],
    languages text[], strengths text[], abouts text[], words_told text[], codes bytea[], tellers text[], ages text[],
    countries text[], places uuid[], name_choices text[], names text[], answers text[], voices boolean[],
    collectors uuid[], workshops uuid[], agreed uuid[], audiences text[], reached uuid[], contacts text[]) returns setof uuid
    language plpgsql as $$
begin
    perform set_config('whorl.story_care', 'yes', true);
    return query
        with fresh as (
            insert into contribution (partnership, told_at, id, spiral, kind, route, language, strength, about, words, code,
                teller, age, country, place, name_choice, name, answer_in, spoken, collector,
                workshop)
            select here, at, told.* from unnest(ids, spirals, kinds, routes, languages, strengths, abouts, words_told, codes,
                tellers, ages, countries, places, name_choices, names, answers, voices, collectors, workshops) as told
            on conflict (code) do nothing returning id),
        heard as (
            insert into consent (partnership, contribution, audience, given_at)
            select here, a.contribution, a.audience, at from unnest(agreed, audiences) as a (contribution, audience)
            where a.contribution in (select fresh.id from fresh)),
        called as (
            insert into teller_contact (partnership, contribution, contact)
            select here, c.contribution, c.contact from unnest(reached, contacts) as c (contribution, contact)
            where c.contribution in (select fresh.id from fresh))
        select fresh.id from fresh;
    -- after a mistake the whole transaction is undone, and with it that it cares
    perform set_config('whorl.story_care', '', true);
end $$;

-- Takes back again, all at once and in every partnership, what had been taken back before a backup brought it back. How many.
create function whorl_forget(ids uuid[]) returns int
    language plpgsql as $$
declare gone int;
begin
    perform set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', true);
    perform set_config('whorl.story_care', 'yes', true);
    update care_outcome set note = '' where contribution = any (ids);
    insert into withdrawn_contribution
        select partnership, id, spiral, kind, date_trunc('month', now())::date, state = 'released'
        from contribution where id = any (ids)
        on conflict do nothing;
    delete from contribution where id = any (ids);
    get diagnostics gone = row_count;
    perform set_config('whorl.story_care', '', true);
    return gone;
end $$;
