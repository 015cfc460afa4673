package org.whorl.server.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.design.Undoable;
import org.whorl.server.thread.Spun;

/** What of people goes through the mechanisms all features share. */
@Configuration(proxyBeanMethods = false)
class PeopleParts {

    @Bean
    Undoable undoPartner(Structure structure) {
        return new Undoable(Partner.VERSIONED.kind(), structure::undoPartner);
    }

    @Bean
    Undoable undoPlace(Structure structure) {
        return new Undoable(Place.VERSIONED.kind(), structure::undoPlace);
    }

    @Bean
    Undoable undoPerspective(Structure structure) {
        return new Undoable(Perspective.VERSIONED.kind(), structure::undoPerspective);
    }

    @Bean
    Undoable undoMember(Members members) {
        return new Undoable(Member.VERSIONED.kind(), members::undo);
    }

    @Bean
    Undoable undoSettings(Settings settings) {
        return new Undoable(Settings.VERSIONED.kind(), settings::undo);
    }

    @Bean
    Spun spinOrganisation() {
        return OrganisationThreadStore.SPUN;
    }
}
