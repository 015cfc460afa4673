package org.whorl.server.stories;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words in English and Welsh after which something is read sooner. They only raise the order and warn whoever reads: a
 * person decides, and what has none of these words is read all the same.
 */
final class Risk {

    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(abus\\w*|neglect\\w*|hit(s|ting)?|hurt(s|ing)?|beat(s|en|ing)?|punch\\w*|kick(s|ed|ing)?|slap\\w*|bruis\\w*"
                    + "|rap(e|ed|ing|ist)|assault\\w*|touched (me|her|him)|afraid of|scared of|frightened of|threat\\w*"
                    + "|suicid\\w*|kill\\w*|self.?harm\\w*|overdos\\w*|end (my|her|his|their) life|want(s|ed)? to die"
                    + "|starv\\w*|no food|not fed|without food|locked (in|up)|tied (up|down)|left alone for days|soiled"
                    + "|pressure sores?|bed ?sores?|stole\\w*|steal\\w*|takes? (my|her|his) money|unsafe|in danger|weapon"
                    + "|knife|fgm|forced marriage|slave\\w*)\\b");

    private static final Pattern WELSH = Pattern.compile(
            "\\b(cam-?dri\\w*|gam-?dri\\w*|cham-?dri\\w*|esgeulus\\w*|hesgeulus\\w*|taro|daro|tharo|bwrw|fwrw|curo|guro|brifo"
                    + "|frifo|clais|cleisiau|gleisiau|treisio|dreisio|threisio|ymosod\\w*|bygwth|fygwth|bygythi\\w*"
                    + "|hunanladdiad|lladd|ladd|hunan-?niweid\\w*|gorddos|marw fy hun|eisiau marw|llwgu|lwgu|heb fwyd"
                    + "|dim bwyd|ei gloi|ei chloi|ofn arn\\w+|dwyn|ddwyn|dwgyd|mynd â'm harian|anniogel|mewn perygl|cyllell"
                    + "|gyllell|briwiau|friwiau|gorwedd mewn baw)\\b",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Risk() {}

    /** Is one of the words among these? */
    static boolean isIn(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replace('’', '\'');
        return ENGLISH.matcher(plain).find() || WELSH.matcher(plain).find();
    }

    static boolean isIn(Contribution told) {
        return isIn(told.strength() + "\n" + told.about() + "\n" + told.words() + "\n" + told.fromTeller());
    }
}
