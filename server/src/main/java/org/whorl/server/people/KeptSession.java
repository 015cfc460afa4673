package org.whorl.server.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session on its way through one request: what it holds now, and what the database knows of it. */
final class KeptSession implements Session {

    private final MapSession now;
    private byte @Nullable [] kept;
    private Instant seen;

    /** One that begins. */
    KeptSession(MapSession now) {
        this.now = now;
        this.seen = now.getLastAccessedTime();
    }

    /** One that was kept with that content. */
    KeptSession(MapSession now, byte[] kept) {
        this(now);
        this.kept = kept.clone();
    }

    /** Is it new to the database? */
    boolean isNew() {
        return kept == null;
    }

    /** Does the database know it otherwise? */
    boolean differs(byte[] content) {
        return !now.getId().equals(now.getOriginalId()) || !Arrays.equals(content, kept);
    }

    /** Has it been used for so long without the database knowing? */
    boolean isUnseenFor(Duration time) {
        return seen.plus(time).isBefore(now.getLastAccessedTime());
    }

    /** The secret under which the database knows it. */
    String keptSecret() {
        return now.getOriginalId();
    }

    /** The database has it as it is. */
    void isKept(byte[] content) {
        kept = content.clone();
        seen = now.getLastAccessedTime();
        now.setId(now.getId());
    }

    @Override
    public String getId() {
        return now.getId();
    }

    @Override
    public String changeSessionId() {
        return now.changeSessionId();
    }

    // The shape is Spring Session's.
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getAttribute(String name) {
        return now.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return now.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        now.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        now.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return now.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        now.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return now.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        now.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return now.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return now.isExpired();
    }
}
