-- What each organisation sees as strong, on the others' side and on its own, where they meet. Who wrote it is not kept, only for
-- which organisation.
create table named_strength (
    partnership uuid not null references partnership,
    id uuid not null,
    about uuid not null,
    name text not null check (btrim(name) <> ''),
    language text not null check (language in ('en', 'cy')),
    primary key (partnership, id),
    foreign key (partnership, about) references partner
);
create table strength_remark (
    partnership uuid not null references partnership,
    id uuid not null,
    seen_by uuid not null,
    about uuid not null,
    meeting text not null check (btrim(meeting) <> ''),
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- which strength it is, as people have judged
    strength uuid,
    primary key (partnership, id),
    foreign key (partnership, seen_by) references partner,
    foreign key (partnership, about) references partner,
    foreign key (partnership, strength) references named_strength
);

do $$
declare name text;
begin
    foreach name in array array['named_strength', 'strength_remark']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
