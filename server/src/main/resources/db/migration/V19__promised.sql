-- Promises, and how it felt to take part.

-- That somebody will do something until a day. A day that was given up stays, with the reason.
create table promise (
    partnership uuid not null references partnership,
    id uuid not null,
    member uuid,
    partner uuid,
    spiral uuid,
    what text not null check (length(btrim(what)) >= 10),
    language text not null check (language in ('en', 'cy')),
    due_on date not null,
    moved_from text[] not null default '{}',
    moved_why text[] not null default '{}',
    state text not null default 'open' check (state in ('open', 'kept', 'broken')),
    note text not null default '',
    made_on date not null,
    made_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, member) references member,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, made_by) references member,
    check (member is not null or partner is not null),
    check (cardinality(moved_from) = cardinality(moved_why)),
    check (state = 'open' or btrim(note) <> '')
);

-- Whom it was promised, by what they told; and what they say: was it kept? It goes with the story when that is taken back.
create table promised_to (
    partnership uuid not null references partnership,
    promise uuid not null,
    contribution uuid not null,
    kept boolean,
    judged_at timestamptz,
    primary key (partnership, promise, contribution),
    foreign key (partnership, promise) references promise on delete cascade,
    foreign key (partnership, contribution) references contribution on delete cascade
);

-- How it felt to take part: not who, not on which day, and of which story nobody can tell.
create table felt (
    partnership uuid not null references partnership,
    id uuid not null,
    after text not null check (after in ('telling', 'session')),
    spiral uuid,
    language text not null check (language in ('en', 'cy')),
    heard smallint check (heard between 1 and 5),
    safe smallint check (safe between 1 and 5),
    worth smallint check (worth between 1 and 5),
    month date not null check (extract(day from month) = 1),
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    check (heard is not null or safe is not null or worth is not null)
);

do $$
declare name text;
begin
    foreach name in array array['promise', 'promised_to', 'felt']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
