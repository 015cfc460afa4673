-- Words that organisations use in ways of their own, what each means by them, and what they mean here.
create table term (
    partnership uuid not null references partnership,
    id uuid not null,
    word text not null check (btrim(word) <> ''),
    key text not null,
    language text not null check (language in ('en', 'cy')),
    agreed text,
    agreed_in text check (agreed_in in ('en', 'cy')),
    agreed_why text,
    agreed_on date,
    primary key (partnership, id),
    unique (partnership, key),
    check ((agreed_on is null) = (agreed is null) and (agreed_on is null) = (agreed_in is null)),
    -- What a word means here is not agreed without a reason.
    check (agreed_on is null or btrim(agreed_why) <> '')
);

-- Said anew it is another row, and the earlier one stays with its last day.
create table term_meaning (
    partnership uuid not null references partnership,
    id uuid not null,
    term uuid not null,
    partner uuid,
    says text not null check (btrim(says) <> ''),
    language text not null check (language in ('en', 'cy')),
    meant_by uuid,
    since date not null,
    until date,
    primary key (partnership, id),
    foreign key (partnership, term) references term on delete cascade,
    foreign key (partnership, partner) references partner,
    foreign key (partnership, meant_by) references member
);
create unique index term_meaning_today on term_meaning
    (partnership, term, coalesce(partner, '00000000-0000-0000-0000-000000000000')) where until is null;

do $$
declare name text;
begin
    foreach name in array array['term', 'term_meaning']
    loop
        execute format('alter table %I enable row level security', name);
        execute format('alter table %I force row level security', name);
        execute format('create policy own on %I using (whorl_sees(partnership)) with check (whorl_sees(partnership))', name);
    end loop;
end $$;
