package org.whorl.server.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Permissions;
import org.whorl.server.trust.Records;
import org.whorl.server.trust.Role;

/** Who is in, who is missing, what each may do, and what was done. */
@Controller
@RequestMapping("/p/{slug}")
class PeoplePages {

    private final Community community;
    private final Records records;

    PeoplePages(Community community, Records records) {
        this.community = community;
        this.records = records;
    }

    @GetMapping("/people")
    ResponseEntity<String> people(Screen s) {
        List<Member> members = sorted(s, community.listMembers());
        List<Perspective> missing = community.listPerspectives().stream()
                .filter(Perspective::required)
                .filter(wanted -> members.stream()
                        .flatMap(member -> member.perspective().stream())
                        .noneMatch(there -> there.id().equals(wanted.id())))
                .toList();
        return s.show(
                "people/people", Map.of("members", members, "count", community.countMembers(), "missing", missing));
    }

    @GetMapping("/people/circles")
    ResponseEntity<String> circles(Screen s) {
        return s.show("people/circles", Map.of("members", sorted(s, community.listMembers())));
    }

    @GetMapping("/people/roles")
    ResponseEntity<String> roles(Screen s) {
        community.listMembers();
        List<RoleInWords> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (role == Role.MEMBER || role.isGiven()) {
                List<String> may = java.util.Arrays.stream(Action.values())
                        .filter(action -> Permissions.allow(Set.of(role), action))
                        .map(Action::key)
                        .toList();
                roles.add(new RoleInWords(role, may));
            }
        }
        Map<Role, List<String>> who = roles.stream()
                .collect(Collectors.toMap(
                        RoleInWords::role,
                        each -> sorted(s, community.listMembers()).stream()
                                .filter(member -> member.roles().contains(each.role()))
                                .map(Member::name)
                                .toList()));
        return s.show("people/roles", Map.of("roles", roles, "who", who));
    }

    @GetMapping("/record")
    ResponseEntity<String> record(Screen s) {
        return s.show(
                "people/record",
                Map.of(
                        "entries", records.listNewest(),
                        "fault", records.findFault().orElse("")));
    }

    private static List<Member> sorted(Screen s, List<Member> members) {
        return members.stream()
                .sorted(Comparator.comparing(Member::name, s.texts().order()))
                .toList();
    }
}
