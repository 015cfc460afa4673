package org.whorl.server.models;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.whorl.engine.model.Parameter;
import org.whorl.files.Fault;
import org.whorl.files.Read;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;
import org.whorl.server.trust.Note;
import org.whorl.server.trust.Viewer;

/** The door to the partnership's models. */
@Door
public class Models {

    private final ModelStore store;
    private final Shelf shelf;

    Models(ModelStore store, Shelf shelf) {
        this.store = store;
        this.shelf = shelf;
    }

    /** All models, the oldest first. */
    @Needs(Action.LOOK)
    public List<Kept> listAll() {
        return store.listAll();
    }

    /** One model, if this partnership has it. */
    @Needs(Action.LOOK)
    public Optional<Kept> find(UUID id) {
        return store.find(id);
    }

    /** Its versions, the latest first, with who stands behind them. */
    @Needs(Action.LOOK)
    public List<Version> listVersions(UUID model) {
        return store.listVersions(model);
    }

    /** The files of a version. */
    @Needs(Action.LOOK)
    public Optional<Folder> findFolder(UUID model, int version) {
        return store.findFolder(model, version);
    }

    /** A version, ready to answer. */
    @Needs(Action.LOOK)
    public Optional<Ready> ready(UUID model, int version) {
        return shelf.get(here(), model, version, () -> store.findFolder(model, version));
    }

    /** What came of keeping a version. */
    public sealed interface Saved {
        /** It is kept under this number. */
        record Yes(int number) implements Saved {}

        /** Somebody else kept one in the meantime; nothing was overwritten. */
        record Conflict(int latest) implements Saved {}

        /** It is not a model; nothing was kept. */
        record Bad(List<Fault> faults) implements Saved {
            /** Keeps a copy. */
            public Bad {
                faults = List.copyOf(faults);
            }
        }
    }

    /** Begins a model with its first version. */
    @Needs(Action.CHANGE_MODEL)
    public Saved begin(UUID id, Folder folder, String note) {
        Note.about("model", id, note);
        return switch (folder.read()) {
            case Read.Bad bad -> new Saved.Bad(bad.faults());
            case Read.Good good -> {
                store.add(
                        here(),
                        id,
                        good.model().name().in("en"),
                        good.model().name().in("cy"));
                store.addVersion(
                        here(),
                        id,
                        1,
                        folder,
                        note,
                        Optional.empty(),
                        Viewer.current().member());
                yield new Saved.Yes(1);
            }
        };
    }

    /**
     * Keeps a new version.
     *
     * @param basedOn the latest version when the change was begun
     * @param note what was changed, and why
     */
    @Needs(Action.CHANGE_MODEL)
    public Saved change(UUID id, int basedOn, Folder folder, String note) {
        Note.about("model", id, note);
        Kept kept = store.find(id).orElseThrow();
        if (kept.latest() != basedOn) {
            return new Saved.Conflict(kept.latest());
        }
        return switch (folder.read()) {
            case Read.Bad bad -> new Saved.Bad(bad.faults());
            case Read.Good good -> {
                boolean added = store.addVersion(
                        here(),
                        id,
                        basedOn + 1,
                        folder,
                        note,
                        Optional.of(basedOn),
                        Viewer.current().member());
                if (!added) {
                    yield new Saved.Conflict(store.find(id).orElseThrow().latest());
                }
                store.rename(
                        id, good.model().name().in("en"), good.model().name().in("cy"));
                yield new Saved.Yes(basedOn + 1);
            }
        };
    }

    /**
     * Keeps a new version in which one number is another, and nothing else.
     *
     * @param path of the number
     * @param number what it is to be
     */
    @Needs(Action.CHANGE_MODEL)
    public Saved changeNumber(UUID id, int basedOn, Folder folder, String path, Parameter number, String note) {
        if (folder.read() instanceof Read.Good good) {
            Map<String, Parameter> wanted =
                    new HashMap<>(ready(id, basedOn).orElseThrow().model().parameters());
            wanted.put(path, number);
            if (!good.model().parameters().equals(wanted)) {
                throw new IllegalStateException("writing %s would have changed something else".formatted(path));
            }
        }
        return change(id, basedOn, folder, note);
    }

    /** Signs a version for one's own partner; false if the viewer speaks for none, or somebody has signed for it. */
    @Needs(Action.SIGN_OFF)
    public boolean sign(UUID model, int version, String words) {
        Note.about("model", model, "version " + version);
        Optional<UUID> member = Viewer.current().member();
        Optional<UUID> partner = member.flatMap(store::partnerOf);
        return partner.isPresent()
                && store.sign(here(), UUID.randomUUID(), model, version, partner.get(), member.orElseThrow(), words);
    }

    /** Takes one's own signature back; false if there is none. */
    @Needs(Action.SIGN_OFF)
    public boolean takeBack(UUID signOff) {
        Note.about("sign-off", signOff, "taken back");
        return Viewer.current()
                .member()
                .filter(member -> store.takeBack(signOff, member))
                .isPresent();
    }

    private static UUID here() {
        return Viewer.current().partnership().orElseThrow();
    }
}
