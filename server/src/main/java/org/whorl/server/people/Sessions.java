package org.whorl.server.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Component;
import org.whorl.server.people.secrets.Fingerprint;

/**
 * Sessions, kept in the database (Spring Session): a server that is started again, or killed, signs nobody out. A session
 * that was ended stays ended, also if a request of it is still under way: what was removed is never written again.
 */
@Component
class Sessions implements SessionRepository<KeptSession> {

    /** Under this name a session holds what it is on. */
    static final String DEVICE = "whorl.device";

    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);

    private final SessionStore store;
    private final Duration longestIdle;
    private final Clock clock;
    private final AtomicLong swept = new AtomicLong();

    Sessions(SessionStore store, @Value("${server.servlet.session.timeout}") Duration longestIdle, Clock clock) {
        this.store = store;
        this.longestIdle = longestIdle;
        this.clock = clock;
    }

    @Override
    public KeptSession createSession() {
        return new KeptSession(begun(Fingerprint.freshSecret(), clock.instant()));
    }

    @Override
    public void save(KeptSession session) {
        byte[] content = SessionContent.write(session);
        SessionStore.Row row = row(session, content);
        if (session.isNew()) {
            store.add(row);
            sweep();
        } else if (session.differs(content)) {
            store.change(Fingerprint.of(session.keptSecret()), row);
        } else if (session.isUnseenFor(SEEN_EVERY)) {
            store.see(row);
        } else {
            return;
        }
        session.isKept(content);
    }

    @Override
    public @Nullable KeptSession findById(String secret) {
        byte[] fingerprint = Fingerprint.of(secret);
        Optional<SessionStore.Kept> found = store.find(fingerprint, clock.instant());
        Optional<Map<String, Object>> content = found.flatMap(kept -> SessionContent.read(kept.content()));
        if (content.isEmpty()) {
            found.ifPresent(_ -> store.remove(fingerprint));
            return null;
        }
        MapSession session = begun(secret, found.get().beganAt());
        session.setLastAccessedTime(found.get().seenAt());
        content.get().forEach(session::setAttribute);
        return new KeptSession(session, found.get().content());
    }

    @Override
    public void deleteById(String secret) {
        store.remove(Fingerprint.of(secret));
    }

    private MapSession begun(String secret, Instant at) {
        MapSession session = new MapSession(secret);
        session.setSessionIdGenerator(Fingerprint::freshSecret);
        session.setCreationTime(at);
        session.setLastAccessedTime(at);
        session.setMaxInactiveInterval(longestIdle);
        return session;
    }

    private static SessionStore.Row row(KeptSession session, byte[] content) {
        return new SessionStore.Row(
                Fingerprint.of(session.getId()),
                who(session),
                session.getAttributeOrDefault(DEVICE, ""),
                content,
                who(session).map(SignedIn::at).orElseGet(session::getCreationTime),
                session.getLastAccessedTime(),
                session.getLastAccessedTime().plus(session.getMaxInactiveInterval()));
    }

    private static Optional<SignedIn> who(KeptSession session) {
        @Nullable
        SecurityContext context =
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        return context != null
                        && context.getAuthentication() != null
                        && context.getAuthentication().getPrincipal() instanceof SignedIn who
                ? Optional.of(who)
                : Optional.empty();
    }

    /** Removes what has expired, now and then. */
    private void sweep() {
        long now = clock.millis();
        long last = swept.get();
        if (last + SWEEP_EVERY.toMillis() < now && swept.compareAndSet(last, now)) {
            store.removeExpired(clock.instant());
        }
    }
}
