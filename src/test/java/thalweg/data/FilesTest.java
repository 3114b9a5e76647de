package thalweg.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.catalog.Value;

/** Files in their real formats, made here, small; and what is said of damaged ones. */
class FilesTest {
    @TempDir
    Path folder;

    private String file(String name, byte[] bytes) throws IOException {
        return java.nio.file.Files.write(folder.resolve(name), bytes).toString();
    }

    private String text(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static DataSet read(Spec spec) {
        return DataSources.CATALOG.make(spec).make(1);
    }

    private static DataSet csv(String path) {
        return read(Spec.of("csv").with("path", Value.text(path)));
    }

    private static String refusal(Spec spec) {
        return assertThrows(DataException.class, () -> read(spec)).getMessage();
    }

    private static String csvRefusal(String path) {
        return assertThrows(DataException.class, () -> csv(path)).getMessage();
    }

    /** Three images of 3 x 2. */
    private static final byte[] IMAGES = bytes(0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3,
            0, 51, 102, 153, 204, 255, 1, 2, 3, 4, 5, 6, 255, 255, 255, 0, 0, 0);
    private static final byte[] LABELS = bytes(0, 0, 8, 1, 0, 0, 0, 3, 7, 0, 9);

    private Spec idx(byte[] images, byte[] labels) throws IOException {
        return Spec.of("idx").with("images", Value.text(file("images", images))).with("labels", Value.text(file("labels", labels)));
    }

    @Test
    void idxGivesImagesAndLabelsPackedOrNot() throws IOException {
        for (Spec spec : List.of(idx(IMAGES, LABELS), idx(packed(IMAGES), packed(LABELS)))) {
            DataSet data = read(spec);
            assertEquals(3, data.size());
            assertEquals(new ImageShape(3, 2, 1), data.image().orElseThrow());
            assertArrayEquals(new double[] {0, 0.2, 0.4, 0.6, 0.8, 1}, Arrays.copyOf(data.features(), 6), 1e-15);   // one rounding
            assertArrayEquals(new double[] {7, 0, 9}, data.targets());
            assertEquals(10, data.classes());
        }
        assertEquals(2, read(idx(IMAGES, LABELS).with("limit", 2)).size());
    }

    /** Asked a fifth time, every reader ends, wherever in its file it is. */
    @Test
    void whoReadsALongFileEndsWhenItIsGivenUp() throws IOException {
        String walk = text("walk.csv", "step,x,y\n" + "1,2,3\n".repeat(1000));
        String npz = folder.resolve("long.npz").toString();
        byte[] head = "{'descr': '<f8', 'fortran_order': False, 'shape': (100000,), }\n".getBytes(StandardCharsets.US_ASCII);
        try (var zip = new ZipOutputStream(java.nio.file.Files.newOutputStream(Path.of(npz)))) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(bytes(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, head.length, 0));
            zip.write(head);
            zip.write(new byte[800_000]);
        }
        String hdf = folder.resolve("many.h5").toString();
        NumberArray some = new NumberArray(List.of(3), new double[] {1, 2, 3});
        try (var out = java.nio.file.Files.newOutputStream(Path.of(hdf))) {
            Hdf5File.write(IntStream.range(0, 5).boxed().collect(Collectors.toMap(i -> "array" + i, _ -> some)), Map.of(),
                    folder.resolve("spare.h5"), out);
        }
        String large = folder.resolve("large.h5").toString();
        try (var out = java.nio.file.Files.newOutputStream(Path.of(large))) {
            Hdf5File.write(Map.of("one", new NumberArray(List.of(1_000_000), new double[1_000_000])), Map.of(), folder.resolve("spare.h5"), out);
        }
        List<Runnable> readings = List.of(() -> PathFile.read("path", walk), () -> NpzFile.read("path", npz), () -> Hdf5File.read("path", hdf),
                () -> Hdf5File.read("path", large));
        for (Runnable reading : readings) {
            AtomicInteger asked = new AtomicInteger();
            assertThrows(CancellationException.class, () -> Wanted.unless(() -> asked.incrementAndGet() > 4, () -> {
                reading.run();
                return 0;
            }), "reader " + readings.indexOf(reading));
            assertEquals(5, asked.get(), "nobody goes on");
            reading.run();
        }
    }

