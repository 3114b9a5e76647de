package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jcodec.api.FrameGrab;
import org.jcodec.api.JCodecException;
import org.jcodec.common.io.ByteBufferSeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Camera;
import thalweg.experiment.Experiment;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.RandomExperiments;
import thalweg.experiment.RunSyntax;
import thalweg.paint.Theme;

class FilmsTest {
    private static final Frame FRAME = Frames.frame(Experiment.of(Spec.of("himmelblau")).withStop(StopRule.steps(20)).withRuns(List.of(
            RunSyntax.parse("adam(learningRate=0.3) label=\"\u03b1 <\"", 0), RunSyntax.parse("momentum", 1))));
    private static final Picture PICTURE = Picture.of(List.of("contour", "surface"), 362, 230);
    private static final Executor HERE = Runnable::run;
    /** Of 256 levels: 255 colours with their mixture (GIF); a quarter of the colour samples and rounding (MP4). */
    private static final double MEAN = 3.5;
    private static final double SHARE = 0.004;

    @TempDir
    Path folder;

    private Path written(String name, Picture picture, Film film) throws IOException {
        Path file = folder.resolve(name);
        Exports.film(FRAME, picture, film, file, HERE, Progress.NONE);
        return file;
    }

    private static BufferedImage painted(Film film, int index) {
        return PICTURE.image(film.at(FRAME, Film.home(FRAME, PICTURE), index));
    }

