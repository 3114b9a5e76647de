package thalweg.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.math.Turns;

/**
 * A table in a text file: one sample a line, a column each for its features and one for its target. The first line may be a heading; the
 * separator (comma, semicolon, tab, bar or spaces) is found out, unless it is given here or in a line {@code sep=;} before all others, as
 * spreadsheets write it. Where it is no comma, numbers may have a decimal comma; where it is, commas between thousands. A heading may stand
 * behind a #, as NumPy writes it.
 *
 * <p>The text is UTF-8, or UTF-16 with its mark; what is neither is taken for Windows-1252, which older spreadsheets write.
 *
 * <p>A target column of words is a class, one of numbers a number unless {@code kind=classes}. A feature column of words becomes one column
 * of 0 and 1 for each word, at most {@value Table#MOST_WORDS}. Feature columns that are constant or have more words, such as names, are left out, and
 * a remark says so.
 */
@Entry(id = "csv", label = "CSV file", group = "My data", help = "A table: one sample a line, one column to be predicted.")
public record CsvFile(
        @Knob(label = "path", help = "The file; .gz may stay packed.")
        String path,
        @Knob(label = "target", help = "Name of the column to be predicted; empty: the last one.")
        String target,
        @Knob(label = "kind", word = "auto", help = "Whether the target is a class or a number; auto: words are classes.")
        TargetKind kind,
        @Knob(label = "missing", word = "refuse", help = "What to do with lines in which a value is missing: refuse the file, or skip them.")
        Missing missing,
        @Knob(label = "separator", word = "auto", help = "What stands between values; auto: the most frequent of them in the first line, or spaces.")
        Separator separator,
        @Knob(label = "heading", word = "auto",
                help = "Whether the first line names the columns; auto: if it has no numbers, or words above numbers.")
        Heading heading,
        @Knob(label = "limit", value = 100_000, min = 100, max = CsvFile.MOST_LINES, log = true, least = 1, most = CsvFile.MOST_LINES,
                advanced = true, help = "Only the first so many lines.")
        int limit) implements DataSource {
    /** The highest limit. */
    static final int MOST_LINES = 1_000_000;
    /** Longest file: beyond, it is no table to look at. */
    private static final int MOST_BYTES = 500_000_000;
    /** So many bytes tell what is to be predicted. */
    private static final int BEGINNING = 1 << 16;
    /** How NumPy begins a line of names; a column that is itself called # stays, and so does a value such as #1. */
    private static final Pattern COMMENTED = Pattern.compile("^# *(?=[^\\s,;|\\d])");
    private static final Pattern TOLD = Pattern.compile("sep=([,;\t|])(?=\r?\n)", Pattern.CASE_INSENSITIVE);

    @Override
    public DataSet make(long seed) {
        return make(seed, () -> false);
    }

    @Override
    public DataSet make(long seed, BooleanSupplier cancelled) {
        Files.requireNoLongerThan(MOST_BYTES, path);
        return table(Files.read("path", path, cancelled, this::text), missing, cancelled).dataSet(kind);
    }

    /**
     * Whether a number is to be predicted, as the first lines of the file tell, which are read at once; not if they are no table, which is said when
     * all is read.
     */
    public boolean predictsNumber() {
        if (kind != TargetKind.AUTO) {
            return kind == TargetKind.NUMBER;
        }
        try {
            return beginning(firstBytes()).predictsNumber();
        } catch (DataException _) {
            return false;
        }
    }

    /**
     * Refuses what is no text, and what is no table whatever is chosen for it, if the file is short; of a long one that is told when all is read.
     *
     * @throws DataException saying why, or that the file cannot be read
     */
    void requireTable() {
        byte[] bytes = firstBytes();
        if (bytes.length < BEGINNING) {
            beginning(bytes);
        } else {
            decoded(bytes);
        }
    }

    private byte[] firstBytes() {
        return Files.read("path", path, in -> in.readNBytes(BEGINNING));
    }

    private Table beginning(byte[] bytes) {
        String text = decoded(bytes);
        int whole = bytes.length < BEGINNING ? text.length() : text.lastIndexOf('\n') + 1;
        return table(text.substring(0, whole), Missing.SKIP, () -> false);
    }

    private Table table(String all, Missing missing, BooleanSupplier cancelled) {
        Matcher told = TOLD.matcher(all);
        boolean tells = told.lookingAt();
        String plain = tells ? all.substring(told.end())          // its line end stays, so that lines keep their numbers
                : COMMENTED.matcher(all).replaceFirst("");
        String text = !tells && separator == Separator.AUTO && Separator.isSpacedTable(plain) ? Separator.tabbed(plain) : plain;
        List<CsvRecord> lines = new ArrayList<>();
        char sign = tells && separator == Separator.AUTO ? told.group(1).charAt(0) : separator.in(text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(sign)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            for (CsvRecord line : reader) {
                Turns.ask(cancelled);
                if (lines.size() > limit + 1) {                   // a heading, and one that says that there are more
                    break;
                }
                lines.add(line);
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new DataException("cannot read '" + path + "': " + e.getMessage(), e);
        }
        return new Table(path, lines, sign, missing, heading, target, limit);
    }

    @Override
    public Optional<Boolean> isClassified() {
        return kind == TargetKind.AUTO ? Optional.empty() : Optional.of(kind == TargetKind.CLASSES);
    }

    private String text(InputStream in) throws IOException {
        byte[] bytes;
        try {
            bytes = in.readNBytes(MOST_BYTES + 1);
        } catch (java.io.EOFException e) {
            throw new DataException("'" + path + "' is cut short: its gzip packing ends early", e);
        }
        if (bytes.length > MOST_BYTES) {
            throw new DataException("'" + path + "' is longer than " + MOST_BYTES / 1_000_000 + " MB");
        }
        return decoded(bytes);
    }

    private String decoded(byte[] bytes) {
        String text = letters(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new DataException("'" + path + "' is no text: it has a zero byte at " + text.indexOf('\0'));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String letters(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        if (mark == 0xFEFF || mark == 0xFFFE) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}
