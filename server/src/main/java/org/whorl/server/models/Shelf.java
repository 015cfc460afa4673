package org.whorl.server.models;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.whorl.engine.load.Prepared;
import org.whorl.files.Read;

/**
 * Versions that were read lately, ready to answer. A version never changes, so what stands here is never stale; only how
 * many there is room for is limited.
 */
@Component
class Shelf {

    private static final int ROOM = 12;

    private record Key(UUID partnership, UUID model, int version) {}

    private final Map<Key, Ready> ready = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Ready> eldest) {
            return size() > ROOM;
        }
    };

    /**
     * A version, made ready if it is not.
     *
     * @param folder reads its files, empty when there is no such version
     */
    Optional<Ready> get(UUID partnership, UUID model, int version, Supplier<Optional<Folder>> folder) {
        Key key = new Key(partnership, model, version);
        synchronized (ready) {
            Ready known = ready.get(key);
            if (known != null) {
                return Optional.of(known);
            }
        }
        // Made outside the lock: two people may make it at once, which costs a moment, and nobody else waits.
        Optional<Ready> made = folder.get().map(f -> {
            if (!(f.read() instanceof Read.Good good)) {
                throw new IllegalStateException(
                        "version %d of model %s was kept and cannot be read".formatted(version, model));
            }
            return new Ready(model, version, good, Prepared.of(good.model()));
        });
        made.ifPresent(m -> {
            synchronized (ready) {
                ready.put(key, m);
            }
        });
        return made;
    }
}
