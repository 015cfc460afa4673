-- Choosing together, coming together again and again, and what services see beside what people live. As before, nothing here
-- holds a story's words.

-- A panel reads some stories and chooses the one that tells of the most significant change. What was chosen stays chosen.
create table significant_round (
    partnership uuid not null references partnership,
    id uuid not null,
    level int not null check (level between 1 and 4),
    domain text not null check (btrim(domain) <> ''),
    language text not null check (language in ('en', 'cy')),
    from_day date not null,
    until_day date not null check (until_day >= from_day),
    panel text not null check (btrim(panel) <> ''),
    made_by uuid not null,
    chosen uuid,
    why text,
    why_language text check (why_language in ('en', 'cy')),
    chosen_by uuid,
    chosen_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, made_by) references member,
    foreign key (partnership, chosen_by) references member,
    constraint choice_says_why check (chosen is null
        or (btrim(why) <> '' and why_language is not null and chosen_by is not null and chosen_at is not null))
);
create table significant_story (
    partnership uuid not null references partnership,
    round uuid not null,
    story uuid not null,
    place int not null check (place between 0 and 7),
    primary key (partnership, round, story),
    unique (partnership, round, place),
    foreign key (partnership, round) references significant_round
);

-- A short time together that comes again.
create table habit (
    partnership uuid not null references partnership,
    id uuid not null,
    name text not null check (btrim(name) <> ''),
    prompt text not null check (btrim(prompt) <> ''),
    language text not null check (language in ('en', 'cy')),
    every_days int not null check (every_days in (7, 14, 28)),
    minutes int not null check (minutes between 10 and 15),
    begun_on date not null,
    made_by uuid not null,
    primary key (partnership, id),
    foreign key (partnership, made_by) references member
);
create table habit_time (
    partnership uuid not null references partnership,
    id uuid not null,
    habit uuid not null,
    held_on date not null,
    is_short boolean not null,
    stories uuid[] not null,
    what text not null,
    so_what text not null,
    now_what text not null check (btrim(now_what) <> ''),
    action text not null check (length(btrim(action)) >= 10),
    -- where in the partnership the action went; blank where it is a note
    became text not null check (became ~ '^(/[^/].*)?$'),
    language text not null check (language in ('en', 'cy')),
    member uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (partnership, id),
    foreign key (partnership, habit) references habit,
    foreign key (partnership, member) references member,
    check (is_short or (btrim(what) <> '' and btrim(so_what) <> ''))
);

-- A service that people came to, or a thread of their whole lives; and where both meet in a story.
create table strand (
    partnership uuid not null references partnership,
    id uuid not null,
    side text not null check (side in ('service', 'life')),
    name_en text not null,
    name_cy text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, made_by) references member,
    check (btrim(name_en) <> '' or btrim(name_cy) <> '')
);
create table fragment (
    partnership uuid not null references partnership,
    id uuid not null,
    story uuid not null,
    from_char int not null check (from_char >= 0),
    until_char int not null check (until_char > from_char),
    mark bigint not null,
    service uuid not null,
    life uuid not null,
    member uuid not null,
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, service) references strand,
    foreign key (partnership, life) references strand,
    foreign key (partnership, member) references member
);

do $$
declare name text;
begin
    foreach name in array array['significant_round', 'significant_story', 'habit', 'habit_time', 'strand', 'fragment']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
