-- Two ways to tell the same thing, where an experiment makes something easier by telling it; how many saw each, and how many then did
-- it. The words are the team's own: no teller was asked whether a story may be used so.
create table experiment_framing (
    partnership uuid not null references partnership,
    -- the experiment's
    id uuid not null,
    words_a text not null check (btrim(words_a) <> ''),
    words_b text not null check (btrim(words_b) <> ''),
    where_a text not null check (btrim(where_a) <> ''),
    where_b text not null check (btrim(where_b) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- since when, and by whom, it is said that they mislead and hurt nobody
    checked_on date not null,
    checked_by uuid,
    seen_a int check (seen_a >= 0),
    did_a int check (did_a between 0 and seen_a),
    seen_b int check (seen_b >= 0),
    did_b int check (did_b between 0 and seen_b),
    counted_on date,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, id) references experiment on delete cascade,
    foreign key (partnership, checked_by) references member,
    check (num_nulls(seen_a, did_a, seen_b, did_b, counted_on) in (0, 5))
);

alter table experiment_framing enable row level security;
alter table experiment_framing force row level security;
create policy own on experiment_framing using (whorl_sees(partnership)) with check (whorl_sees(partnership));
