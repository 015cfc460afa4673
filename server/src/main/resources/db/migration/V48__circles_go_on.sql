-- Whoever was once asked to a meeting and has not the minutes for it any more still has it in their calendar: they are told when
-- it moves, and it takes no minutes of theirs.
alter table sdmi_asked drop constraint sdmi_asked_minutes_check;
alter table sdmi_asked add constraint sdmi_asked_minutes_check check (minutes >= 0);

-- Who of the partnership does what was adopted, and since when it is done.
alter table sdmi_item add column does_member uuid, add column done_on date;
alter table sdmi_item add foreign key (partnership, does_member) references member on delete set null (does_member);

-- Where a wider circle goes on with it. An item is read back from a backup beside the one it became, so this is checked at the end
-- there.
alter table sdmi_item add column wider uuid;
alter table sdmi_item add constraint sdmi_item_partnership_wider_fkey foreign key (partnership, wider) references sdmi_item
    deferrable initially immediate;
