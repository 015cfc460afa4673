-- Proposals to move resource: what moves where and when, who pays for the change, and how it ends.
create table shift_option (
    partnership uuid not null references partnership,
    id uuid not null,
    model uuid not null,
    -- the version of the model it was worked out on
    model_version int not null,
    name text not null check (btrim(name) <> ''),
    language text not null check (language in ('en', 'cy')),
    translation text not null default '',
    why text not null default '',
    -- moves of places, one-off money and payments between partners
    moves jsonb not null,
    exit_terms text not null default '',
    made_by uuid,
    made_at timestamptz not null default now(),
    changed_at timestamptz not null default now(),
    set_aside_at timestamptz,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, model, model_version) references model_version,
    foreign key (partnership, made_by) references member
);
alter table shift_option enable row level security;
alter table shift_option force row level security;
create policy own on shift_option using (whorl_sees(partnership)) with check (whorl_sees(partnership));
