package org.whorl.server.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The table of permissions, cell by cell, against a second one written down apart from it. */
class PermissionsTest {

    @ParameterizedTest(name = "{0} may {1}: {2}")
    @CsvFileSource(resources = "/org/whorl/server/trust/permissions.csv", numLinesToSkip = 1)
    void everyCell(String role, String action, boolean allowed) {
        assertThat(Permissions.allow(
                        Set.of(Role.of(role)),
                        Action.valueOf(action.toUpperCase(java.util.Locale.ROOT).replace('-', '_'))))
                .isEqualTo(allowed);
    }

    @Test
    void whoIsThereToLookChangesNothing() {
        for (Role role : EnumSet.of(Role.GUEST, Role.OBSERVER, Role.REGULATOR)) {
            for (Action action : Action.values()) {
                assertThat(action.changes() && Permissions.allow(Set.of(role), action))
                        .as("%s may %s", role, action)
                        .isFalse();
            }
        }
    }

    @Test
    void theFacilitatorGivesNoRoles() {
        assertThat(Permissions.allow(Set.of(Role.FACILITATOR), Action.GIVE_ROLES))
                .isFalse();
        assertThat(Permissions.allow(Set.of(Role.FACILITATOR), Action.CHANGE_PARTNERSHIP))
                .isFalse();
    }
}
