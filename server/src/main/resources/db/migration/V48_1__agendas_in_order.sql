-- An agenda stands in the order in which it was made.
alter table sdmi_item add column raised_at timestamptz not null default clock_timestamp();
