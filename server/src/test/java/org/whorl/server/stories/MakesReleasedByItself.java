package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A planted fault: makes what may be heard of what has not come through the gate. */
final class MakesReleasedByItself {

    private MakesReleasedByItself() {}

    static Released of(String words) {
        return new Released(
                UUID.randomUUID(),
                Optional.empty(),
                Kind.STORY,
                "en",
                new Contribution.Text("", words),
                "",
                LocalDate.EPOCH,
                List.of());
    }
}
