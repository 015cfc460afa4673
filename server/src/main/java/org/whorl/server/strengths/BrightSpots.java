package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.whorl.engine.spc.Funnel;
import org.whorl.server.people.Community;
import org.whorl.server.people.Member;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Viewer;

/** The door to where it goes well, and to what came of asking there. */
@Door
public class BrightSpots {

    private final BrightStore store;
    private final VersionStore versions;
    private final Community community;
    private final Clock clock;

    BrightSpots(BrightStore store, VersionStore versions, Community community, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.community = community;
        this.clock = clock;
    }

    /** What is counted, the newest first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Measure> list() {
        return store.list();
    }

    /** One of them. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Measure> find(UUID id) {
        return measure(id);
    }

    /** Its teams beside each other, as far as the viewer may see it. */
    @Needs(Action.SEE_PEOPLE)
    public BrightPicture look(Measure measure) {
        Set<String> own = Viewer.current()
                .member()
                .map(member -> store.listTeams(measure.id(), member))
                .orElse(Set.of());
        return BrightPicture.of(store.listRows(measure.id()), measure.moreIsBetter(), own);
    }

    /** Brings figures in. */
    @Needs(Action.KEEP_FIGURES)
    public void keep(Measure measure, List<Funnel.Row> rows) {
        store.add(Viewer.current().partnership().orElseThrow(), measure, rows);
        Note.about("bright-measure", measure.id(), "");
    }

    /** Takes figures away, and what was noted with them. */
    @Needs(Action.KEEP_FIGURES)
    public void remove(UUID measure) {
        store.remove(measure);
        Note.about("bright-measure", measure, "taken away");
    }

    /** Who is in a team, for whoever says so. */
    @Needs(Action.KEEP_FIGURES)
    public List<Member> listMembers(UUID measure, String team) {
        Set<UUID> inside = store.listMembers(measure, team);
        return community.listMembers().stream()
                .filter(member -> inside.contains(member.id()))
                .toList();
    }

    /** Says that somebody is in a team, or is not. */
    @Needs(Action.KEEP_FIGURES)
    public boolean put(UUID measure, String team, UUID member, boolean inside) {
        Note.about("bright-measure", measure, (inside ? "in a team: member " : "not in a team: member ") + member);
        boolean known = store.listRows(measure).stream()
                        .anyMatch(row -> row.unit().equals(team))
                && community.listMembers().stream().anyMatch(each -> each.id().equals(member));
        if (known && inside) {
            store.putIn(Viewer.current().partnership().orElseThrow(), measure, team, member);
        } else if (known) {
            store.takeOut(measure, team, member);
        }
        return known;
    }

    /** What came of asking, the oldest first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Inquiry> listInquiries() {
        return store.listInquiries();
    }

    /** One of them. */
    @Needs(Action.SEE_PEOPLE)
    public Optional<Inquiry> findInquiry(UUID id) {
        return inquiry(id);
    }

    /** Sets out to ask a team that is worth asking; empty if that is not one. */
    @Needs(Action.INQUIRE)
    public Optional<Inquiry> begin(UUID measure, String team, String language) {
        Note.about("bright-measure", measure, "set out to ask");
        boolean worth = measure(measure)
                .map(each -> BrightPicture.of(store.listRows(measure), each.moreIsBetter(), Set.of()))
                .map(picture -> picture.spots().stream()
                        .anyMatch(spot -> spot.team().equals(team) && spot.why().worthAsking()))
                .orElse(false);
        if (worth) {
            store.begin(
                    Viewer.current().partnership().orElseThrow(),
                    UUID.randomUUID(),
                    measure,
                    team,
                    language,
                    LocalDate.now(clock));
        }
        return store.listInquiries().stream()
                .filter(each -> each.measure().equals(measure) && each.team().equals(team))
                .findFirst();
    }

    /** Notes what was heard, and how far it has got. */
    @Needs(Action.INQUIRE)
    public Saved change(Inquiry wanted) {
        Saved saved = versions.change(
                Inquiry.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of(
                        "stage",
                        wanted.stage().key(),
                        "discover",
                        wanted.discover(),
                        "dream",
                        wanted.dream(),
                        "design",
                        wanted.design(),
                        "destiny",
                        wanted.destiny()));
        Note.saved(Inquiry.VERSIONED.kind(), wanted.id(), wanted.stage().key(), saved);
        return saved;
    }

    /** Undoes such a change. */
    @Needs(Action.INQUIRE)
    public Saved undo(UUID id, int version) {
        Saved saved = versions.undo(Inquiry.VERSIONED, id, version);
        Note.saved(Inquiry.VERSIONED.kind(), id, "undone", saved);
        return saved;
    }

    private Optional<Measure> measure(UUID id) {
        return store.list().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private Optional<Inquiry> inquiry(UUID id) {
        return store.listInquiries().stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
    }
}
