-- Small experiments: what is tried and why it might work, what is expected, who stops it, and what came of it. One that is still
-- being written may be as unfinished as it is; what was expected never changes once it has begun.
create table experiment (
    partnership uuid not null references partnership,
    id uuid not null,
    -- the question it helps to answer; none where it is the whole partnership's
    spiral uuid,
    state text not null default 'draft' check (state in ('draft', 'running', 'ended', 'aside')),
    -- which of a series it is, and what it goes on from
    number int not null default 1 check (number >= 1),
    follows uuid,
    -- what it stands on, where it stands on something
    decision uuid,
    permission uuid,
    finding uuid,

    title text not null check (btrim(title) <> ''),
    if_we text not null default '',
    and_if text not null default '',
    then_so text not null default '',
    cycle text not null default '' check (cycle in ('', 'collect', 'develop', 'test', 'implement')),

    -- the measure it is about, as the charts know it; none where what is expected is told in words
    measure uuid,
    predicted double precision,
    predicted_low double precision,
    predicted_high double precision,
    unit text not null default '',
    predicted_for date,
    predicted_by uuid,
    leading_on date,

    places text not null default '' check (places in ('', 'one', 'several')),
    others text not null default '' check (others in ('', 'yes', 'no')),
    steps text not null default '' check (steps in ('', 'yes', 'no')),
    points text not null default '' check (points in ('', 'many', 'few')),
    design text not null default '' check (design in ('', 'spc', 'difference', 'stepped', 'before-after')),
    design_why text not null default '',
    weeks int check (weeks between 1 and 520),
    usual double precision check (usual > 0),
    hoped double precision check (hoped > 0 and hoped < 1000),
    -- a line for each place: the day it begins there, or a dash where it is there only to compare; then its name
    sites text not null default '',
    data_plan text not null default '',

    -- a line for each measure it looks at beside its own: what for, then which one
    looks text not null default '',
    people_prompt text not null default '',
    community_prompt text not null default '',
    staff_prompt text not null default '',
    behaviour text not null default '',
    hinders text not null default '' check (hinders in ('', 'capability', 'opportunity', 'motivation')),
    nudge text not null default '',

    stop_what text not null default '',
    stop_measure uuid,
    stop_way text not null default '' check (stop_way in ('', 'above', 'below')),
    stop_figure double precision,
    stop_points int check (stop_points between 1 and 52),
    stopper uuid,
    -- the day of the last figure because of which somebody was asked to stop it
    stop_asked date,

    heard text not null default '',
    alternatives text not null default '',
    anyway text not null default '',

    owner uuid,
    respond_by date,

    outcome text not null default '' check (outcome in ('', 'adopt', 'adapt', 'abandon', 'amplify', 'ask-more')),
    came double precision,
    as_planned text not null default '' check (as_planned in ('', 'yes', 'partly', 'no')),
    learnt text not null default '',
    elsewhere text not null default '',

    -- where it is held fast, of policy, contract, template, training and budget; separated by commas
    wired text not null default '',
    practice text not null default '' check (practice in ('', 'noticed', 'tried', 'agreed', 'standard', 'still')),
    how_to text not null default '',
    how_to_link text not null default '',
    how_to_read int not null default 0,
    check_on date,

    -- what people have been told of
    told_respond date,
    told_leading date,
    told_check date,

    language text not null check (language in ('en', 'cy')),
    changed_at timestamptz not null default now(),
    begun_by uuid,
    begun_on date not null,
    started_on date,
    ended_on date,
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, spiral) references spiral,
    foreign key (partnership, follows) references experiment,
    foreign key (partnership, owner) references member,
    foreign key (partnership, stopper) references member,
    foreign key (partnership, predicted_by) references member,
    foreign key (partnership, begun_by) references member,
    check (state not in ('running', 'ended') or (started_on is not null and design <> '' and btrim(stop_what) <> ''
        and stopper is not null and owner is not null and predicted is not null and predicted_for is not null)),
    check (state <> 'ended' or (ended_on is not null and outcome <> '' and btrim(learnt) <> ''))
);

-- What was expected is fixed when it begins: nobody makes a forecast right afterwards.
create function whorl_prediction_stands() returns trigger language plpgsql as $$
begin
    if old.started_on is not null and (new.predicted, new.predicted_low, new.predicted_high, new.unit, new.predicted_for,
            new.measure, new.started_on, new.then_so)
        is distinct from (old.predicted, old.predicted_low, old.predicted_high, old.unit, old.predicted_for,
            old.measure, old.started_on, old.then_so) then
        raise exception 'what was expected of an experiment does not change after it has begun'
            using errcode = 'check_violation';
    end if;
    return new;
end $$;
create trigger prediction_stands before update on experiment for each row execute function whorl_prediction_stands();

-- What each clause rests on, by kind and number, never in words: what was taken back is gone here too.
create table experiment_evidence (
    partnership uuid not null references partnership,
    id uuid not null,
    experiment uuid not null,
    clause text not null check (clause in ('if', 'and', 'then')),
    kind text not null check (kind in ('model', 'shift', 'finding', 'claim', 'story', 'votes')),
    target uuid not null,
    number int not null default 0,
    primary key (partnership, id),
    unique (partnership, experiment, clause, kind, target),
    foreign key (partnership, experiment) references experiment on delete cascade
);

create table experiment_helper (
    partnership uuid not null references partnership,
    experiment uuid not null,
    member uuid not null,
    primary key (partnership, experiment, member),
    foreign key (partnership, experiment) references experiment on delete cascade,
    foreign key (partnership, member) references member on delete cascade
);

create table experiment_task (
    partnership uuid not null references partnership,
    id uuid not null,
    experiment uuid not null,
    what text not null check (btrim(what) <> ''),
    owner uuid,
    due_on date,
    done_on date,
    language text not null check (language in ('en', 'cy')),
    version int not null default 1,
    primary key (partnership, id),
    foreign key (partnership, experiment) references experiment on delete cascade,
    foreign key (partnership, owner) references member
);

-- What was noted while it ran. It is added to and never changed.
create table experiment_note (
    partnership uuid not null references partnership,
    id uuid not null,
    experiment uuid not null,
    kind text not null check (kind in ('seen', 'unexpected', 'changed', 'failed', 'leading', 'went-on', 'still-used')),
    words text not null check (btrim(words) <> ''),
    language text not null check (language in ('en', 'cy')),
    noted_on date not null,
    noted_at timestamptz not null,
    noted_by uuid,
    primary key (partnership, id),
    foreign key (partnership, experiment) references experiment on delete cascade,
    foreign key (partnership, noted_by) references member
);

-- Stories of the week, by number only: who may not hear one does not hear it here.
create table experiment_story (
    partnership uuid not null references partnership,
    experiment uuid not null,
    story uuid not null,
    pinned_on date not null,
    primary key (partnership, experiment, story),
    foreign key (partnership, experiment) references experiment on delete cascade
);

do $$
declare name text;
begin
    foreach name in array array['experiment', 'experiment_evidence', 'experiment_helper',
        'experiment_task', 'experiment_note', 'experiment_story']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;

create policy within on experiment as restrictive using (whorl_within(spiral)) with check (whorl_within(spiral));
