-- Codes, habits and rounds can be given another name, and each change can be undone.
alter table story_code add column version int not null default 1;
alter table habit add column version int not null default 1;
alter table significant_round add column version int not null default 1;

-- Only what becomes an ask needs ten letters; what is kept as a note may be short.
alter table habit_time drop constraint habit_time_action_check;
alter table habit_time add constraint habit_time_action_check check (btrim(action) <> '');

-- How far people have a say in what a spiral does, as those who take part see it; from which side they speak is theirs to
-- change, so it is not kept here.
create table involvement (
    partnership uuid not null references partnership,
    spiral uuid not null,
    member uuid not null,
    level text not null check (level in ('informed', 'consulted', 'involved', 'together', 'led')),
    why text not null check (btrim(why) <> ''),
    language text not null check (language in ('en', 'cy')),
    said_on date not null,
    primary key (partnership, spiral, member),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, member) references member on delete cascade
);
alter table involvement enable row level security;
alter table involvement force row level security;
create policy own on involvement using (whorl_sees(partnership)) with check (whorl_sees(partnership));
