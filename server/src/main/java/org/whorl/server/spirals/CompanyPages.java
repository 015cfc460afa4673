package org.whorl.server.spirals;

import com.google.zxing.WriterException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Invitations;
import org.whorl.server.people.InvitedPage;
import org.whorl.server.people.Offer;
import org.whorl.server.trust.Action;
import org.whorl.server.trust.Role;

/** Who is in a spiral, whose voice is missing while there is time, and guest experts for this one question. */
@Controller
@RequestMapping("/p/{slug}/spirals/{id}")
class CompanyPages {

    private final Spirals spirals;
    private final Companies companies;
    private final Community community;
    private final Invitations invitations;
    private final Clock clock;

    CompanyPages(Spirals spirals, Companies companies, Community community, Invitations invitations, Clock clock) {
        this.spirals = spirals;
        this.companies = companies;
        this.community = community;
        this.invitations = invitations;
        this.clock = clock;
    }

    @GetMapping("/people")
    ResponseEntity<String> people(Screen s, Form form, @PathVariable UUID id) {
        return s.show("spirals/company", parts(form, id));
    }

    @PostMapping("/people/in")
    ResponseEntity<String> comeIn(Screen s, @PathVariable UUID id) {
        companies.comeIn(id);
        return s.leaveFor(people(s, id), "saved");
    }

    @PostMapping("/people/out")
    ResponseEntity<String> goOut(Screen s, @PathVariable UUID id) {
        companies.goOut(id);
        return s.leaveFor(people(s, id), "saved");
    }

    @PostMapping("/people/bring")
    ResponseEntity<String> bringIn(Screen s, Form form, @PathVariable UUID id) {
        Optional<UUID> member = form.chosen("member", community.listMembers(), each -> each.id());
        if (member.isEmpty()) {
            form.refuse("member", "company.member.blank");
            return s.again("spirals/company", parts(form, id));
        }
        companies.bringIn(id, member.get());
        return s.leaveFor(people(s, id), "saved");
    }

    @PostMapping("/people/close")
    ResponseEntity<String> close(Screen s, Form form, @PathVariable UUID id) {
        Optional<LocalDate> day = form.day("close", "day.wrong");
        if (!form.isRight()) {
            return s.again("spirals/company", parts(form, id));
        }
        companies.closeInvitations(id, day);
        return s.leaveFor(people(s, id), "saved");
    }

    @GetMapping("/expert")
    ResponseEntity<String> expert(Screen s, Form form, @PathVariable UUID id) {
        s.refuseUnless(Action.INVITE);
        Forms.refuseUnlessThere(spirals, id);
        return s.show("spirals/expert", Map.of("form", form));
    }

    @PostMapping("/expert")
    ResponseEntity<String> inviteExpert(Screen s, Form form, @PathVariable UUID id) throws WriterException {
        Spiral spiral = spirals.find(id).orElseThrow();
        form.require("until", "expert.until.blank");
        Optional<LocalDate> until = form.day("until", "day.wrong");
        if (until.filter(day -> day.isBefore(LocalDate.now(clock))).isPresent()) {
            form.refuse("until", "expert.until.past");
        }
        if (!form.isRight()) {
            return s.again("spirals/expert", Map.of("form", form));
        }
        Offer offer = new Offer(Optional.empty(), Optional.empty(), "", Optional.of(spiral.id()), until);
        return InvitedPage.show(s, invitations.invite(Role.EXPERT, offer));
    }

    private Map<String, Object> parts(Form form, UUID id) {
        Spiral spiral = spirals.find(id).orElseThrow();
        Company company = companies.get(id);
        form.preset("close", company.invitationsClose().map(LocalDate::toString).orElse(""));
        List<Option> others = community.listMembers().stream()
                .filter(member -> company.members().stream()
                        .noneMatch(inside -> inside.id().equals(member.id())))
                .map(member -> new Option(member.id().toString(), member.name()))
                .toList();
        return Map.of(
                "form", form, "spiral", spiral, "company", company, "others", others, "today", LocalDate.now(clock));
    }

    private static String people(Screen s, UUID id) {
        return s.to("/spirals/" + id + "/people");
    }
}
