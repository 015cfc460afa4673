package org.whorl.server.trust;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** In what capacity somebody does something. A person has several at once; see {@link Permissions}. */
public enum Role {
    /** Whoever comes by, also without any partnership. */
    ANYBODY,
    /** Looks at a partnership that is open to guests, without an account. */
    GUEST,
    /** Has signed in, and need not be in any partnership. */
    SIGNED_IN,
    /** Looks after this Whorl as a whole, whatever partnerships are in it. */
    HOUSE_KEEPER,
    /** Is in the partnership. Everyone with one of the roles below is a member too. */
    MEMBER,
    /** Helps the group on its way; owned by no partner. */
    FACILITATOR,
    /** Looks after the model and the data. */
    ANALYST,
    /** Answers for one partner's money. */
    FINANCE_LEAD,
    /** Reads stories first and keeps tellers safe. */
    STORY_CARER,
    /** Is there for what they have lived through. */
    LIVED_EXPERIENCE,
    /** May look on. */
    OBSERVER,
    /** Looks on for a regulator, with sight of the record. */
    REGULATOR,
    /** Looks after the partnership's own settings and people. */
    ADMINISTRATOR,
    /** A guest expert: here for one spiral only, until a certain day. */
    EXPERT;

    /** As it stands in the database and in message keys: {@code story-carer}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that key. */
    public static Role of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** What a member is who was given these: a member too, unless they are there only to look on. */
    public static Set<Role> ofMember(Collection<Role> given) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(given);
        if (!roles.contains(OBSERVER) && !roles.contains(REGULATOR) && !roles.contains(EXPERT)) {
            roles.add(MEMBER);
        }
        return roles;
    }

    /** May it be given to a member, rather than following from who they are? */
    public boolean isGiven() {
        return compareTo(MEMBER) > 0;
    }
}
