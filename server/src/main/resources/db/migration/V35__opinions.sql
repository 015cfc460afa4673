-- Conversations: statements that people vote on, blind and without a login, and what came of it.

create table opinion_conversation (
    partnership uuid not null references partnership,
    id uuid not null,
    -- what stands in the link people vote by; it is no secret
    code text not null unique check (code ~ '^[0-9a-z]{12}$'),
    spiral uuid not null,
    question_en text not null check (btrim(question_en) <> ''),
    question_cy text not null check (btrim(question_cy) <> ''),
    open boolean not null default true,
    -- did it come as a file, from elsewhere? Then nobody votes in it here.
    brought boolean not null default false,
    opened_on date not null,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral
);

-- What people may say they are, in this conversation.
create table opinion_role (
    partnership uuid not null references partnership,
    conversation uuid not null,
    number int not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    primary key (partnership, conversation, number),
    foreign key (partnership, conversation) references opinion_conversation
);

-- Whoever votes. Their code is kept as a fingerprint, and no time stands beside anything they did.
create table opinion_voter (
    partnership uuid not null references partnership,
    id uuid not null,
    conversation uuid not null,
    code bytea unique,
    -- the number they have in a file that was brought in
    number int,
    role int,
    why text not null default '',
    language text not null default 'en' check (language in ('en', 'cy')),
    primary key (partnership, id),
    foreign key (partnership, conversation) references opinion_conversation,
    foreign key (partnership, conversation, role) references opinion_role
);

create table opinion_statement (
    partnership uuid not null references partnership,
    id uuid not null,
    conversation uuid not null,
    number int not null check (number >= 0),
    words text not null default '',
    language text not null check (language in ('en', 'cy')),
    translation text not null default '',
    translated text not null default '' check (translated in ('', 'person', 'machine')),
    came text not null check (came in ('member', 'voter', 'story', 'file')),
    member uuid,
    voter uuid,
    -- the words of a statement from a story are kept with the story, and go when it goes
    sentence uuid,
    state text not null default 'waiting' check (state in ('waiting', 'accepted', 'reword', 'refused')),
    note text not null default '',
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, conversation, number),
    foreign key (partnership, conversation) references opinion_conversation,
    foreign key (partnership, member) references member on delete set null (member),
    foreign key (partnership, voter) references opinion_voter on delete set null (voter),
    check ((came = 'story') = (sentence is not null)),
    check ((btrim(words) = '') = (came = 'story')),
    check ((translation = '') = (translated = '')),
    check (came <> 'story' or translation = ''),
    constraint nobody_is_refused_without_a_reason check (state not in ('refused', 'reword') or btrim(note) <> '')
);

create table opinion_vote (
    partnership uuid not null references partnership,
    voter uuid not null,
    statement uuid not null,
    vote smallint not null check (vote between -1 and 1),
    primary key (partnership, voter, statement),
    foreign key (partnership, voter) references opinion_voter on delete cascade,
    foreign key (partnership, statement) references opinion_statement on delete cascade
);
create index opinion_vote_statement on opinion_vote (partnership, statement);

-- What came of it, as it was worked out; nothing of fewer than ten people is in it.
create table opinion_result (
    partnership uuid not null references partnership,
    conversation uuid not null,
    at timestamptz not null,
    -- how many had voted then: before ten more have, it is not worked out again
    voted int not null,
    document text not null,
    primary key (partnership, conversation),
    foreign key (partnership, conversation) references opinion_conversation
);

-- A sentence drawn from a story, in words that its teller agrees to or not.
create table story_sentence (
    partnership uuid not null references partnership,
    id uuid not null,
    contribution uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    translation text not null default '',
    translated text not null default '' check (translated in ('', 'person', 'machine')),
    for_en text not null,
    for_cy text not null,
    state text not null default 'asked' check (state in ('asked', 'agreed', 'refused')),
    primary key (partnership, id),
    foreign key (partnership, contribution) references contribution on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['opinion_conversation', 'opinion_role', 'opinion_voter', 'opinion_statement',
        'opinion_vote', 'opinion_result', 'story_sentence']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
    create policy within on opinion_conversation as restrictive
        using (whorl_within(spiral)) with check (whorl_within(spiral));
end $$;
