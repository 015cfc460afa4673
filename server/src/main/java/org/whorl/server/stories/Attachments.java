package org.whorl.server.stories;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Door;
import org.whorl.server.trust.Needs;

/**
 * The door to voices and photographs that are held: for whoever has begun to read the story, and, once a text is offered,
 * for its teller to see which photographs would go with it. A voice goes to whoever reads the story and to nobody else.
 */
@Door
public class Attachments {

    private final AttachmentStore store;
    private final HeldStore held;
    private final Care care;

    Attachments(AttachmentStore store, HeldStore held, Care care) {
        this.store = store;
        this.held = held;
        this.care = care;
    }

    /**
     * What came with a story.
     *
     * @param voice is there a recording still?
     * @param photographs in their order
     */
    public record Held(boolean voice, List<Photograph> photographs) {

        /** Keeps a copy. */
        public Held {
            photographs = List.copyOf(photographs);
        }
    }

    /** What came with a story the viewer has begun to read. */
    @Needs(Action.SEE_CARE)
    public Held list(UUID id) {
        return care.find(id).map(told -> all(told.id())).orElse(new Held(false, List.of()));
    }

    /** Its voice. */
    @Needs(Action.SEE_CARE)
    public Optional<Recording> findRecording(UUID id) {
        return care.find(id).flatMap(told -> store.findRecording(told.id()));
    }

    /** One of its photographs. */
    @Needs(Action.SEE_CARE)
    public Optional<byte[]> findPhotograph(UUID id, int number) {
        return care.find(id).flatMap(told -> store.findPhotograph(told.id(), number));
    }

    /** What came with what was told with that code; of photographs only those that others would see, once that is known. */
    @Needs(Action.SEE_OPEN)
    public Held listOwn(String code) {
        return held.find(PrivateCode.fingerprint(code))
                .map(told -> new Held(store.hasRecording(told.id()), offered(told)))
                .orElse(new Held(false, List.of()));
    }

    /** One of these photographs. */
    @Needs(Action.SEE_OPEN)
    public Optional<byte[]> findOwnPhotograph(String code, int number) {
        return held.find(PrivateCode.fingerprint(code))
                .filter(told -> offered(told).stream().anyMatch(each -> each.number() == number))
                .flatMap(told -> store.findPhotograph(told.id(), number));
    }

    private Held all(UUID id) {
        return new Held(store.hasRecording(id), store.listPhotographs(id));
    }

    private List<Photograph> offered(Contribution told) {
        return switch (told.state()) {
            case OFFERED, APPROVED, RELEASED ->
                store.listPhotographs(told.id()).stream()
                        .filter(Photograph::offered)
                        .toList();
            case HELD, RESTRICTED, QUARANTINED, CONTACT, LOOKED_AT -> List.of();
        };
    }
}
