-- How many had voted when the files of a conversation were taken away last: ten more must vote before they are taken again.
alter table opinion_conversation add column taken_at int not null default 0;
