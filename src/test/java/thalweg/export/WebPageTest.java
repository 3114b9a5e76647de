package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import thalweg.catalog.Spec;
import thalweg.descent.StopRule;
import thalweg.experiment.Experiment;
import thalweg.experiment.ExperimentException;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.experiment.Json;
import thalweg.experiment.Located;
import thalweg.experiment.RandomExperiments;
import thalweg.experiment.RunSyntax;
import thalweg.math.Grid;

class WebPageTest {
    private static final String EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'& {{data}} $1";
    private static final String FORGED = "<script type=\"application/json\" id=\"thalweg-experiment\">{}</script>";
    private static final Frame FRAME = Frames.frame(Experiment.of(Spec.of("himmelblau")).withStop(StopRule.steps(20)).withRuns(List.of(
            RunSyntax.parse("adam(learningRate=0.3)", 0).withLabel(EVIL), RunSyntax.parse("momentum", 1).withLabel(FORGED),
            RunSyntax.parse("nag", 2).withHidden(true)))).at(7);

    @TempDir
    Path folder;

    private static String page(Frame frame, String... views) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WebPage.write(frame, List.of(views), Caption.of(frame), Carried.text(frame.experiment()), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, Located> data(String page) {
        Matcher m = Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL).matcher(page);
        assertTrue(m.find());
        return Json.read(m.group(1).getBytes(StandardCharsets.UTF_8)).members();
    }

    /** What a page holds of its only experiment, or of the first. */
    private static Map<String, Located> exhibit(String page) {
        return data(page).get("exhibits").elements(9).getFirst().members();
    }

