package org.whorl.server;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.whorl.server.stories.Attached;
import org.whorl.server.stories.Contribution;
import org.whorl.server.stories.Photograph;
import org.whorl.server.stories.Picture;
import org.whorl.server.stories.Recording;
import org.whorl.server.stories.Released;

/**
 * What people told comes out through one gate: nobody else makes what may be heard, nobody else holds what may not, and
 * no statement elsewhere names the tables it is held in.
 */
final class OneGate {

    /** The gate alone makes what may be heard. */
    static final ArchRule MAKES_RELEASED = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.whorl.server.stories.Gate")
            .should()
            .callConstructorWhere(describe(
                    "of Released",
                    (JavaConstructorCall call) -> call.getTargetOwner().isEquivalentTo(Released.class)))
            .because("what may be heard has come through the gate");

    /** Nobody outside gets hold of what is held. */
    static final ArchRule HOLDS_HELD = noClasses()
            .that()
            .resideOutsideOfPackages("org.whorl.server.stories..", "gg.jte..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Contribution.class, Attached.class, Recording.class, Photograph.class, Picture.class)
            .because("what is held is for its teller and for those who care for it");

    private static final Pattern HELD = Pattern.compile("(?i)\\b(from|join|into|update|table)\\s+"
            + "(contribution|consent|teller_contact|care_reading|care_outcome|contribution_use|teller_answer|recording"
            + "|photograph|story_placement|story_about)\\b");

    private OneGate() {}

    /** Does a source outside of the stores for it name what is held, or say that it cares for stories? */
    static boolean isPassedBy(String file, String source) {
        boolean ours = file.matches("(Held|Care|Use|Answer|Attachment|Placement|About)Store\\.java");
        boolean says = file.equals("HeldStore.java") || file.equals("WholeStore.java");
        return (!ours && HELD.matcher(source).find()) || (!says && source.contains("story_care"));
    }
}
