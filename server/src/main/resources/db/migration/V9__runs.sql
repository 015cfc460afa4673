-- What the simulation found: kept as it was asked and as it was answered, in both languages, so that it reads the same
-- in ten years.
create table model_run (
    partnership uuid not null references partnership,
    id uuid not null,
    model uuid not null,
    version int not null,
    -- the change that was tried, as the model's file has it; empty for the model as it stands
    name_en text not null,
    name_cy text not null,
    -- where the question was asked, inside the partnership
    asked_at_page text not null,
    replications int not null,
    seed bigint not null,
    summary_en text not null,
    summary_cy text not null,
    report_en text not null,
    report_cy text not null,
    answer text not null,
    made_at timestamptz not null default now(),
    primary key (partnership, id),
    foreign key (partnership, model, version) references model_version
);
create trigger model_run_stays before update or delete or truncate on model_run
    for each statement execute function whorl_refuse();
alter table model_run enable row level security;
alter table model_run force row level security;
create policy own on model_run using (whorl_sees(partnership)) with check (whorl_sees(partnership));
