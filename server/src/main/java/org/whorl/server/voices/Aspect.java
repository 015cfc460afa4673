package org.whorl.server.voices;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.whorl.server.design.Screen;

/**
 * One way to look at who came.
 *
 * @param axis by what
 * @param counted who came
 * @param balance beside who lives, works and pays
 * @param reference who that is
 * @param names what each group is called
 * @param invitations an ask that is prepared for each group that is missing, by its name
 */
public record Aspect(
        Axis axis,
        Counted counted,
        Optional<Balance> balance,
        Optional<Reference> reference,
        Map<String, String> names,
        Map<String, String> invitations) {

    /** What a group is called. */
    public String name(Screen s, String group) {
        if (group.isEmpty()) {
            return s.say("voices.together");
        }
        return names.containsKey(group) ? names.get(group) : s.say("tell.where." + group.toLowerCase(Locale.ROOT));
    }
}
