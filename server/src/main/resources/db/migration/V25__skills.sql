-- What members say they can do when things are to be made better, and what they would like to learn.
create table member_skill (
    partnership uuid not null references partnership,
    member uuid not null,
    skill text not null,
    can boolean not null,
    primary key (partnership, member, skill, can),
    foreign key (partnership, member) references member on delete cascade
);
alter table member_skill enable row level security;
alter table member_skill force row level security;
create policy own on member_skill using (whorl_sees(partnership)) with check (whorl_sees(partnership));
