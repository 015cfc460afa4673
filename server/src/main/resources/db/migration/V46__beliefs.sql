-- What experiments came to, as it was read on a day with the figures it was read from, and what that makes of a number of a
-- model. A reading is never changed: who looks again reads again, and how often is told.

create table experiment_reading (
    partnership uuid not null references partnership,
    id uuid not null,
    experiment uuid not null,
    spiral uuid,
    measure uuid not null,
    -- how it was tried, and how figures were compared
    tried text not null check (tried in ('stepped-wedge', 'difference-in-differences', 'time-series', 'before-and-after')),
    scale text not null check (scale in ('rates', 'ratios', 'differences')),
    better text not null check (better in ('less', 'more', 'neither')),
    -- one for each place and period: site, day, number, exposure, tried
    figures jsonb not null,
    -- empty where the figures could tell
    cannot text not null default '',
    estimate double precision,
    half double precision check (half > 0),
    basis text not null default '',
    places int not null default 0,
    beside int not null default 0,
    cautions text not null default '',
    asked_at timestamptz not null,
    asked_by uuid,
    primary key (partnership, id),
    foreign key (partnership, experiment) references experiment,
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, measure) references measure,
    foreign key (partnership, asked_by) references member,
    check ((cannot = '') = (estimate is not null and half is not null))
);

create table belief (
    partnership uuid not null references partnership,
    id uuid not null,
    experiment uuid not null,
    spiral uuid,
    reading uuid not null,
    model uuid not null,
    model_version int not null,
    -- of the number
    path text not null,
    -- does the experiment speak of the number itself, or of how many times as much it becomes?
    about text not null check (about in ('level', 'ratio')),
    -- how much of the number one of the measure's unit is
    factor double precision not null default 1 check (factor > 0),
    weight double precision not null check (weight > 0 and weight <= 1),
    weight_why text not null default '',
    -- the decision it waits for
    decision uuid,
    -- the version of the model that says so, and the one that took it back
    learnt_version int,
    learnt_on date,
    back_version int,
    language text not null check (language in ('en', 'cy')),
    made_by uuid,
    made_at timestamptz not null,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, experiment) references experiment,
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, reading) references experiment_reading,
    foreign key (partnership, model, model_version) references model_version,
    foreign key (partnership, decision) references decision,
    foreign key (partnership, made_by) references member,
    check (learnt_version is null or (decision is not null and learnt_on is not null)),
    check (back_version is null or learnt_version is not null)
);

do $$
declare name text;
begin
    foreach name in array array['experiment_reading', 'belief']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
        execute format('create policy within on %I as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral))', name);
    end loop;
end $$;
