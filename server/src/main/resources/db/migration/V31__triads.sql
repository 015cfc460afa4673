-- Where people put their own stories, and how a group sees its plan: marks between two or three ends.

-- What tellers are asked of their own story, in both languages. Without a third end it is a dyad.
create table triad (
    partnership uuid not null references partnership,
    id uuid not null,
    shape text not null check (shape in ('triad', 'dyad')),
    question_en text not null check (btrim(question_en) <> ''),
    question_cy text not null check (btrim(question_cy) <> ''),
    first_en text not null check (btrim(first_en) <> ''),
    first_cy text not null check (btrim(first_cy) <> ''),
    second_en text not null check (btrim(second_en) <> ''),
    second_cy text not null check (btrim(second_cy) <> ''),
    third_en text not null,
    third_cy text not null,
    state text not null default 'asked' check (state in ('asked', 'ended')),
    asked_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    check ((shape = 'dyad') = (third_en = '') and (shape = 'dyad') = (third_cy = ''))
);

-- Where a teller put their story: parts with a sum of 1, or none where the question does not apply. It goes with the story.
create table story_placement (
    partnership uuid not null references partnership,
    contribution uuid not null,
    question uuid not null,
    parts double precision[] not null check (cardinality(parts) in (0, 2, 3)),
    primary key (partnership, contribution, question),
    foreign key (partnership, contribution) references contribution on delete cascade,
    foreign key (partnership, question) references triad
);
create index on story_placement (partnership, question);

-- How much of the first of two ends somebody sees in a plan, or in a step of it: their own mark, or what a group agreed on.
create table balance_mark (
    partnership uuid not null references partnership,
    spiral uuid not null,
    -- the step, or the spiral for the plan as a whole
    subject uuid not null,
    balance text not null check (balance in ('facts', 'services', 'interventions', 'crisis')),
    member uuid not null,
    together boolean not null,
    share double precision not null check (share between 0 and 1),
    marked_on date not null,
    primary key (partnership, subject, balance, member, together),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, member) references member on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['triad', 'balance_mark']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
alter table story_placement enable row level security;
alter table story_placement force row level security;
create policy in_care on story_placement using (whorl_sees(partnership) and whorl_cares())
    with check (whorl_sees(partnership) and whorl_cares());
