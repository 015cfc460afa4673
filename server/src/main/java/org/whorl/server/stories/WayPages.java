package org.whorl.server.stories;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;

/** How people tell: by which route, in which language, about where, and through whom. */
@Controller
class WayPages {

    private final Collecting collecting;
    private final Community community;

    WayPages(Collecting collecting, Community community) {
        this.collecting = collecting;
        this.community = community;
    }

    @GetMapping("/p/{slug}/ways")
    ResponseEntity<String> show(Screen s) {
        List<Collector> collectors = collecting.list();
        Map<String, String> places = new HashMap<>();
        for (Place place : community.listPlaces()) {
            places.put(place.id().toString(), s.pick(place.nameEn(), place.nameCy()));
        }
        for (String country : List.of("wales", "england", "elsewhere")) {
            places.put(country, s.say("tell.where." + country));
        }
        Map<String, String> names = new HashMap<>(
                collectors.stream().collect(Collectors.toMap(each -> each.id().toString(), Collector::name)));
        names.put("", s.say("ways.nobody"));
        return s.show(
                "stories/ways",
                Map.of("mix", collecting.mix(), "places", places, "names", names, "collectors", collectors));
    }
}
