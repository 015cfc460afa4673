-- Measures of a spiral: what is measured and for whom, its points by day and place, from when its limits are counted anew and why,
-- and the stories that belong to a point.

create table measure (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    name text not null check (btrim(name) <> ''),
    language text not null check (language in ('en', 'cy')),
    unit text not null check (btrim(unit) <> ''),
    -- what exactly is counted, and what is not
    meaning text not null check (btrim(meaning) <> ''),
    better text not null check (better in ('increase', 'decrease', 'neutral')),
    target double precision,
    kind text not null check (kind in ('xmr', 'run', 'p', 'u', 'g', 't')),
    -- what stands below a share or a rate: visits, people, days
    per text not null default '' check (kind not in ('p', 'u') or btrim(per) <> ''),
    serves text not null check (serves in ('people', 'community', 'staff')),
    -- what it is measured for: to plan, to improve, to keep in hand, to answer to others
    mode text not null check (mode in ('planning', 'improvement', 'control', 'assurance')),
    source text not null check (btrim(source) <> ''),
    owner uuid,
    -- are its values counts of people? Then few are not shown
    people boolean not null,
    -- what the people it is about should notice, where it counts what services do
    outcome text not null default '',
    begun_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, owner) references member
);

create table measure_point (
    partnership uuid not null references partnership,
    id uuid not null,
    measure uuid not null,
    -- where; nothing where there is but one
    site text not null default '',
    day date not null,
    -- a count, a measurement, or how many events of so many
    value double precision not null,
    exposure double precision check (exposure > 0),
    gone boolean not null default false,
    written_at timestamptz not null,
    written_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, measure, site, day),
    foreign key (partnership, measure) references measure,
    foreign key (partnership, written_by) references member
);

-- From when on limits are counted anew: decided by people, with a reason, never by itself.
create table measure_rebase (
    partnership uuid not null references partnership,
    id uuid not null,
    measure uuid not null,
    site text not null default '',
    day date not null,
    why text not null check (btrim(why) <> ''),
    language text not null check (language in ('en', 'cy')),
    decision uuid,
    gone boolean not null default false,
    written_at timestamptz not null,
    written_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, measure) references measure,
    foreign key (partnership, decision) references decision,
    foreign key (partnership, written_by) references member
);

-- A story beside a point. Its words are kept with the story, and are shown as long as they may be heard.
create table measure_story (
    partnership uuid not null references partnership,
    measure uuid not null,
    site text not null default '',
    day date not null,
    story uuid not null,
    pinned_at timestamptz not null,
    pinned_by uuid,
    primary key (partnership, measure, site, day, story),
    foreign key (partnership, measure) references measure,
    foreign key (partnership, pinned_by) references member
);

do $$
declare name text;
begin
    foreach name in array array['measure', 'measure_point', 'measure_rebase', 'measure_story']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
