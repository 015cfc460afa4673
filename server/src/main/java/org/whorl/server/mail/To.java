package org.whorl.server.mail;

import java.util.UUID;

/** Whom a letter is for. Where they are written to only the store of letters knows. */
public sealed interface To {

    /**
     * A member of this partnership.
     *
     * @param id which
     */
    record Member(UUID id) implements To {}

    /**
     * Somebody who never signs in and takes part by a private link.
     *
     * @param id which, as {@link Letters#remember} said
     */
    record Addressee(UUID id) implements To {}
}
