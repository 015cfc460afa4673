-- Circles that decide: who is in them, what they meet about, and the rounds in which each is heard once. A reply is kept once
-- for each person and round, and nothing of it is shown before its round is open: that is the business of the door, not of
-- these tables.

create table sdmi_circle (
    partnership uuid not null references partnership,
    id uuid not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    rule text not null default 'consent' check (rule in ('consent', 'consensus')),
    -- up to which level it decides itself
    level text not null default 'team' check (level in ('team', 'organisation', 'partnership', 'national')),
    -- what is decided at each level, in people's own words
    right_team text not null default '',
    right_organisation text not null default '',
    right_partnership text not null default '',
    right_national text not null default '',
    language text not null check (language in ('en', 'cy')),
    round_hours int not null default 72 check (round_hours between 1 and 720),
    version int not null default 1,
    primary key (partnership, id)
);

-- Somebody who is heard in a circle; a visitor is heard in one meeting only.
create table sdmi_seat (
    partnership uuid not null references partnership,
    id uuid not null,
    circle uuid not null,
    name text not null check (btrim(name) <> ''),
    member uuid,
    perspective uuid,
    -- do they bring what it is like to live with what the circle decides about?
    lived boolean not null default false,
    -- the minutes a month they have offered
    minutes int not null default 60 check (minutes between 0 and 480),
    visits uuid,
    left_on date,
    primary key (partnership, id),
    foreign key (partnership, circle) references sdmi_circle,
    foreign key (partnership, member) references member on delete set null (member),
    foreign key (partnership, perspective) references perspective
);
create unique index sdmi_seat_member on sdmi_seat (partnership, circle, member) where left_on is null and visits is null;

-- The link by which somebody takes part without signing in: its fingerprint.
create table sdmi_link (
    partnership uuid not null references partnership,
    seat uuid not null,
    code bytea not null unique,
    primary key (partnership, seat),
    foreign key (partnership, seat) references sdmi_seat on delete cascade
);

-- What somebody was asked for, in minutes: nobody is asked for more than they offered.
create table sdmi_asked (
    partnership uuid not null references partnership,
    seat uuid not null,
    subject uuid not null,
    minutes int not null check (minutes > 0),
    asked_on date not null,
    primary key (partnership, seat, subject),
    foreign key (partnership, seat) references sdmi_seat on delete cascade
);

create table sdmi_meeting (
    partnership uuid not null references partnership,
    id uuid not null,
    circle uuid not null,
    code text not null unique check (code ~ '^[0-9a-z]{8}$'),
    starts_at timestamptz not null,
    minutes int not null check (minutes between 5 and 480),
    place text not null default '',
    facilitator uuid,
    step text not null default 'planned' check (step in ('planned', 'check-in', 'report', 'notices', 'agenda', 'items',
        'check-out', 'ended', 'cancelled')),
    -- the item that is spoken of, and until when its time runs
    item uuid,
    ends_at timestamptz,
    break_until timestamptz,
    notices text not null default '',
    -- what was put right in the report before it was accepted
    correction text not null default '',
    accepted_at timestamptz,
    ended_at timestamptz,
    -- counts the times it was moved, for calendars
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, circle) references sdmi_circle,
    foreign key (partnership, facilitator) references sdmi_seat
);
alter table sdmi_seat add foreign key (partnership, visits) references sdmi_meeting;

create table sdmi_present (
    partnership uuid not null references partnership,
    meeting uuid not null,
    seat uuid not null,
    word_in text not null default '',
    word_out text not null default '',
    primary key (partnership, meeting, seat),
    foreign key (partnership, meeting) references sdmi_meeting,
    foreign key (partnership, seat) references sdmi_seat
);

create table sdmi_item (
    partnership uuid not null references partnership,
    id uuid not null,
    circle uuid not null,
    meeting uuid,
    owner uuid not null,
    question text not null check (btrim(question) <> ''),
    language text not null check (language in ('en', 'cy')),
    minutes int not null check (minutes between 1 and 240),
    purpose text not null check (purpose in ('inform', 'advise', 'decide')),
    -- its first version; the others are in a table of their own
    proposal text not null default '',
    wanted text not null default '',
    reason text not null default '',
    affected text not null default '',
    money boolean not null default false,
    staff boolean not null default false,
    several boolean not null default false,
    law boolean not null default false,
    level text not null default 'team' check (level in ('team', 'organisation', 'partnership', 'national')),
    level_reason text not null default '',
    -- why it may be decided although nobody who lives with it was heard
    no_lived_reason text not null default '',
    coach text not null default '',
    outcome text not null default '' check (outcome in ('', 'informed', 'advised', 'adopted', 'status-quo', 'wider')),
    outcome_note text not null default '',
    does_who text not null default '',
    does_by date,
    ended_on date,
    opened_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, circle) references sdmi_circle,
    foreign key (partnership, meeting) references sdmi_meeting,
    foreign key (partnership, owner) references sdmi_seat,
    check ((outcome = '') = (ended_on is null))
);
alter table sdmi_meeting add foreign key (partnership, item) references sdmi_item;

create table sdmi_proposal (
    partnership uuid not null references partnership,
    item uuid not null,
    number int not null check (number > 1),
    words text not null check (btrim(words) <> ''),
    -- why it was changed
    why text not null default '',
    -- a smaller trial ends by itself
    trial_until date,
    primary key (partnership, item, number),
    foreign key (partnership, item) references sdmi_item
);

create table sdmi_round (
    partnership uuid not null references partnership,
    id uuid not null,
    item uuid not null,
    number int not null check (number > 0),
    kind text not null check (kind in ('clarify', 'react', 'object')),
    -- about which words of the proposal
    proposal int not null,
    opened_at timestamptz not null,
    until timestamptz,
    closed_at timestamptz,
    primary key (partnership, id),
    unique (partnership, item, number),
    foreign key (partnership, item) references sdmi_item
);

-- Whose reply a round waits for.
create table sdmi_expected (
    partnership uuid not null references partnership,
    round uuid not null,
    seat uuid not null,
    primary key (partnership, round, seat),
    foreign key (partnership, round) references sdmi_round,
    foreign key (partnership, seat) references sdmi_seat
);

create table sdmi_reply (
    partnership uuid not null references partnership,
    round uuid not null,
    seat uuid not null,
    stance text not null default 'none' check (stance in ('none', 'concern', 'objection')),
    harm text not null default '' check (harm in ('', 'aim', 'person', 'work', 'law', 'preference')),
    words text not null default '',
    resolves text not null default '',
    support int check (support between 1 and 5),
    language text not null check (language in ('en', 'cy')),
    replied_at timestamptz not null,
    -- what came of it: the answer to a question, how an objection was taken up
    answer text not null default '',
    primary key (partnership, round, seat),
    foreign key (partnership, round) references sdmi_round,
    foreign key (partnership, seat) references sdmi_seat,
    constraint an_objection_says_why_and_what_would_help
        check (stance <> 'objection' or (btrim(words) <> '' and btrim(resolves) <> '' and harm <> ''))
);

do $$
declare name text;
begin
    foreach name in array array['sdmi_circle', 'sdmi_seat', 'sdmi_link', 'sdmi_asked', 'sdmi_meeting', 'sdmi_present',
        'sdmi_item', 'sdmi_proposal', 'sdmi_round', 'sdmi_expected', 'sdmi_reply']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
