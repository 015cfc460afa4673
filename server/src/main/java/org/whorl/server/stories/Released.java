package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that was told and may be heard: the text its teller agreed with. Only {@link Gate} makes one, so whoever holds
 * one need not ask where it comes from.
 */
public final class Released {

    private final UUID id;
    private final Optional<UUID> spiral;
    private final Kind kind;
    private final String language;
    private final String strength;
    private final String words;
    private final String name;
    private final LocalDate on;
    private final List<Photograph> photographs;

    /**
     * A photograph that goes with it.
     *
     * @param number the first, second or third
     * @param description what is on it
     * @param width in points
     * @param height in points
     */
    public record Photograph(int number, String description, int width, int height) {}

    Released(
            UUID id,
            Optional<UUID> spiral,
            Kind kind,
            String language,
            Contribution.Text text,
            String name,
            LocalDate on,
            List<Photograph> photographs) {
        this.id = Objects.requireNonNull(id);
        this.spiral = spiral;
        this.kind = kind;
        this.language = language;
        this.strength = text.strength();
        this.words = text.words();
        this.name = name;
        this.on = on;
        this.photographs = List.copyOf(photographs);
    }

    /** Which one. */
    public UUID id() {
        return id;
    }

    /** About which spiral's question. */
    public Optional<UUID> spiral() {
        return spiral;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The language it was told in. */
    public String language() {
        return language;
    }

    /** What goes well. */
    public String strength() {
        return strength;
    }

    /** What was said. */
    public String words() {
        return words;
    }

    /** The name the teller wants used; blank for none. */
    public String name() {
        return name;
    }

    /** Since when it may be heard. */
    public LocalDate on() {
        return on;
    }

    /** The photographs that go with it. */
    public List<Photograph> photographs() {
        return photographs;
    }
}
