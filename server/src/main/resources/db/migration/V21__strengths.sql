-- What there is here already: people, associations, institutions, places and culture that agreed to be listed.

create table asset (
    partnership uuid not null references partnership,
    id uuid not null,
    kind text not null check (kind in ('person', 'association', 'institution', 'place', 'culture')),
    name_en text not null default '',
    name_cy text not null default '',
    what_en text not null default '',
    what_cy text not null default '',
    -- what it would give: a comma between two
    gives text not null default '' check (gives ~ '^((room|skill|money|data|permission|time)(,|$))*$'),
    place uuid,
    address text not null default '',
    postcode text not null default '',
    -- the days of a week it is open, from when to when, and what else there is to say about that
    days text not null default '' check (days ~ '^((MO|TU|WE|TH|FR|SA|SU)(,|$))*$'),
    opens text not null default '' check (opens ~ '^([0-9]{2}:[0-9]{2})?$'),
    closes text not null default '' check (closes ~ '^([0-9]{2}:[0-9]{2})?$'),
    hours text not null default '',
    contact text not null default '',
    phone text not null default '',
    email text not null default '',
    url text not null default '',
    partner uuid,
    -- nobody and nothing is listed that did not agree
    consent_by text not null check (btrim(consent_by) <> ''),
    consent_how text not null check (consent_how in ('spoken', 'written', 'published')),
    consent_on date not null,
    open_to text not null check (open_to in ('partnership', 'public')),
    checked_on date,
    checked_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, place) references place,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, checked_by) references member,
    check (btrim(name_en) <> '' or btrim(name_cy) <> ''),
    -- a person says so themselves, and is found only inside
    constraint person_is_inside check (kind <> 'person' or (open_to = 'partnership' and consent_how <> 'published'))
);

-- What is left of one that no longer wants to be listed: that there was one.
create table asset_taken_back (
    partnership uuid not null references partnership,
    id uuid not null,
    month date not null,
    primary key (partnership, id)
);

-- What a member offers, for themselves or for their organisation.
create table offer (
    partnership uuid not null references partnership,
    id uuid not null,
    give text not null check (give in ('room', 'skill', 'money', 'data', 'permission', 'time')),
    what text not null check (btrim(what) <> ''),
    language text not null check (language in ('en', 'cy')),
    minutes int check (minutes > 0),
    amount text not null default '',
    place uuid,
    times text not null default '',
    from_day date,
    until_day date,
    member uuid not null,
    partner uuid,
    offered_on date not null,
    state text not null default 'open' check (state in ('open', 'withdrawn')),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, place) references place,
    foreign key (partnership, member) references member on delete cascade,
    foreign key (partnership, partner) references partner,
    check (from_day is null or until_day is null or from_day <= until_day)
);

-- What a member is good at, in their own words, for whom they choose. Taken back, nothing of it stays.
create table own_strength (
    partnership uuid not null references partnership,
    member uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    seen_by text not null check (seen_by in ('members', 'facilitators')),
    said_on date not null,
    primary key (partnership, member),
    foreign key (partnership, member) references member on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['asset', 'asset_taken_back', 'offer', 'own_strength']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
