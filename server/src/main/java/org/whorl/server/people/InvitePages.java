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
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Role;

/** Inviting somebody: what they will do, whose voice they bring, where they come from, and into which circle. */
@Controller
@RequestMapping("/p/{slug}/people/invite")
class InvitePages {

    private final Community community;
    private final Invitations invitations;

    InvitePages(Community community, Invitations invitations) {
        this.community = community;
        this.invitations = invitations;
    }

    @GetMapping
    ResponseEntity<String> invite(Screen s, Form form) {
        s.refuseUnless(Action.INVITE);
        return s.show("people/invite", inviting(s, form.preset("role", Role.MEMBER.key())));
    }

    @PostMapping
    ResponseEntity<String> doInvite(Screen s, Form form) throws WriterException {
        String chosen = form.preset("role", Role.MEMBER.key()).value("role");
        Optional<Role> role = roles(s).stream()
                .map(Option::value)
                .filter(chosen::equals)
                .map(Role::of)
                .findFirst();
        Optional<UUID> partner = form.chosen("partner", community.listPartners(), Partner::id);
        if (role.isEmpty()) {
            form.refuse("role", "invite.role.blank");
        } else if (role.get() == Role.FACILITATOR && partner.isPresent()) {
            form.refuse("partner", "member.refused.facilitator-of-partner");
        }
        if (!form.isRight()) {
            return s.again("people/invite", inviting(s, form));
        }
        Offer offer = new Offer(
                form.chosen("perspective", community.listPerspectives(), Perspective::id),
                partner,
                form.value("circle").equals("core") ? "core" : "reference",
                Optional.empty(),
                Optional.empty());
        return InvitedPage.show(s, invitations.invite(role.orElseThrow(), offer));
    }

    private Map<String, Object> inviting(Screen s, Form form) {
        form.preset("circle", "reference");
        return Map.of(
                "form", form,
                "roles", roles(s),
                "perspectives", Choices.perspectives(s, community),
                "partners", Choices.partners(s, community),
                "circles",
                        List.of(
                                new Option("reference", s.say("circle.reference")),
                                new Option("core", s.say("circle.core"))));
    }

    /** Guest experts are invited from the spiral they come for. */
    private static List<Option> roles(Screen s) {
        List<Option> roles = new ArrayList<>();
        roles.add(new Option(Role.MEMBER.key(), s.say("role.member")));
        for (Role role : Role.values()) {
            boolean theirs = role != Role.ADMINISTRATOR || s.viewer().roles().contains(Role.ADMINISTRATOR);
            if (role.isGiven() && role != Role.EXPERT && theirs) {
                roles.add(new Option(role.key(), s.say("role." + role.key())));
            }
        }
        return roles;
    }
}
