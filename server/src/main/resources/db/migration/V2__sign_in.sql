-- Every way of signing in: a passkey, an organisation's own sign-in (OpenID Connect), or an address with a password and a
-- second step. None of them needs an email address but the last.

alter table account alter column email drop not null;
alter table account drop column failures;
alter table account drop column locked_until;
-- Has somebody we trust vouched that the address is theirs? What people type in themselves is not proof.
alter table account add column email_proved boolean not null default false;
-- Counts up when what they sign in with changes: a session that began under an earlier count is over.
alter table account add column stamp int not null default 1;
-- The secret shared with an app that shows codes, and the latest code's time step that was used: none is taken twice.
alter table account add column second_step bytea;
alter table account add column second_step_used bigint not null default 0;

-- Wrong tries by what was typed, known here or not: whoever guesses learns nothing from being stopped.
create table sign_in_try (
    name bytea primary key,
    failures int not null,
    locked_until timestamptz,
    last_at timestamptz not null
);

create table passkey (
    id uuid primary key,
    account uuid not null references account on delete cascade,
    credential bytea not null unique,
    public_key bytea not null,
    sign_count bigint not null,
    verified boolean not null,
    backup_eligible boolean not null,
    backed_up boolean not null,
    transports text[] not null,
    attestation bytea not null,
    client_data bytea not null,
    label text not null check (btrim(label) <> ''),
    made_at timestamptz not null,
    used_at timestamptz not null
);
create index passkey_account on passkey (account);

-- Who somebody is for an organisation that signs them in.
create table identity (
    issuer text not null,
    subject text not null,
    account uuid not null references account on delete cascade,
    provider text not null,
    made_at timestamptz not null,
    primary key (issuer, subject)
);
create index identity_account on identity (account);

-- Ten codes on paper; of each only the fingerprint.
create table recovery_code (
    code bytea primary key,
    account uuid not null references account on delete cascade
);
create index recovery_code_account on recovery_code (account);

-- A link an administrator makes for somebody who cannot get in; of its secret only the fingerprint.
create table sign_in_help (
    secret bytea primary key,
    account uuid not null references account on delete cascade,
    forget_second_step boolean not null,
    expires_at timestamptz not null,
    used_at timestamptz
);

-- Whoever holds an invitation may find out which addresses have accounts here: three times, then it is used up.
alter table invitation add column refusals int not null default 0;
