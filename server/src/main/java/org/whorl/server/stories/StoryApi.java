package org.whorl.server.stories;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.whorl.server.design.Listed;
import org.whorl.server.design.Screen;

/** For programs: what was told and may be heard by the owner of the key. */
@RestController
@RequestMapping("/api/v1/p/{slug}/stories")
class StoryApi {

    private final Heard heard;

    StoryApi(Heard heard) {
        this.heard = heard;
    }

    /**
     * Something that was told, in the text its teller agreed with.
     *
     * @param id which one
     * @param spiral about which spiral's question; absent for none
     * @param kind story, thanks, strength, need, barrier, ask or offer
     * @param language of the words: en or cy
     * @param strength what goes well
     * @param words what was said
     * @param name the name its teller wants used; blank for none
     * @param on since when it may be heard
     */
    record HeardStory(
            UUID id,
            Optional<UUID> spiral,
            String kind,
            String language,
            String strength,
            String words,
            String name,
            LocalDate on) {

        static HeardStory of(Released story) {
            return new HeardStory(
                    story.id(),
                    story.spiral(),
                    story.kind().key(),
                    story.language(),
                    story.strength(),
                    story.words(),
                    story.name(),
                    story.on());
        }
    }

    /** Ask again before each use: what was taken back is not among them any more. */
    @GetMapping
    Listed<HeardStory> listStories(
            Screen s, @RequestParam(defaultValue = "0") int from, @RequestParam(defaultValue = "50") int limit) {
        return Listed.of(s, heard.list().stream().map(HeardStory::of).toList(), from, limit);
    }
}
