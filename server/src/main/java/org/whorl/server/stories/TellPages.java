package org.whorl.server.stories;

import com.google.zxing.WriterException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.whorl.server.design.Form;
import org.whorl.server.design.Option;
import org.whorl.server.design.Screen;
import org.whorl.server.people.Community;
import org.whorl.server.people.Place;
import org.whorl.server.people.PrivateCode;
import org.whorl.server.people.QrPicture;

/**
 * Telling, without a login and without script: one question on a screen, and each screen a form that carries what was said
 * so far. Nothing is kept before it is sent.
 */
@Controller
class TellPages {

    static final String KIOSK = "kiosk";

    /** How it came, where somebody else typed it in. */
    private static final Set<String> TYPED = Set.of("paper", "telephone", "workshop");

    private final Stories stories;
    private final Intake intake;
    private final Community community;
    private final Placements placements;

    TellPages(Stories stories, Intake intake, Community community, Placements placements) {
        this.stories = stories;
        this.intake = intake;
        this.community = community;
        this.placements = placements;
    }

    @GetMapping({"/p/{slug}/tell", "/t/{code}", "/t/{code}/kiosk"})
    ResponseEntity<String> begin(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> code,
            @RequestParam Optional<UUID> spiral,
            @RequestParam(defaultValue = "") String route,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String point) {
        Where where = where(code, spiral);
        // A page that asked about something says about what; it goes along, and is kept with the story.
        if (About.read(point).isPresent()) {
            form.preset(TellForm.POINT, point);
        }
        // On a device for everybody nobody is signed in: whoever comes next would be them.
        if (s.signedIn() && KIOSK.equals(route(s, where, route))) {
            return s.show("stories/kiosk-signed-in", Map.of());
        }
        if (TYPED.contains(route)) {
            form.preset("teller", "typed");
        }
        // A sheet of paper brings the code that its teller keeps.
        if (PrivateCode.isOne(key)) {
            form.preset("key", key);
        }
        return s.show("stories/tell", parts(s, form, where, route(s, where, route), Step.of(form.value("step"))));
    }

    @PostMapping({"/p/{slug}/tell", "/t/{code}", "/t/{code}/kiosk"})
    ResponseEntity<String> goOn(
            Screen s,
            Form form,
            @PathVariable(required = false) Optional<String> code,
            @RequestParam Optional<UUID> spiral,
            @RequestParam(name = "route", defaultValue = "") String said,
            @RequestParam Map<String, MultipartFile> files)
            throws IOException {
        Where where = where(code, spiral);
        String route = route(s, where, said);
        Step step = Step.of(form.value("step"));
        // The words are in the language of the screen they were written on, whatever is read afterwards.
        if (step == Step.WORDS) {
            form.replace("words-in", s.language().code());
        }
        Kind kind = TellForm.kind(form);
        if (form.ticked("back")) {
            return s.show("stories/tell", parts(s, form, where, route, step.beside(kind, -1)));
        }
        List<Place> places = places(where);
        AttachedForm.begin(form, files);
        for (Step each : step == Step.CHECK ? Step.of(kind) : List.of(step)) {
            TellForm.check(each, form, places);
            if (!form.isRight()) {
                return s.again("stories/tell", parts(s, form, where, route, each));
            }
        }
        if (step == Step.WORDS && !form.ticked("blame-seen") && Blame.isIn(form.value("words"))) {
            return s.show("stories/tell", parts(s, form.replace("blame-seen", "yes"), where, route, step));
        }
        if (step != Step.CHECK) {
            return s.show("stories/tell", parts(s, form, where, route, step.beside(kind, 1)));
        }
        Attached attached = AttachedForm.read(form, files);
        return form.isRight()
                ? sent(s, form, where, places, route, attached)
                : s.again("stories/tell", parts(s, form, where, route, step));
    }

    /** The answer to sending is shown at once, so that the code stands in no address; sent again, it is the same story. */
    private ResponseEntity<String> sent(
            Screen s, Form form, Where where, List<Place> places, String route, Attached attached) {
        TellForm.begin(form);
        Telling telling = TellForm.telling(form, where, places, Came.by(route, where));
        intake.take(where, telling, attached);
        About.read(form.value(TellForm.POINT))
                .ifPresent(about -> where.teller().doing(() -> {
                    placements.say(telling.code(), about);
                    return true;
                }));
        String link = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/t/mine/" + telling.code())
                .toUriString();
        if (route.equals(KIOSK)) {
            return s.show(
                    "stories/kiosk-sent",
                    Map.of("restart", restart(s), "code", telling.code(), "qr", picture(s, link)));
        }
        return s.show(
                "stories/sent",
                Map.of(
                        "where",
                        where,
                        "code",
                        telling.code(),
                        "link",
                        link,
                        "kind",
                        telling.kind(),
                        "placing",
                        where.teller().doing(placements::isAsked)));
    }

