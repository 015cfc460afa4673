-- What stops a permission may name the measure that shows it; then each new figure is held against it, and those whom it concerns
-- are told once of each.
alter table permission_stop add column measure uuid;
alter table permission_stop add foreign key (partnership, measure) references measure;

create table permission_stop_told (
    partnership uuid not null references partnership,
    permission uuid not null,
    -- which of the things that stop it
    number int not null,
    point uuid not null,
    -- which version of the point: a corrected figure is another
    figure int not null,
    told_on date not null,
    primary key (partnership, permission, number, point, figure),
    foreign key (partnership, permission) references permission on delete cascade
);
alter table permission_stop_told enable row level security;
alter table permission_stop_told force row level security;
create policy own on permission_stop_told using (whorl_sees(partnership)) with check (whorl_sees(partnership));

-- What came of a Big Room may belong to an experiment: a test that became one, and what was learnt from one.
alter table big_room_outcome add column experiment uuid;
alter table big_room_outcome add foreign key (partnership, experiment) references experiment;
alter table big_room_outcome add check (experiment is null or kind in ('test', 'learnt'));
