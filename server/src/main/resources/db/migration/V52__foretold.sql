-- When what was expected was last written, so that what was written after it began is not told as foretold; none where that was
-- written before anybody noted the day. And the day of the answer as it stood when it began: moving it later makes nobody be in time.
alter table experiment add column predicted_on date;
alter table experiment add column answer_first date;
-- Where it is changed or more is to be known, until when what comes next is said.
alter table experiment add column next_by date;
