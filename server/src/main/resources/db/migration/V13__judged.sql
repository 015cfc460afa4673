-- What a panel thinks of a proposal: whom it reaches, how much good it does, how likely it is to work, who judged and when.
-- Text of the application's own, kept whole like what moves; empty when nobody has judged.
alter table shift_option add column judgement text not null default '';
