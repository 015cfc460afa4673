-- Being answered: by a person, and by what came of it.

-- What a person wrote to whoever told something, for them alone.
create table teller_answer (
    partnership uuid not null references partnership,
    id uuid not null,
    contribution uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    member uuid not null,
    at timestamptz not null,
    primary key (partnership, id),
    foreign key (partnership, contribution) references contribution on delete cascade,
    foreign key (partnership, member) references member
);
create index on teller_answer (partnership, contribution);
alter table teller_answer enable row level security;
alter table teller_answer force row level security;
create policy in_care on teller_answer using (whorl_sees(partnership) and whorl_cares())
    with check (whorl_sees(partnership) and whorl_cares());

-- An honest answer may be that it cannot be done.
alter table contribution_use drop constraint contribution_use_stage_check;
alter table contribution_use add check (stage in ('used', 'decided', 'tried', 'changed', 'not-possible'));
