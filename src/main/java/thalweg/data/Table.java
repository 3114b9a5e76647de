package thalweg.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a CSV file, checked, and turned into samples. */
final class Table {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?(\\d{1,3}(\\.\\d{3})+|\\d*),\\d+([eE][+-]?\\d+)?");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    /** Words that a column of categories may have. */
    static final int MOST_WORDS = 50;
    /** Letters of a value that are quoted in a message. */
    private static final int LONGEST_QUOTED = 40;
    /** Columns named in a remark. */
    private static final int MOST_NAMED = 8;
    private static final Set<String> NOTHING = Set.of("", "?", "NA", "N/A", "NaN", "nan", "null");

    private final String path;
    private final boolean decimalCommas;
    private final List<String> heading;
    private final List<CsvRecord> lines;
    private final int target;
    /** Columns of more words than can be told apart, such as names. */
    private final Set<Integer> wordy = new TreeSet<>();
    private final int skipped;
    private final int limit;
    private final boolean limited;
    private final List<String> constant = new ArrayList<>();

    /**
     * Checks lines.
     *
     * @param target the column to be predicted; empty for the last
     * @param limit samples that may be used
     */
    Table(String path, List<CsvRecord> all, char separator, Missing missing, Heading headed, String target, int limit) {
        this.path = path;
        decimalCommas = separator != ',';
        if (all.isEmpty()) {
            throw new DataException("'" + path + "' is empty");
        }
        CsvRecord first = all.getFirst();
        boolean named = headed == Heading.YES || headed == Heading.AUTO && names(first, all);
        heading = named ? named(first)
                : IntStream.rangeClosed(1, first.getFieldCount()).mapToObj(i -> "column " + i).toList();
        if (heading.size() < 2) {
            throw new DataException("'" + path + "' has one column only, as its first line says, '" + cut(first.getField(0))
                    + "'; it needs one to be predicted and at least one to predict from, separated by comma, semicolon, tab, bar or spaces");
        }
        this.target = target.isBlank() ? heading.size() - 1 : heading.indexOf(target.strip());
        if (this.target < 0) {
            throw new DataException("'" + path + "' has no column '" + target + "'; it has " + String.join(", ", heading));
        }
        List<CsvRecord> there = named ? all.subList(1, all.size()) : all;
        this.limit = limit;
        limited = there.size() > limit;
        List<CsvRecord> samples = limited ? there.subList(0, limit) : there;
        for (CsvRecord line : samples) {
            if (line.getFieldCount() != heading.size()) {
                throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "' has " + line.getFieldCount()
                        + " values, but the first line has " + heading.size());
            }
        }
        IntStream.range(0, heading.size()).filter(c -> c != this.target && isWordy(samples, c)).forEach(wordy::add);
        lines = complete(samples, missing);
        skipped = samples.size() - lines.size();
    }

    private boolean isWordy(List<CsvRecord> samples, int column) {
        Set<String> words = new HashSet<>();
        for (CsvRecord line : samples) {
            String field = line.getField(column).strip();
            if (isNumber(field)) {
                return false;
            }
            if (!isMissing(field)) {
                words.add(field);
            }
        }
        return words.size() > MOST_WORDS;
    }

    private static String cut(String field) {
        return field.length() > LONGEST_QUOTED ? field.substring(0, LONGEST_QUOTED) + "..." : field;
    }

    /** Whether the first line looks like names: there is no number in it, or a word above a number, as in {@code country,2019,2020}. */
    private boolean names(CsvRecord first, List<CsvRecord> all) {
        if (first.getFields().stream().noneMatch(f -> isNumber(f) || isMissing(f))) {
            return true;
        }
        return all.size() > 1 && IntStream.range(0, Math.min(first.getFieldCount(), all.get(1).getFieldCount()))
                .anyMatch(c -> !isNumber(first.getField(c)) && !isMissing(first.getField(c)) && isNumber(all.get(1).getField(c)));
    }

    /** The names in the first line; a column without one has its number. */
    private static List<String> named(CsvRecord first) {
        return IntStream.range(0, first.getFieldCount()).mapToObj(c -> first.getField(c).isBlank() ? "column " + (c + 1) : first.getField(c).strip())
                .toList();
    }

    private List<CsvRecord> complete(List<CsvRecord> all, Missing missing) {
        List<CsvRecord> complete = new ArrayList<>();
        for (CsvRecord line : all) {
            int gap = IntStream.range(0, heading.size()).filter(c -> isMissing(line.getField(c)) && !wordy.contains(c)).findFirst().orElse(-1);
            if (gap < 0) {
                complete.add(line);
            } else if (missing == Missing.REFUSE) {
                throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "' has no value in column '" + heading.get(gap)
                        + "'; missing=skip leaves such lines out");
            }
        }
        if (complete.isEmpty()) {
            throw new DataException("'" + path + "' has no line with a value in every column");
        }
        return complete;
    }

    private static boolean isMissing(String field) {
        return NOTHING.contains(field.strip());
    }

    private boolean isNumber(String field) {
        return Double.isFinite(value(field));
    }

    /** The number that a field is; NaN if it is none. Java's own spellings 1d, 1f and 0x1p3 are words here. */
    private double value(String field) {
        String plain = plain(field);
        char last = plain.isEmpty() ? ' ' : plain.charAt(plain.length() - 1);
        if (!Character.isDigit(last) && last != '.' || plain.indexOf('x') >= 0 || plain.indexOf('X') >= 0) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(plain);
        } catch (NumberFormatException _) {
            return Double.NaN;
        }
    }

    /** Whether a number is to be predicted. */
    boolean predictsNumber() {
        return isNumeric(target, lines.size());
    }

    /** The samples. */
    DataSet dataSet(TargetKind kind) {
        int column = target;
        int m = lines.size();
        boolean classes = kind == TargetKind.CLASSES || kind == TargetKind.AUTO && !predictsNumber();
        List<String> words = classes ? words(column, m) : List.of();
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            y[i] = classes ? words.indexOf(field(i, column)) : number(i, column);
        }
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < heading.size(); c++) {
            if (c != column && !wordy.contains(c)) {
                addFeatures(c, m, names, columns);
            }
        }
        if (columns.isEmpty()) {
            throw new DataException("every column of '" + path + "' beside '" + heading.get(column) + "' is constant"
                    + (wordy.isEmpty() ? "" : " or has more than " + MOST_WORDS + " different words") + "; there is nothing to predict from");
        }
        Files.values(m, columns.size(), path);
        double[] x = new double[m * columns.size()];
        for (int i = 0; i < m; i++) {
            for (int j = 0; j < columns.size(); j++) {
                x[i * columns.size() + j] = columns.get(j)[i];
            }
        }
        return new DataSet(Files.path("path", path).getFileName().toString(), x, y, names, heading.get(column), words, Optional.empty())
                .withRemarks(remarks());
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!constant.isEmpty()) {
            remarks.add("constant and left out: " + some(constant));
        }
        if (!wordy.isEmpty()) {
            remarks.add("left out for more than " + MOST_WORDS + " different words: " + some(wordy.stream().map(heading::get).toList()));
        }
        if (limited) {
            remarks.add(limited(limit));
        }
        if (skipped > 0) {
            remarks.add(skipped == 1 ? "1 line misses a value and is left out" : skipped + " lines miss values and are left out");
        }
        return remarks;
    }

    /** What is said of a table that has more lines, and how to have more of them, if one can. */
    static String limited(int limit) {
        return "only the first " + limit + " samples are read" + (limit < CsvFile.MOST_LINES ? "; limit can be raised to " + CsvFile.MOST_LINES : "");
    }

    private static String some(List<String> columns) {
        int more = columns.size() - MOST_NAMED;
        return columns.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")) + (more > 0 ? " and " + more + " more" : "");
    }

    private void addFeatures(int c, int m, List<String> names, List<double[]> columns) {
        if (isNumeric(c, m)) {
            double[] values = IntStream.range(0, m).mapToDouble(i -> number(i, c)).toArray();
            if (m == 1 || IntStream.range(1, m).anyMatch(i -> values[i] != values[0])) {
                names.add(heading.get(c));
                columns.add(values);
            } else {
                constant.add(heading.get(c));
            }
            return;
        }
        List<String> words = words(c, m);
        if (words.size() == 1) {
            constant.add(heading.get(c));
            return;
        }
        for (String word : words) {
            names.add(heading.get(c) + " = " + word);
            columns.add(IntStream.range(0, m).mapToDouble(i -> field(i, c).equals(word) ? 1 : 0).toArray());
        }
    }

    /** Whether a column is numbers: one is enough, a word beside it is an error. */
    private boolean isNumeric(int column, int m) {
        return IntStream.range(0, m).anyMatch(i -> isNumber(field(i, column)));
    }

    private double number(int line, int column) {
        String field = field(line, column);
        double value = value(field);
        if (!Double.isFinite(value)) {
            throw new DataException("line " + lines.get(line).getStartingLineNumber() + " of '" + path + "': column '" + heading.get(column)
                    + "' must be a finite number, as in other lines, but was '" + cut(field) + "'");
        }
        return value;
    }

    /**
     * A number as Java reads it: with the decimal comma of many languages, 1.234,5; where commas part values there is none, but there may be commas
     * between thousands, 1,234.5.
     */
    private String plain(String field) {
        String stripped = field.strip();
        if (stripped.indexOf(',') < 0) {
            return stripped;
        }
        if (decimalCommas) {
            return DECIMAL_COMMA.matcher(stripped).matches() ? stripped.replace(".", "").replace(',', '.') : stripped;
        }
        return THOUSANDS.matcher(stripped).matches() ? stripped.replace(",", "") : stripped;
    }

    private List<String> words(int column, int m) {
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < m; i++) {
            words.add(field(i, column));
            if (words.size() > MOST_WORDS) {
                throw new DataException("column '" + heading.get(column) + "' of '" + path + "' has more than " + MOST_WORDS
                        + " different values, such as '" + cut(field(0, column)) + "'; as classes there may be " + MOST_WORDS);
            }
        }
        return List.copyOf(words);
    }

    private String field(int line, int column) {
        return lines.get(line).getField(column).strip();
    }
}
