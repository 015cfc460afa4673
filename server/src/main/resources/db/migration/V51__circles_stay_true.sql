-- What was asked stays what was asked: an item keeps the rule its people were heard under, it is written down who said later
-- what it touches, and why somebody ended a round before all were in.

-- This migration writes rows of every partnership.
select set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', true);

alter table sdmi_item add column rule text check (rule in ('consent', 'consensus')),
    -- who said why it may be decided although nobody who lives with it was heard
    add column no_lived_by uuid;
alter table sdmi_item add foreign key (partnership, no_lived_by) references member on delete set null (no_lived_by);

alter table sdmi_round add column ended_why text not null default '', add column ended_by uuid;
alter table sdmi_round add foreign key (partnership, ended_by) references member on delete set null (ended_by);

-- The rule it began by was not kept until now: the circle's is the best that is known.
update sdmi_item i set rule = c.rule from sdmi_circle c
where c.partnership = i.partnership and c.id = i.circle and (i.outcome <> '' or exists (
    select from sdmi_round r where r.partnership = i.partnership and r.item = i.id));

-- What somebody said an item touches after it was raised, or that it touches it no longer: by which seat, or by which member
-- who has none.
create table sdmi_touched (
    partnership uuid not null references partnership,
    item uuid not null,
    number int not null check (number > 0),
    what text not null check (what in ('money', 'staff', 'several', 'law')),
    taken_off boolean not null,
    seat uuid,
    member uuid,
    said_at timestamptz not null,
    primary key (partnership, item, number),
    foreign key (partnership, item) references sdmi_item,
    foreign key (partnership, seat) references sdmi_seat,
    foreign key (partnership, member) references member on delete set null (member)
);
alter table sdmi_touched enable row level security;
alter table sdmi_touched force row level security;
create policy own on sdmi_touched using (whorl_sees(partnership)) with check (whorl_sees(partnership));
