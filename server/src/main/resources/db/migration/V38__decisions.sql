-- What was decided, by which rule, with the risk of acting and of not acting; what it rests on, who sees to it, who signed,
-- who saw it otherwise, and when it is looked at again. One that is still being prepared may be as unfinished as it is, but not
-- without what is wanted instead.
create table decision (
    partnership uuid not null references partnership,
    id uuid not null,
    state text not null default 'open' check (state in ('open', 'made', 'aside')),
    -- the item of a meeting it came from; none where it was written down by hand
    item uuid,
    rule text not null default '' check (rule in ('', 'consent', 'consensus', 'advice', 'delegated')),
    question text not null check (btrim(question) <> ''),
    wanted text not null check (btrim(wanted) <> ''),
    decided text not null default '',
    rejected text not null default '',
    fixed text not null default '',
    heard text not null default '',
    not_heard text not null default '',
    -- how many took part, beside those who signed
    took_part int check (took_part between 0 and 1000000),
    risk_acting text not null default '',
    risk_not_acting text not null default '',
    reversible text not null default '' check (reversible in ('', 'yes', 'partly', 'no')),
    safety_net text not null default '',
    shift uuid,
    terms text not null default '',
    long_term text not null default '',
    long_term_evidence text not null default '',
    horizon int check (horizon between 1 and 200),
    prevention text not null default '',
    prevention_evidence text not null default '',
    integration text not null default '',
    integration_evidence text not null default '',
    collaboration text not null default '',
    collaboration_evidence text not null default '',
    involvement text not null default '',
    involvement_evidence text not null default '',
    equality text not null default '',
    socio_economic text not null default '',
    social_value text not null default '',
    quality text not null default '',
    mode text not null default '' check (mode in ('', 'planning', 'improvement', 'control', 'assurance')),
    -- of safe, timely, effective, efficient, equitable, person-centred; separated by commas
    domains text not null default '',
    owner uuid,
    level text not null default '' check (level in ('', 'team', 'organisation', 'partnership', 'national')),
    review_on date,
    -- the day of review people have been told of
    told_for date,
    language text not null check (language in ('en', 'cy')),
    changed_at timestamptz not null default now(),
    made_on date,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, owner) references member,
    foreign key (partnership, shift) references shift_option,
    constraint decision_is_whole check (state <> 'made' or (
        rule <> '' and btrim(decided) <> '' and btrim(rejected) <> '' and btrim(risk_acting) <> '' and btrim(risk_not_acting) <> ''
        and reversible <> '' and btrim(safety_net) <> '' and btrim(long_term) <> '' and btrim(long_term_evidence) <> ''
        and horizon >= 10 and btrim(prevention) <> '' and btrim(prevention_evidence) <> '' and btrim(integration) <> ''
        and btrim(integration_evidence) <> '' and btrim(collaboration) <> '' and btrim(collaboration_evidence) <> ''
        and btrim(involvement) <> '' and btrim(involvement_evidence) <> '' and owner is not null and level <> ''
        and review_on is not null and made_on is not null))
);

-- What it rests on, by kind and number, never in words: what was taken back is gone here too.
create table decision_evidence (
    partnership uuid not null references partnership,
    id uuid not null,
    decision uuid not null,
    kind text not null check (kind in ('model', 'shift', 'finding', 'claim', 'story', 'votes')),
    target uuid not null,
    -- the version of a model; 0 for what has none
    number int not null default 0,
    added_at timestamptz not null default now(),
    primary key (partnership, id),
    unique (partnership, decision, kind, target, number),
    foreign key (partnership, decision) references decision
);
create index decision_evidence_of on decision_evidence (partnership, kind, target);

create table decision_helper (
    partnership uuid not null references partnership,
    decision uuid not null,
    member uuid not null,
    primary key (partnership, decision, member),
    foreign key (partnership, decision) references decision,
    foreign key (partnership, member) references member on delete cascade
);

-- Who saw it otherwise. It is added to and never changed.
create table decision_dissent (
    partnership uuid not null references partnership,
    id uuid not null,
    decision uuid not null,
    -- none where they do not want to be named
    member uuid,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    said_on date not null,
    primary key (partnership, id),
    foreign key (partnership, decision) references decision,
    foreign key (partnership, member) references member
);

-- Who signs for each organisation, and whether they have.
create table decision_signatory (
    partnership uuid not null references partnership,
    decision uuid not null,
    partner uuid not null,
    member uuid not null,
    words text not null default '',
    signed_at timestamptz,
    -- the version they signed
    signed int,
    primary key (partnership, decision, partner),
    foreign key (partnership, decision) references decision,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, member) references member,
    check ((signed_at is null) = (signed is null))
);

-- What came of looking at it again.
create table decision_review (
    partnership uuid not null references partnership,
    id uuid not null,
    decision uuid not null,
    outcome text not null check (outcome in ('keep', 'change', 'stop')),
    learnt text not null check (btrim(learnt) <> ''),
    language text not null check (language in ('en', 'cy')),
    reviewed_on date not null,
    primary key (partnership, id),
    foreign key (partnership, decision) references decision
);

-- What a board was given, byte for byte.
create table decision_pack (
    partnership uuid not null references partnership,
    decision uuid not null,
    number int not null,
    -- the version of the decision in it
    version int not null,
    fingerprint text not null,
    content bytea not null,
    made_at timestamptz not null default now(),
    primary key (partnership, decision, number),
    foreign key (partnership, decision) references decision
);

-- What somebody who looks on says back, such as a regulator.
create table decision_reply (
    partnership uuid not null references partnership,
    id uuid not null,
    decision uuid not null,
    member uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    said_at timestamptz not null default now(),
    primary key (partnership, id),
    foreign key (partnership, decision) references decision,
    foreign key (partnership, member) references member
);

-- Who sees to something, whatever it is; where the thing itself names somebody, only what they answered.
create table charge (
    partnership uuid not null references partnership,
    id uuid not null,
    kind text not null,
    subject text not null,
    member uuid not null,
    state text not null default 'given' check (state in ('given', 'accepted', 'handed-back')),
    why text not null default '',
    language text not null default 'en' check (language in ('en', 'cy')),
    since date not null,
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, kind, subject),
    foreign key (partnership, member) references member on delete cascade,
    check (state <> 'handed-back' or btrim(why) <> '')
);

do $$
declare name text;
begin
    foreach name in array array['decision', 'decision_evidence', 'decision_helper', 'decision_dissent', 'decision_signatory',
        'decision_review', 'decision_pack', 'decision_reply', 'charge']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
