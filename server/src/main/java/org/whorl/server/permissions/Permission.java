package org.whorl.server.permissions;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.whorl.server.design.Pause;
import org.whorl.server.trust.Versioned;

/**
 * A permission to try: named rules do not hold, for some people, for a while. It is in force when everybody has signed whose rule
 * it suspends, and lapses by itself; nothing says so but the clock.
 *
 * @param id which one
 * @param tries what is tried, in one sentence
 * @param principles what holds instead
 * @param place where
 * @param whom for whom
 * @param most for how many at most
 * @param safety what is done to keep people safe
 * @param pause what was thought of before
 * @param span from when to when
 * @param rules what is suspended, in the words they had when it was written: those are signed
 * @param stops what stops it
 * @param signatures who signs
 * @param decision the decision it belongs to
 * @param renews which one it follows
 * @param learnt what was learnt from that
 * @param owner who looks after it
 * @param ownerName what they are called; blank for whoever may not see who is here
 * @param begunBy who wrote it
 * @param stopped that it was stopped
 * @param language of its words
 * @param version counts its changes, from 1
 */
public record Permission(
        UUID id,
        String tries,
        String principles,
        String place,
        String whom,
        int most,
        String safety,
        Pause pause,
        Span span,
        List<Rule> rules,
        List<Stop> stops,
        List<Signature> signatures,
        Optional<UUID> decision,
        Optional<UUID> renews,
        String learnt,
        UUID owner,
        String ownerName,
        Optional<UUID> begunBy,
        Optional<Stopped> stopped,
        String language,
        int version) {

    /** What is kept of it apart from its rules, what stops it and who signs. */
    static final Versioned VERSIONED = new Versioned(
            "permission",
            "permission",
            List.of(
                    "tries",
                    "principles",
                    "place",
                    "whom",
                    "most",
                    "safety",
                    "suspends",
                    "signers",
                    "heard",
                    "alternatives",
                    "anyway",
                    "starts_on",
                    "ends_on",
                    "learnt",
                    "owner"));

    /** How it stands. */
    public enum State {
        /** Somebody has not signed. */
        WAITING,
        /** All have signed; its first day is still to come. */
        READY,
        IN_FORCE,
        LAPSED,
        STOPPED,
        /** Its last day is over and not all had signed. */
        NEVER;

        /** As in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Is it over? */
        public boolean isOver() {
            return this == LAPSED || this == STOPPED || this == NEVER;
        }
    }

    /** Keeps copies. */
    public Permission {
        rules = List.copyOf(rules);
        stops = List.copyOf(stops);
        signatures = List.copyOf(signatures);
    }

    /** What it suspends and what stops it, in one line. */
    String suspends() {
        return Stream.concat(
                        rules.stream().map(Rule::name),
                        stops.stream()
                                .map(each -> "%s%s %s %s (%d)"
                                        .formatted(
                                                each.what(),
                                                each.measure()
                                                        .map(id -> " [" + id + "]")
                                                        .orElse(""),
                                                each.way() == Stop.Way.ABOVE ? ">" : "<",
                                                each.written(),
                                                each.days())))
                .collect(Collectors.joining("; "));
    }

    /** Who signs, in one line: by number, since names can be forgotten. */
    String signers() {
        return signatures.stream().map(each -> each.member().toString()).collect(Collectors.joining(" "));
    }

    /** Whose rules it suspends. */
    public List<Authority> authorities() {
        return rules.stream().map(Rule::owner).distinct().toList();
    }

    /** For whom of them nobody is named yet who signs. */
    public List<Authority> unnamed() {
        return authorities().stream()
                .filter(each ->
                        signatures.stream().noneMatch(there -> there.authority().equals(each)))
                .toList();
    }

    /** Has everybody signed it as it reads now, whose rule it suspends? */
    public boolean isSigned() {
        return !rules.isEmpty()
                && authorities().stream()
                        .allMatch(each -> signatures.stream()
                                .anyMatch(signature -> signature.authority().equals(each) && isCurrent(signature)));
    }

    /** Is that a signature on it as it reads now? */
    public boolean isCurrent(Signature signature) {
        return signature.signed() == version;
    }

    /** How it stands at a moment. */
    public State state(Instant now) {
        if (stopped.isPresent()) {
            return State.STOPPED;
        }
        if (!now.isBefore(span.lapses())) {
            return isSigned() ? State.LAPSED : State.NEVER;
        }
        if (!isSigned()) {
            return State.WAITING;
        }
        return now.isBefore(span.begins()) ? State.READY : State.IN_FORCE;
    }

    /** Does that member sign it? */
    public boolean isSignedBy(Optional<UUID> member) {
        return member.isPresent()
                && signatures.stream().anyMatch(each -> each.member().equals(member.get()));
    }

    /** May that member stop it: whoever signs it, looks after it or wrote it. */
    public boolean isStoppedBy(Optional<UUID> member) {
        return isSignedBy(member) || (member.isPresent() && (owner.equals(member.get()) || begunBy.equals(member)));
    }

    Permission with(List<Rule> suspended, List<Stop> stopping, List<Signature> signing) {
        return copy(suspended, stopping, signing, ownerName, stopped);
    }

    Permission withoutNames() {
        return copy(
                rules,
                stops,
                signatures.stream().map(Signature::withoutName).toList(),
                "",
                stopped.map(each -> new Stopped(each.at(), "", each.why())));
    }

    private Permission copy(
            List<Rule> suspended,
            List<Stop> stopping,
            List<Signature> signing,
            String nameOfOwner,
            Optional<Stopped> end) {
        return new Permission(
                id,
                tries,
                principles,
                place,
                whom,
                most,
                safety,
                pause,
                span,
                suspended,
                stopping,
                signing,
                decision,
                renews,
                learnt,
                owner,
                nameOfOwner,
                begunBy,
                end,
                language,
                version);
    }
}
