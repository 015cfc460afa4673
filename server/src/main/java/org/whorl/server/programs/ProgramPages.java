package org.whorl.server.programs;

import java.util.Arrays;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.whorl.server.design.Problem;
import org.whorl.server.design.Screen;

/** The interface for programs, described for people and for programs. */
@Controller
class ProgramPages {

    private final Description description;

    ProgramPages(Description description) {
        this.description = description;
    }

    @GetMapping("/for-programs")
    ResponseEntity<String> page(Screen s) {
        return s.show(
                "programs/programs",
                Map.of(
                        "groups",
                        description.groups(),
                        "problems",
                        Arrays.stream(Problem.Kind.values()).toList()));
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<String> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description.text());
    }
}
