-- How a shift ends is a day and a notice beside its words. What moves is text of the application's own, kept whole.
alter table shift_option alter column moves type text;
alter table shift_option add column exit_on date;
alter table shift_option add column notice_months int not null default 0;
