package org.whorl.server.stories;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.whorl.server.trust.Viewer;

/**
 * The one way out for what was told. What has not come through here no list, search, export or program can see: PostgreSQL
 * shows them the copies made here and nothing else.
 */
@Component
class Gate {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final HeldStore held;
    private final ReleasedStore released;
    private final AttachmentStore attachments;
    private final Clock clock;

    Gate(HeldStore held, ReleasedStore released, AttachmentStore attachments, Clock clock) {
        this.held = held;
        this.released = released;
        this.attachments = attachments;
        this.clock = clock;
    }

    /**
     * Lets out what its teller has agreed with, for those they chose; takes back what they have taken back. Whoever calls
     * this has changed one of both.
     */
    void renew(UUID id) {
        Contribution now = held.find(id).orElseThrow();
        Instant approved = now.approvedAt().orElse(Instant.MAX);
        boolean agreed = now.approvedAt().isPresent()
                && now.isEdited()
                && (now.state() == State.APPROVED || now.state() == State.RELEASED);
        if (!agreed || now.audiences().isEmpty()) {
            released.remove(id);
            if (now.state() == State.RELEASED) {
                held.set(now, Map.of("state", State.APPROVED));
            }
            return;
        }
        released.put(
                now.partnership(),
                new ReleasedStore.Copy(
                        id,
                        now.spiral(),
                        now.kind(),
                        now.language().code(),
                        now.edited(),
                        now.name(),
                        EnumSet.copyOf(now.audiences()),
                        LocalDate.now(clock),
                        LocalDate.ofInstant(approved, HERE).plusDays(Audience.COOLING_DAYS)));
        attachments.release(id);
        if (now.state() != State.RELEASED) {
            held.set(now, Map.of("state", State.RELEASED));
        }
    }

    /** Takes it back from everybody, at once. */
    void close(UUID id) {
        released.remove(id);
    }

    /** What that viewer may hear, the newest first. */
    List<Released> list(Viewer viewer) {
        LocalDate today = LocalDate.now(clock);
        Map<UUID, List<Released.Photograph>> photographs = released.listPhotographs();
        return released.list().stream()
                .filter(copy -> isFor(viewer, copy.audiences(), !copy.wideFrom().isAfter(today)))
                .map(copy -> new Released(
                        copy.contribution(),
                        copy.spiral(),
                        copy.kind(),
                        copy.language(),
                        copy.text(),
                        copy.name(),
                        copy.on(),
                        photographs.getOrDefault(copy.contribution(), List.of())))
                .toList();
    }

    /** Which are out, for whomever. */
    Set<UUID> listKept() {
        return released.list().stream().map(ReleasedStore.Copy::contribution).collect(Collectors.toSet());
    }

    /** A photograph of one of them. */
    Optional<byte[]> findPhotograph(Viewer viewer, UUID id, int number) {
        return list(viewer).stream().anyMatch(each -> each.id().equals(id))
                ? released.findPhotograph(id, number)
                : Optional.empty();
    }

    private static boolean isFor(Viewer viewer, Set<Audience> audiences, boolean cooled) {
        return audiences.stream().anyMatch(audience -> audience.has(viewer) && (cooled || !audience.isWide()));
    }

    /** Thanks that went to that member: theirs alone, in the words of whoever thanks them. */
    List<Released> listThanks(UUID member) {
        return held.listGiven(member).stream()
                .map(each -> new Released(
                        each.id(),
                        each.spiral(),
                        each.kind(),
                        each.language().code(),
                        new Contribution.Text(
                                "", each.isOnlySpoken() ? each.edited().words() : each.words()),
                        each.name(),
                        LocalDate.ofInstant(each.toldAt(), HERE),
                        List.of()))
                .toList();
    }
}
