-- A permission to try may belong to a decision.
alter table permission add foreign key (partnership, decision) references decision;
