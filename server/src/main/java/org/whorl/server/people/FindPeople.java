package org.whorl.server.people;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.whorl.server.search.Findable;

/** What of people can be found by searching. */
@Configuration(proxyBeanMethods = false)
class FindPeople {

    @Bean
    Findable findMembers() {
        return PeopleStore.MEMBERS;
    }

    @Bean
    Findable findPartners() {
        return PeopleStore.PARTNERS;
    }

    @Bean
    Findable findPlaces() {
        return PeopleStore.PLACES;
    }
}
