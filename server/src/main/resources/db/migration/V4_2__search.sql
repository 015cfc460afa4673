-- Words as they are searched for: without accents, so that "ty" finds "tŷ"; as they stand, for every language, and by their
-- English stems. Both functions know nothing but PostgreSQL itself, so that any PostgreSQL will do.

create function whorl_fold(words text) returns text
    language sql immutable parallel safe
    return translate(regexp_replace(normalize(words, NFD), U&'[\0300-\036F]', '', 'g'), '<>&', '   ');

create function whorl_words(words text) returns tsvector
    language sql immutable parallel safe
    return to_tsvector('simple'::regconfig, whorl_fold(words)) || to_tsvector('english'::regconfig, whorl_fold(words));
