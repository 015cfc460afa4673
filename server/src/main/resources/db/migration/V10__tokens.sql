-- Keys for programs: each opens the interface of one partnership in its owner's name, with less than the owner may, until
-- a day. Of its secret only the fingerprint is kept.
create table token (
    partnership uuid not null references partnership,
    id uuid not null,
    member uuid not null,
    name text not null check (btrim(name) <> ''),
    secret bytea not null unique,
    roles text[] not null check (cardinality(roles) > 0),
    -- the one spiral it is for
    only_spiral uuid,
    made_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > made_at and expires_at <= made_at + interval '366 days'),
    used_at timestamptz,
    withdrawn_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, member) references member,
    foreign key (partnership, only_spiral) references spiral
);
create index token_member on token (partnership, member);
alter table token enable row level security;
alter table token force row level security;
create policy own on token using (whorl_sees(partnership)) with check (whorl_sees(partnership));
