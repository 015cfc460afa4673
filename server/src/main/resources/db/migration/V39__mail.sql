-- Letters by e-mail: where people are written to, what waits to be sent, and what came of it. Addresses and letters are for
-- the store of letters alone, which says so for one statement at a time.

create function whorl_posts() returns boolean
    language sql stable
    return coalesce(current_setting('whorl.post', true), '') = 'yes';

-- Where somebody with an account is written to, and about what. Nothing goes there before they have said that it is theirs.
create table mailbox (
    account uuid primary key references account on delete cascade,
    address text not null check (btrim(address) <> ''),
    confirmed_at timestamptz,
    -- of the secret in the letter that asks whether the address is theirs, only the fingerprint
    secret bytea unique,
    asked_at timestamptz,
    asks boolean not null default true,
    news text not null default 'weekly' check (news in ('never', 'weekly', 'daily')),
    news_due timestamptz,
    version int not null default 1
);
alter table mailbox enable row level security;
alter table mailbox force row level security;
create policy in_confidence on mailbox using (whorl_posts()) with check (whorl_posts());

-- Where somebody is written to who never signs in. Who wants no more letters stays here, so that nobody writes to them again.
create table addressee (
    partnership uuid not null references partnership,
    id uuid not null,
    address text not null check (btrim(address) <> ''),
    language text not null check (language in ('en', 'cy')),
    stopped_at timestamptz,
    primary key (partnership, id)
);
create unique index addressee_once on addressee (partnership, lower(address));
alter table addressee enable row level security;
alter table addressee force row level security;
create policy in_confidence on addressee
    using (whorl_sees(partnership) and whorl_posts()) with check (whorl_sees(partnership) and whorl_posts());

create table letter (
    id uuid primary key,
    -- none for a letter of the house, such as the one that asks whether an address is right
    partnership uuid references partnership,
    account uuid references account on delete cascade,
    addressee uuid,
    -- only where it goes to an address that is not theirs yet, or to whoever has just written
    address text not null default '',
    language text not null check (language in ('en', 'cy')),
    sort text not null check (sort in ('ask', 'news', 'service')),
    kind text not null,
    -- what it is about, so that it can be withdrawn while it waits
    about text not null default '',
    -- what is said; gone as soon as the letter is
    parts text[] not null default '{}',
    path text not null default '',
    event text not null default '',
    -- who takes an answer by e-mail, about what, until when
    replies text not null default '',
    replies_about text not null default '',
    replies_until timestamptz,
    -- the secret of the letter while it waits; then only its fingerprint
    secret text,
    print bytea not null unique,
    state text not null default 'waiting' check (state in ('waiting', 'sent', 'given-up')),
    attempts int not null default 0,
    posted_at timestamptz not null,
    due_at timestamptz not null,
    ended_at timestamptz,
    -- what the other side said, as a number, or how it was not reached; never an address
    note text not null default '',
    foreign key (partnership, addressee) references addressee on delete cascade
);
create index letter_due on letter (due_at) where state = 'waiting';
create index letter_about on letter (partnership, about) where state = 'waiting';
create index letter_ended on letter (ended_at);
alter table letter enable row level security;
alter table letter force row level security;
create policy in_confidence on letter
    using (whorl_posts() and (partnership is null or whorl_sees(partnership)))
    with check (whorl_posts() and (partnership is null or whorl_sees(partnership)));

-- Which letters have come in, by the fingerprint of their number: none is taken twice.
create table letter_in (
    print bytea primary key,
    came_at timestamptz not null
);
