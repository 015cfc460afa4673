-- Which rule or handover a barrier is about is part of the text that is edited and agreed to; it does not go out beside it.
drop view released_contribution;
alter table released drop column about;
create view released_contribution with (security_invoker = true) as
    select partnership, contribution, spiral, kind, language, whorl_for_sheet(strength) as strength,
        whorl_for_sheet(words) as words, whorl_for_sheet(name) as name,
        'public' = any (audiences) and wide_from <= current_date as for_public, released_on
    from released
    where 'partnership' = any (audiences) or ('public' = any (audiences) and wide_from <= current_date);
