package thalweg.session;

import java.util.Arrays;
import java.util.Locale;

/** A language of the window; what is chosen is spoken from the next start on, for every word on screen is made once. */
public enum Language {
    /** The language of the system, or English where it is none of the others. */
    SYSTEM(""),
    ENGLISH("en"),
    GERMAN("de");

    private static final String KEY = "language";

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** The one that was chosen last. */
    public static Language of(Preferences preferences) {
        String kept = preferences.text(KEY, SYSTEM.code);
        return Arrays.stream(values()).filter(l -> l.code.equals(kept)).findFirst().orElse(SYSTEM);
    }

    /** Keeps the choice. */
    public void choose(Preferences preferences) {
        preferences.put(KEY, code);
    }

    /** Makes it that of the process, JavaFX's own words too; before the first word is said. How numbers are written stays as it is. */
    public void speak() {
        if (this != SYSTEM) {
            Locale numbers = Locale.getDefault(Locale.Category.FORMAT);
            Locale.setDefault(Locale.of(code));
            Locale.setDefault(Locale.Category.FORMAT, numbers);
        }
    }

    /** What it calls itself, so that it can be found by those who understand no other. */
    public String label() {
        return Wording.of("language." + (this == SYSTEM ? "system" : code));
    }
}
