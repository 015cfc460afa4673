-- Other ways by which people tell: a shared device, a board in a workshop, a sheet, and those who collect with us.

-- Who collects what people tell, in their own name: a voluntary group, a practice.
create table collector (
    partnership uuid not null references partnership,
    id uuid not null,
    name text not null check (btrim(name) <> ''),
    kind text not null check (kind in ('voluntary', 'practice', 'other')),
    -- the fingerprint of the code that opens their own page
    code bytea not null unique,
    made_at timestamptz not null default now(),
    primary key (partnership, id),
    unique (partnership, name)
);

alter table telling_link add column collector uuid;
alter table telling_link add foreign key (partnership, collector) references collector;

-- A board for a workshop: what was said aloud about consent, once, and what then holds for each card unless it says otherwise.
create table workshop (
    partnership uuid not null references partnership,
    id uuid not null,
    name text not null check (btrim(name) <> ''),
    spiral uuid,
    said text not null check (btrim(said) <> ''),
    teller text not null check (teller in ('own', 'typed', 'authority', 'bereaved')),
    age text not null check (age in ('adult', 'young-parent', 'young-self', 'young-alone')),
    country text not null check (country in ('wales', 'england', 'elsewhere')),
    place uuid,
    audiences text[] not null,
    opened_by uuid,
    opened_at timestamptz not null default now(),
    closed_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, place) references place,
    foreign key (partnership, opened_by) references member
);

alter table contribution add column collector uuid;
alter table contribution add foreign key (partnership, collector) references collector;
alter table contribution add column workshop uuid;
alter table contribution add foreign key (partnership, workshop) references workshop;
create index contribution_collector on contribution (partnership, collector) where collector is not null;
create index contribution_workshop on contribution (partnership, workshop) where workshop is not null;

-- Which rows of sheets were brought in: the fingerprint of who collected them and of their reference, so that a row brought twice
-- is one, and one that was taken back stays away.
create table sheet_row (
    partnership uuid not null references partnership,
    key bytea not null,
    primary key (partnership, key)
);

do $$
declare name text;
begin
    foreach name in array array['collector', 'workshop']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
alter table sheet_row enable row level security;
alter table sheet_row force row level security;
create policy in_care on sheet_row using (whorl_sees(partnership) and whorl_cares())
    with check (whorl_sees(partnership) and whorl_cares());
