-- What a partnership changes about itself: its own names, its organisations and since when, whose voice must be there, who
-- sits in which circle, and guests whose way in ends by itself.

alter table partnership add column version int not null default 1;
-- Whose words are used: a health board here is an integrated care board there.
alter table partnership add column nation text not null default 'wales' check (nation in ('wales', 'england'));
-- What whoever has not chosen a language reads first; blank for whatever their browser asks for.
alter table partnership add column first_language text not null default '' check (first_language in ('', 'en', 'cy'));

-- Its settings as a thing with versions like all others, which carry their partnership's id (table earlier).
create view setting with (security_invoker = true) as select *, id as partnership from partnership;

-- What the partnership itself calls something that has a name of ours.
create table own_word (
    partnership uuid not null references partnership,
    word text not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    primary key (partnership, word)
);

alter table partner add column began_on date;
alter table partner add column ended_on date;
alter table partner add check (ended_on >= began_on);

alter table perspective add column required boolean not null default true;
alter table perspective add column version int not null default 1;

alter table member add column version int not null default 1;
-- The last day of somebody whose way in ends by itself, and the one spiral they are here for.
alter table member add column until date;
alter table member add column only_spiral uuid;
alter table member add foreign key (partnership, only_spiral) references spiral;
-- Whoever has left is forgotten; what they wrote stays, without a name.
alter table member drop constraint member_name_check;
alter table member add check (btrim(name) <> '' or left_on is not null);

-- The facilitator is no partner's: whoever has the one role cannot be given the other.
create unique index facilitator_holds_no_purse on member_role (partnership, member)
    where role in ('facilitator', 'finance-lead');

alter table invitation add column partner uuid;
alter table invitation add column circle text not null default 'reference' check (circle in ('', 'core', 'reference'));
alter table invitation add column spiral uuid;
alter table invitation add column until date;
alter table invitation add foreign key (partnership, partner) references partner;
alter table invitation add foreign key (partnership, spiral) references spiral;

-- May this transaction see rows of that spiral? Untold, of all.
create function whorl_within(spiral uuid) returns boolean
    language sql stable
    return coalesce(current_setting('whorl.spiral', true), '') in ('', spiral::text);

create policy within on spiral as restrictive using (whorl_within(id)) with check (whorl_within(id));
create policy within on turn as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));
create policy within on taking_part as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));
create policy within on plan_step as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));
create policy within on ask as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));

alter table own_word enable row level security;
alter table own_word force row level security;
create policy own on own_word using (whorl_sees(partnership)) with check (whorl_sees(partnership));
