-- What people tell, and how it is cared for before anybody else hears of it.

-- Does this transaction care for stories? Only the store of held stories says so.
create function whorl_cares() returns boolean
    language sql stable
    return current_setting('whorl.story_care', true) = 'yes';

-- A spreadsheet takes what begins with such a sign for a formula; a sign before it makes it words again.
create function whorl_for_sheet(words text) returns text
    language sql immutable
    return case when words ~ E'^[\\s]*[=+@\\-\\t\\r]' then '''' || words else words end;

-- A way to tell without an account: a link, and a picture of it. It is no secret; it hangs on walls.
create table telling_link (
    partnership uuid not null references partnership,
    id uuid not null,
    code text not null unique check (code ~ '^[0-9a-z]{12}$'),
    spiral uuid,
    made_by uuid,
    made_at timestamptz not null default now(),
    ended_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, made_by) references member
);

create table contribution (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid,
    kind text not null check (kind in ('story', 'thanks', 'strength', 'need', 'barrier', 'ask', 'offer')),
    route text not null check (route in ('page', 'link', 'kiosk', 'paper', 'telephone', 'workshop', 'sheet')),
    -- the words as they came, and their language; nobody changes them
    language text not null check (language in ('en', 'cy')),
    strength text not null default '',
    -- of a barrier: which rule, form or handover; of thanks: for whom
    about text not null default '',
    words text not null check (btrim(words) <> ''),
    -- the fingerprint of the teller's private code
    code bytea not null unique,
    teller text not null check (teller in ('own', 'typed', 'authority', 'bereaved')),
    age text not null check (age in ('adult', 'young-parent', 'young-self', 'young-alone')),
    country text not null check (country in ('wales', 'england', 'elsewhere')),
    place uuid,
    name_choice text not null check (name_choice in ('none', 'mine', 'other')),
    name text not null default '',
    answer_in text not null check (answer_in in ('en', 'cy')),
    state text not null default 'held' check (state in
        ('held', 'restricted', 'quarantined', 'contact', 'looked-at', 'offered', 'approved', 'released')),
    told_at timestamptz not null,
    looked_at timestamptz,
    -- what the teller is asked, or told, on their page
    to_teller text not null default '',
    from_teller text not null default '',
    edited_strength text not null default '',
    edited_words text not null default '',
    neighbour text not null default '' check (neighbour in ('', 'no', 'perhaps')),
    approved_at timestamptz,
    -- of thanks: the member they went to
    given_to uuid,
    given_at timestamptz,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, place) references place,
    foreign key (partnership, given_to) references member
);

-- Who may hear it, one row for each time it was said.
create table consent (
    partnership uuid not null references partnership,
    contribution uuid not null,
    audience text not null check (audience in ('team', 'partnership', 'training', 'public', 'research', 'media')),
    given_at timestamptz not null,
    taken_back_at timestamptz,
    primary key (partnership, contribution, audience, given_at),
    foreign key (partnership, contribution) references contribution on delete cascade
);

-- How the teller may be reached: apart from their words, for answering only.
create table teller_contact (
    partnership uuid not null references partnership,
    contribution uuid not null,
    contact text not null check (btrim(contact) <> ''),
    primary key (partnership, contribution),
    foreign key (partnership, contribution) references contribution on delete cascade
);

-- Who looks after stories: trained since when, and on which days. What they need not read is theirs to say.
create table carer (
    partnership uuid not null references partnership,
    member uuid not null,
    trained_on date not null,
    avoids boolean not null default false,
    primary key (partnership, member),
    foreign key (partnership, member) references member on delete cascade
);
create table care_duty (
    partnership uuid not null references partnership,
    day date not null,
    member uuid not null,
    primary key (partnership, day, member),
    foreign key (partnership, member) references member on delete cascade
);

-- What hard words somebody has read, so that it can be shared out. It outlives the story: it is about the reader.
create table care_reading (
    partnership uuid not null references partnership,
    contribution uuid not null,
    member uuid not null,
    hard boolean not null,
    at timestamptz not null,
    primary key (partnership, contribution, member),
    foreign key (partnership, member) references member on delete cascade
);

-- What was decided. A report of harm outlives the story, without its words: the duty to report does not end with it.
create table care_outcome (
    partnership uuid not null references partnership,
    id uuid not null,
    contribution uuid not null,
    outcome text not null check (outcome in ('no-concern', 'signpost', 'report', 'contact', 'quarantine')),
    member uuid not null,
    at timestamptz not null,
    reported_to text not null default '',
    reference text not null default '',
    reported_at timestamptz,
    note text not null default '',
    primary key (partnership, id),
    foreign key (partnership, member) references member,
    check (outcome <> 'report' or (reported_to <> '' and reference <> '' and reported_at is not null))
);

-- What came of it, said by people.
create table contribution_use (
    partnership uuid not null references partnership,
    id uuid not null,
    contribution uuid not null,
    stage text not null check (stage in ('used', 'decided', 'tried', 'changed')),
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    member uuid,
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, contribution) references contribution on delete cascade,
    foreign key (partnership, member) references member
);

-- What is left of a story that was withdrawn: that there was one.
create table withdrawn_contribution (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid,
    kind text not null,
    month date not null,
    was_released boolean not null,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral
);

-- What may be heard: the edited words the teller has approved, copied by the gate.
create table released (
    partnership uuid not null references partnership,
    contribution uuid not null,
    spiral uuid,
    kind text not null,
    language text not null,
    strength text not null,
    about text not null,
    words text not null,
    name text not null,
    audiences text[] not null check (cardinality(audiences) > 0),
    released_on date not null,
    -- from then on also to those from whom it could not be called back
    wide_from date not null,
    primary key (partnership, contribution),
    foreign key (partnership, contribution) references contribution on delete cascade,
    foreign key (partnership, spiral) references spiral
);

do $$
declare name text;
begin
    foreach name in array array['contribution', 'consent', 'teller_contact', 'care_reading', 'care_outcome',
        'contribution_use']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy in_care on %I using (whorl_sees(partnership) and whorl_cares())
            with check (whorl_sees(partnership) and whorl_cares())', name);
    end loop;
    foreach name in array array['telling_link', 'carer', 'care_duty', 'withdrawn_contribution', 'released']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;

-- What leaves the house as a sheet. What is for the team alone, or still cooling off, does not.
create view released_contribution with (security_invoker = true) as
    select partnership, contribution, spiral, kind, language, whorl_for_sheet(strength) as strength,
        whorl_for_sheet(about) as about, whorl_for_sheet(words) as words, whorl_for_sheet(name) as name,
        'public' = any (audiences) and wide_from <= current_date as for_public, released_on
    from released
    where 'partnership' = any (audiences) or ('public' = any (audiences) and wide_from <= current_date);
