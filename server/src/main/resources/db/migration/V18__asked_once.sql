-- Who said yes to what nobody in particular was asked: that takes their time as well.
alter table ask add answered_by uuid, add answered_on date,
    add foreign key (partnership, answered_by) references member;

-- Whom somebody outside the partnership was asked what. Of how they were reached only a fingerprint, and that for sixty days.
create table asked_outside (
    partnership uuid not null references partnership,
    id uuid not null,
    contact bytea,
    what text not null check (btrim(what) <> ''),
    language text not null check (language in ('en', 'cy')),
    route text not null check (route in ('email', 'telephone', 'message', 'letter', 'in-person')),
    asked_by uuid,
    asked_on date not null,
    primary key (partnership, id),
    foreign key (partnership, asked_by) references member
);
create index on asked_outside (partnership, contact);
alter table asked_outside enable row level security;
alter table asked_outside force row level security;
create policy own on asked_outside using (whorl_sees(partnership)) with check (whorl_sees(partnership));
