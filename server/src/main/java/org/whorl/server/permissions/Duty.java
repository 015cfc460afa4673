package org.whorl.server.permissions;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A duty in law that commonly comes up in Wales. No permission suspends one. The list is a reminder and not legal advice; each has
 * a sentence with where it is written, and what can be done instead.
 */
public enum Duty {
    ASSESS_ADULT(
            "assess an adult's needs",
            "assessing an adult's needs",
            "asesu anghenion oedolyn",
            "section 19",
            "adran 19"),
    ASSESS_CHILD(
            "assess a child's needs", "assessing a child's needs", "asesu anghenion plentyn", "section 21", "adran 21"),
    ASSESS_CARER(
            "assess a carer",
            "assessing a carer",
            "asesu gofalwr",
            "asesu anghenion gofalwr",
            "section 24",
            "adran 24",
            "carer's assessment",
            "asesiad gofalwr"),
    MEET_NEEDS("eligible needs", "anghenion cymwys", "eligibility criteria", "meini prawf cymhwystra", "section 35"),
    REPORT_RISK(
            "at risk",
            "mewn perygl",
            "section 47",
            "adran 47",
            "section 128",
            "adran 128",
            "adult at risk",
            "oedolyn mewn perygl",
            "section 130"),
    MENTAL_HEALTH("mental health act", "deddf iechyd meddwl", "section 117", "adran 117", "mental health measure"),
    MENTAL_CAPACITY(
            "mental capacity",
            "deprived of their liberty",
            "galluedd meddyliol",
            "deprivation of liberty",
            "amddifadu o ryddid",
            "best interests assess"),
    DATA("gdpr", "protecting personal data", "diogelu data personol", "data protection act", "deddf diogelu data"),
    EQUALITY(
            "equality act",
            "deddf cydraddoldeb",
            "dyletswydd cydraddoldeb",
            "equality duty",
            "section 149",
            "adran 149"),
    SOCIO_ECONOMIC("socio-economic duty", "dyletswydd economaidd-gymdeithasol"),
    SAFE_AT_WORK(
            "health and safety at work", "safety of workers", "diogelwch gweithwyr", "iechyd a diogelwch yn y gwaith"),
    FUTURE_GENERATIONS("well-being duty", "dyletswydd llesiant", "future generations", "cenedlaethau'r dyfodol"),
    WELSH("welsh language standards", "safonau'r gymraeg", "welsh language measure", "mesur y gymraeg"),
    QUALITY_CANDOUR("duty of candour", "dyletswydd gonestrwydd", "duty of quality", "dyletswydd ansawdd"),
    HUMAN_RIGHTS("human rights act", "deddf hawliau dynol"),
    /** One that is not in this list. */
    OTHER();

    private final List<String> names;

    Duty(String... names) {
        this.names = List.of(names);
    }

    /** As in the database and in message keys: {@code assess-adult}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The duty of that key. */
    public static Optional<Duty> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** The duty that a rule's name seems to be: so that nobody lists the law as a rule of their own by mistake. */
    public static Optional<Duty> namedIn(String words) {
        String plain = words.toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replaceAll("[\\s\u00a0]+", " ")
                .replaceAll("\\bs\\.? ?(?=\\d)", "section ");
        return Arrays.stream(values())
                .filter(each -> each.names.stream().anyMatch(name -> holds(plain, name)))
                .findFirst();
    }

    /** Section 19 is not section 193. */
    private static boolean holds(String plain, String name) {
        for (int at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1)) {
            int after = at + name.length();
            boolean number = Character.isDigit(name.charAt(name.length() - 1));
            if (!number || after == plain.length() || !Character.isDigit(plain.charAt(after))) {
                return true;
            }
        }
        return false;
    }
}
