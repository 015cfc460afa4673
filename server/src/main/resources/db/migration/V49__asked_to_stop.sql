-- The figures because of which somebody was asked to stop an experiment, each as it stood then: of each they are told once, and a
-- corrected figure is another. Where people said why it goes on, it is not asked about again.
create table experiment_stop (
    partnership uuid not null references partnership,
    experiment uuid not null,
    point uuid not null,
    -- which version of the figure
    figure int not null,
    asked_on date not null,
    went_on boolean not null default false,
    primary key (partnership, experiment, point, figure),
    foreign key (partnership, experiment) references experiment on delete cascade,
    foreign key (partnership, point) references measure_point on delete cascade
);

alter table experiment_stop enable row level security;
alter table experiment_stop force row level security;
create policy own on experiment_stop using (whorl_sees(partnership)) with check (whorl_sees(partnership));

-- A day told nothing of which place's figure it was, nor whether it was corrected since.
alter table experiment drop column stop_asked;

-- Why it was over before the day for which something was expected.
alter table experiment add column early_why text not null default '';
