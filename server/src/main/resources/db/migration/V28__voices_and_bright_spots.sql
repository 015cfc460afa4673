-- Who lives, works and pays here, as somebody typed it in: where it comes from and of which day, and each group's part.
create table mix_source (
    partnership uuid not null references partnership,
    axis text not null check (axis in ('perspective', 'place', 'language')),
    source text not null check (btrim(source) <> ''),
    as_of date not null,
    language text not null check (language in ('en', 'cy')),
    primary key (partnership, axis)
);
create table mix_group (
    partnership uuid not null references partnership,
    axis text not null,
    part text not null,
    size double precision not null check (size >= 0 and size <= 1e9),
    primary key (partnership, axis, part),
    foreign key (partnership, axis) references mix_source on delete cascade
);

-- Figures of several teams, one measure at a time: of so many people it went well for so many.
create table bright_measure (
    partnership uuid not null references partnership,
    id uuid not null,
    name text not null check (btrim(name) <> ''),
    language text not null check (language in ('en', 'cy')),
    more_is_better boolean not null,
    source text not null check (btrim(source) <> ''),
    as_of date not null,
    primary key (partnership, id)
);
create table bright_figure (
    partnership uuid not null references partnership,
    measure uuid not null,
    team text not null check (btrim(team) <> ''),
    period text not null,
    numerator double precision not null check (numerator >= 0),
    denominator double precision not null check (denominator >= 1 and denominator >= numerator),
    case_mix double precision,
    primary key (partnership, measure, team, period),
    foreign key (partnership, measure) references bright_measure on delete cascade
);
-- Who is in a team: they alone see where it lies when that is not on the good side.
create table bright_team (
    partnership uuid not null references partnership,
    measure uuid not null,
    team text not null,
    member uuid not null,
    primary key (partnership, measure, team, member),
    foreign key (partnership, measure) references bright_measure on delete cascade,
    foreign key (partnership, member) references member on delete cascade
);

-- Going to ask a team how they do it: four questions, and how far it has got.
create table inquiry (
    partnership uuid not null references partnership,
    id uuid not null,
    measure uuid not null,
    team text not null,
    stage text not null default 'found' check (stage in ('found', 'learnt', 'tried', 'passed-on')),
    discover text not null default '',
    dream text not null default '',
    design text not null default '',
    destiny text not null default '',
    language text not null check (language in ('en', 'cy')),
    begun_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, measure, team),
    foreign key (partnership, measure) references bright_measure on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['mix_source', 'mix_group', 'bright_measure', 'bright_figure', 'bright_team', 'inquiry']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
