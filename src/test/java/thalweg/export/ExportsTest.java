package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.ExperimentJson;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.RunSyntax;
import thalweg.paint.Theme;

class ExportsTest {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    @TempDir
    Path folder;

    private static Frame frame() {
        return Frames.frame(Experiment.of(Spec.of("himmelblau")).withStop(StopRule.steps(20))
                .withRuns(List.of(RunSyntax.parse("adam(learningRate=0.3) label=\"\u03b1 \ud83d\ude00\"", 0)))).at(7);
    }

    @Test
    void aPictureHasItsSizeAndCarriesWhatItShows() throws IOException {
        Path file = folder.resolve("a.png");
        Frame frame = frame();
        Exports.picture(frame, new Picture(List.of("loss", "table"), false, Theme.DARK, 300, 200, 1.5), file);
        BufferedImage image = ImageIO.read(file.toFile());
        assertEquals(450, image.getWidth());
        assertEquals(300, image.getHeight());
        Experiment carried = Exports.experimentIn(file);
        assertEquals(frame.experiment().withStep(7).withLook(frame.experiment().look().withTiles(List.of("loss", "table"))
                .withLayout("1x2")), carried);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    /** Mail and web sites do that, and what was a picture would be opened as a table of numbers. */
    @Test
    void aPictureCarriesItsExperimentUnderAnyName() throws IOException {
        Path file = folder.resolve("a.png");
        Exports.picture(frame(), Picture.of(List.of("loss"), 200, 150), file);
        assertTrue(Exports.isCarrying(file));
        for (String name : List.of("a.txt", "a.csv", "a")) {
            assertTrue(Exports.isCarrying(Files.copy(file, folder.resolve(name))), name);
        }
        assertFalse(Exports.isCarrying(Files.writeString(folder.resolve("b.txt"), "x,y\n1,2\n")));
        assertFalse(Exports.isCarrying(folder));
    }

    @Test
    void equalExperimentsGiveEqualFiles() throws IOException {
        Exports.picture(frame(), Picture.of(List.of("loss"), 200, 150), folder.resolve("a.png"));
        Exports.picture(frame(), Picture.of(List.of("loss"), 200, 150), folder.resolve("b.png"));
        assertArrayEquals(Files.readAllBytes(folder.resolve("a.png")), Files.readAllBytes(folder.resolve("b.png")));
    }

    @Test
    void thePictureOfTheCarriedExperimentIsTheSamePicture() {
        Picture picture = Picture.of(List.of("curve", "loss"), 300, 150);
        Frame frame = Frames.frame(Experiment.of(Spec.of("waves")).withRuns(List.of(RunSyntax.parse("adam", 0))).withStep(30));
        Frame again = Frames.frame(ExperimentJson.read(ExperimentJson.write(frame.experiment())));
        assertArrayEquals(pixels(picture.image(frame)), pixels(picture.image(again)));
        assertNotEquals(0, Stream.of(pixels(picture.image(frame))).mapToInt(p -> p.length).sum());
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    /** Another reader finds the text where the standard puts it. */
    @Test
    void textAndSizeOnPaperAreInTheStandardPlaces() throws IOException {
        Path file = folder.resolve("a.png");
        Exports.picture(frame(), new Picture(List.of("loss"), false, Theme.LIGHT, 100, 100, 2), file);
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            org.w3c.dom.Node root = reader.getImageMetadata(0).getAsTree("javax_imageio_png_1.0");
            var texts = ((org.w3c.dom.Element) root).getElementsByTagName("iTXtEntry");
            assertEquals("Thalweg", texts.item(0).getAttributes().getNamedItem("keyword").getNodeValue());
            assertTrue(texts.item(0).getAttributes().getNamedItem("text").getNodeValue().contains("\"objective\": \"himmelblau\""));
            // 192 pixels to the inch at scale 2
            assertEquals("7559", ((org.w3c.dom.Element) root).getElementsByTagName("pHYs").item(0).getAttributes()
                    .getNamedItem("pixelsPerUnitXAxis").getNodeValue());
        } finally {
            reader.dispose();
        }
    }

    @Test
    void packedAndPlainTextsOfOtherProgramsAreRead() throws IOException {
        String json = "{\"objective\": \"booth\"}";
        for (byte[] chunk : List.of(chunk("tEXt", bytes("Thalweg\0" + json)), chunk("zTXt", join(bytes("Thalweg\0\0"), packed(json))),
                chunk("iTXt", join(bytes("Thalweg\0\1\0en\0Thalweg\0"), packed(json))), chunk("iTXt", bytes("Thalweg\0\0\0\0\0" + json)))) {
            Path file = Files.write(folder.resolve("a.png"),
                    join(SIGNATURE, chunk("tEXt", bytes("Comment\0Thalweg")), chunk, chunk("IEND")));
            assertEquals(Experiment.of(Spec.of("booth")), Exports.experimentIn(file));
        }
    }

    @Test
    void aPictureWithoutAnExperimentSaysSo() throws IOException {
        Path file = folder.resolve("holiday.png");
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        assertEquals("'holiday.png' carries no experiment; only files that Thalweg exported do",
                assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(file)).getMessage());
    }

