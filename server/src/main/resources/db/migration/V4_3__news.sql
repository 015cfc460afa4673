-- What members are told: that something has happened, of what kind, and where to look; never whose words or whose name.

create table notice (
    partnership uuid not null references partnership,
    id uuid not null,
    member uuid not null,
    kind text not null,
    path text not null,
    at timestamptz not null default now(),
    read_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, member) references member on delete cascade
);
-- The same is told once until it has been read.
create unique index notice_once on notice (partnership, member, kind, path) where read_at is null;
create index notice_of on notice (partnership, member, at desc);

-- What a member does not want to be told.
create table mute (
    partnership uuid not null references partnership,
    member uuid not null,
    kind text not null,
    primary key (partnership, member, kind),
    foreign key (partnership, member) references member on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['notice', 'mute']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
