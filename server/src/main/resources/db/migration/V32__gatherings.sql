-- People in one room who think together by their phones: how a gathering stands, and what phones give to it.

create table gathering (
    partnership uuid not null references partnership,
    id uuid not null,
    code text not null unique,
    question text not null check (btrim(question) <> ''),
    -- who is meeting
    who text not null check (btrim(who) <> ''),
    language text not null check (language in ('en', 'cy')),
    recipe text not null check (recipe in ('one-two-four-all', 'worst', 'fifteen', 'what', 'ecocycle')),
    at int not null,
    state text not null check (state in ('lobby', 'running', 'stopped', 'break', 'ended')),
    ends_at timestamptz,
    left_over int not null default 0,
    seen int not null default -1,
    opened_by uuid,
    opened_at timestamptz not null,
    ended_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, opened_by) references member
);

-- A phone. Whose it is nobody knows, unless they chose to be called something.
create table gathering_seat (
    partnership uuid not null references partnership,
    gathering uuid not null,
    number int not null check (number > 0),
    name text not null default '',
    perspective uuid,
    team int not null default -1,
    language text not null check (language in ('en', 'cy')),
    primary key (partnership, gathering, number),
    foreign key (partnership, gathering) references gathering,
    foreign key (partnership, perspective) references perspective
);

create table gathering_idea (
    partnership uuid not null references partnership,
    id uuid not null,
    gathering uuid not null,
    step int not null,
    seat int not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    season text not null default '',
    -- the ideas it was made from
    sources uuid[] not null default '{}',
    hidden boolean not null default false,
    primary key (partnership, id),
    foreign key (partnership, gathering, seat) references gathering_seat
);
create index gathering_idea_of on gathering_idea (partnership, gathering);

-- Which phone has finished a step.
create table gathering_done (
    partnership uuid not null references partnership,
    gathering uuid not null,
    step int not null,
    seat int not null,
    primary key (partnership, gathering, step, seat),
    foreign key (partnership, gathering, seat) references gathering_seat
);

create table gathering_dot (
    partnership uuid not null references partnership,
    gathering uuid not null,
    idea uuid not null,
    seat int not null,
    dots int not null check (dots between 0 and 3),
    primary key (partnership, idea, seat),
    foreign key (partnership, idea) references gathering_idea,
    foreign key (partnership, gathering, seat) references gathering_seat
);
create index gathering_dot_of on gathering_dot (partnership, gathering);

-- One word on how somebody is, at the beginning and at the end.
create table gathering_feeling (
    partnership uuid not null references partnership,
    gathering uuid not null,
    step int not null,
    seat int not null,
    word text not null check (btrim(word) <> ''),
    primary key (partnership, gathering, step, seat),
    foreign key (partnership, gathering, seat) references gathering_seat
);

do $$
declare name text;
begin
    foreach name in array array['gathering', 'gathering_seat', 'gathering_idea', 'gathering_done', 'gathering_dot', 'gathering_feeling']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
