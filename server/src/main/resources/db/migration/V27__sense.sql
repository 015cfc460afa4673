-- Making sense of what was told. Nothing here holds a story's words: a quote is a place in its text, so that what is taken
-- back there is gone here, and only counted.

-- The codebook.
create table story_code (
    partnership uuid not null references partnership,
    id uuid not null,
    kind text not null check (kind in ('need', 'strength', 'barrier', 'level', 'own')),
    name_en text not null,
    name_cy text not null,
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, made_by) references member,
    check (btrim(name_en) <> '' or btrim(name_cy) <> '')
);

-- Who marked which passage of a story with which code; one person's marks are one reading of the story.
create table coding (
    partnership uuid not null references partnership,
    id uuid not null,
    story uuid not null,
    coder uuid not null,
    code uuid not null,
    from_char int not null check (from_char >= 0),
    until_char int not null check (until_char > from_char),
    mark bigint not null,
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, coder) references member,
    foreign key (partnership, code) references story_code
);

-- Whose reading of which story is closed. It is never opened again.
create table coding_done (
    partnership uuid not null references partnership,
    story uuid not null,
    coder uuid not null,
    at timestamptz not null,
    primary key (partnership, story, coder),
    foreign key (partnership, coder) references member
);

-- What was said about readings that differ. Both stay.
create table coding_note (
    partnership uuid not null references partnership,
    id uuid not null,
    story uuid not null,
    member uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, member) references member
);

-- What we say because of what people told us.
create table claim (
    partnership uuid not null references partnership,
    id uuid not null,
    state text not null default 'draft' check (state in ('draft', 'published', 'aside')),
    sentence text not null check (btrim(sentence) <> ''),
    language text not null check (language in ('en', 'cy')),
    made_by uuid not null,
    changed_at timestamptz not null,
    published_at timestamptz,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, made_by) references member,
    check (state <> 'published' or published_at is not null)
);
create table claim_quote (
    partnership uuid not null references partnership,
    id uuid not null,
    claim uuid not null,
    story uuid not null,
    from_char int not null check (from_char >= 0),
    until_char int not null check (until_char > from_char),
    mark bigint not null,
    member uuid not null,
    at timestamptz not null default clock_timestamp(),
    primary key (partnership, id),
    foreign key (partnership, claim) references claim,
    foreign key (partnership, member) references member
);

-- Whoever told that story has been told of that claim.
create table claim_told (
    partnership uuid not null references partnership,
    claim uuid not null,
    story uuid not null,
    primary key (partnership, claim, story),
    foreign key (partnership, claim) references claim
);

-- How people read it. All stay beside each other; there is no statement anywhere that deletes one.
create table claim_reading (
    partnership uuid not null references partnership,
    id uuid not null,
    claim uuid not null,
    member uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, claim) references claim,
    foreign key (partnership, member) references member
);

-- What a group makes of it, each time somebody says so; the last time counts.
create table claim_stance (
    partnership uuid not null references partnership,
    id uuid not null,
    claim uuid not null,
    perspective uuid not null,
    stance text not null check (stance in ('agree', 'differ', 'mixed')),
    member uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, claim) references claim,
    foreign key (partnership, perspective) references perspective on delete cascade,
    foreign key (partnership, member) references member
);

-- Other pages of the partnership that it rests on.
create table claim_link (
    partnership uuid not null references partnership,
    id uuid not null,
    claim uuid not null,
    member uuid not null,
    path text not null check (path ~ '^/[^/]'),
    name text not null check (btrim(name) <> ''),
    language text not null check (language in ('en', 'cy')),
    at timestamptz not null default clock_timestamp(),
    primary key (partnership, id),
    foreign key (partnership, claim) references claim,
    foreign key (partnership, member) references member
);

do $$
declare name text;
begin
    foreach name in array array['story_code', 'coding', 'coding_done', 'coding_note', 'claim', 'claim_quote', 'claim_told',
        'claim_reading', 'claim_stance', 'claim_link']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
