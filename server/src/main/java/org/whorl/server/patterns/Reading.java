package org.whorl.server.patterns;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How one person reads one story: the passages they marked.
 *
 * @param story which story
 * @param coder who reads it
 * @param name what they are called
 * @param marks what they marked, in the order in which they did
 * @param doneAt since when it is closed: from then on nobody changes it
 */
public record Reading(UUID story, UUID coder, String name, List<Mark> marks, Optional<Instant> doneAt) {

    /** Keeps a copy. */
    public Reading {
        marks = List.copyOf(marks);
    }

    /**
     * A passage with its code.
     *
     * @param id which mark
     * @param code with which code
     * @param passage where
     */
    public record Mark(UUID id, UUID code, Passage passage) {}

    /** Is it closed? */
    public boolean isDone() {
        return doneAt.isPresent();
    }

    /** The codes they used. */
    public Set<UUID> codes() {
        return marks.stream().map(Mark::code).collect(Collectors.toSet());
    }
}
