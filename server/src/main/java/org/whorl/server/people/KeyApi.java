package org.whorl.server.people;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Here;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Role;
import org.whorl.server.trust.Viewer;

/** For programs: what there is to come into, and what the key in hand allows. */
@RestController
@RequestMapping("/api/v1")
class KeyApi {

    private final Partnerships partnerships;

    KeyApi(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    /**
     * A partnership anybody may look at.
     *
     * @param slug its short name in addresses
     * @param nameEn its name in English
     * @param nameCy its name in Welsh
     * @param illustrative are its people and words made up?
     */
    record Open(String slug, String nameEn, String nameCy, boolean illustrative) {}

    /**
     * What the key in hand allows here.
     *
     * @param slug the partnership's short name in addresses
     * @param nameEn its name in English
     * @param nameCy its name in Welsh
     * @param illustrative are its people and words made up?
     * @param key which key; absent for a guest without one
     * @param roles in which capacities it is used now
     * @param may everything it may do now
     * @param spiral the one spiral it is for; absent for all
     */
    record Allowed(
            String slug,
            String nameEn,
            String nameCy,
            boolean illustrative,
            Optional<UUID> key,
            List<String> roles,
            List<String> may,
            Optional<UUID> spiral) {}

    @GetMapping("/partnerships")
    List<Open> listOpenPartnerships() {
        return partnerships.listOpen().stream()
                .map(each -> new Open(each.slug(), each.nameEn(), each.nameCy(), each.illustrative()))
                .toList();
    }

    @GetMapping("/p/{slug}")
    Allowed getPartnership(Screen s) {
        Here here = s.here().orElseThrow();
        Viewer viewer = s.viewer();
        return new Allowed(
                here.slug(),
                here.nameEn(),
                here.nameCy(),
                here.illustrative(),
                viewer.token(),
                viewer.roles().stream()
                        .filter(role -> role != Role.ANYBODY)
                        .sorted()
                        .map(Role::key)
                        .toList(),
                Arrays.stream(Action.values()).filter(s::may).map(Action::key).toList(),
                viewer.only());
    }
}
