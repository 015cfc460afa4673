package org.whorl.server.stories;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.whorl.server.Snapshot;

/** A sound is known by its first bytes. */
class RecordingTest {

    @ParameterizedTest
    @CsvSource({
        "1a45dfa384428284 7765626d, audio/webm",
        "1a45dfa3a34286810142f781 01428288 6d6174726f736b61, nothing",
        "0000001c66747970 4d344120, audio/mp4",
        "0000001866747970 69736f6d, audio/mp4",
        "0000001866747970 68656963, nothing",
        "0000001866747970 61766966, nothing",
        "4f67675300020000, audio/ogg",
        "524946460000000057415645, audio/wav",
        "524946460000000057454250, nothing",
        "4944330400000000, audio/mpeg",
        "fffb9064, audio/mpeg",
        "ffd8ffe0, nothing",
        "3c68746d6c3e, nothing",
        "00, nothing",
    })
    void isKnownByItsFirstBytes(String bytes, String type) {
        byte[] file = java.util.HexFormat.of().parseHex(bytes.replace(" ", ""));
        assertThat(Recording.of(file).map(Recording::type).orElse("nothing")).isEqualTo(type);
        assertThat(Recording.of(Snapshot.text("audio.webm"))).isEmpty();
    }
}
