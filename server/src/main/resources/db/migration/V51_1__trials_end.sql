-- A trial ends by itself: for which last day its owner and whoever led it have been told.
alter table sdmi_item add column trial_told date;
