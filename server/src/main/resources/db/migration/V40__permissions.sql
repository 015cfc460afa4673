-- Rules with what they cost, and permissions to try without some of them for a while. A duty in law is listed, and never
-- suspended.

create table rule (
    partnership uuid not null references partnership,
    id uuid not null,
    name text not null check (btrim(name) <> ''),
    -- whose rule it is
    partner uuid not null,
    -- where it is written
    source text not null check (btrim(source) <> ''),
    -- which duty in law it is; blank for a rule of our own
    duty text not null default '',
    kind text not null check (kind in ('rule', 'form', 'meeting')),
    -- was it added here, so that it lapses unless it is renewed?
    added boolean not null,
    -- of each person who has to keep it, in a week
    minutes_low int not null check (minutes_low >= 0),
    minutes_high int not null check (minutes_high >= minutes_low and minutes_high <= 2400),
    staff int not null check (staff between 0 and 1000000),
    since date not null,
    review_on date,
    renewed_why text not null default '',
    retired_on date,
    retired_why text not null default '',
    lapse_told boolean not null default false,
    language text not null check (language in ('en', 'cy')),
    added_by uuid,
    version int not null default 1,
    primary key (partnership, id),
    unique (partnership, id, duty),
    foreign key (partnership, partner) references partner,
    foreign key (partnership, added_by) references member,
    check (not added or review_on is not null)
);

create table permission (
    partnership uuid not null references partnership,
    id uuid not null,
    -- what is tried, in one sentence
    tries text not null check (btrim(tries) <> ''),
    principles text not null check (btrim(principles) <> ''),
    place text not null check (btrim(place) <> ''),
    whom text not null check (btrim(whom) <> ''),
    most int not null check (most between 1 and 1000000),
    safety text not null check (btrim(safety) <> ''),
    -- what is in the tables below, as one line each, so that two people who change it at once see that, too
    suspends text not null,
    signers text not null,
    -- the pause before it: whose views were heard, what else could be done, and why it went on without
    heard text not null default '',
    alternatives text not null default '',
    anyway text not null default '',
    starts_on date not null,
    -- its last day; it lapses at midnight after it, in Wales
    ends_on date not null check (ends_on >= starts_on),
    decision uuid,
    renews uuid,
    learnt text not null default '',
    owner uuid not null,
    begun_by uuid,
    stopped_at timestamptz,
    stopped_by uuid,
    stopped_why text not null default '',
    lapse_told boolean not null default false,
    language text not null check (language in ('en', 'cy')),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, renews) references permission,
    foreign key (partnership, owner) references member,
    foreign key (partnership, begun_by) references member,
    foreign key (partnership, stopped_by) references member,
    check (renews is null or btrim(learnt) <> ''),
    check (stopped_at is null or btrim(stopped_why) <> '')
);

-- The duty is always blank here, and the key holds it to the rule's: no duty in law can be suspended, nor become one while it is.
create table permission_rule (
    partnership uuid not null references partnership,
    permission uuid not null,
    rule uuid not null,
    duty text not null default '' check (duty = ''),
    primary key (partnership, permission, rule),
    foreign key (partnership, permission) references permission on delete cascade,
    foreign key (partnership, rule, duty) references rule (partnership, id, duty)
);

-- The key alone would say no without a reason.
create function whorl_no_duty() returns trigger language plpgsql as $$
declare
    named text;
begin
    select r.name || ' (' || r.duty || ')' into named
    from rule r where r.partnership = new.partnership and r.id = new.rule and r.duty <> '';
    if named is not null then
        raise exception 'a duty in law cannot be suspended: %', named
            using errcode = 'check_violation', hint = 'Suspend the form or step that we have put on top of it, not the duty.';
    end if;
    return new;
end $$;
create trigger no_duty before insert or update on permission_rule for each row execute function whorl_no_duty();

-- What stops it: when what is counted is above or below a number, for so many days.
create table permission_stop (
    partnership uuid not null references partnership,
    permission uuid not null,
    number int not null,
    what text not null check (btrim(what) <> ''),
    way text not null check (way in ('above', 'below')),
    figure double precision not null,
    days int not null check (days between 1 and 366),
    primary key (partnership, permission, number),
    foreign key (partnership, permission) references permission on delete cascade
);

-- Who signs for which organisation, and which version they signed; a later one they have not.
create table permission_signature (
    partnership uuid not null references partnership,
    permission uuid not null,
    partner uuid not null,
    member uuid not null,
    signed int,
    signed_at timestamptz,
    primary key (partnership, permission, partner),
    foreign key (partnership, permission) references permission on delete cascade,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, member) references member,
    check ((signed is null) = (signed_at is null))
);

do $$
declare name text;
begin
    foreach name in array array['rule', 'permission', 'permission_rule', 'permission_stop', 'permission_signature']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
