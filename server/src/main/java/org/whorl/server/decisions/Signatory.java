package org.whorl.server.decisions;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Who signs a decision for one organisation.
 *
 * @param partner which organisation
 * @param partnerEn its name in English
 * @param partnerCy its name in Welsh
 * @param member who signs for it
 * @param name what they are called; blank for whoever may not see who takes part
 * @param words what they said as they signed
 * @param signedAt when; none while they have not
 * @param signed the version of the decision they signed; 0 while they have not
 */
public record Signatory(
        UUID partner,
        String partnerEn,
        String partnerCy,
        UUID member,
        String name,
        String words,
        Optional<Instant> signedAt,
        int signed) {

    Signatory withoutName() {
        return new Signatory(partner, partnerEn, partnerCy, member, "", words, signedAt, signed);
    }
}
