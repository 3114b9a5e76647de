package thalweg.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import thalweg.math.Vec;

/**
 * Paths that this or another program wrote: the point of every step, run by run.
 *
 * <p>CSV: a line a step. The coordinates are the columns {@code theta_0, theta_1 ...}, or {@code x, y}, or {@code a, b}, or {@code alpha, beta},
 * or else every column that is no step, cost, slope, rate or time; a column {@code run} (or {@code optimizer}, {@code name}) parts runs.
 * Without a heading, or under one of numbers as pandas writes it above columns of one type each, every column is a coordinate. NPZ: every array of
 * steps by coordinates, or of
 * runs by steps by coordinates, is a path or several; or two lines {@code x} and {@code y}. HDF5: the same, or projections of the code of Li et
 * al., see {@link SurfaceFile}.
 */
public final class PathFile {
    private static final int MOST_BYTES = 200_000_000;
    private static final int LONGEST_HEADING = 65_536;
    private static final int MOST_RUNS = 64;
    private static final int MOST_POINTS = 1_000_001;
    private static final List<String> PAIRS = List.of("x,y", "a,b", "alpha,beta");
    private static final Set<String> RUNS = Set.of("run", "name", "optimizer");
    private static final Set<String> OTHERS =
            Set.of("run", "name", "optimizer", "step", "iteration", "iter", "epoch", "t", "loss", "cost", "j", "f", "value",
            "gradient_norm", "grad_norm", "learning_rate", "lr", "time", "step_length");
    /** What pandas writes above its index: nothing, or what it takes nothing for. */
    private static final String INDEX = "|unnamed: \\d+";
    private static final Set<String> STEPS = Set.of("step", "iteration", "iter");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("\\d,\\d");
    private static final Pattern DECIMAL_POINT = Pattern.compile("\\d\\.\\d");
    private static final String THETA = "theta_?\\d+";
    private static final String OURS = "(run\\d+_theta|theta|path|paths|trajectory|trajectories)";

    private PathFile() {
    }

    /** Whether a file is sure to hold paths and nothing else: by its heading, or the names of its arrays; its numbers are not read. */
    public static boolean is(Path file) {
        try {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            if (name.endsWith(".npz")) {
                List<String> arrays = NpzFile.names("path", file.toString());
                return !arrays.contains("alphas") && arrays.stream().anyMatch(a -> a.matches(OURS));
            }
            if (name.matches(".*\\.(h5|hdf5)")) {
                return Hdf5File.holds("proj_xcoord|run\\d+_theta", file.toString());
            }
            if (name.matches(".*\\.(csv|tsv|txt)")) {
                List<String> heading = Files.read("path", file.toString(),
                        in -> firstLine(new String(in.readNBytes(LONGEST_HEADING), StandardCharsets.UTF_8)));
                return heading.stream().anyMatch(STEPS::contains) && coordinates(heading).size() > 0;
            }
            return false;
        } catch (RuntimeException _) {
            return false;                                         // whoever reads it will say what is wrong
        }
    }

    /**
     * Reads the paths by name, in the order of the file.
     *
     * @param what the argument that named the file, for the message
     * @throws DataException if it cannot be read or holds none; the message says where
     */
    public static Map<String, List<Vec>> read(String what, String path) {
        NpzFile.requireNoSingleArray(path);
        Map<String, List<Vec>> paths = path.toLowerCase(Locale.ROOT).endsWith(".npz") ? arrays(NpzFile.read(what, path), path)
                : !Hdf5File.is(what, path) ? csv(what, path)
                : Hdf5File.holds("proj_xcoord", path) ? Map.of("path", SurfaceFile.path(what, path)) : arrays(Hdf5File.read(what, path), path);
        if (paths.isEmpty()) {
            throw new DataException("'" + path + "' holds no path: an array of steps by coordinates, or columns such as x and y");
        }
        return paths;
    }

    /** Before the memory of a further path is claimed. */
    private static void requireRoomForRun(int runs, String path) {
        if (runs > MOST_RUNS) {
            throw new DataException("'" + path + "' holds more than " + MOST_RUNS + " paths, the most that can be shown");
        }
    }

    /** Before the memory of further points is claimed. */
    private static void requireRoomForPoints(int points, String name, String path) {
        if (points > MOST_POINTS) {
            throw new DataException("the path '" + name + "' in '" + path + "' has more than " + MOST_POINTS + " points, the most that can be shown");
        }
    }

