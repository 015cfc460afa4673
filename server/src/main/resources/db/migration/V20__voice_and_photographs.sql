-- What was told by voice has words once somebody has listened and its teller has agreed to them.
alter table contribution add column spoken boolean not null default false;
alter table contribution drop constraint contribution_words_check;
alter table contribution add constraint contribution_words_check check (spoken or btrim(words) <> '');

-- A voice as it was recorded. It is never let out, and is deleted when its teller agrees to the text.
create table recording (
    partnership uuid not null references partnership,
    contribution uuid not null,
    type text not null check (type in ('audio/webm', 'audio/mp4', 'audio/ogg', 'audio/mpeg', 'audio/wav')),
    bytes bytea not null check (octet_length(bytes) between 1 and 6 * 1024 * 1024),
    primary key (partnership, contribution),
    foreign key (partnership, contribution) references contribution on delete cascade
);

-- A photograph as it was drawn anew here: points and nothing else.
create table photograph (
    partnership uuid not null references partnership,
    contribution uuid not null,
    number int not null check (number between 1 and 3),
    -- what is on it, as its teller says
    description text not null check (btrim(description) <> ''),
    -- may others see it, and what do they read of it? Whoever cares for it says so, and its teller agrees
    offered boolean not null default false,
    edited_description text not null default '',
    width int not null,
    height int not null,
    jpeg bytea not null,
    primary key (partnership, contribution, number),
    foreign key (partnership, contribution) references contribution on delete cascade,
    check (not offered or btrim(edited_description) <> '')
);

-- What may be seen, copied by the gate.
create table released_photograph (
    partnership uuid not null references partnership,
    contribution uuid not null,
    number int not null,
    description text not null,
    width int not null,
    height int not null,
    jpeg bytea not null,
    primary key (partnership, contribution, number),
    foreign key (partnership, contribution) references released on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['recording', 'photograph']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy in_care on %I using (whorl_sees(partnership) and whorl_cares())
            with check (whorl_sees(partnership) and whorl_cares())', name);
    end loop;
    alter table released_photograph enable row level security;
    alter table released_photograph force row level security;
    create policy own on released_photograph using (whorl_sees(partnership)) with check (whorl_sees(partnership));
end $$;
