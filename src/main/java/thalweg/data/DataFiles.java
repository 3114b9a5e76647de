package thalweg.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;

/** What kind of data files hold, told by their names, for a folder by those in it, and for a short text by a look whether it is a table. */
public final class DataFiles {
    private static final String PACKED = "(\\.gz)?";
    private static final String IMAGES = ".*images[-.]idx3[-.]ubyte" + PACKED;
    private static final String LABELS = ".*labels[-.]idx1[-.]ubyte" + PACKED;

    private DataFiles() {
    }

    /** Whether the files can be {@link #source}: for those dropped on a window. */
    public static boolean areData(List<Path> files) {
        return !files.isEmpty() && files.stream().allMatch(f -> isTable(f) || isIdx(f) || isCifar(f));
    }

    /**
     * The source that reads the files: one CSV file; an IDX file of images, of labels, or both, the missing one taken from the same folder;
     * or a folder or file of CIFAR-10, several files meaning their folder.
     *
     * @throws DataException naming the file that is none of these, or that misses its partner, or the folder without batches, or the short text that is
     *     no table
     */
    public static Spec source(List<Path> files) {
        if (files.isEmpty()) {
            throw new DataException("no file was given");
        }
        List<Path> idx = files.stream().filter(DataFiles::isIdx).toList();
        if (!idx.isEmpty()) {
            return idx(idx);
        }
        Path file = files.getFirst();
        if (isTable(file)) {
            Spec source = Spec.of("csv").with("path", text(file));
            if (DataSources.CATALOG.make(source) instanceof CsvFile table) {
                table.requireTable();                             // a letter, say, is refused before it takes the place of what is shown
            }
            return source;
        }
        if (isCifar(file)) {
            Path folder = file.toAbsolutePath().getParent();
            Spec source = Spec.of("cifar10").with("path", text(files.size() > 1 && folder != null ? folder : file));
            if (Files.isDirectory(file) && DataSources.CATALOG.make(source) instanceof Cifar10Files there) {
                there.files();                                    // any other folder is refused before it takes the place of what is shown
            }
            return source;
        }
        throw new DataException("cannot tell what data '" + file.getFileName() + "' holds; there are tables (.csv, .tsv, .txt), IDX files "
                + "(...-images-idx3-ubyte with ...-labels-idx1-ubyte) and CIFAR-10 batches (.bin, or their folder), each also packed as .gz");
    }

    /** Those of the files that {@link #source} makes one source of: more than one only of IDX and CIFAR-10. */
    public static List<Path> together(List<Path> files) {
        List<Path> idx = files.stream().filter(DataFiles::isIdx).toList();
        if (!idx.isEmpty()) {
            return Stream.of(IMAGES, LABELS).flatMap(kind -> idx.stream().filter(f -> name(f).matches(kind)).limit(1)).toList();
        }
        return isTable(files.getFirst()) ? files.subList(0, 1) : files.stream().filter(DataFiles::isCifar).toList();
    }

    private static Spec idx(List<Path> idx) {
        Path images = partner(idx, IMAGES, "labels", "images", "idx1", "idx3");
        Path labels = partner(idx, LABELS, "images", "labels", "idx3", "idx1");
        return Spec.of("idx").with("images", text(images)).with("labels", text(labels));
    }

    /** The file with a name like this among those given, or beside the first of them. */
    private static Path partner(List<Path> idx, String pattern, String otherWord, String word, String otherNumber, String number) {
        Optional<Path> given = idx.stream().filter(f -> name(f).matches(pattern)).findFirst();
        if (given.isPresent()) {
            return given.get();
        }
        Path other = idx.getFirst();
        String name = other.getFileName().toString().replace(otherWord, word).replace(otherNumber, number);
        String bare = name.replaceAll("\\.gz$", "");
        return List.of(name, bare, bare + ".gz").stream().map(other::resolveSibling).filter(Files::isRegularFile).findFirst()
                .orElseThrow(() -> new DataException("'" + other.getFileName() + "' needs the file with its " + word + " beside it, named '" + name
                        + "'"));
    }

    private static Value text(Path file) {
        return Value.text(file.toAbsolutePath().toString());
    }

    private static String name(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isTable(Path file) {
        return name(file).matches(".*\\.(csv|tsv|txt)" + PACKED);
    }

    private static boolean isIdx(Path file) {
        return name(file).matches(IMAGES) || name(file).matches(LABELS);
    }

    private static boolean isCifar(Path file) {
        return name(file).matches(".*\\.bin" + PACKED) || Files.isDirectory(file);
    }
}
