package org.whorl.server.people;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Saved;
import org.whorl.server.trust.VersionStore;
import org.whorl.server.trust.Versioned;
import org.whorl.server.trust.Viewer;

/** The door to changing what a partnership consists of. What was before is kept, with its days. */
@Door
public class Structure {

    private final StructureStore store;
    private final VersionStore versions;

    Structure(StructureStore store, VersionStore versions) {
        this.store = store;
        this.versions = versions;
    }

    /** What partners were before they were changed, the latest change first. */
    @Needs(Action.LOOK)
    public List<Partner.Earlier> listEarlierPartners() {
        return store.listEarlier();
    }

    /** Adds an organisation. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public void add(Partner partner) {
        store.add(here(), partner);
        Note.about("partner", partner.id(), "");
    }

    /** Changes an organisation from the version it carries. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved change(Partner wanted) {
        return changed(
                Partner.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of(
                        "name_en", wanted.nameEn(),
                        "name_cy", wanted.nameCy(),
                        "kind", wanted.kind(),
                        "began_on", wanted.beganOn(),
                        "ended_on", wanted.endedOn()));
    }

    /**
     * Adds a place inside another.
     *
     * @return false if nothing lies in such a place
     */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public boolean addPlace(UUID parent, String nameEn, String nameCy) {
        Optional<String> level = store.listPlaces().stream()
                .filter(place -> place.id().equals(parent))
                .findFirst()
                .flatMap(place -> Place.levelIn(place.level()));
        UUID id = UUID.randomUUID();
        level.ifPresent(each -> store.add(here(), new Place(id, Optional.of(parent), each, nameEn, nameCy, 1)));
        Note.about("place", id, level.isPresent() ? "" : "not added: nothing lies in there");
        return level.isPresent();
    }

    /** Changes a place's names from the version seen. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved renamePlace(UUID id, int version, String nameEn, String nameCy) {
        return changed(Place.VERSIONED, id, version, Map.of("name_en", nameEn, "name_cy", nameCy));
    }

    /** Adds a perspective after the others. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public void add(Perspective perspective) {
        store.add(here(), perspective);
        Note.about("perspective", perspective.id(), "");
    }

    /** Changes a perspective from the version it carries. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved change(Perspective wanted) {
        return changed(
                Perspective.VERSIONED,
                wanted.id(),
                wanted.version(),
                Map.of("name_en", wanted.nameEn(), "name_cy", wanted.nameCy(), "required", wanted.required()));
    }

    /** Undoes the change that led to that version of a partner. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved undoPartner(UUID id, int version) {
        return undone(Partner.VERSIONED, id, version);
    }

    /** Undoes the change that led to that version of a place. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved undoPlace(UUID id, int version) {
        return undone(Place.VERSIONED, id, version);
    }

    /** Undoes the change that led to that version of a perspective. */
    @Needs(Action.CHANGE_PARTNERSHIP)
    public Saved undoPerspective(UUID id, int version) {
        return undone(Perspective.VERSIONED, id, version);
    }

    private Saved changed(Versioned what, UUID id, int version, Map<String, ?> values) {
        Saved saved = versions.change(what, id, version, values);
        Note.saved(what.kind(), id, "changed", saved);
        return saved;
    }

    private Saved undone(Versioned what, UUID id, int version) {
        Saved saved = versions.undo(what, id, version);
        Note.saved(what.kind(), id, "undone", saved);
        return saved;
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
