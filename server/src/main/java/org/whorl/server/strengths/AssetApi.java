package org.whorl.server.strengths;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Screen;
import org.whorl.server.design.Wrong;
import org.whorl.server.people.Community;

/** For programs: the asset map as Open Referral UK has it. Pages of other sites may read it too. */
@RestController
@RequestMapping("/api/v1/p/{slug}/services")
class AssetApi {

    private static final int MOST = 200;

    private final AssetMap assets;
    private final Community community;

    AssetApi(AssetMap assets, Community community) {
        this.assets = assets;
        this.community = community;
    }

    /** A piece of the list, with the profile's own names for pages. */
    @GetMapping
    ResponseEntity<Map<String, Object>> listServices(
            Screen s,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "per_page", defaultValue = "50") int size) {
        if (page < 1) {
            throw Wrong.field(s, "page", "api.from.wrong");
        }
        if (size < 1 || size > MOST) {
            throw Wrong.field(s, "per_page", "api.limit.wrong", MOST);
        }
        return forAll(referral().page(assets.list(), page, size));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<Map<String, Object>> getService(@PathVariable UUID id) {
        List<Asset> found =
                assets.find(id).filter(OpenReferral::leaves).stream().toList();
        return forAll(referral().service(found.stream().findFirst().orElseThrow()));
    }

    private OpenReferral referral() {
        return new OpenReferral(community.listPlaces(), community.listPartners());
    }

    private static ResponseEntity<Map<String, Object>> forAll(Map<String, Object> body) {
        return ResponseEntity.ok().header("Access-Control-Allow-Origin", "*").body(body);
    }
}
