-- A permission keeps the words of the rules it suspends as they were when it was written: whoever gives a rule another name
-- afterwards does not change what others have signed. And it is known who named those who sign.
alter table permission_rule add column name text not null default '';
alter table permission_rule add column source text not null default '';
alter table permission_rule add column language text not null default '' check (language in ('', 'en', 'cy'));
alter table permission_signature add column named_by uuid;
alter table permission_signature add foreign key (partnership, named_by) references member;

create function whorl_words_of_rule() returns trigger language plpgsql as $$
begin
    if new.name = '' then
        select r.name, r.source, r.language into new.name, new.source, new.language
        from rule r where r.partnership = new.partnership and r.id = new.rule;
        new.name := coalesce(new.name, '');
        new.source := coalesce(new.source, '');
        new.language := coalesce(new.language, '');
    end if;
    return new;
end $$;
create trigger words_of_rule before insert on permission_rule for each row execute function whorl_words_of_rule();

-- Those there are keep the words their rules have today.
do $$
declare before text := coalesce(current_setting('whorl.partnership', true), '');
begin
    perform set_config('whorl.partnership', '00000000-0000-0000-0000-000000000000', true);
    update permission_rule pr set name = r.name, source = r.source, language = r.language
    from rule r where r.partnership = pr.partnership and r.id = pr.rule;
    perform set_config('whorl.partnership', before, true);
end $$;
