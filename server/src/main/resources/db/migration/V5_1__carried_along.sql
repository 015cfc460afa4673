-- What a spiral carries with it: what was first asked for, who is in it, why its scope changed, what is fixed, what it is
-- woven into, and what was pulled in from elsewhere.

-- This migration writes rows of every partnership.
select set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', true);

-- In the words in which it was first asked for; kept as it was said, until it is answered.
create table first_ask (
    partnership uuid not null references partnership,
    id uuid not null,
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    state text not null default 'open' check (state in ('open', 'begun', 'answered', 'not-now')),
    note text not null default '',
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, id) references spiral
);
create function whorl_keep_words() returns trigger language plpgsql as $$
begin
    if new.words <> old.words or new.language <> old.language then
        raise exception 'what was first asked for stays as it was said';
    end if;
    return new;
end $$;
create trigger first_ask_stays before update on first_ask for each row execute function whorl_keep_words();
-- What was asked for before this was kept: the earliest words known.
insert into first_ask (partnership, id, words, language)
    select s.partnership, s.id, coalesce(e.content ->> 'question', s.question), coalesce(e.content ->> 'language', s.language)
    from spiral s left join earlier e
        on e.partnership = s.partnership and e.kind = 'spiral' and e.subject = s.id and e.version = 1;

-- Who is in a spiral; its own people, not its parent's.
create table spiral_member (
    partnership uuid not null references partnership,
    spiral uuid not null,
    member uuid not null,
    since date not null,
    primary key (partnership, spiral, member),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, member) references member
);
insert into spiral_member (partnership, spiral, member, since)
    select partnership, spiral, member, min(noted_on) from taking_part where member is not null
    group by partnership, spiral, member;

-- Until when people can be invited in, so that a missing voice is seen before.
alter table spiral add column invitations_close date;
-- The first and last month the plan is meant to fill.
alter table spiral add column plan_first date;
alter table spiral add column plan_last date check (plan_last >= plan_first);

-- Why the scope was changed: a decision, with its day and its reason.
create table scope_decision (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    direction text not null check (direction in ('wider', 'narrower', 'same')),
    why text not null check (btrim(why) <> ''),
    decided_on date not null,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral
);

-- What cannot be changed here, said openly; everything else can.
create table fixed_point (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    kind text not null check (kind in ('law', 'safety', 'money', 'promise', 'other')),
    what text not null check (btrim(what) <> ''),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral
);

-- Other work that is going on already, and how this goes together with it.
create table woven (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    name text not null check (btrim(name) <> ''),
    who text not null default '',
    address text not null default '' check (address = '' or address ~ '^https?://'),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral
);

-- What somebody has pulled in from another spiral, as it was said there.
create table pulled_in (
    partnership uuid not null references partnership,
    id uuid not null,
    spiral uuid not null,
    source uuid not null,
    kind text not null check (kind in ('learning', 'fixed-point', 'woven')),
    item text not null,
    words text not null,
    language text not null check (language in ('en', 'cy')),
    pulled_on date not null,
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, spiral, kind, item),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, source) references spiral
);

do $$
declare name text;
begin
    foreach name in array array['spiral_member', 'scope_decision', 'fixed_point', 'woven', 'pulled_in', 'first_ask']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
        execute format('create policy within on %I as restrictive using (whorl_within(%I)) with check (whorl_within(%I))',
            name, case name when 'first_ask' then 'id' else 'spiral' end,
            case name when 'first_ask' then 'id' else 'spiral' end);
    end loop;
end $$;
