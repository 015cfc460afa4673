-- The ground: accounts, partnerships and who is in them, their spirals, and the record of what was done.
--
-- Whatever belongs to a partnership carries its id, and PostgreSQL shows a transaction only the rows of the partnership
-- it was told (whorl.partnership). References carry the partnership too, so that nothing can point across.

-- May this transaction see rows of that partnership? The id of zeros stands for all of them.
create function whorl_sees(partnership uuid) returns boolean
    language sql stable
    return partnership = nullif(current_setting('whorl.partnership', true), '')::uuid
        or current_setting('whorl.partnership', true) = '00000000-0000-0000-0000-000000000000';

-- Accounts belong to people, not to partnerships.
create table account (
    id uuid primary key,
    email text not null,
    name text not null check (btrim(name) <> ''),
    password text,
    language text not null default 'en' check (language in ('en', 'cy')),
    house_keeper boolean not null default false,
    failures int not null default 0,
    locked_until timestamptz,
    made_at timestamptz not null default now()
);
create unique index account_email on account (lower(email));

create table partnership (
    id uuid primary key,
    slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    open_to_guests boolean not null default false,
    illustrative boolean not null default false,
    made_at timestamptz not null default now()
);

create table partner (
    partnership uuid not null references partnership,
    id uuid not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    kind text not null check (kind in ('health', 'council', 'third-sector', 'community', 'other')),
    primary key (partnership, id)
);

create table place (
    partnership uuid not null references partnership,
    id uuid not null,
    parent uuid,
    level text not null check (level in ('region', 'place', 'neighbourhood')),
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    primary key (partnership, id),
    foreign key (partnership, parent) references place
);

-- The stakeholder groups whose voice is wanted; kept as data, because places differ.
create table perspective (
    partnership uuid not null references partnership,
    id uuid not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    position int not null,
    primary key (partnership, id)
);

create table member (
    partnership uuid not null references partnership,
    id uuid not null,
    account uuid references account,
    name text not null check (btrim(name) <> ''),
    partner uuid,
    perspective uuid,
    joined_on date not null default current_date,
    left_on date,
    primary key (partnership, id),
    unique (partnership, account),
    foreign key (partnership, partner) references partner,
    foreign key (partnership, perspective) references perspective
);

create table member_role (
    partnership uuid not null references partnership,
    member uuid not null,
    role text not null,
    primary key (partnership, member, role),
    foreign key (partnership, member) references member on delete cascade
);

-- Core and reference circle: who decides, and who is listened to before it is decided.
create table circle_member (
    partnership uuid not null references partnership,
    member uuid not null,
    circle text not null check (circle in ('core', 'reference')),
    primary key (partnership, member, circle),
    foreign key (partnership, member) references member on delete cascade
);

create table invitation (
    partnership uuid not null references partnership,
    id uuid not null,
    secret bytea not null unique,
    role text not null,
    perspective uuid,
    invited_by uuid,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, perspective) references perspective,
    foreign key (partnership, invited_by) references member
);

create table spiral (
    partnership uuid not null references partnership,
    id uuid not null,
    parent uuid,
    question text not null check (btrim(question) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- the question in the other language, put into it by a person
    translation text not null default '',
    population text not null check (btrim(population) <> ''),
    place uuid not null,
    out_of_scope text not null default '',
    widen_when text not null default '',
    afresh boolean not null default true,
    started_on date not null,
    closed_on date,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, parent) references spiral,
    foreign key (partnership, place) references place
);

create table turn (
    partnership uuid not null references partnership,
    spiral uuid not null,
    number int not null check (number > 0),
    phase text not null,
    started_on date not null,
    ended_on date check (ended_on >= started_on),
    learned text not null default '',
    joined text not null default '',
    matters text not null default '',
    primary key (partnership, spiral, number),
    foreign key (partnership, spiral) references spiral
);

-- Who has taken part in a turn: a member, or a number of people counted without their names (a conversation in a cafe).
create table taking_part (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    turn int not null,
    member uuid,
    people int not null check (people > 0),
    how text not null default '',
    noted_on date not null,
    primary key (partnership, id),
    unique (partnership, spiral, turn, member),
    check (member is null or people = 1),
    foreign key (partnership, spiral, turn) references turn,
    foreign key (partnership, member) references member
);

create table plan_step (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    name text not null check (btrim(name) <> ''),
    phase text not null default '',
    first_month date,
    last_month date check (last_month >= first_month),
    throughout boolean not null default false,
    version int not null default 1,
    primary key (partnership, id),
    check (throughout or (first_month is not null and last_month is not null)),
    foreign key (partnership, spiral) references spiral
);

create table ask (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    kind text not null check (kind in ('time', 'skill', 'place', 'question', 'connection')),
    what text not null check (length(btrim(what)) >= 10),
    minutes int not null check (minutes between 1 and 480),
    asked_of uuid,
    asked_by uuid,
    asked_on date not null,
    wanted_by date,
    state text not null default 'open' check (state in ('open', 'yes', 'no', 'withdrawn')),
    answer text not null default '',
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, asked_of) references member,
    foreign key (partnership, asked_by) references member
);

-- What a thing was before each change, so that a change can be undone and two people's versions can be laid side by side.
create table earlier (
    partnership uuid not null references partnership,
    kind text not null,
    subject uuid not null,
    version int not null,
    content jsonb not null,
    changed_by uuid,
    changed_at timestamptz not null default now(),
    primary key (partnership, kind, subject, version)
);

-- The record of what was done. Each line holds the fingerprint of the one before: to change one, all after it would have
-- to be changed too. The partnership of zeros keeps what belongs to none.
create table record (
    partnership uuid not null,
    number bigint not null,
    at timestamptz not null,
    actor text not null,
    action text not null,
    subject text not null,
    why text not null,
    previous bytea not null,
    fingerprint bytea not null,
    primary key (partnership, number)
);
create table record_head (
    partnership uuid primary key,
    number bigint not null,
    fingerprint bytea not null
);

create function whorl_refuse() returns trigger language plpgsql as $$
begin
    raise exception 'the record is only ever added to';
end $$;
create trigger record_only_grows before update or delete or truncate on record
    for each statement execute function whorl_refuse();

do $$
declare name text;
begin
    foreach name in array array['partner', 'place', 'perspective', 'member', 'member_role', 'circle_member',
        'invitation', 'spiral', 'turn', 'taking_part', 'plan_step', 'ask', 'earlier', 'record', 'record_head']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
    alter table partnership enable row level security;
    alter table partnership force row level security;
    create policy own on partnership using (whorl_sees(id)) with check (whorl_sees(id));
end $$;
