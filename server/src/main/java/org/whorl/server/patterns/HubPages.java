package org.whorl.server.patterns;

import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.whorl.server.design.Screen;

/** Where making sense begins: four questions, and the pages that help to answer each. */
@Controller
class HubPages {

    @GetMapping("/p/{slug}/patterns")
    ResponseEntity<String> hub(Screen s) {
        return s.show("patterns/hub", Map.of());
    }
}
