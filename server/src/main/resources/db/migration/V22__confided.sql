-- Asking for help in private: one person, chosen by whoever asks, reads it, and nobody else does.

-- Who has said that one may come to them.
create table trusted (
    partnership uuid not null references partnership,
    member uuid not null,
    sentence text not null check (btrim(sentence) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- may those read their name who have no account here?
    named_outside boolean not null,
    since date not null,
    primary key (partnership, member),
    foreign key (partnership, member) references member on delete cascade
);
alter table trusted enable row level security;
alter table trusted force row level security;
create policy own on trusted using (whorl_sees(partnership)) with check (whorl_sees(partnership));

-- For whom is this statement? The id of a member, or the fingerprint of a code. Only the store of what is confided says so.
create function whorl_confidant() returns text
    language sql stable
    return coalesce(current_setting('whorl.confidant', true), '');

create table confided (
    partnership uuid not null references partnership,
    id uuid not null,
    -- the fingerprint of the asker's private code; nothing else says who they are but what they write
    code bytea not null unique,
    trusted uuid not null,
    words text not null default '',
    contact text not null default '',
    name text not null default '',
    language text not null check (language in ('en', 'cy')),
    told_at timestamptz not null,
    answer_by date not null,
    answer text not null default '',
    answered_at timestamptz,
    -- the ask it could become, in words the asker agrees to or not
    ask_words text not null default '',
    ask_state text not null default 'none' check (ask_state in ('none', 'offered', 'agreed', 'refused', 'asked')),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, trusted) references member,
    check (btrim(words) <> '' or btrim(contact) <> '')
);
alter table confided enable row level security;
alter table confided force row level security;
-- The asker by their code, the one they chose by who they are, and a backup of everything.
create policy in_confidence on confided
    using (whorl_sees(partnership) and whorl_confidant() in (trusted::text, encode(code, 'hex'), 'everybody'))
    with check (whorl_sees(partnership) and whorl_confidant() in (trusted::text, encode(code, 'hex'), 'everybody'));