    private static double[] doubles(Located text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.text())).order(ByteOrder.LITTLE_ENDIAN);
        double[] values = new double[bytes.capacity() / 8];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static float[] floats(Located text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text.text())).order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[bytes.capacity() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    @Test
    void aPageIsSmallAndAsksForNothing() throws IOException {
        String page = page(FRAME, "contour", "surface", "loss");
        assertTrue(page.length() < 1_000_000, page.length() + " characters");
        String bare = page.replaceAll("data:font/woff;base64,[A-Za-z0-9+/=]*", "data:");
        assertEquals(List.of(),
                Pattern.compile("(?i)\\bhttps?:|//\\w+\\.\\w|@import|\\bsrc=|\\bhref=|\\bfetch\\(|XMLHttp|WebSocket|\\beval\\(|url\\((?!data:)")
                .matcher(bare.replaceAll("onerror", "").replaceAll("img src=x", "")).results().map(MatchResult::group).toList());
        assertTrue(page.contains("default-src 'none'"));
    }

    /** Browsers run a script whose digest the policy names, and no other. */
    @Test
    void thePolicyAllowsJustTheScriptAndTheStyleOfThePage() throws Exception {
        String page = page(FRAME, "contour");
        for (String[] part : new String[][] {{"script-src", "<script>", "</script>"}, {"style-src", "<style>", "</style>"}}) {
            int from = page.indexOf(part[1]) + part[1].length();
            byte[] text = page.substring(from, page.indexOf(part[2], from)).getBytes(StandardCharsets.UTF_8);
            assertTrue(page.contains(part[0] + " 'sha256-" + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text))
                    + "'"), part[0]);
        }
    }

    @Test
    void namesAreTextWhateverStandsInThem() throws IOException {
        String page = page(FRAME, "contour", "surface", "loss");
        assertEquals(3, page.split("<script", -1).length - 1, "the experiment, the data, the script");
        assertEquals(3, page.split("</script>", -1).length - 1);
        assertFalse(page.contains("<img"));
        assertEquals(EVIL, exhibit(page).get("runs").elements(9).getFirst().members().get("name").text());
        assertTrue(page.contains(WebPage.escaped("\"'& {{data}} $1")), "in the description, as it is");
        assertEquals("&lt;b&gt; &amp; &quot;&#39;\ufffd", WebPage.escaped("<b> & \"'\u0001"));
        assertEquals(FRAME.experiment(), thalweg.experiment.ExperimentJson.read(WebPage.text(stream(page)).orElseThrow()));
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void thePageShowsTheNumbersOfTheFrame() throws IOException {
        String page = page(FRAME, "contour", "surface", "loss");
        assertEquals("Himmelblau", data(page).get("name").text());
        assertEquals(7, data(page).get("step").whole());
        assertEquals(20, data(page).get("last").whole());
        Map<String, Located> data = exhibit(page);
        List<Located> runs = data.get("runs").elements(9);
        assertEquals(2, runs.size(), "hidden runs stay at home");
        double[] loss = doubles(runs.get(1).members().get("loss"));
        double[] a = doubles(runs.get(1).members().get("a"));
        double[] b = doubles(runs.get(1).members().get("b"));
        var path = FRAME.tracks().get(1).trajectory();
        assertEquals(21, loss.length);
        for (int k = 0; k <= 20; k++) {
            assertArrayEquals(new double[] {path.loss(k), path.theta(k, 0), path.theta(k, 1)}, new double[] {loss[k], a[k], b[k]});
        }
        Map<String, Located> scale = data.get("colours").members();
        double low = scale.get("low").number();
        double span = Math.log1p((scale.get("high").number() - low) / scale.get("c").number());
        float[] heights = floats(data.get("grid").members().get("heights"));
        Grid g = FRAME.grid();
        assertEquals(g.nx() * g.ny(), heights.length);
        for (int k : new int[] {0, 17, g.nx() * 30 + 8, heights.length - 1}) {
            double value = low + scale.get("c").number() * Math.expm1(heights[k] * span);
            assertEquals(g.value(k % g.nx(), k / g.nx()), value, 1e-5 * (1 + Math.abs(value)), "32 bits of a logarithm keep five digits");
        }
    }

    @Test
    void equalFramesGiveEqualPagesAndTheirExperimentComesBackExactly() throws IOException {
        for (int i = 0; i < 60; i++) {
            Experiment e = RandomExperiments.random(i);
            String head = "<!doctype html>\n<head>\n<script type=\"application/json\" id=\"thalweg-experiment\">" + Carried.text(e) + "</script>";
            Path file = Files.writeString(folder.resolve("a.html"), head);
            assertEquals(e, Exports.experimentIn(file), "experiment " + i);
        }
        Path one = folder.resolve("one.html");
        Path two = folder.resolve("TWO.HTML");
        Picture picture = Picture.of(List.of("contour", "loss"), 300, 200);
        Exports.picture(FRAME, picture, one);
        Exports.picture(FRAME, picture, two);
        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        assertEquals(Exports.shown(FRAME, picture), Exports.experimentIn(one));
        String saved = "\ufeff<!DOCTYPE html>\n<!-- saved from url=(0014)about:internet -->\n"
                + Files.readString(one).replaceFirst("(?i)<!doctype html>", "");
        assertEquals(Exports.shown(FRAME, picture), Exports.experimentIn(Files.writeString(two, saved)), "as a browser saves it again");
    }

    @Test
    void otherAndForgedPagesAreRefused() throws IOException {
        Path file = folder.resolve("a.html");
        Files.writeString(file, "<!doctype html><title>News</title><p>Thalweg");
        assertEquals("'a.html' carries no experiment; only files that Thalweg exported do",
                assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(file)).getMessage());
        String begin = "<!doctype html><script type=\"application/json\" id=\"thalweg-experiment\">";
        Files.writeString(file, begin + "{\"objective\": \"sphere\", \"sped\": 1}</script>");
        String forged = assertThrows(ExperimentException.class, () -> Exports.experimentIn(file)).getMessage();
        assertTrue(forged.startsWith("the experiment in 'a.html': line 1, column 26: sped: there is no field 'sped'")
                || forged.contains("there is no field 'sped' here"), forged);
        Files.writeString(file, begin + "{\"objective\": \"sphere\"}");
        assertTrue(assertThrows(IOException.class, () -> Exports.experimentIn(file)).getMessage().contains("its experiment is cut off"));
        Files.writeString(file, begin + " ".repeat(Carried.LONGEST + 1) + "</script>");
        assertTrue(assertThrows(IOException.class, () -> Exports.experimentIn(file)).getMessage().contains("longer than 2000000"));
    }

    @Test
    void longRunsAreThinnedAndTheirEndsKept() throws IOException {
        Frame frame = Frames.frame(Experiment.of(Spec.of("sphere")).withStop(StopRule.steps(200_001)).withRuns(List.of(
                RunSyntax.parse("gradient-descent(learningRate=1e-5)", 0))));
        String page = page(frame, "contour", "loss");
        assertTrue(page.length() < 3_000_000, page.length() + " characters");
        int every = data(page).get("every").whole();
        double[] loss = doubles(exhibit(page).get("runs").elements(9).getFirst().members().get("loss"));
        assertTrue(every > 1 && loss.length <= 40_000, every + ", " + loss.length);
        assertEquals(frame.tracks().getFirst().trajectory().loss(every), loss[1]);
        assertEquals(frame.tracks().getFirst().trajectory().loss(frame.last()), loss[loss.length - 1]);
    }

    @Test
    void aLineIsShownAsItsValues() throws IOException {
        Frame frame = Frames.frame(Experiment.of(Spec.of("waves")).withRuns(List.of(RunSyntax.parse("adam", 0))));
        Map<String, Located> data = exhibit(page(frame, "curve", "loss"));
        double[] values = doubles(data.get("grid").members().get("values"));
        assertEquals(frame.grid().value(100, 0), values[100]);
        assertEquals(1, data.get("dimension").whole());
        assertTrue(data.get("vertical").elements(2).getFirst().number() <= Arrays.stream(values).min().orElseThrow());
    }

    @Test
    void aPictureWithoutAnyViewOfAPageIsRefusedWithThoseThereAre() {
        assertEquals("a web page shows contour, surface, curve, loss, fit, network, but no weights, samples",
                assertThrows(IllegalArgumentException.class,
                        () -> Exports.check(Picture.of(List.of("weights", "samples"), 300, 200), Path.of("a.html"))).getMessage());
        assertEquals(List.of("contour", "fit"), Picture.of(List.of("table", "contour", "fit"), 300, 200).onPage());
    }

    /** The tables of the packed font are those of the font, so that it is whole; how they lie is W3C's. */
    @Test
    void packedFontsHoldTheirTables() throws Exception {
        byte[] font;
        try (var in = thalweg.paint.Face.class.getResourceAsStream("fonts/IBMPlexSans-Regular.ttf")) {
            font = in.readAllBytes();
        }
        byte[] packed = Woff.of(font);
        assertTrue(packed.length < 0.65 * font.length, packed.length + " of " + font.length);
        ByteBuffer woff = ByteBuffer.wrap(packed);
        assertEquals("wOFF", new String(packed, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(packed.length, woff.getInt(8));
        int plain = 12 + 16 * woff.getShort(12);
        for (int i = 0; i < woff.getShort(12); i++) {
            int at = 44 + 20 * i;
            int offset = woff.getInt(at + 4);
            int length = woff.getInt(at + 12);
            byte[] table = Arrays.copyOfRange(packed, offset, offset + woff.getInt(at + 8));
            if (table.length < length) {
                try (var in = new java.util.zip.InflaterInputStream(new ByteArrayInputStream(table))) {
                    table = in.readAllBytes();
                }
            }
            ByteBuffer ttf = ByteBuffer.wrap(font);
            int from = ttf.getInt(12 + 16 * i + 8);
            assertEquals(0, offset % 4);
            assertArrayEquals(Arrays.copyOfRange(font, from, from + length), table);
            plain += length + 3 & ~3;
        }
        assertEquals(plain, woff.getInt(16));
    }

    @Test
    void aCutOffPageSaysSoOrCarriesNothing() throws IOException {
        String whole = "<!doctype html><script type=\"application/json\" id=\"thalweg-experiment\">{}</script>";
        for (int end = 0; end < whole.length(); end++) {
            String cut = whole.substring(0, end);
            if (end > whole.indexOf("{")) {
                assertThrows(IOException.class, () -> WebPage.text(stream(cut)), "cut at " + end);
            }
        }
        assertEquals(Optional.of("{}"), WebPage.text(stream(whole)));
    }
}
