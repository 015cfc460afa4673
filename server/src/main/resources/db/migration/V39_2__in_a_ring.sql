-- A seat names the one meeting it visits, a meeting its facilitator's seat and the item spoken of, an item its meeting. A backup
-- is read back table by table, so two of these are checked at the end there; everywhere else at once, as before.
alter table sdmi_seat alter constraint sdmi_seat_partnership_visits_fkey deferrable initially immediate;
alter table sdmi_meeting alter constraint sdmi_meeting_partnership_item_fkey deferrable initially immediate;