    /** Shows the lines, at least one, that are read one after the other: all of them would take many times the memory of their text. */
    static <T> T lines(String what, String path, Function<Iterator<CsvRecord>, T> reading) {
        Files.requireNoLongerThan(MOST_BYTES, path);
        String text = Files.read(what, path, in -> {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new DataException("'" + path + "' is longer than " + MOST_BYTES / 1_000_000 + " MB");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        });
        String plain = plain(text.startsWith("\uFEFF") ? text.substring(1) : text);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(Separator.AUTO.in(plain))
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).extraFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(plain)) {
            Iterator<CsvRecord> lines = reader.iterator();
            if (!lines.hasNext()) {
                throw new DataException("'" + path + "' is empty");
            }
            return reading.apply(lines);
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            throw new DataException("cannot read '" + path + "': " + e.getMessage(), e);
        }
    }

    /** Without what NumPy and spreadsheets do otherwise: a heading behind #, spaces between numbers, decimal commas between semicolons. */
    private static String plain(String text) {
        String plain = text.startsWith("#") ? text.substring(1).stripLeading() : text;
        String first = plain.lines().filter(l -> !l.isBlank()).findFirst().orElse("");
        if (Separator.isSpaced(first)) {
            return Separator.tabbed(plain);
        }
        return Separator.AUTO.in(plain) == ';' && DECIMAL_COMMA.matcher(plain).find() && !DECIMAL_POINT.matcher(plain).find()
                ? plain.replace(',', '.') : plain;
    }

    /** The heading at the beginning of a table. */
    static List<String> firstLine(String beginning) {
        String line = plain(beginning.replaceFirst("^\uFEFF", "")).lines().findFirst().orElse("");
        return List.of(line.split(Pattern.quote(String.valueOf(Separator.AUTO.in(line))), -1)).stream()
                .map(f -> f.strip().replaceFirst("^\"(.*)\"$", "$1").toLowerCase(Locale.ROOT)).toList();
    }

    /** Whether a column's name is one that pandas gives its index. */
    static boolean isIndex(String name) {
        return name.matches(INDEX);
    }

    static List<String> heading(CsvRecord first) {
        return first.getFields().stream().map(f -> f.strip().toLowerCase(Locale.ROOT)).toList();
    }

    /** Indices of the columns with coordinates. */
    private static List<Integer> coordinates(List<String> heading) {
        List<Integer> thetas = IntStream.range(0, heading.size()).filter(c -> heading.get(c).matches(THETA)).boxed().toList();
        if (!thetas.isEmpty()) {
            return thetas;
        }
        for (String pair : PAIRS) {
            List<String> names = List.of(pair.split(","));
            if (heading.containsAll(names)) {
                return names.stream().map(heading::indexOf).toList();
            }
        }
        return IntStream.range(0, heading.size()).filter(c -> !OTHERS.contains(heading.get(c)) && !isIndex(heading.get(c))).boxed().toList();
    }

    private static Map<String, List<Vec>> csv(String what, String path) {
        return lines(what, path, lines -> {
            CsvRecord first = lines.next();
            CsvRecord second = lines.hasNext() ? lines.next() : null;
            boolean counted = second != null && counts(first) && !second.getFields().stream().allMatch(PathFile::isWhole);
            Table table = Table.of(first, counted, path);
            if (!table.headed) {
                table.add(first);
            }
            if (second != null) {
                table.add(second);
            }
            lines.forEachRemaining(table::add);
            if (counted && table.isMixed()) {
                table.addBefore(first);
            }
            return table.paths;
        });
    }

    /**
     * Whether a line is {@code 0,1,...}: pandas' heading of columns without names, if whole numbers do not go on. It may be a point too, which others
     * write like that; pandas writes all numbers of a column with a decimal point, or none.
     */
    private static boolean counts(CsvRecord line) {
        return IntStream.range(0, line.getFieldCount()).allMatch(c -> line.getField(c).strip().equals(String.valueOf(c)));
    }

    /**
     * A table that is read line by line.
     *
     * @param headed whether its first line is a heading
     * @param run the column that parts runs; -1: there is none
     * @param columns of the coordinates
     * @param width columns in all
     * @param whole columns in which there were whole numbers, {@code broken} those with others; not looked for under other headings
     * @param room numbers that may still come
     */
    private record Table(String path, boolean headed, int run, List<Integer> columns, int width, boolean counted, BitSet whole, BitSet broken,
            Map<String, List<Vec>> paths, AtomicLong room) {
        static Table of(CsvRecord first, boolean counted, String path) {
            boolean headed = counted || first.getFields().stream().anyMatch(f -> !isNumber(f));
            List<String> heading = headed ? heading(first) : List.of();
            int width = first.getFieldCount();
            return new Table(path, headed, RUNS.stream().mapToInt(heading::indexOf).filter(c -> c >= 0).min().orElse(-1),
                    headed ? coordinates(heading) : IntStream.range(0, width).boxed().toList(), width, counted, new BitSet(), new BitSet(),
                    new LinkedHashMap<>(), new AtomicLong(Files.MOST_VALUES));
        }

        /** Whether a column has whole numbers and others. */
        boolean isMixed() {
            return whole.intersects(broken);
        }

        void addBefore(CsvRecord line) {
            addPoint(line);
            List<Vec> points = paths.values().iterator().next();
            points.addFirst(points.removeLast());
        }

        void add(CsvRecord line) {
            Wanted.ask();
            boolean blank = line.getFieldCount() == 1 && line.getField(0).isBlank();
            if (!blank && !columns.isEmpty()) {
                addPoint(line);
            }
        }

        private void addPoint(CsvRecord line) {
            if (line.getFieldCount() != width) {
                throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "' has " + line.getFieldCount()
                        + " values, but the first line has " + width);
            }
            String name = run < 0 ? "path" : line.getField(run).strip();
            requireRoomForRun(paths.size() + (paths.containsKey(name) ? 0 : 1), path);
            List<Vec> points = paths.computeIfAbsent(name, _ -> new ArrayList<>());
            requireRoomForPoints(points.size() + 1, name, path);
            if (room.addAndGet(-columns.size()) < 0) {
                throw new DataException("'" + path + "' holds more than " + Files.MOST_VALUES + " numbers, the most that can be used");
            }
            points.add(Vec.of(columns.stream().mapToDouble(c -> number(line, c, path)).toArray()));
            if (counted) {
                columns.forEach(c -> (isWhole(line.getField(c)) ? whole : broken).set(c));
            }
        }
    }

    private static boolean isWhole(String field) {
        return field.strip().matches("-?\\d+");
    }

    static double number(CsvRecord line, int column, String path) {
        if (!isNumber(line.getField(column))) {
            throw new DataException("line " + line.getStartingLineNumber() + " of '" + path + "': value " + (column + 1)
                    + " must be a finite number, but was '"
                    + line.getField(column) + "'");
        }
        return Double.parseDouble(line.getField(column).strip());
    }

    private static boolean isNumber(String field) {
        try {
            return Double.isFinite(Double.parseDouble(field.strip()));
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static Map<String, List<Vec>> arrays(Map<String, NumberArray> arrays, String path) {
        Map<String, List<Vec>> paths = new LinkedHashMap<>();
        arrays.forEach((name, array) -> {
            List<Integer> shape = array.shape();
            if (shape.size() == 2 && shape.getFirst() > 0) {
                requireRoomForRun(paths.size() + 1, path);
                paths.put(name.replaceFirst("^(run\\d+)_theta$", "$1"), points(array.values(), 0, shape.get(0), shape.get(1), name, path));
            } else if (shape.size() == 3 && shape.get(1) > 0) {
                requireRoomForRun(paths.size() + shape.get(0), path);
                for (int r = 0; r < shape.get(0); r++) {
                    paths.put(name + " " + (r + 1), points(array.values(), r * shape.get(1), shape.get(1), shape.get(2), name, path));
                }
            }
        });
        NumberArray x = arrays.get("x");
        NumberArray y = arrays.get("y");
        if (paths.isEmpty() && x != null && y != null && x.shape().size() == 1 && x.shape().equals(y.shape())) {
            requireRoomForPoints(x.values().length, "path", path);
            paths.put("path", IntStream.range(0, x.shape().getFirst())
                    .mapToObj(k -> Vec.of(finite(x.values()[k], "x", k, path), finite(y.values()[k], "y", k, path)))
                    .toList());
        }
        return paths;
    }

    private static List<Vec> points(double[] values, int first, int count, int width, String name, String path) {
        requireRoomForPoints(count, name, path);
        return IntStream.range(first, first + count).mapToObj(k -> {
            double[] point = Arrays.copyOfRange(values, k * width, (k + 1) * width);
            for (double v : point) {
                finite(v, name, k - first, path);
            }
            return Vec.of(point);
        }).toList();
    }

    private static double finite(double value, String name, int step, String path) {
        if (!Double.isFinite(value)) {
            throw new DataException("the array '" + name + "' in '" + path + "' has " + value + " at step " + step
                    + "; a path can be shown where it is finite");
        }
        return value;
    }
}
