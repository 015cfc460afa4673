package org.whorl.server.people;

import java.util.List;
import java.util.UUID;
import org.whorl.server.trust.Versioned;

/**
 * A group of people whose voice is wanted.
 *
 * @param id which one
 * @param nameEn its name in English
 * @param nameCy its name in Welsh
 * @param required must it be there before a group is whole?
 * @param version counts its changes, from 1
 */
public record Perspective(UUID id, String nameEn, String nameCy, boolean required, int version) {

    static final Versioned VERSIONED =
            new Versioned("perspective", "perspective", List.of("name_en", "name_cy", "required"));

    /** One that must be there. */
    public Perspective(UUID id, String nameEn, String nameCy) {
        this(id, nameEn, nameCy, true, 1);
    }
}
