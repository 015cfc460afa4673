package org.whorl.server.models;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of a model. It never changes.
 *
 * @param model which model
 * @param number 1, 2, 3 and so on
 * @param note what was changed, and why
 * @param basedOn the version it was made from
 * @param madeBy who made it; nobody for what came with Whorl
 * @param madeAt when
 * @param signOffs who stands behind it
 */
public record Version(
        UUID model,
        int number,
        String note,
        Optional<Integer> basedOn,
        Optional<String> madeBy,
        Instant madeAt,
        List<SignOff> signOffs) {

    /** Keeps a copy of the signatures. */
    public Version {
        signOffs = List.copyOf(signOffs);
    }

    /**
     * A partner stands behind a version.
     *
     * @param id which signature
     * @param partner which partner
     * @param partnerEn its name in English
     * @param partnerCy its name in Welsh
     * @param member who signed for it
     * @param memberName what they are called
     * @param words what they said
     * @param signedAt when
     */
    public record SignOff(
            UUID id,
            UUID partner,
            String partnerEn,
            String partnerCy,
            UUID member,
            String memberName,
            String words,
            Instant signedAt) {}
}
