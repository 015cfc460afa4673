package org.whorl.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @CsvSource({
        "postgresql://nia:s%40fe+1@db:6000/whorl?sslmode=require, jdbc:postgresql://db:6000/whorl?sslmode=require, nia, s@fe+1",
        "postgres://nia@db/whorl, jdbc:postgresql://db/whorl, nia, ''",
        "jdbc:postgresql://localhost/w, jdbc:postgresql://localhost/w, '', ''",
    })
    void readsAddressesAsPeopleWriteThem(String address, String url, String user, String password) {
        assertThat(Database.at(address)).isEqualTo(new Database(url, user, password));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql://a/b", "postgresql://host", "db", "postgresql://nia:sec ret@db/whorl"})
    void saysWhatAnAddressLooksLikeWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> Database.at(address))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the address of a database looks like postgresql://user:password@host:5432/whorl");
    }

    @Test
    void neverPrintsThePassword() {
        assertThat(Database.at("postgresql://nia:secret@db/whorl").toString()).doesNotContain("secret");
    }
}
