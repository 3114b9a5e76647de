package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTest {
    @TempDir
    Path folder;

    private final Locale all = Locale.getDefault();
    private final Locale shown = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale numbers = Locale.getDefault(Locale.Category.FORMAT);

    @BeforeEach
    void standInFrance() {
        Locale.setDefault(Locale.FRANCE);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(all);
        Locale.setDefault(Locale.Category.DISPLAY, shown);
        Locale.setDefault(Locale.Category.FORMAT, numbers);
    }

    @Test
    void aLanguageThatTheProgramDoesNotHaveIsEnglish() {
        Language.SYSTEM.speak();
        assertEquals("File", Wording.of("menu.file"));
    }

    @Test
    void englishIsEnglishOnAMachineOfAnotherLanguageToo() {
        Locale.setDefault(Locale.GERMANY);
        Locale.setDefault(Locale.Category.DISPLAY, Locale.US);
        assertEquals("File", Wording.of("menu.file"));
    }

    @Test
    void whatIsChosenIsKeptAndSpokenButNumbersStayAsTheyWere() {
        assertEquals(Language.SYSTEM, Language.of(preferences()));
        Language.GERMAN.choose(preferences());
        Language.of(preferences()).speak();
        assertEquals("Datei", Wording.of("menu.file"));
        assertEquals(Locale.GERMAN, Locale.getDefault(), "JavaFX's own words");
        assertEquals(Locale.FRANCE, Locale.getDefault(Locale.Category.FORMAT));
        Language.ENGLISH.speak();
        assertEquals("File", Wording.of("menu.file"));
    }

    @Test
    void languagesAreFoundByThoseWhoUnderstandNoOther() {
        Language.GERMAN.speak();
        assertEquals("English", Language.ENGLISH.label());
        assertEquals("Wie das System", Language.SYSTEM.label());
        Language.ENGLISH.speak();
        assertEquals("Deutsch", Language.GERMAN.label());
    }

    private Preferences preferences() {
        return new Preferences(folder.resolve("preferences"), Runnable::run);
    }
}
