package org.whorl.server.gatherings;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells every screen of a gathering that something has changed; what, each asks for itself. Nothing but open lines is held
 * here: after the server was away, screens call again and look at how things stand.
 */
@Component
public class Live {

    // A phone that went home is noticed when its line is not called again.
    private static final long LINE = 50_000;
    private static final long AGAIN = 1_500;

    private final Map<UUID, Set<SseEmitter>> lines = new ConcurrentHashMap<>();

    /** Opens a line, and says at once that it is time to look. */
    public SseEmitter listen(UUID gathering) {
        SseEmitter line = new SseEmitter(LINE);
        Set<SseEmitter> all = lines.computeIfAbsent(gathering, _ -> ConcurrentHashMap.newKeySet());
        Runnable gone = () -> all.remove(line);
        line.onCompletion(gone);
        line.onTimeout(() -> {
            gone.run();
            line.complete();
        });
        line.onError(_ -> gone.run());
        all.add(line);
        send(line, all);
        return line;
    }

    /** Says to every screen that it is time to look; nobody waits for a slow one. */
    public void tell(UUID gathering) {
        Set<SseEmitter> all = lines.getOrDefault(gathering, Set.of());
        all.forEach(line -> Thread.ofVirtual().start(() -> send(line, all)));
    }

    private static void send(SseEmitter line, Set<SseEmitter> all) {
        try {
            line.send(SseEmitter.event().reconnectTime(AGAIN).data("look"));
        } catch (IOException | IllegalStateException _) {
            all.remove(line);
        }
    }

    /** Open lines would hold up the server's going. */
    @EventListener
    void close(ContextClosedEvent closed) {
        lines.values().forEach(all -> all.forEach(SseEmitter::complete));
        lines.clear();
    }
}
