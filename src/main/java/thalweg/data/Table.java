package thalweg.data;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
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
    /** Words that a column of categories may have. */
    static final int MOST_WORDS = 50;
    /** Columns named in a remark. */
    private static final int MOST_NAMED = 8;
    private static final Set<String> NOTHING = Set.of("", "?", "NA", "N/A", "NaN", "nan", "null");

    private final String path;
    private final boolean decimalCommas;
    private final List<String> heading;
    private final List<CsvRecord> lines;
    private final int skipped;
    private final List<String> constant = new ArrayList<>();

    Table(String path, List<CsvRecord> all, char separator, Missing missing, Heading headed) {
        this.path = path;
        decimalCommas = separator != ',';
        if (all.isEmpty()) {
            throw new DataException("'" + path + "' is empty");
        }
        CsvRecord first = all.getFirst();
        boolean named = headed == Heading.YES || headed == Heading.AUTO && first.getFields().stream().noneMatch(f -> isNumber(f) || isMissing(f));
        heading = named ? named(first)
                : IntStream.rangeClosed(1, first.getFieldCount()).mapToObj(i -> "column " + i).toList();
        if (heading.size() < 2) {
            throw new DataException("'" + path + "' has one column only; it needs one to be predicted and at least one to predict from, "
                    + "separated by comma, semicolon, tab or bar");
        }
        List<CsvRecord> samples = named ? all.subList(1, all.size()) : all;
        lines = complete(samples, missing);
        skipped = samples.size() - lines.size();
    }

    /** The names in the first line; a column without one has its number. */
    private static List<String> named(CsvRecord first) {
        return IntStream.range(0, first.getFieldCount()).mapToObj(c -> first.getField(c).isBlank() ? "column " + (c + 1) : first.getField(c).strip())
                .toList();
    }

    private List<CsvRecord> complete(List<CsvRecord> all, Missing missing) {
        List<CsvRecord> complete = new ArrayList<>();
        for (CsvRecord line : all) {
            if (line.getFieldCount() != heading.size()) {
                throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "' has " + line.getFieldCount()
                        + " values, but the first line has " + heading.size());
            }
            int gap = IntStream.range(0, heading.size()).filter(c -> isMissing(line.getField(c))).findFirst().orElse(-1);
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
        try {
            return Double.isFinite(Double.parseDouble(plain(field)));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /**
     * The samples.
     *
     * @param target a column's name; empty for the last
     */
    DataSet dataSet(String target, TargetKind kind, int limit) {
        int column = target.isBlank() ? heading.size() - 1 : heading.indexOf(target.strip());
        if (column < 0) {
            throw new DataException("'" + path + "' has no column '" + target + "'; it has " + String.join(", ", heading));
        }
        int m = Math.min(limit, lines.size());
        boolean classes = kind == TargetKind.CLASSES || kind == TargetKind.AUTO && !isNumeric(column, m);
        List<String> words = classes ? words(column, m) : List.of();
        double[] y = new double[m];
        for (int i = 0; i < m; i++) {
            y[i] = classes ? words.indexOf(field(i, column)) : number(i, column);
        }
        List<String> names = new ArrayList<>();
        List<double[]> columns = new ArrayList<>();
        for (int c = 0; c < heading.size(); c++) {
            if (c != column) {
                addFeatures(c, m, names, columns);
            }
        }
        if (columns.isEmpty()) {
            throw new DataException("every column of '" + path + "' beside '" + heading.get(column)
                    + "' is constant; there is nothing to predict from");
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
            int more = constant.size() - MOST_NAMED;
            remarks.add("constant and left out: " + constant.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        if (skipped > 0) {
            remarks.add(skipped == 1 ? "1 line misses a value and is left out" : skipped + " lines miss values and are left out");
        }
        return remarks;
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
        if (!isNumber(field)) {
            throw new DataException("line " + lines.get(line).getStartingLineNumber() + " of '" + path + "': column '" + heading.get(column)
                    + "' must be a finite number, as in other lines, but was '" + field + "'");
        }
        return Double.parseDouble(plain(field));
    }

    /** A number with the decimal comma of many languages, 1.234,5, as Java reads it; where commas part values there is none. */
    private String plain(String field) {
        String stripped = field.strip();
        return decimalCommas && DECIMAL_COMMA.matcher(stripped).matches() ? stripped.replace(".", "").replace(',', '.') : stripped;
    }

    private List<String> words(int column, int m) {
        Set<String> words = new TreeSet<>();
        for (int i = 0; i < m; i++) {
            words.add(field(i, column));
            if (words.size() > MOST_WORDS) {
                throw new DataException("column '" + heading.get(column) + "' of '" + path + "' has more than " + MOST_WORDS
                        + " different values; as a class or category it may have " + MOST_WORDS);
            }
        }
        return List.copyOf(words);
    }

    private String field(int line, int column) {
        return lines.get(line).getField(column).strip();
    }
}
