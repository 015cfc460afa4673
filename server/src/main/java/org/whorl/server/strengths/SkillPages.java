package org.whorl.server.strengths;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Partner;
import org.whorl.server.trust.Action;

/** Which skills there are here, which are missing where, and one's own. */
@Controller
@RequestMapping("/p/{slug}/skills")
class SkillPages {

    private final SkillMap skills;
    private final Community community;

    SkillPages(SkillMap skills, Community community) {
        this.skills = skills;
        this.community = community;
    }

    @GetMapping
    ResponseEntity<String> map(Screen s) {
        Map<UUID, String> names = new HashMap<>();
        for (Partner partner : community.listPartners()) {
            names.put(partner.id(), s.pick(partner.nameEn(), partner.nameCy()));
        }
        List<SkillGap> gaps = skills.list();
        return s.show("strengths/skills", Map.of("gaps", gaps, "names", names, "kinds", List.of(Skill.Kind.values())));
    }

    @GetMapping("/mine")
    ResponseEntity<String> mine(Screen s) {
        s.refuseUnless(Action.SAY_STRENGTHS);
        SkillGap.Skilled mine = skills.findMine();
        Map<String, String> values = new HashMap<>();
        mine.can().forEach(skill -> values.put("can-" + skill.key(), "yes"));
        mine.wishes().forEach(skill -> values.put("wish-" + skill.key(), "yes"));
        return s.show("strengths/skills-mine", Map.of("form", new Form(values), "kinds", List.of(Skill.Kind.values())));
    }

    @PostMapping("/mine")
    ResponseEntity<String> say(Screen s, Form form) {
        s.refuseUnless(Action.SAY_STRENGTHS);
        skills.say(ticked(form, "can-"), ticked(form, "wish-"));
        return s.leaveFor(s.to("/skills"), "saved");
    }

    private static Set<Skill> ticked(Form form, String before) {
        Set<Skill> ticked = EnumSet.noneOf(Skill.class);
        Arrays.stream(Skill.values())
                .filter(skill -> form.ticked(before + skill.key()))
                .forEach(ticked::add);
        return ticked;
    }
}
