package org.whorl.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.whorl.engine.load.Prepared;
import org.whorl.files.ModelFolder;
import org.whorl.files.Read;

class NewestTest {

    private final Newest newest = new Newest();

    @Test
    void aQuestionIsOvertakenByTheNextOfItsPageAndNoOther() {
        BooleanSupplier first = newest.asks("one");
        BooleanSupplier other = newest.asks("two");
        assertThat(first.getAsBoolean()).isFalse();
        BooleanSupplier second = newest.asks("one");
        assertThat(first.getAsBoolean()).isTrue();
        assertThat(second.getAsBoolean()).isFalse();
        assertThat(other.getAsBoolean()).isFalse();
    }

    @Test
    void aPageWithoutANameIsNeverOvertaken() {
        BooleanSupplier first = newest.asks("");
        newest.asks("");
        newest.asks("x".repeat(1_000));
        assertThat(first.getAsBoolean()).isFalse();
    }

    @Test
    void nothingMoreIsWorkedOutForAPageThatAsksSomethingElse() {
        Read.Good small = (Read.Good) ModelFolder.read(Path.of("..", "examples", "one-team"));
        Ready ready = new Ready(UUID.randomUUID(), 1, small, Prepared.of(small.model()));
        AtomicInteger looked = new AtomicInteger();
        Sureness sureness = new Sureness(new SlidersFirst());
        // Asked once before it begins and once after each draw of a change; there is no change without a scenario.
        assertThatThrownBy(() -> sureness.of(ready, small.model().scenarios(), () -> looked.incrementAndGet() == 3))
                .isInstanceOf(CancellationException.class);
        assertThat(looked).hasValue(3);
        assertThat(sureness.of(ready, List.of(), () -> false).seed()).isEqualTo(Sureness.SEED);
    }
}
