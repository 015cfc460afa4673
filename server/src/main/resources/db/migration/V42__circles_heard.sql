-- What a partnership takes away of what was said in circles: rounds that are open, and nobody's support beside their name.

create view sdmi_heard with (security_invoker = true) as
    select y.partnership, y.round, y.seat, y.stance, y.harm, whorl_for_sheet(y.words) as words,
        whorl_for_sheet(y.resolves) as resolves, y.language, whorl_for_sheet(y.answer) as answer
    from sdmi_reply y join sdmi_round r on r.partnership = y.partnership and r.id = y.round
    where r.closed_at is not null or r.until <= now()
        or (exists (select from sdmi_expected e where e.partnership = r.partnership and e.round = r.id)
            and not exists (select from sdmi_expected e where e.partnership = r.partnership and e.round = r.id
                and not exists (select from sdmi_reply z
                    where z.partnership = e.partnership and z.round = e.round and z.seat = e.seat)));
