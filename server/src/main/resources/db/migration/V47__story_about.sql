-- What a story was told about, where somebody came from a page that asked for it: a point of a measure, an experiment. Held like the
-- story, and deleted with it.

create table story_about (
    partnership uuid not null references partnership,
    contribution uuid not null,
    kind text not null check (kind in ('measure', 'experiment')),
    thing uuid not null,
    site text not null default '',
    day date,
    primary key (partnership, contribution),
    foreign key (partnership, contribution) references contribution on delete cascade
);
create index on story_about (partnership, kind, thing);

alter table story_about enable row level security;
alter table story_about force row level security;
create policy in_care on story_about using (whorl_sees(partnership) and whorl_cares())
    with check (whorl_sees(partnership) and whorl_cares());
