-- Sessions outlive a restart of the server. Of the secret in somebody's cookie only the fingerprint is kept: whoever reads
-- this table cannot take a session over.

create table session (
    secret bytea primary key,
    -- By which its owner ends it.
    id uuid not null unique,
    -- Whose, and the account's stamp when it began; nobody's before signing in.
    account uuid references account on delete cascade,
    stamp int,
    -- What it is on, as its owner would know it again: "Firefox, Windows".
    device text not null default '',
    content bytea not null,
    began_at timestamptz not null,
    seen_at timestamptz not null,
    expires_at timestamptz not null,
    check ((account is null) = (stamp is null))
);
create index session_account on session (account);
create index session_expires_at on session (expires_at);
