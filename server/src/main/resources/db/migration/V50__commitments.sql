-- How people want to work differently in one turn of a spiral: up to three for each turn, each with an owner and a day, and
-- what came of it.

create table commitment (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    turn int not null,
    -- the first, second or third of its turn: two people who write the fourth at once cannot both have their way
    place int not null check (place between 1 and 3),
    what text not null check (btrim(what) <> ''),
    language text not null check (language in ('en', 'cy')),
    owner uuid,
    due_on date,
    -- empty until people have looked at it
    outcome text not null default '' check (outcome in ('', 'kept', 'partly', 'not-kept')),
    learnt text not null default '',
    learnt_language text not null default 'en' check (learnt_language in ('en', 'cy')),
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, spiral, turn, place),
    foreign key (partnership, spiral, turn) references turn (partnership, spiral, number),
    foreign key (partnership, owner) references member,
    constraint what_came_is_said check (outcome = '' or btrim(learnt) <> '')
);

alter table commitment enable row level security;
alter table commitment force row level security;
create policy own on commitment using (whorl_sees(partnership)) with check (whorl_sees(partnership));
create policy within on commitment as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));
