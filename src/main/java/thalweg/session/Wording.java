package thalweg.session;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What the window says, in the language of the process: one bundle of texts under keys, {@code Interface.properties}, and one more for each other
 * language.
 *
 * <p>The language is Java's own locale for what is displayed, which the program sets once, before the first word is said. A text that a language
 * lacks is said in English, and one that nobody wrote is said as its key.
 */
public final class Wording {
    private static final String BUNDLE = "thalweg.session.Interface";
    /** Of what catalogs hold, which say it in English themselves. */
    private static final String CATALOG = "thalweg.session.Catalog";

    private Wording() {
    }

    /** The text under a key. Its arguments are texts: how numbers are written is not a matter of language here. */
    public static String of(String key, Object... arguments) {
        String text = or(key, key);
        return arguments.length == 0 ? text
                : new MessageFormat(text, Locale.ROOT).format(Arrays.stream(arguments).map(String::valueOf).toArray());
    }

    /** One or many: the text under {@code key.one}, or else under {@code key.many} with the number before the other arguments. */
    public static String count(String key, long number, Object... arguments) {
        if (number == 1) {
            return of(key + ".one", arguments);
        }
        Object[] all = new Object[arguments.length + 1];
        all[0] = number;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return of(key + ".many", all);
    }

    /** The text under a key, or another where there is none. */
    public static String or(String key, String otherwise) {
        return text(BUNDLE, key, otherwise);
    }

    /** A word for something that a catalog holds, or the catalog's own, which is English, where there is none. */
    public static String named(String key, String otherwise) {
        return text(CATALOG, key, otherwise);
    }

    private static String text(String bundle, String key, String otherwise) {
        ResourceBundle texts = bundle(bundle);
        return texts.containsKey(key) ? texts.getString(key) : otherwise;
    }

    /** A title as it stands inside a sentence: languages differ in what they begin with a capital letter. */
    public static String inside(String title) {
        return Wording.of("sentence.small-letters").equals("yes") && !title.isEmpty()
                ? title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1)
                : title;
    }

    private static ResourceBundle bundle(String name) {
        Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
        // English is the bundle without a language: asked for by its name, it would not be found, and the next that Java tries is the system's
        // language
        return ResourceBundle.getBundle(name, shown.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ROOT : shown);
    }
}