    /** Two gigabytes are refused at once instead of after half a gigabyte. */
    @Test
    void aTableBeyondTheLimitIsRefusedUnread() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(2_000_000_000);
        }
        AtomicInteger asked = new AtomicInteger();
        DataSource source = DataSources.CATALOG.make(Spec.of("csv").with("path", Value.text(file.toString())));
        assertEquals("'" + file + "' is longer than 500 MB",
                assertThrows(DataException.class, () -> source.make(1, () -> asked.incrementAndGet() < 0)).getMessage());
        assertEquals(0, asked.get(), "no byte of it is read");
    }

    /** Images with their labels, whatever lies between them; of several the first. */
    @Test
    void ofManyFilesImagesAndLabelsBelongTogether() {
        Path images = Path.of("train-images-idx3-ubyte");
        Path labels = Path.of("train-labels-idx1-ubyte.gz");
        assertEquals(List.of(images, labels), DataFiles.together(List.of(labels, Path.of("a.csv"), images, Path.of("t10k-images-idx3-ubyte"))));
    }

    @Test
    void damagedIdxFilesSayWhatIsWrong() throws IOException {
        String images = folder.resolve("images").toString();
        String labels = folder.resolve("labels").toString();
        assertEquals("'" + images + "' is cut short: it ends within image 3 of 3", refusal(idx(Arrays.copyOf(IMAGES, IMAGES.length - 1), LABELS)));
        assertEquals("'" + labels + "' is cut short: it ends within its 3 labels", refusal(idx(IMAGES, Arrays.copyOf(LABELS, 9))));
        assertEquals("'" + labels + "' is cut short: it ends within its first four bytes", refusal(idx(IMAGES, new byte[0])));
        byte[] longer = Arrays.copyOf(IMAGES, IMAGES.length + 2);
        assertEquals("'" + images + "' is longer than its header says: something follows its 3 images", refusal(idx(longer, LABELS)));
        assertEquals("'" + labels + "' is longer than its header says: something follows its 3 labels",
                refusal(idx(IMAGES, Arrays.copyOf(LABELS, LABELS.length + 1))));
        assertEquals(2, read(idx(longer, LABELS).with("limit", 2)).size(), "what is not read is not looked at");
        byte[] packed = packed(IMAGES);
        assertTrue(refusal(idx(Arrays.copyOf(packed, packed.length - 12), LABELS)).startsWith("'" + images + "' is cut short"));
        assertEquals("'" + images + "' must start with the bytes 0 0 8 3 of an IDX file of images, but starts with 0 0 8 1",
                refusal(idx(LABELS, LABELS)));
        assertEquals("'" + images + "' holds 3 images, but '" + labels + "' has labels for 2",
                refusal(idx(IMAGES, bytes(0, 0, 8, 1, 0, 0, 0, 2, 7, 0))));
        assertEquals("'" + labels + "' has only one class, 7; a classifier needs at least two",
                refusal(idx(IMAGES, bytes(0, 0, 8, 1, 0, 0, 0, 3, 7, 7, 7))));
        byte[] endless = IMAGES.clone();
        endless[4] = (byte) 0xff;
        assertEquals("'" + images + "': size 1 of its header must be from 1 to 2147483647, but was 4278190083", refusal(idx(endless, LABELS)));
        byte[] wide = IMAGES.clone();
        wide[8] = 1;
        assertTrue(refusal(idx(wide, LABELS)).contains("at most 4096 x 4096"));
        assertEquals("cannot read '/no/such': there is no such file",
                refusal(Spec.of("idx").with("images", Value.text("x")).with("labels", Value.text("/no/such"))));
        assertEquals("labels must name a file, but is empty", refusal(Spec.of("idx")));
    }

    private static byte[] cifar(int... labels) {
        byte[] batch = new byte[labels.length * 3073];
        for (int i = 0; i < labels.length; i++) {
            batch[i * 3073] = (byte) labels[i];
            batch[i * 3073 + 1] = (byte) 255;                     // red of the first pixel
            batch[i * 3073 + 3072] = (byte) 51;                   // blue of the last
        }
        return batch;
    }

    @Test
    void cifarBatchesAreReadFromAFileOrAFolder() throws IOException {
        String one = file("data_batch_1.bin", cifar(3, 9));
        file("data_batch_2.bin", cifar(0));
        file("test_batch.bin", cifar(5, 5, 5));
        DataSet data = read(Spec.of("cifar10").with("path", Value.text(one)));
        assertArrayEquals(new double[] {3, 9}, data.targets());
        assertEquals(1, data.feature(1, 0));
        assertEquals(0.2, data.feature(1, 3071), 1e-15);
        assertEquals("truck", data.classNames().get(data.label(1)));
        Spec all = Spec.of("cifar10").with("path", Value.text(folder.toString()));
        assertArrayEquals(new double[] {3, 9, 0}, read(all).targets());
        assertArrayEquals(new double[] {3}, read(all.with("limit", 1)).targets());
    }

    @Test
    void damagedCifarFilesSayWhatIsWrong() throws IOException {
        String cut = file("cut.bin", Arrays.copyOf(cifar(1, 2), 6000));
        assertEquals("'" + cut + "' is cut short or no CIFAR-10 batch: it must be records of 3073 bytes, but after 1 of them 2927 bytes are left",
                refusal(Spec.of("cifar10").with("path", Value.text(cut))));
        String empty = file("empty.bin", new byte[0]);
        assertEquals("'" + empty + "' is empty", refusal(Spec.of("cifar10").with("path", Value.text(empty))));
        String labels = file("labels.bin", cifar(1, 10));
        assertEquals("'" + labels + "': the label of image 2 must be 0 to 9, but was 10; is it CIFAR-100, or no CIFAR file?",
                refusal(Spec.of("cifar10").with("path", Value.text(labels))));
        String one = file("one.bin", cifar(3, 3));
        assertEquals("'" + one + "' has only one class, cat; a classifier needs at least two",
                refusal(Spec.of("cifar10").with("path", Value.text(one))));
        assertTrue(refusal(Spec.of("cifar10").with("path", Value.text(folder.toString()))).contains("has no file data_batch_1.bin"));
    }

    @Test
    void csvWithHeadingGivesNumbersAndCategories() throws IOException {
        DataSet data = csv(text("a.csv", "size;town;price\n10;\"York; old\";1.5\n20;Bath;2e0\n30;Bath;-3\n"));
        assertEquals(List.of("size", "town = Bath", "town = York; old"), List.of(data.featureName(0), data.featureName(1), data.featureName(2)));
        assertArrayEquals(new double[] {10, 0, 1, 20, 1, 0, 30, 1, 0}, data.features());
        assertArrayEquals(new double[] {1.5, 2, -3}, data.targets());
        assertFalse(data.isClassified());
        assertEquals("price", data.targetName());
    }

    /** As a spreadsheet writes them in half of the world; read as words each would be a category of its own. */
    @Test
    void decimalCommasAreReadWhereCommasDoNotPartValues() throws IOException {
        DataSet data = csv(text("a.csv", "size;rooms;price\n10,5;2;1.234,5\n20;3;-7,25\n,5;4;1e2\n"));
        assertArrayEquals(new double[] {10.5, 2, 20, 3, 0.5, 4}, data.features());
        assertArrayEquals(new double[] {1234.5, -7.25, 100}, data.targets());
        assertEquals("size = 1,5", csv(text("b.csv", "size,price\n\"1,5\",1\n\"2,5\",2\n")).featureName(0));
    }

    @Test
    void csvWithoutHeadingAndWithWordsAsTargetIsAClassification() throws IOException {
        DataSet data = csv(text("iris.csv", "\uFEFF5.1,3.5,setosa\r\n7,3.2,versicolor\r\n4.9,3,setosa\r\n"));
        assertEquals(List.of("setosa", "versicolor"), data.classNames());
        assertArrayEquals(new double[] {0, 1, 0}, data.targets());
        assertEquals("column 1", data.featureName(0));
    }

    @Test
    void csvTargetAndKindCanBeChosen() throws IOException {
        String path = text("a.csv", "y\tx\n1\t10\n0\t11\n1\t12\n");
        DataSet data = read(Spec.of("csv").with("path", Value.text(path)).with("target", Value.text("y")).with("kind", new Value.Word("classes")));
        assertEquals(List.of("0", "1"), data.classNames());
        assertArrayEquals(new double[] {1, 0, 1}, data.targets());
        assertArrayEquals(new double[] {10, 11, 12}, data.features());
        assertEquals("'" + path + "' has no column 'z'; it has y, x",
                refusal(Spec.of("csv").with("path", Value.text(path)).with("target", Value.text("z"))));
    }

    @Test
    void missingValuesAreRefusedOrSkipped() throws IOException {
        String path = text("a.csv", "x,y\n1,2\nNA,3\n4,5\n");
        assertEquals("line 3 of '" + path + "' has no value in column 'x'; missing=skip leaves such lines out", csvRefusal(path));
        DataSet data = read(Spec.of("csv").with("path", Value.text(path)).with("missing", new Value.Word("skip")));
        assertArrayEquals(new double[] {1, 4}, data.features());
    }

    @Test
    void unusableTablesSayWhereAndWhy() throws IOException {
        String path = folder.resolve("a.csv").toString();
        text("a.csv", "x,y\n1,2\n3\n");
        assertEquals("line 3 of '" + path + "' has 1 values, but the first line has 2", csvRefusal(path));
        text("a.csv", "x,y\n1,2\nabc,4\n");
        assertEquals("line 3 of '" + path + "': column 'x' must be a finite number, as in other lines, but was 'abc'", csvRefusal(path));
        text("a.csv", "x,y\n1,cat\n2,cat\n");
        assertEquals("a.csv has only one class, 'cat'; a classifier needs at least two", csvRefusal(path));
        text("a.csv", "x,y\n5,1\n5,2\n");
        assertEquals("every column of '" + path + "' beside 'y' is constant; there is nothing to predict from", csvRefusal(path));
        text("a.csv", "x\n1\n2\n");
        assertTrue(csvRefusal(path).contains("has one column only, as its first line says, 'x'"));
        text("a.csv", "");
        assertEquals("'" + path + "' is empty", csvRefusal(path));
        text("a.csv", "x,y\n");
        assertEquals("'" + path + "' has no line with a value in every column", csvRefusal(path));
        file("a.csv", bytes(65, 0, 66));
        assertEquals("'" + path + "' is no text: it has a zero byte at 1", csvRefusal(path));
        assertTrue(csvRefusal(folder.toString()).startsWith("cannot read '" + folder + "': "));
    }

    /** As {@code numpy.savetxt} writes tables unless it is told otherwise. */
    @Test
    void valuesMayBePartedBySpacesAndNamesStandBehindASign() throws IOException {
        DataSet data = csv(text("a.txt", "# rooms  price\n1.0e+00   2.5\n 2.0e+00 3.5 \n"));
        assertEquals("rooms", data.featureName(0));
        assertEquals("price", data.targetName());
        assertEquals(2, data.size());
        assertEquals(3.5, data.target(1));
        assertEquals(2, csv(text("b.txt", "1 2\n3 4\n")).size());
        assertEquals("x", csv(text("c.csv", "# x,y\n1,2\n3,5\n")).featureName(0));
        Spec told = Spec.of("csv").with("path", Value.text(text("t.csv", "# x\ty\n1\t2\n3\t5\n"))).with("separator", Value.of(Separator.TAB));
        assertEquals("x", read(told).featureName(0));
        assertEquals("#", csv(text("d.csv", "#,y\n1,2\n3,5\n")).featureName(0), "a column of numbers is often called so");
        assertEquals("column 1 = #1", csv(text("g.csv", "#1,2\n#2,5\n")).featureName(0), "no name, but a number as people write it");
        assertEquals("first name = Ann 2", csv(text("e.csv", "first name;born\nAnn 2;1\nBob 3;2\n")).featureName(0), "only a semicolon parts");
        String path = text("f.txt", "one sentence\nof 3 words\n");
        assertTrue(csvRefusal(path).contains("has one column only, as its first line says, 'one sentence'"));
        String verse = text("h.txt", "two words\nare here\n");
        assertTrue(csvRefusal(verse).contains("has one column only, as its first line says, 'two words'"), "as many words, but no number");
    }

    @Test
    void whatIsNoTextIsNoTableHoweverLong() throws IOException {
        byte[] picture = new byte[100_000];
        Arrays.fill(picture, (byte) ',');
        picture[9] = 0;
        Path file = Path.of(file("picture.txt", picture));
        assertEquals("'" + file + "' is no text: it has a zero byte at 9",
                assertThrows(DataException.class, () -> DataFiles.source(List.of(file))).getMessage());
    }

    @Test
    void headingsMayHoldNumbersWhereWordsStandAboveNumbers() throws IOException {
        DataSet data = csv(text("a.csv", "country,2019,2020,share\nIT,1,2,3\nFR,2,4,5\n"));
        assertEquals(List.of("country = FR", "country = IT", "2019", "2020"), IntStream.range(0, 4).mapToObj(data::featureName).toList());
        assertEquals(3, csv(text("b.csv", "a,1,yes\nb,2,no\na,3,yes\n")).size(), "these are no names");
    }

    @Test
    void textsOfSpreadsheetsAreReadWhateverTheirLetters() throws IOException {
        String text = "L\u00e4nge;Gr\u00f6\u00dfe\r\n1,5;2\r\n2,5;3\r\n";
        for (Charset letters : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, Charset.forName("windows-1252"))) {
            DataSet data = csv(file("a.csv", text.getBytes(letters)));
            assertEquals("L\u00e4nge", data.featureName(0), letters.name());
            assertArrayEquals(new double[] {1.5, 2.5}, data.features(), letters.name());
        }
        String path = text("b.csv", "sep=;\na,b;y\n1,5;2\n3;x\n");
        assertEquals("line 4 of '" + path + "': column 'y' must be a finite number, as in other lines, but was 'x'", csvRefusal(path));
        assertArrayEquals(new double[] {1.5, 3}, csv(text("c.csv", "sep=;\na,b;y\n1,5;2\n3;4\n")).features());
    }

    @Test
    void whatIsANumberAndWhatIsAWord() throws IOException {
        assertArrayEquals(new double[] {1234.5, -1_000_000, 2},
                csv(text("a.csv", "a,y\n\"1,234.5\",1\n\"-1,000,000\",2\n2.,3\n")).features());
        DataSet codes = csv(text("b.csv", "code,y\n1d,1\n2f,2\n0x1p3,3\n"));
        assertEquals(List.of("code = 0x1p3", "code = 1d", "code = 2f"), IntStream.range(0, 3).mapToObj(codes::featureName).toList());
    }

    /** A column of names predicts nothing and does not stand in the way, whether it is complete or not. */
    @Test
    void columnsOfTooManyWordsAreLeftOutUnlessTheyAreToBePredicted() throws IOException {
        String lines = IntStream.range(0, 60).mapToObj(k -> (k == 7 ? "" : "name " + k) + "," + k + ",word " + k % 3 + "\n")
                .collect(Collectors.joining());
        String path = text("a.csv", "who,x,y\n" + lines);
        DataSet data = csv(path);
        assertEquals(60, data.size());
        assertEquals(1, data.dimension());
        assertEquals(List.of("left out for more than 50 different words: who"), data.remarks());
        assertEquals("column 'who' of '" + path + "' has more than 50 different values, such as 'name 0'; as classes there may be 50",
                assertThrows(DataException.class, () -> read(Spec.of("csv").with("path", Value.text(path)).with("target", Value.text("who"))
                        .with("missing", new Value.Word("skip")))).getMessage());
    }

    @Test
    void linesBeyondTheLimitAreNotReadAndThatIsSaid() throws IOException {
        for (String heading : List.of("x,y\n", "")) {
            String path = text("a.csv", heading + "1,2\n3,4\n5,7\n");
            Spec spec = Spec.of("csv").with("path", Value.text(path));
            assertEquals(List.of(), read(spec.with("limit", 3)).remarks());
            DataSet two = read(spec.with("limit", 2));
            assertArrayEquals(new double[] {1, 3}, two.features());
            assertEquals(List.of("only the first 2 samples are read; limit can be raised to 1000000"), two.remarks());
        }
        assertEquals("only the first 1000000 samples are read", Table.limited(1_000_000), "and not that this can be raised to itself");
    }

    @Test
    void constantColumnsAreLeftOut() throws IOException {
        DataSet data = csv(text("a.csv", "a,b,y\n1,7,1\n2,7,2\n"));
        assertEquals(1, data.dimension());
        assertEquals("a", data.featureName(0));
        assertEquals(List.of("constant and left out: b"), data.remarks());
        assertEquals(data.remarks(), data.first(1).remarks(), "a part of the data is from the same file");
    }

    @Test
    void whatIsLeftOutOfAFileIsSaidWithTheColumnsNames() throws IOException {
        assertEquals(List.of(), csv(text("a.csv", "a,b,y\n1,7,1\n2,8,2\n")).remarks());
        String path = text("b.csv", "id,a,land,y\n5,1,no,1\n5,2,no,2\n5,?,no,3\n5,4,no,\n");
        assertEquals(List.of("constant and left out: id, land", "2 lines miss values and are left out"),
                read(Spec.of("csv").with("path", Value.text(path)).with("missing", new Value.Text("skip"))).remarks());
        String wide = IntStream.rangeClosed(1, 12).mapToObj(k -> "c" + k + ",").collect(Collectors.joining()) + "a,y\n";
        String ones = "1,".repeat(12);
        assertEquals(List.of("constant and left out: c1, c2, c3, c4, c5, c6, c7, c8 and 4 more"),
                csv(text("c.csv", wide + ones + "1,1\n" + ones + "2,2\n")).remarks());
    }
}
