package org.whorl.server.strengths;

import java.time.Clock;
import java.time.LocalDate;
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
import org.whorl.server.trust.Viewer;

/** The door to the asset map. People on it, and whatever else is not for everybody, only those inside see. */
@Door
public class AssetMap {

    private final AssetStore store;
    private final VersionStore versions;
    private final Clock clock;

    AssetMap(AssetStore store, VersionStore versions, Clock clock) {
        this.store = store;
        this.versions = versions;
        this.clock = clock;
    }

    /** What the viewer may find, by name. */
    @Needs(Action.LOOK)
    public List<Asset> list() {
        return store.list().stream().filter(AssetMap::isSeen).toList();
    }

    /** One of them. */
    @Needs(Action.LOOK)
    public Optional<Asset> find(UUID id) {
        return store.find(id).filter(AssetMap::isSeen);
    }

    /** Those that somebody should look at again, whoever was never looked at first. */
    @Needs(Action.SEE_PEOPLE)
    public List<Asset> listToCheck() {
        LocalDate today = LocalDate.now(clock);
        return store.list().stream()
                .filter(asset -> asset.isToCheck(today))
                .sorted(java.util.Comparator.comparing(
                        asset -> asset.check().on().orElse(LocalDate.MIN)))
                .toList();
    }

    /** How many no longer wanted to be listed. */
    @Needs(Action.SEE_PEOPLE)
    public int countTakenBack() {
        return store.countTakenBack();
    }

    /** Puts it on the map. */
    @Needs(Action.KEEP_ASSET)
    public void add(Asset asset) {
        mustBeAgreed(asset);
        Note.about(Asset.VERSIONED.kind(), asset.id(), "added");
        store.add(Viewer.current().partnership().orElseThrow(), asset);
    }

    /** Changes it. Nothing is overwritten when somebody else was first. */
    @Needs(Action.KEEP_ASSET)
    public Saved change(Asset asset) {
        mustBeAgreed(asset);
        return saved(
                asset.id(),
                "changed",
                versions.change(Asset.VERSIONED, asset.id(), asset.version(), AssetStore.written(asset)));
    }

    /**
     * What came of bringing in a file.
     *
     * @param added were not on the map
     * @param changed were on it, and were not the same
     * @param same were on it as they are in the file
     */
    public record Brought(int added, int changed, int same) {}

    /** Takes in all that a file holds. What is on the map keeps what was agreed about it, and when it was checked. */
    @Needs(Action.KEEP_ASSET)
    public Brought bring(List<Asset> all) {
        int added = 0;
        int changed = 0;
        for (Asset asset : all) {
            mustBeAgreed(asset);
            Optional<Asset> there = store.find(asset.id());
            if (there.isEmpty()) {
                store.add(Viewer.current().partnership().orElseThrow(), asset);
                added++;
            } else if (!AssetStore.written(asset.as(there.get())).equals(AssetStore.written(there.get()))) {
                Asset wanted = asset.as(there.get());
                versions.change(Asset.VERSIONED, wanted.id(), wanted.version(), AssetStore.written(wanted));
                changed++;
            }
        }
        Note.about("assets", all.size(), "brought in from a file");
        return new Brought(added, changed, all.size() - added - changed);
    }

    /** Says that one has seen today that all of it is right. */
    @Needs(Action.KEEP_ASSET)
    public Saved check(UUID id, int version) {
        return saved(
                id,
                "checked",
                versions.change(
                        Asset.VERSIONED,
                        id,
                        version,
                        Map.of(
                                "checked_on",
                                LocalDate.now(clock),
                                "checked_by",
                                Viewer.current().member())));
    }

    /** Takes it off the map with all it ever was, because it no longer wants to be listed: only that is counted. */
    @Needs(Action.KEEP_ASSET)
    public boolean takeBack(UUID id) {
        Note.about(Asset.VERSIONED.kind(), id, "consent taken back");
        return store.takeBack(Viewer.current().partnership().orElseThrow(), id, LocalDate.now(clock));
    }

    /** Undoes a change, if nobody has changed it since. */
    @Needs(Action.KEEP_ASSET)
    public Saved undo(UUID id, int version) {
        return saved(id, "undone", versions.undo(Asset.VERSIONED, id, version));
    }

    private static boolean isSeen(Asset asset) {
        return asset.consent().isPublic() || Viewer.current().may(Action.SEE_PEOPLE);
    }

    private static void mustBeAgreed(Asset asset) {
        boolean person = asset.kind() == Asset.Kind.PERSON;
        if (asset.consent().by().isBlank()
                || (person
                        && (asset.consent().isPublic() || asset.consent().how().equals("published")))) {
            throw new IllegalArgumentException("nobody agreed that it is listed like this");
        }
    }

    private static Saved saved(UUID id, String why, Saved saved) {
        Note.saved(Asset.VERSIONED.kind(), id, why, saved);
        return saved;
    }
}
