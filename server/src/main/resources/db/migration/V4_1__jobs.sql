-- Long work, done beside the pages. What the house does for itself has the partnership of zeros.

create table job (
    partnership uuid not null,
    id uuid not null,
    kind text not null,
    parameters text not null,
    state text not null default 'waiting'
        check (state in ('waiting', 'running', 'done', 'failed', 'cancelled', 'interrupted')),
    -- does it begin again when whoever ran it was stopped?
    resumes boolean not null,
    member uuid,
    account uuid,
    made_at timestamptz not null default now(),
    started_at timestamptz,
    ended_at timestamptz,
    done int not null default 0,
    expected int not null default 0,
    step text[] not null default '{}',
    cancel_asked boolean not null default false,
    attempts int not null default 0,
    worker uuid,
    beat_at timestamptz,
    -- what came of it: a sentence with its parts, and where it is
    outcome text[] not null default '{}',
    link text not null default '',
    file text not null default '',
    primary key (partnership, id)
);
-- The same work is not done twice at a time.
create unique index job_once on job (partnership, kind, parameters) where state in ('waiting', 'running');
create index job_open on job (made_at) where state in ('waiting', 'running');

alter table job enable row level security;
alter table job force row level security;
create policy own on job using (whorl_sees(partnership)) with check (whorl_sees(partnership));