    @Test
    void forgedAndDamagedFilesAreRefused() throws IOException {
        refused(bytes("BM6"), "it is no picture of a kind that Thalweg writes: .png, .svg, .pdf, .gif, .mp4 or .html");
        refused(new byte[0], "it is no picture of a kind");
        refused(bytes("\u00ffPNG"), "it is no picture of a kind");
        refused(join(SIGNATURE, new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xff, (byte) 0xff, 'I', 'D', 'A', 'T'}),
                "claims 4294967295 bytes");
        refused(join(SIGNATURE, new byte[] {0x7f, (byte) 0xff, (byte) 0xff, (byte) 0xff, 'I', 'D', 'A', 'T', 1, 2, 3}), "it is cut off");
        byte[] wrong = chunk("tEXt", bytes("Thalweg\0{}"));
        wrong[wrong.length - 1] ^= 1;
        refused(join(SIGNATURE, wrong), "the check sum of the text is wrong");
        // 50 MB of blanks pack to 50 kB
        refused(join(SIGNATURE, chunk("zTXt", join(bytes("Thalweg\0\0"), packed(" ".repeat(50_000_000)))), chunk("IEND")),
                "unpacks to more than");
        refused(join(SIGNATURE, chunk("zTXt", join(bytes("Thalweg\0\0"), bytes("not packed"))), chunk("IEND")), "");
        // a text beyond the limit is stepped over, not read
        Path long1 = Files.write(folder.resolve("a.png"),
                join(SIGNATURE, chunk("tEXt", bytes("Thalweg\0" + " ".repeat(3_000_000))), chunk("IEND")));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(long1)).getMessage()
                .contains("carries no experiment"));
        Path damaged = Files.write(folder.resolve("a.png"),
                join(SIGNATURE, chunk("tEXt", bytes("Thalweg\0{\"objective\": 7}")), chunk("IEND")));
        assertEquals("the experiment in 'a.png': line 1, column 15: objective: should be text in quotes, but is the number 7",
                assertThrows(ExperimentException.class, () -> Exports.experimentIn(damaged)).getMessage());
    }

    private void refused(byte[] file, String reason) throws IOException {
        Path path = Files.write(folder.resolve("a.png"), file);
        String message = assertThrows(IOException.class, () -> Exports.experimentIn(path)).getMessage();
        assertTrue(message.startsWith("cannot read '" + path + "': ") && message.contains(reason), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"objective\": \"sphere\", \"sped\": 1}                  | line 1, column 33: sped: there is no field 'sped' here",
            "{\"objective\": \"sphere\", \"format\": 2}                | line 1, column 35: format: this was written by a newer Thalweg",
            "{\"objective\": \"sphere\", \"objective\": \"booth\"}      | line 1, column 36: this is not JSON: Duplicate",
            "{\"objective\": \"sphere\", \"noise\": NaN}               | this is not JSON",
            "{\"objective\": \"sphere\", \"noise\": 1e400}             | line 1, column 34: noise: the number is too large",
            "{\"objective\": \"sphere\", \"look\": [[[[[[[[[[[[[[[[[[[[[ | more than is accepted: ",
            "{\"objective\": \"sphere\"                                | this is not JSON"})
    void aDamagedExperimentInAPictureSaysWhere(String text, String expected) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), Map.of("Thalweg", text), 3780, out);
        Path file = Files.write(folder.resolve("a.png"), out.toByteArray());
        String message = assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(file)).getMessage();
        assertTrue(message.startsWith("the experiment in 'a.png': line 1, column ") && message.contains(expected), message);
    }

    @Test
    void everyCutOffPictureIsRefusedOrEmpty() throws IOException {
        byte[] whole = join(SIGNATURE, chunk("IHDR", new byte[13]), chunk("iTXt", bytes("Thalweg\0\0\0\0\0{\"objective\": \"booth\"}")));
        for (int end = 0; end < whole.length; end++) {
            byte[] cut = Arrays.copyOf(whole, end);
            assertThrows(IOException.class, () -> Png.text(new ByteArrayInputStream(cut), "Thalweg"), "cut at " + end);
        }
        assertEquals(Optional.of("{\"objective\": \"booth\"}"), Png.text(new ByteArrayInputStream(whole), "Thalweg"));
    }

    @Test
    void keywordsWithMissingPartsDoNotRunOverTheEnd() throws IOException {
        for (String data : List.of("Thalweg", "Thalweg\0", "Thalweg\0\0", "Thalweg\0\0\0", "Thalweg\0\0\0x", "")) {
            for (String type : List.of("tEXt", "iTXt")) {
                byte[] file = join(SIGNATURE, chunk(type, bytes(data)), chunk("IEND"));
                assertEquals("", Png.text(new ByteArrayInputStream(file), "Thalweg").orElse("").replaceAll("[\\x00x]", ""), type);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"plot.bmp", "plot.jpg", "plot", "png", ".png/x.eps"})
    void otherEndingsAreRefusedWithWhatWorks(String name) {
        Path file = Path.of(name);
        assertEquals("cannot export '" + file + "': use .png, .svg, .pdf, .gif, .mp4 or .html",
                assertThrows(IllegalArgumentException.class, () -> Exports.picture(frame(), Picture.of(List.of("loss"), 100, 100), file))
                .getMessage());
        assertEquals("cannot export '" + file + "': use .csv, .json, .npz or .h5",
                assertThrows(IllegalArgumentException.class, () -> Exports.checkNumbers(file)).getMessage());
    }

    @Test
    void endingsMayBeInCapitals() {
        Exports.checkPicture(Path.of("A.PNG"));
        Exports.checkNumbers(Path.of("A.Csv"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "15     | 100   | 1   | each side must be 16 to 32000",
            "100    | 40000 | 1   | each side must be 16 to 32000",
            "10000  | 10000 | 1   | has 100 million pixels; at most 64 million are possible",
            "3000   | 3000  | 4   | has 144 million pixels",
            "100    | 100   | 0   | scale 0.0 is out of range; it must be 0.1 to 20",
            "100    | 100   | NaN | scale NaN is out of range"})
    void sizesThatCannotBeAreRefused(int width, int height, double scale, String reason) {
        String message = assertThrows(IllegalArgumentException.class,
                () -> new Picture(List.of("loss"), false, Theme.LIGHT, width, height, scale)).getMessage();
        assertTrue(message.contains(reason), message);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamed() throws IOException {
        Path nowhere = folder.resolve("no/a.png");
        assertEquals("cannot write '" + nowhere + "': the folder does not exist", assertThrows(IOException.class,
                () -> Exports.picture(frame(), Picture.of(List.of("loss"), 100, 100), nowhere)).getMessage());
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        assertEquals("cannot write '" + locked.resolve("a.png") + "': the folder is read-only", assertThrows(IOException.class,
                () -> Exports.picture(frame(), Picture.of(List.of("loss"), 100, 100), locked.resolve("a.png"))).getMessage());
        assertTrue(locked.toFile().setWritable(true));
    }

    @Test
    void textsOfManyKeywordsKeepApart() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Png.write(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), Map.of("Thalweg", "one\ntwo \u2212 \ud83d\ude00", "Title", "other"),
                3780, out);
        assertEquals(Optional.of("one\ntwo \u2212 \ud83d\ude00"), Png.text(new ByteArrayInputStream(out.toByteArray()), "Thalweg"));
        assertEquals(Optional.of("other"), Png.text(new ByteArrayInputStream(out.toByteArray()), "Title"));
        assertEquals(Optional.empty(), Png.text(new ByteArrayInputStream(out.toByteArray()), "title"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes(text));
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[]... parts) throws IOException {
        byte[] data = join(parts);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream d = new DataOutputStream(out);
        CRC32 crc = new CRC32();
        crc.update(bytes(type));
        crc.update(data);
        d.writeInt(data.length);
        d.write(bytes(type));
        d.write(data);
        d.writeInt((int) crc.getValue());
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }
}
