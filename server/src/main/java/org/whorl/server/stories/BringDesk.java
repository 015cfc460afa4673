package org.whorl.server.stories;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Sheets that are right and not brought in yet, and codes that are not fetched yet: in memory alone, for half an hour, so that
 * nothing of a sheet is kept anywhere before somebody has said that it shall be.
 */
@Component
class BringDesk {

    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 20;

    private final Clock clock;
    private final Map<UUID, Lying<?>> lying = new LinkedHashMap<>();

    BringDesk(Clock clock) {
        this.clock = clock;
    }

    /** A sheet that waits for somebody to say yes. */
    record Sheet(String file, Optional<UUID> spiral, String collector, List<BringCheck.Row> rows) {}

    /** Codes of rows, by their reference; to be fetched once. */
    record Codes(Map<String, String> codes) {}

    private record Lying<T>(UUID partnership, Optional<UUID> member, T what, Instant until) {}

    synchronized UUID put(UUID partnership, Optional<UUID> member, Object what) {
        lying.values().removeIf(each -> each.until().isBefore(clock.instant()));
        if (lying.size() >= MOST) {
            lying.remove(lying.keySet().iterator().next());
        }
        UUID id = UUID.randomUUID();
        lying.put(id, new Lying<>(partnership, member, what, clock.instant().plus(KEPT)));
        return id;
    }

    /** Takes it away; only whoever put it there can. */
    synchronized <T> Optional<T> take(UUID id, UUID partnership, Optional<UUID> member, Class<T> type) {
        Lying<?> found = lying.get(id);
        if (found == null
                || !found.partnership().equals(partnership)
                || !found.member().equals(member)
                || !type.isInstance(found.what())
                || found.until().isBefore(clock.instant())) {
            return Optional.empty();
        }
        lying.remove(id);
        return Optional.of(type.cast(found.what()));
    }
}
