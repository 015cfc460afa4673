-- A room that meets every week about one pathway: what it looks at, who coaches it, and what comes of each week.

alter table gathering drop constraint gathering_recipe_check;
alter table gathering add constraint gathering_recipe_check
    check (recipe in ('one-two-four-all', 'worst', 'fifteen', 'what', 'ecocycle', 'big-room'));

create table big_room (
    partnership uuid not null references partnership,
    id uuid not null,
    -- the pathway it is about
    pathway text not null check (btrim(pathway) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- whose question its asks are for
    spiral uuid not null,
    -- whose measures are on its wall
    model uuid,
    -- the two who coach it: one who works in the pathway, one who does not
    inside uuid not null,
    outside uuid not null check (outside <> inside),
    opened_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, model) references model,
    foreign key (partnership, inside) references member,
    foreign key (partnership, outside) references member
);

create table big_room_week (
    partnership uuid not null references partnership,
    id uuid not null,
    room uuid not null,
    held_on date not null,
    -- the story it opens with, as long as it may be heard; its words are kept with the story
    story uuid,
    gathering uuid not null,
    primary key (partnership, id),
    unique (partnership, room, held_on),
    foreign key (partnership, room) references big_room,
    foreign key (partnership, gathering) references gathering
);

create table big_room_outcome (
    partnership uuid not null references partnership,
    id uuid not null,
    week uuid not null,
    kind text not null check (kind in ('action', 'test', 'ask', 'topic', 'learnt')),
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    -- the ask it became
    ask uuid,
    owner uuid,
    due_on date,
    came text not null default '',
    done_on date,
    noted_at timestamptz not null,
    noted_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, week) references big_room_week,
    foreign key (partnership, ask) references ask,
    foreign key (partnership, owner) references member,
    foreign key (partnership, noted_by) references member,
    -- what somebody is to do has an owner and a day
    check (kind not in ('action', 'test') or (owner is not null and due_on is not null)),
    check (kind <> 'ask' or ask is not null)
);

do $$
declare name text;
begin
    foreach name in array array['big_room', 'big_room_week', 'big_room_outcome']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
