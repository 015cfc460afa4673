-- How far people of one partner trust another: rounds, who has answered, and answers. That somebody answered and what was
-- answered have nothing in common but the round.

create table pulse (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    turn int not null,
    opened_on date not null,
    closed_on date,
    opened_by uuid,
    primary key (partnership, id),
    unique (partnership, spiral, turn),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, opened_by) references member
);

create table pulse_given (
    partnership uuid not null references partnership,
    pulse uuid not null,
    member uuid not null,
    about uuid not null,
    -- what they wrote for themselves; shown to nobody else
    note text not null default '',
    primary key (partnership, pulse, member, about),
    foreign key (partnership, pulse) references pulse,
    foreign key (partnership, member) references member on delete cascade,
    foreign key (partnership, about) references partner
);

create table pulse_answer (
    partnership uuid not null references partnership,
    id uuid not null,
    pulse uuid not null,
    from_partner uuid not null,
    about uuid not null,
    trust int not null check (trust between 1 and 5),
    primary key (partnership, id),
    foreign key (partnership, pulse) references pulse,
    foreign key (partnership, from_partner) references partner,
    foreign key (partnership, about) references partner
);

do $$
declare name text;
begin
    foreach name in array array['pulse', 'pulse_given', 'pulse_answer']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
