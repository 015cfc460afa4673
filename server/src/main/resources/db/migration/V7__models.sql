-- Models: a folder of text for each version, as the command line reads it; who stands behind a version; what was found.
create table model (
    partnership uuid not null references partnership,
    id uuid not null,
    name_en text not null check (btrim(name_en) <> ''),
    name_cy text not null check (btrim(name_cy) <> ''),
    made_at timestamptz not null default now(),
    primary key (partnership, id)
);

-- A version never changes: what was signed stays what was signed.
create table model_version (
    partnership uuid not null,
    model uuid not null,
    number int not null check (number > 0),
    -- file name -> text; model.yaml is one of them
    files jsonb not null check (files ? 'model.yaml'),
    note text not null check (btrim(note) <> ''),
    based_on int,
    made_by uuid,
    made_at timestamptz not null default now(),
    primary key (partnership, model, number),
    foreign key (partnership, model) references model,
    foreign key (partnership, model, based_on) references model_version,
    foreign key (partnership, made_by) references member
);
create trigger model_version_stays before update or delete or truncate on model_version
    for each statement execute function whorl_refuse();

-- A partner stands behind a version, in the words of whoever signed; a signature is taken back, never wiped out.
create table sign_off (
    partnership uuid not null,
    id uuid not null,
    model uuid not null,
    version int not null,
    partner uuid not null,
    member uuid not null,
    words text not null default '',
    signed_at timestamptz not null default now(),
    taken_back_at timestamptz,
    primary key (partnership, id),
    foreign key (partnership, model, version) references model_version,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, member) references member
);
create unique index sign_off_stands on sign_off (partnership, model, version, partner) where taken_back_at is null;

do $$
declare name text;
begin
    foreach name in array array['model', 'model_version', 'sign_off']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
