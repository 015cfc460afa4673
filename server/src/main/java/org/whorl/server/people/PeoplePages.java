package org.whorl.server.people;

import com.google.zxing.WriterException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Records;
import org.whorl.server.trust.Role;

/** Who is in, who is missing, who is invited, and what was done. */
@Controller
@RequestMapping("/p/{slug}")
class PeoplePages {

    private final Community community;
    private final Invitations invitations;
    private final Records records;

    PeoplePages(Community community, Invitations invitations, Records records) {
        this.community = community;
        this.invitations = invitations;
        this.records = records;
    }

    @GetMapping("/people")
    ResponseEntity<String> people(Screen s) {
        List<Member> members = community.listMembers().stream()
                .sorted(java.util.Comparator.comparing(Member::name, s.texts().order()))
                .toList();
        List<Perspective> missing = community.listPerspectives().stream()
                .filter(wanted -> members.stream()
                        .flatMap(member -> member.perspective().stream())
                        .noneMatch(there -> there.id().equals(wanted.id())))
                .toList();
        return s.show("people/people", Map.of("members", members, "missing", missing));
    }

    @GetMapping("/people/invite")
    ResponseEntity<String> invite(Screen s, Form form) {
        // Whoever may not invite is not shown the form either.
        community.listMembers();
        return s.show("people/invite", inviting(s, form.preset("role", Role.MEMBER.key())));
    }

    @PostMapping("/people/invite")
    ResponseEntity<String> doInvite(Screen s, Form form) throws WriterException {
        Role role = Role.of(form.value("role").isEmpty() ? Role.MEMBER.key() : form.value("role"));
        Optional<UUID> perspective = Optional.of(form.value("perspective"))
                .filter(id -> community.listPerspectives().stream()
                        .anyMatch(known -> known.id().toString().equals(id)))
                .map(UUID::fromString);
        String secret = invitations.invite(role, perspective);
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/join/" + secret)
                .toUriString();
        return s.show("people/invited", Map.of("link", link, "qr", QrPicture.of(link, s.say("invited.qr"))));
    }

    @GetMapping("/record")
    ResponseEntity<String> record(Screen s) {
        return s.show(
                "people/record",
                Map.of(
                        "entries", records.listNewest(),
                        "fault", records.findFault().orElse("")));
    }

    private Map<String, Object> inviting(Screen s, Form form) {
        List<Option> roles = new ArrayList<>();
        roles.add(new Option(Role.MEMBER.key(), s.say("role.member")));
        for (Role role : Role.values()) {
            if (role.isGiven()
                    && (role != Role.ADMINISTRATOR || s.viewer().roles().contains(Role.ADMINISTRATOR))) {
                roles.add(new Option(role.key(), s.say("role." + role.key())));
            }
        }
        List<Option> perspectives = community.listPerspectives().stream()
                .map(voice -> new Option(voice.id().toString(), s.pick(voice.nameEn(), voice.nameCy())))
                .toList();
        return Map.of("form", form, "roles", roles, "perspectives", perspectives);
    }
}
