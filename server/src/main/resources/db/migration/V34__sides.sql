-- What members say that a story lets us learn from: how it went wrong, or how it goes right. It goes with the story.
create table story_side (
    partnership uuid not null references partnership,
    contribution uuid not null,
    member uuid not null,
    side text not null check (side in ('wrong', 'right')),
    primary key (partnership, contribution, member),
    foreign key (partnership, contribution) references contribution on delete cascade,
    foreign key (partnership, member) references member on delete cascade
);
alter table story_side enable row level security;
alter table story_side force row level security;
create policy own on story_side using (whorl_sees(partnership)) with check (whorl_sees(partnership));
