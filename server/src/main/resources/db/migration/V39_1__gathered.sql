-- Since when news is gathered for somebody's next letter: what stood in the last one is not told again.
alter table mailbox add column news_since timestamptz;
create index mailbox_due on mailbox (news_due) where confirmed_at is not null and news <> 'never';
