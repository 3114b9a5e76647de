package thalweg.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WordingTest {
    private static final Path TEXTS = Path.of("src/main/resources/thalweg/session");
    private static final Path SOURCES = Path.of("src/main/java/thalweg");
    /** A use of a key: how, the key or how it begins, and what follows it: {@code )}, {@code ,} or {@code  +}. */
    private static final Pattern USE = Pattern.compile("Wording\\.(of|count|or)\\(\\s*\"([^\"]+)\"(\\)|,| \\+)");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)}");

    /** What people would read: two words, a capitalised word, or a part of a sentence. */
    private static final Pattern WORDS =
            Pattern.compile("[A-Za-z]{2,} [A-Za-z].*|.*[A-Za-z]{2,} [A-Za-z].*|[A-Z][a-z]+.*|.*[a-z]{2,} $|^ [a-z]{2,}.*");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Names of keys, of faces of a font, of a group of a catalog, of where a problem is, and of a unit; formulas. */
    private static final Pattern NO_WORDS =
            Pattern.compile("(Shortcut|Ctrl|Shift|Alt)\\+.*|Shift|Space|Left|Right|Home|End|Page[ _]?(Up|Down)|Esc|Escape|Enter"
            + "|Delete|Home  End|PageUp  PageDown|Click|Double click|Drag  Two fingers|Wheel  Pinch|Rotate|Regular|Medium|SemiBold|My formula|run | ms|.*\\\\.*");
    /** Names of libraries and their licences, and what files say in English whoever writes them. */
    private static final Set<String> FREE = Set.of("About.java", "Chronicle.java");

    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @AfterEach
    void restore() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
    }

    private static TreeMap<String, String> texts(String language) throws IOException {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(TEXTS.resolve("Interface" + language + ".properties"), StandardCharsets.UTF_8)) {
            read.load(in);
        }
        TreeMap<String, String> all = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
        assertTrue(all.size() > 100, "few texts were read");
        return all;
    }

    private static List<MatchResult> uses() throws IOException {
        List<MatchResult> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher m = USE.matcher(Files.readString(file));
                while (m.find()) {
                    uses.add(m.toMatchResult());
                }
            }
        }
        assertTrue(uses.size() > 100, "few uses were found");
        return uses;
    }

    private static Set<Integer> arguments(String text) {
        Set<Integer> numbers = new TreeSet<>();
        Matcher m = ARGUMENT.matcher(new MessageFormat(text, Locale.ROOT).format(new Object[] {"{0}", "{1}", "{2}", "{3}", "{4}"}));
        while (m.find()) {
            numbers.add(Integer.valueOf(m.group(1)));
        }
        return numbers;
    }

    @Test
    void germanHasTheKeysOfEnglish() throws IOException {
        assertEquals(texts("").keySet(), texts("_de").keySet());
    }

    @Test
    void bothLanguagesHaveTheSameArguments() throws IOException {
        TreeMap<String, String> german = texts("_de");
        texts("").forEach((key, text) -> {
            long written = ARGUMENT.matcher(text).results().map(r -> r.group(1)).distinct().count();
            if (written > 0) {
                assertEquals(written, arguments(text).size(), key + ": an apostrophe hides an argument");
                assertEquals(arguments(text), arguments(german.get(key)), key);
            }
        });
    }

    @Test
    void everyKeyThatIsUsedExistsWithItsArgumentsAndNoneIsUnused() throws IOException {
        TreeMap<String, String> english = texts("");
        Set<String> unused = new HashSet<>(english.keySet());
        for (MatchResult use : uses()) {
            String key = use.group(2);
            boolean begins = use.group(3).equals(" +");
            if (use.group(1).equals("or") || begins) {
                unused.removeIf(k -> begins ? k.startsWith(key) : k.equals(key));
                assertTrue(english.keySet().stream().anyMatch(k -> begins ? k.startsWith(key) : k.equals(key)), key);
                continue;
            }
            for (String whole : use.group(1).equals("count") ? List.of(key + ".one", key + ".many") : List.of(key)) {
                assertTrue(english.containsKey(whole), "no text under " + whole);
                unused.remove(whole);
            }
            if (use.group(1).equals("of")) {
                assertEquals(use.group(3).equals(","), !arguments(english.get(key)).isEmpty(), key + " and its arguments");
            }
        }
        assertEquals(Set.of(), unused);
    }

    @Test
    void nothingThatPeopleReadIsWrittenInTheSources() throws IOException {
        List<String> found = new ArrayList<>();
        int seen = 0;
        for (String place : List.of("view", "session")) {
            try (Stream<Path> files = Files.list(SOURCES.resolve(place))) {
                for (Path file : files.filter(f -> f.toString().endsWith(".java") && !FREE.contains(f.getFileName().toString())).toList()) {
                    String source = Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//[^\"]*$", "")
                            .replaceAll("Wording\\.(of|count|or|named)\\(\\s*\"[^\"]*\"", "")
                            .replaceAll("new IllegalStateException\\(\"[^\"]*\"", "");
                    Matcher m = LITERAL.matcher(source);
                    while (m.find()) {
                        seen++;
                        if (WORDS.matcher(m.group(1)).matches() && !NO_WORDS.matcher(m.group(1)).matches()) {
                            found.add(file.getFileName() + ": " + m.group());
                        }
                    }
                }
            }
        }
        assertTrue(seen > 300, "few literals were seen");
        assertEquals(List.of(), found);
    }

    @Test
    void theLanguageIsThatOfWhatIsDisplayed() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.GERMAN);
        assertEquals("Datei", Wording.of("menu.file"));
        assertEquals("Rückgängig: Lauf hinzufügen", Wording.of("menu.edit.undo-what", "Lauf hinzufügen"));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.UK);
        assertEquals("File", Wording.of("menu.file"));
    }

    @Test
    void aTextThatNobodyWroteIsSaidAsItsKey() {
        assertEquals("menu.of-the-day", Wording.of("menu.of-the-day"));
    }

    @Test
    void oneIsSaidDifferentlyFromMany() {
        assertEquals("1 sample (stochastic)", Wording.count("run.batch", 1));
        assertEquals("1234 samples", Wording.count("run.batch", 1234));
    }
}
