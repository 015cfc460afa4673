-- What an analysis came to, and what is to be done about it. A draft may be as unfinished as it is; what is published names
-- the intervention, for whom, where, what is expected of it and how we shall know.
create table finding (
    partnership uuid not null references partnership,
    id uuid not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'aside')),
    -- the analysis: what its page was called, its address with all that was asked, and the figure as it was read there
    title text not null check (btrim(title) <> ''),
    asked text not null default '',
    model uuid,
    model_version int,
    figure text not null default '',
    read_at timestamptz not null,
    found text not null default '',
    known text not null default '' check (known in ('', 'yes', 'no', 'partly')),
    -- the action line
    which text not null default '',
    whom text not null default '',
    place text not null default '',
    effect text not null default '',
    amount text not null default '',
    effect_by date,
    measure text not null default '',
    measure_on date,
    owner uuid,
    language text not null check (language in ('en', 'cy')),
    changed_at timestamptz not null default now(),
    published_at timestamptz,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, model, model_version) references model_version,
    foreign key (partnership, owner) references member,
    constraint finding_ends_in_action check (state <> 'published' or (
        btrim(found) <> '' and known <> '' and btrim(which) <> '' and btrim(whom) <> '' and btrim(place) <> ''
        and btrim(effect) <> '' and amount ~ '[0-9]' and effect_by is not null and btrim(measure) <> ''
        and measure_on is not null and owner is not null and published_at is not null))
);
alter table finding enable row level security;
alter table finding force row level security;
create policy own on finding using (whorl_sees(partnership)) with check (whorl_sees(partnership));
