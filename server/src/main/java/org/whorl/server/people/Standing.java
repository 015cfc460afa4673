package org.whorl.server.people;

import java.util.UUID;
import org.whorl.server.design.Language;

/**
 * What a request needs to know about the account it comes from.
 *
 * @param account which one
 * @param name what they are called
 * @param email their address; blank where there is none
 * @param emailProved has somebody we trust vouched for the address?
 * @param language which they read
 * @param houseKeeper may they open partnerships?
 * @param stamp sessions that began under a smaller one are over
 * @param hasPassword may they sign in with one?
 * @param hasSecondStep is a code asked for after the password?
 */
record Standing(
        UUID account,
        String name,
        String email,
        boolean emailProved,
        Language language,
        boolean houseKeeper,
        int stamp,
        boolean hasPassword,
        boolean hasSecondStep) {}
