package org.whorl.server.models;

/** Versions of models in the thread. */
final class ModelThreadStore {

    static final String VERSIONS = """
            select v.model || '/' || v.number as id, m.name_en || ' · ' || v.number || ': ' || v.note as title,
                m.name_cy || ' · ' || v.number || ': ' || v.note as other, 'en' as lang,
                '/picture/' || v.model || '?version=' || v.number as path, v.made_at::date as day
            from model_version v join model m on m.partnership = v.partnership and m.id = v.model""";

    static final String EARLIER = """
            select model || '/' || based_on as from_id, model || '/' || number as to_id from model_version
            where based_on is not null""";

    static final String SIGNED = """
            select partner::text as from_id, model || '/' || version as to_id from sign_off where taken_back_at is null""";

    private ModelThreadStore() {}
}
