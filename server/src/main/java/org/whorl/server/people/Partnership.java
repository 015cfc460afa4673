package org.whorl.server.people;

import java.util.UUID;
import org.whorl.server.design.Wording;

/**
 * Organisations and people of a region who work on something together.
 *
 * @param id which one
 * @param slug its part of the address
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param open may guests look at it?
 * @param illustrative are its people and stories made up?
 * @param wording how it speaks of things
 * @param version counts the changes of its settings, from 1
 */
public record Partnership(
        UUID id,
        String slug,
        String nameEn,
        String nameCy,
        boolean open,
        boolean illustrative,
        Wording wording,
        int version) {

    /** One that has just begun, and speaks as all do. */
    public Partnership(UUID id, String slug, String nameEn, String nameCy, boolean open, boolean illustrative) {
        this(id, slug, nameEn, nameCy, open, illustrative, Wording.USUAL, 1);
    }
}
