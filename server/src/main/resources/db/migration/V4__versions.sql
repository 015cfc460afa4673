-- What people change counts its versions, so that two people's changes never overwrite each other unseen, and what was
-- before is kept (table earlier) and can be brought back.

alter table ask add column version int not null default 1;
alter table partner add column version int not null default 1;
alter table place add column version int not null default 1;