    /** Pictures of a GIF as a viewer shows them, and how long each stays. */
    private record Shown(List<BufferedImage> pictures, List<Integer> hundredths) {
        static Shown of(Path file) throws IOException {
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            List<BufferedImage> pictures = new ArrayList<>();
            List<Integer> delays = new ArrayList<>();
            try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
                reader.setInput(in);
                BufferedImage canvas = new BufferedImage(PICTURE.pixelWidth(), PICTURE.pixelHeight(), BufferedImage.TYPE_INT_RGB);
                for (int i = 0; i < reader.getNumImages(true); i++) {
                    Element root = (Element) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
                    Element place = (Element) root.getElementsByTagName("ImageDescriptor").item(0);
                    Element control = (Element) root.getElementsByTagName("GraphicControlExtension").item(0);
                    assertEquals("doNotDispose", control.getAttribute("disposalMethod"));
                    assertEquals(0, root.getElementsByTagName("LocalColorTable").getLength(), "one palette for the whole film");
                    Graphics2D g = canvas.createGraphics();
                    g.setComposite(AlphaComposite.SrcOver);
                    g.drawImage(reader.read(i), Integer.parseInt(place.getAttribute("imageLeftPosition")),
                            Integer.parseInt(place.getAttribute("imageTopPosition")), null);
                    g.dispose();
                    BufferedImage copy = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_RGB);
                    copy.createGraphics().drawImage(canvas, 0, 0, null);
                    pictures.add(copy);
                    delays.add(Integer.parseInt(control.getAttribute("delayTime")));
                }
            } finally {
                reader.dispose();
            }
            return new Shown(pictures, delays);
        }
    }

    @Test
    void aGifBeginsAgainOnlyIfTheFilmSaysSo() throws IOException {
        for (boolean loop : new boolean[] {true, false}) {
            Path file = written("loop.gif", PICTURE, new Film(0, 1, 1, 25, 0, 0, loop));
            assertEquals(loop, new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1).contains("NETSCAPE2.0"));
        }
    }

    @Test
    void picturesPaintedSideBySideAreTheSamePictures() throws IOException {
        Film film = new Film(0, 20, 1, 25, 0, 40);
        try (var two = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            Path file = folder.resolve("two.mp4");
            Exports.film(FRAME, PICTURE, film, file, two, Progress.NONE);
            assertArrayEquals(Files.readAllBytes(written("one.mp4", PICTURE, film)), Files.readAllBytes(file));
        }
    }

    @Test
    void aGifShowsEveryPictureAsPaintedAndTheLastForItsTime() throws IOException {
        Film film = new Film(2, 12, 2, 30, 1, 0);
        Shown shown = Shown.of(written("a.gif", PICTURE, film));
        assertEquals(6, shown.pictures.size());
        assertEquals(List.of(3, 4, 3, 3, 4, 103), shown.hundredths);               // 36 pictures at 30 a second are 1.2 seconds
        for (int i = 0; i < 6; i++) {
            Rendered.assertAlike(painted(film, i), shown.pictures.get(i), MEAN, SHARE);
        }
        int white = 0;
        BufferedImage last = painted(film, 5);
        for (int y = 0; y < 230; y++) {
            for (int x = 0; x < 362; x++) {
                if (last.getRGB(x, y) == -1) {
                    assertEquals(-1, shown.pictures.get(5).getRGB(x, y), "the canvas stays white");
                    white++;
                }
            }
        }
        assertTrue(white > 10_000, white + " pixels of canvas");
    }

    @ParameterizedTest
    @CsvSource({"0", "90"})
    void anMp4ShowsEveryPictureAsPaintedToJCodec(double turn) throws IOException, JCodecException {
        Film film = new Film(0, 5, 1, 25, 0.2, turn);
        Path file = written("a.mp4", PICTURE, film);
        FrameGrab grab = FrameGrab.createFrameGrab(ByteBufferSeekableByteChannel.readFromByteBuffer(ByteBuffer.wrap(Files.readAllBytes(file))));
        assertEquals(11, grab.getVideoTrack().getMeta().getTotalFrames());
        assertEquals(11 / 25.0, grab.getVideoTrack().getMeta().getTotalDuration(), 1e-6);
        for (int i = 0; i < 11; i++) {
            org.jcodec.common.model.Picture p = grab.getNativeFrame();
            assertEquals(362, p.getCroppedWidth());
            assertEquals(230, p.getCroppedHeight());
            Rendered.assertAlike(painted(film, i), rgb(p), MEAN, SHARE);
        }
    }

    /** BT.709 with luma from 16 to 235; each chroma sample for four pixels. JCodec keeps samples less 128. */
    private static BufferedImage rgb(org.jcodec.common.model.Picture p) {
        BufferedImage image = new BufferedImage(p.getCroppedWidth(), p.getCroppedHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                double luma = (p.getPlaneData(0)[y * p.getPlaneWidth(0) + x] + 128 - 16) / 219.0;
                double blue = p.getPlaneData(1)[y / 2 * p.getPlaneWidth(1) + x / 2] / 224.0;
                double red = p.getPlaneData(2)[y / 2 * p.getPlaneWidth(2) + x / 2] / 224.0;
                double r = luma + 1.5748 * red;
                double b = luma + 1.8556 * blue;
                double g = (luma - 0.2126 * r - 0.0722 * b) / 0.7152;
                image.setRGB(x, y, new Color((float) Math.clamp(r, 0, 1), (float) Math.clamp(g, 0, 1), (float) Math.clamp(b, 0, 1)).getRGB());
            }
        }
        return image;
    }

    @Test
    void anotherPlayerShowsTheMp4AsPaintedToItsLastPicture() throws IOException, InterruptedException {
        Film film = new Film(0, 20, 1, 25, 1, 45);
        Path file = written("a.mp4", PICTURE, film);
        Path png = folder.resolve("a.png");
        for (int i : new int[] {0, 7, 20, 45}) {
            BufferedImage decoded = Rendered.by(png, "ffmpeg", "-v", "error", "-xerror", "-y", "-i", file.toString(), "-vf",
                    "select=eq(n\\," + i + ")", "-frames:v", "1", png.toString());
            Rendered.assertAlike(painted(film, i), decoded, MEAN, 0.01);            // it makes colours smooth between samples
        }
        Process probe = new ProcessBuilder("ffprobe", "-v", "error", "-count_frames", "-show_entries",
                "stream=codec_name,width,height,r_frame_rate,nb_read_frames", "-of", "csv=p=0", file.toString()).redirectErrorStream(true).start();
        assertEquals("h264,362,230,25/1,46", new String(probe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    @Test
    void aSurfaceTurnsFromTheFirstPictureToTheLast() {
        Film film = new Film(0, 10, 1, 25, 1, 90);
        Camera home = Film.home(FRAME, PICTURE);
        assertEquals(home.azimuth(), film.at(FRAME, home, 0).experiment().look().camera().azimuth());
        assertEquals(home.azimuth() + 45, film.at(FRAME, home, 5).experiment().look().camera().azimuth());
        assertEquals(home.azimuth() + 90, film.at(FRAME, home, 30).experiment().look().camera().azimuth());
        assertEquals(FRAME.experiment().look(), new Film(0, 10, 1, 25, 1, 0).at(FRAME, home, 5).experiment().look());
    }

    @ParameterizedTest
    @CsvSource({"0, 10, 1, 11, 0;1;2;3;4;5;6;7;8;9;10", "3, 10, 3, 4, 3;6;9;10", "0, 2, 0.5, 5, 0;0;1;1;2", "4, 4, 1, 1, 4",
            "0, 1, 0.1, 11, 0;0;0;0;0;0;0;0;0;0;1"})
    void stepsFollowEachOtherAsAsked(int from, int to, double every, int frames, String steps) {
        Film film = new Film(from, to, every, 25, 0, 0);
        assertEquals(frames, film.frames());
        List<Integer> shown = new ArrayList<>();
        for (int i = 0; i < film.moving(); i++) {
            shown.add(film.step(i));
        }
        assertEquals(Arrays.stream(steps.split(";")).map(Integer::valueOf).toList(), shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {".gif", ".mp4"})
    void equalFilmsAreEqualFilesAndCarryTheirScene(String ending) throws IOException {
        Film film = new Film(3, 9, 1, 25, 0.5, 10);
        Path a = written("a" + ending, PICTURE, film);
        assertArrayEquals(Files.readAllBytes(a), Files.readAllBytes(written("b" + ending, PICTURE, film)));
        assertEquals(FRAME.experiment().withStep(3).withLook(FRAME.experiment().look().withTiles(List.of("contour", "surface")).withLayout("1x2")),
                Exports.experimentIn(a));
    }

    @Test
    void everyExperimentComesBackFromEveryKindOfFilm() throws IOException {
        Film film = new Film(0, 0, 1, 25, 0, 0);
        Reel reel = new Reel(FRAME, Picture.of(List.of("loss"), 16, 16), film, HERE);
        for (int i = 0; i < 12; i++) {
            Experiment e = RandomExperiments.random(i);
            ByteArrayOutputStream gif = new ByteArrayOutputStream();
            Gif.write(reel, Carried.text(e), Progress.NONE, gif);
            assertEquals(e, Exports.experimentIn(Files.write(folder.resolve("a.gif"), gif.toByteArray())));
            ByteArrayOutputStream mp4 = new ByteArrayOutputStream();
            Mp4.write(reel, new Caption("a & <b>", ""), Carried.text(e), Progress.NONE, mp4);
            assertEquals(e, Exports.experimentIn(Files.write(folder.resolve("a.mp4"), mp4.toByteArray())));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gif", ".mp4"})
    void aFilmGivenUpLeavesNothingAndTheOldFileStays(String ending) throws IOException {
        Path file = Files.writeString(folder.resolve("a" + ending), "old");
        List<Integer> heard = new ArrayList<>();
        assertThrows(CancellationException.class, () -> Exports.film(FRAME, PICTURE, Film.of(FRAME), file, HERE, (done, of) -> {
            heard.add(done);
            assertEquals(21, of);
            return done < 4;
        }));
        assertEquals(List.of(1, 2, 3, 4), heard);
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".gif", ".mp4"})
    void whatCannotBeWrittenIsSaid(String ending) throws IOException {
        Film film = new Film(0, 1, 1, 25, 0, 0);
        Path nowhere = folder.resolve("no/a" + ending);
        assertEquals("cannot write '" + nowhere + "': the folder does not exist", assertThrows(IOException.class,
                () -> Exports.film(FRAME, PICTURE, film, nowhere, HERE, Progress.NONE)).getMessage());
        Path full = Path.of("/dev/full");
        assumeFalse(!Files.exists(full), "there is no full disk here");
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        IOException e = assertThrows(IOException.class, () -> thalweg.experiment.WholeFile.write(full, out -> {
            Reel reel = new Reel(FRAME, PICTURE, film, HERE);
            if (ending.equals(".gif")) {
                Gif.write(reel, "{}", Progress.NONE, out);
            } else {
                Mp4.write(reel, Caption.of(FRAME), "{}", Progress.NONE, out);
            }
        }));
        assertEquals("cannot write '/dev/full': the disk is full", e.getMessage());
        assertEquals(0, none.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "a.mp4 | 361 | 230 | 25 | an .mp4 film has an even number of pixels each way, but this would have 361x230; 362x230 would do",
            "a.mp4 | 6000 | 4000 | 25 | an .mp4 film has at most as many pixels as 4096x2304, but this would have 6000x4000",
            "a.gif | 362 | 230 | 60 | a .gif film shows at most 50 pictures per second, but 60 were asked for",
            "a.png | 362 | 230 | 25 | 'a.png' would be a single picture; a film ends in .gif or .mp4",
            "a.avi | 362 | 230 | 25 | cannot export 'a.avi': use .png, .svg, .pdf, .gif, .mp4 or .html"})
    void filmsThatCannotBeAreRefusedWithWhatWouldDo(String file, int width, int height, int fps, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> Exports.check(Picture.of(List.of("loss"), width, height),
                new Film(0, 3, 1, fps, 0, 0), Path.of(file))).getMessage();
        assertTrue(message.startsWith(reason), message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "5 | 3 | 1 | 25 | 0 | was to go from 5 to 3",
            "0 | 1000000 | 1 | 25 | 0 | the film would have 1000001 pictures; at most 10000 are possible: show every 102 steps",
            "0 | 3 | 0 | 25 | 0 | must be 0.01 to 1000000, but were 0.0",
            "0 | 3 | NaN | 25 | 0 | must be 0.01 to 1000000, but were NaN",
            "0 | 3 | 1 | 0 | 0 | 1 to 60 pictures per second, but 0",
            "0 | 3 | 1 | 25 | 61 | for 0 to 60 seconds, but 61.0"})
    void numbersOutOfTheirRangeAreRefused(int from, int to, double every, int fps, double hold, String reason) {
        String message = assertThrows(IllegalArgumentException.class, () -> new Film(from, to, every, fps, hold, 0)).getMessage();
        assertTrue(message.contains(reason), message);
        assertEquals(9902, new Film(0, 1_000_000, 101, 25, 0, 0).frames());
    }

    @Test
    void forgedAndCutFilmsAreRefusedOrEmpty() throws IOException {
        byte[] gif = Files.readAllBytes(written("a.gif", Picture.of(List.of("loss"), 16, 16), new Film(0, 0, 1, 25, 0, 0)));
        byte[] mp4 = Files.readAllBytes(written("a.mp4", Picture.of(List.of("loss"), 16, 16), new Film(0, 0, 1, 25, 0, 0)));
        int comment = new String(gif, StandardCharsets.ISO_8859_1).indexOf("Thalweg {");
        for (int end = 0; end < comment + 200; end++) {
            byte[] cut = Arrays.copyOf(gif, end);
            assertThrows(IOException.class, () -> Gif.text(new ByteArrayInputStream(cut)), "cut at " + end);
        }
        for (int end = 33; end < 500; end++) {
            byte[] cut = Arrays.copyOf(mp4, end);
            assertThrows(IOException.class, () -> Mp4.text(new ByteArrayInputStream(cut)), "cut at " + end);
        }
        byte[] huge = mp4.clone();
        Arrays.fill(huge, 32, 36, (byte) 0xff);
        assertEquals("it is cut off: it ends in the part that begins at byte 32",
                assertThrows(IOException.class, () -> Mp4.text(new ByteArrayInputStream(huge))).getMessage());
        byte[] none = mp4.clone();
        Arrays.fill(none, 32, 36, (byte) 0);
        none[35] = 3;
        assertEquals("it is damaged at byte 32: a part claims 3 bytes",
                assertThrows(IOException.class, () -> Mp4.text(new ByteArrayInputStream(none))).getMessage());
        byte[] odd = gif.clone();
        odd[13 + 768] = 7;
        assertEquals("it is damaged: a part begins with 7 where 33, 44 or 59 must be",
                assertThrows(IOException.class, () -> Gif.text(new ByteArrayInputStream(odd))).getMessage());
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(4, 4, BufferedImage.TYPE_BYTE_INDEXED), "gif", plain);
        assertEquals(Optional.empty(), Gif.text(new ByteArrayInputStream(plain.toByteArray())));
        Path holiday = Files.write(folder.resolve("holiday.gif"), plain.toByteArray());
        assertEquals("'holiday.gif' carries no experiment; only files that Thalweg exported do",
                assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(holiday)).getMessage());
    }

    /** A decoder has exactly what the encoder takes differences from, or errors would grow from picture to picture. */
    @Test
    void errorsDoNotGrowOverManyDifferences() throws IOException, JCodecException {
        Film film = new Film(0, 20, 0.25, 25, 0, 30);
        FrameGrab grab = FrameGrab.createFrameGrab(ByteBufferSeekableByteChannel.readFromByteBuffer(
                ByteBuffer.wrap(Files.readAllBytes(written("a.mp4", PICTURE, film)))));
        for (int i = 0; i < film.frames() - 1; i++) {
            grab.getNativeFrame();
        }
        Rendered.assertAlike(painted(film, film.frames() - 1), rgb(grab.getNativeFrame()), MEAN, SHARE);
    }

    @Test
    void inTheDarkTheCanvasStaysItsColour() throws IOException {
        Picture dark = new Picture(PICTURE.views(), false, Theme.DARK, 362, 230, 1);
        Shown shown = Shown.of(written("a.gif", dark, new Film(0, 3, 1, 25, 0, 0)));
        assertEquals(0xff0d1117, shown.pictures.get(3).getRGB(300, 226));
        assertNotEquals(shown.pictures.get(0).getRGB(100, 100), 0);
    }
}
