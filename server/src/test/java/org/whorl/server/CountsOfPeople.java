package org.whorl.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Nothing can print a count of people without asking {@code Disclosure}: as a number it is no field and no answer of any
 * method, no template counts people, and no statement adds them up where the policy is not at hand.
 */
final class CountsOfPeople {

    private static final String NAMED =
            "(?i).*(people|newcomer|participant|attendee|respondent|teller|headcount|countMembers|countVoices).*";

    private static final DescribedPredicate<JavaClass> NUMBER = DescribedPredicate.describe(
            "a number",
            type -> Set.of("int", "long", "short", "double", "float").contains(type.getName())
                    || type.isAssignableTo(Number.class));

    /** No field of that name is a number. */
    static final ArchRule NOT_AS_A_FIELD = fields().that()
            .haveNameMatching(NAMED)
            .and()
            .areDeclaredInClassesThat(resideInAPackage("org.whorl.server.."))
            .and()
            .areNotStatic()
            .should()
            .notHaveRawType(NUMBER)
            .because("a count of people is what Disclosure shows of it");

    /** No method of that name answers with a number. */
    static final ArchRule NOT_AS_AN_ANSWER = codeUnits()
            .that()
            .haveNameMatching(NAMED)
            .and()
            .doNotHaveModifier(SYNTHETIC)
            .should()
            .notHaveRawReturnType(NUMBER)
            .because("a count of people is what Disclosure shows of it");

    private static final Pattern LIST =
            Pattern.compile("@param (?:List|Set|Collection)<(?:Member|Person|Teller)> (\\w+)");
    private static final Pattern PRINTED = Pattern.compile("\\$(?:unsafe)?\\{((?:[^{}\"]|\"[^\"]*\")*)}");
    private static final Pattern COUNTED = Pattern.compile("(\\w+)(?:\\.\\w+\\([^()]*\\))*\\.(?:size|count)\\(\\)");
    private static final Pattern ADDED_UP = Pattern.compile(
            "(?s)\\b(?:count|sum)\\s*\\("
                    + "(?:(?!\"\"\"|;|\\bfrom\\b).)*\\bfrom\\s+(?:(?!\"\"\"|;|\\bwhere\\b|\\)).)*\\b(?:member|taking_part|first_time)\\b");

    private CountsOfPeople() {}

    /** What is wrong with a template: each count of people that it prints by itself. */
    static List<String> inTemplate(String source) {
        Set<String> lists = new java.util.HashSet<>();
        Matcher list = LIST.matcher(source);
        while (list.find()) {
            lists.add(list.group(1));
        }
        Matcher within = Pattern.compile("!\\{var (\\w+) = (\\w+)\\.").matcher(source);
        while (within.find()) {
            if (lists.contains(within.group(2))) {
                lists.add(within.group(1));
            }
        }
        List<String> faults = new ArrayList<>();
        Matcher printed = PRINTED.matcher(source);
        while (printed.find()) {
            Matcher counted = COUNTED.matcher(printed.group(1));
            while (counted.find()) {
                if (lists.contains(counted.group(1))) {
                    faults.add(printed.group());
                }
            }
        }
        return faults;
    }

    /** Does a store add people up without the policy at hand? */
    static boolean addsUpUnseen(String source) {
        return ADDED_UP.matcher(source).find() && !source.contains("Disclosure");
    }
}
