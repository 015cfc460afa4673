package org.whorl.server.people;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A partnership's own words in the database. */
@Repository
class SettingStore {

    private final JdbcClient jdbc;

    SettingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void setWord(UUID partnership, String word, String english, String welsh) {
        jdbc.sql("""
                        insert into own_word (partnership, word, name_en, name_cy) values (?, ?, ?, ?)
                        on conflict (partnership, word) do update set name_en = excluded.name_en,
                            name_cy = excluded.name_cy""").params(partnership, word, english, welsh).update();
    }

    void forgetWord(String word) {
        jdbc.sql("delete from own_word where word = ?").param(word).update();
    }
}