    /** How it comes: what the address says, as far as it can be true. */
    private static String route(Screen s, Where where, String said) {
        return s.path().endsWith("/kiosk") ? KIOSK : TYPED.contains(said) ? said : where.link() ? "link" : "page";
    }

    /** Where a device for everybody begins anew. */
    private static String restart(Screen s) {
        return s.path() + "/start";
    }

    private static String picture(Screen s, String link) {
        try {
            return QrPicture.of(link, s.say("kiosk.qr"));
        } catch (WriterException e) {
            throw new IllegalStateException("an address is never too long for a picture", e);
        }
    }

    private Where where(Optional<String> code, Optional<UUID> spiral) {
        return code.isPresent()
                ? stories.findLink(code.get()).orElseThrow()
                : stories.find(spiral).orElseThrow();
    }

    private List<Place> places(Where where) {
        return where.teller().doing(community::listPlaces);
    }

    private Map<String, Object> parts(Screen s, Form form, Where where, String route, Step step) {
        TellForm.begin(form);
        form.preset("answer", s.language().code());
        Kind kind = TellForm.kind(form);
        List<Place> places = places(where);
        Map<String, Object> parts = new HashMap<>();
        parts.put("form", form);
        parts.put("where", where);
        parts.put("step", step);
        parts.put("typed", TYPED.contains(route));
        parts.put("restart", route.equals(KIOSK) ? restart(s) : "");
        parts.put("kind", kind);
        parts.put("carried", TellForm.carried(step, form));
        parts.put("number", Step.of(kind).indexOf(step) + 1);
        parts.put("of", Step.of(kind).size());
        parts.put("options", options(s, step, places));
        parts.put("audiences", TellForm.age(form).map(Audience::open).orElse(List.of()));
        parts.put("lines", step == Step.CHECK ? lines(s, form, kind, places) : List.of());
        return parts;
    }

    /** What can be chosen on a screen. */
    static List<Option> options(Screen s, Step step, List<Place> places) {
        return switch (step) {
            case KIND ->
                Arrays.stream(Kind.values())
                        .map(kind -> new Option(kind.key(), s.say("tell.kind." + kind.key())))
                        .toList();
            case TELLER ->
                Stream.of("own", "typed", "authority", "bereaved")
                        .map(teller -> new Option(teller, s.say("tell.teller." + teller)))
                        .toList();
            case AGE ->
                Arrays.stream(Age.values())
                        .map(age -> new Option(age.key(), s.say("tell.age." + age.key())))
                        .toList();
            case PLACE ->
                Stream.concat(
                                places.stream()
                                        .map(place -> new Option(
                                                place.id().toString(), s.pick(place.nameEn(), place.nameCy()))),
                                Stream.of("wales", "england", "elsewhere")
                                        .map(country -> new Option(country, s.say("tell.where." + country))))
                        .toList();
            case NAME ->
                Stream.of("none", "mine", "other")
                        .map(name -> new Option(name, s.say("tell.name." + name)))
                        .toList();
            case ANSWER ->
                Stream.of("en", "cy")
                        .map(language -> new Option(language, s.say("tell.answer." + language)))
                        .toList();
            case STRENGTH, ABOUT, WORDS, AUDIENCE, CHECK -> List.of();
        };
    }

    private static List<Line> lines(Screen s, Form form, Kind kind, List<Place> places) {
        List<Line> lines = new ArrayList<>();
        for (Step step : Step.of(kind)) {
            String asked = "tell.short." + step.key();
            switch (step) {
                case KIND -> lines.add(new Line(asked, s.say("tell.kind." + kind.key()), false));
                case STRENGTH, ABOUT, WORDS -> {
                    if (!form.value(step.key()).isEmpty()) {
                        lines.add(new Line(asked, form.value(step.key()), true));
                    }
                }
                case TELLER, AGE, PLACE -> {
                    String chosen = form.value(step == Step.PLACE ? "where" : step.key());
                    lines.add(new Line(
                            asked, Option.names(options(s, step, places)).getOrDefault(chosen, ""), false));
                }
                case AUDIENCE -> {
                    List<String> whom = TellForm.audiences(form).stream()
                            .sorted()
                            .map(each -> s.say("tell.for." + each.key()))
                            .toList();
                    lines.add(new Line(
                            asked, whom.isEmpty() ? s.say("tell.for.nobody") : String.join("; ", whom), false));
                }
                case NAME -> {
                    boolean named = !form.value("name-choice").equals("none");
                    lines.add(new Line(asked, named ? form.value("name") : s.say("tell.name.none"), named));
                }
                case ANSWER -> {
                    String reached = form.value("contact");
                    lines.add(new Line(
                            asked,
                            s.say("tell.answer." + form.value("answer")) + (reached.isEmpty() ? "" : ", " + reached),
                            false));
                }
                case CHECK -> {}
            }
        }
        return lines;
    }
}
