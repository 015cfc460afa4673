-- A pulse before and after a turn: three questions on how sure people feel, by a link and without a login. What somebody
-- answered and the key that makes it count once have nothing in common but the round.

alter table pulse add column kind text not null default 'trust' check (kind in ('trust', 'before', 'after'));
-- what stands in the link people answer by; it is no secret
alter table pulse add column code text unique check (code ~ '^[0-9a-z]{12}$');
alter table pulse add constraint only_confidence_goes_by_a_link check ((kind = 'trust') = (code is null));
alter table pulse drop constraint pulse_partnership_spiral_turn_key;
alter table pulse add unique (partnership, spiral, turn, kind);

create table confidence_given (
    partnership uuid not null references partnership,
    pulse uuid not null,
    -- the fingerprint of a key that one sheet carries: sent twice it counts once
    key bytea not null,
    primary key (partnership, pulse, key),
    foreign key (partnership, pulse) references pulse
);

create table confidence_answer (
    partnership uuid not null references partnership,
    id uuid not null,
    pulse uuid not null,
    -- whose voice they say they bring; nobody has to say
    perspective uuid,
    heard int not null check (heard between 1 and 5),
    trying int not null check (trying between 1 and 5),
    daring int not null check (daring between 1 and 5),
    primary key (partnership, id),
    foreign key (partnership, pulse) references pulse,
    foreign key (partnership, perspective) references perspective on delete set null (perspective)
);

do $$
declare name text;
begin
    foreach name in array array['confidence_given', 'confidence_answer']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
