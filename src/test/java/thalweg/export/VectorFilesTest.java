package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
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
import thalweg.experiment.RandomExperiments;
import thalweg.experiment.RunSyntax;
import thalweg.paint.Composition;
import thalweg.paint.Theme;

class VectorFilesTest {
    /**
     * Programs smooth edges differently, by some levels on some pixels of a line; what is missing, moved by a pixel or wrongly coloured
     * makes several times as much.
     */
    private static final double MEAN = 2.5;
    private static final double SHARE = 0.008;
    private static final Caption CAPTION = new Caption("a < b & c", "\"d\"");

    @TempDir
    Path folder;

    private static final Frame FRAME = Frames.frame(Experiment.of(Spec.of("himmelblau")).withStop(StopRule.steps(20)).withRuns(List.of(
                RunSyntax.parse("adam(learningRate=0.3) label=\"<\u03b1> & \ud83d\ude00\"", 0), RunSyntax.parse("momentum", 1)))).at(7);

    private Picture picture(String view, Theme theme) {
        return new Picture(List.of(view), false, theme, 480, 360, 2);
    }

    private Path written(String name, Picture picture) throws IOException {
        Path file = folder.resolve(name);
        Exports.picture(FRAME, picture, file);
        return file;
    }

    /** At one pixel to the unit, as the other programs draw them here. */
    private static BufferedImage pixels(Picture p) {
        return new Picture(p.views(), p.perRun(), p.theme(), p.width(), p.height(), 1, p.parts()).image(FRAME);
    }

    @ParameterizedTest
    @CsvSource({"contour, LIGHT", "surface, LIGHT", "loss, DARK", "table, PRINT", "surface, PRINT"})
    void anotherProgramDrawsTheSvgAsWeDo(String view, Theme theme) throws IOException, InterruptedException {
        Picture picture = picture(view, theme);
        Path svg = written("a.svg", picture);
        Path png = folder.resolve("a.png");
        Rendered.assertAlike(pixels(picture), Rendered.by(png, "rsvg-convert", svg.toString(), "-o", png.toString()), MEAN, SHARE);
    }

    @ParameterizedTest
    @CsvSource({"contour, LIGHT", "surface, LIGHT", "loss, DARK", "table, PRINT"})
    void anotherProgramDrawsThePdfAsWeDo(String view, Theme theme) throws IOException, InterruptedException {
        Picture picture = picture(view, theme);
        Path pdf = written("a.pdf", picture);
        Path png = folder.resolve("a.png");
        Rendered.assertAlike(pixels(picture), Rendered.by(png, "pdftoppm", "-r", "96", "-png", "-singlefile", pdf.toString(),
                folder.resolve("a").toString()), MEAN, SHARE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contour", "surface", "loss", "table"})
    void pdfBoxReadsBackWhatItWrote(String view) throws IOException {
        Picture picture = picture(view, Theme.LIGHT);
        try (PDDocument document = Loader.loadPDF(written("a.pdf", picture).toFile())) {
            Rendered.assertAlike(pixels(picture), new PDFRenderer(document).renderImageWithDPI(0, 96, ImageType.RGB), MEAN, SHARE);
            assertEquals("Himmelblau, 2 optimizers", document.getDocumentInformation().getTitle());
            assertTrue(document.getDocumentInformation().getSubject().startsWith("Himmelblau at step 7 of 20. <\u03b1> & \ud83d\ude00: J = "));
        }
    }

    /** In a journal's PDF words are searched, and its fonts have to be inside. */
    @Test
    void wordsOfAPdfAreTextInFontsThatItCarries() throws IOException {
        try (PDDocument document = Loader.loadPDF(written("a.pdf", picture("contour", Theme.LIGHT)).toFile())) {
            String words = new PDFTextStripper().getText(document);
            for (String word : List.of("Himmelblau", "step 7 of 20", "Momentum", "start", "min", "\u22125")) {
                assertTrue(words.contains(word), word + " is not in: " + words);
            }
            List<PDFont> fonts = new ArrayList<>();
            collect(document.getPage(0).getResources(), fonts);
            assertFalse(fonts.isEmpty());
            assertTrue(fonts.stream().allMatch(f -> f.isEmbedded() && f.getName().contains("IBMPlexSans")), fonts.toString());
        }
        String svg = Files.readString(written("a.svg", picture("contour", Theme.LIGHT)));
        assertTrue(svg.matches("(?s).*<text[^>]*>step 7 of 20\\s*</text.*"), "and of an SVG, over their paths");
    }

    private static void collect(PDResources resources, List<PDFont> fonts) throws IOException {
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                collect(form.getResources(), fonts);
            }
        }
    }

    @Test
    void linesAndLettersAreVectorsAndOnlyMapsArePixels() throws IOException {
        String loss = Files.readString(written("a.svg", picture("loss", Theme.LIGHT)));
        assertFalse(loss.contains("<image"));
        assertTrue(loss.split("<path").length > 20);
        String map = Files.readString(written("b.svg", picture("contour", Theme.LIGHT)));
        assertEquals(2, map.split("<image").length);
        assertTrue(map.split("<path").length > 20);
        assertTrue(loss.contains("Himmelblau at step 7 of 20."));
        assertFalse(loss.contains("<!DOCTYPE"));
    }

    @Test
    void theScaleIsHowFineMapsAre() throws IOException {
        long coarse = Files.size(written("a.svg", new Picture(List.of("contour"), false, Theme.LIGHT, 480, 360, 0.5)));
        long fine = Files.size(written("b.svg", new Picture(List.of("contour"), false, Theme.LIGHT, 480, 360, 3)));
        assertTrue(fine > 2 * coarse, coarse + " and " + fine);
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".svg", ".pdf"})
    void equalExperimentsGiveEqualFiles(String ending) throws IOException {
        Picture picture = new Picture(List.of("contour", "surface"), false, Theme.LIGHT, 300, 200, 1);
        assertArrayEquals(Files.readAllBytes(written("a" + ending, picture)), Files.readAllBytes(written("b" + ending, picture)));
    }

    @ParameterizedTest
    @ValueSource(strings = {".png", ".svg", ".pdf"})
    void aPictureCarriesWhatItShows(String ending) throws IOException {
        Path file = written("a" + ending, new Picture(List.of("loss", "table"), false, Theme.DARK, 300, 200, 1));
        Frame frame = FRAME;
        assertEquals(frame.experiment().withStep(7).withLook(frame.experiment().look().withTiles(List.of("loss", "table"))
                .withLayout("1x2")), Exports.experimentIn(file));
        Path renamed = Files.move(file, folder.resolve("renamed"));
        assertEquals(7, Exports.experimentIn(renamed).step());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(renamed), left.toList());
        }
    }

    @Test
    void everyExperimentComesBackFromEveryKindOfFile() throws IOException {
        for (int i = 0; i < 100; i++) {
            Experiment e = RandomExperiments.random(i);
            String text = Carried.text(e);
            assertTrue(text.chars().allMatch(c -> c == '\n' || c >= ' ' && c <= '~'), text);
            ByteArrayOutputStream svg = new ByteArrayOutputStream();
            Svg.write(100, 80, CAPTION, text, g -> g.fillRect(1, 2, 3, 4), svg);
            assertEquals(e, Exports.experimentIn(Files.write(folder.resolve("a.svg"), svg.toByteArray())));
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            Pdf.write(100, 80, CAPTION, text, g -> g.fillRect(1, 2, 3, 4), pdf);
            assertEquals(e, Exports.experimentIn(Files.write(folder.resolve("a.pdf"), pdf.toByteArray())));
        }
    }

    /** What another reader shows of a PDF's properties: the title and the costs of the frame, the size on paper, one page, and the experiment. */
    @Test
    void anotherProgramReadsThePropertiesOfThePdf() throws IOException, InterruptedException {
        Path pdf = folder.resolve("properties.pdf");
        Exports.picture(FRAME, Picture.of(List.of("contour"), 800, 400), pdf);
        String told = Rendered.words("pdfinfo", "-enc", "UTF-8", pdf.toString());
        Caption caption = Caption.of(FRAME);
        for (String line : List.of("Title: +" + java.util.regex.Pattern.quote(caption.title()),
                "Subject: +" + java.util.regex.Pattern.quote(caption.description()), "Creator: +Thalweg", "Pages: +1", "Encrypted: +no",
                "JavaScript: +no", "Page size: +600 x 300 pts", "Metadata Stream: +yes")) {
            assertTrue(java.util.regex.Pattern.compile("(?m)^" + line).matcher(told).find(), line + " in " + told);
        }
        assertTrue(Rendered.words("pdfinfo", "-meta", pdf.toString()).contains(
                "himmelblau"), "the experiment is in its metadata");
    }

    @Test
    void aTransparentPictureHasNoGround() throws IOException {
        Picture solid = new Picture(List.of("surface"), false, Theme.LIGHT, 300, 200, 1);
        BufferedImage clear = solid.withParts(new Composition.Parts(false, true, true, false)).image(FRAME);
        assertEquals(0, clear.getRGB(2, 60) >>> 24);
        assertEquals(255, clear.getRGB(150, 110) >>> 24);                    // in the surface
        BufferedImage onWhite = new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB);
        onWhite.createGraphics().drawImage(clear, 0, 0, Color.WHITE, null);
        Rendered.assertAlike(solid.image(FRAME), onWhite, MEAN, SHARE);
    }

    @Test
    void titleAndLegendCanBeLeftOut() {
        Picture all = new Picture(List.of("surface"), false, Theme.LIGHT, 300, 200, 1);
        BufferedImage bare = all.withParts(new Composition.Parts(true, false, false, false)).image(FRAME);
        assertTrue(dark(all.image(FRAME), 40) > 50);
        assertEquals(0, dark(bare, 8));
    }

    @Test
    void aCaptionStandsBelowAndTheViewMakesRoomForIt() {
        Picture all = new Picture(List.of("surface"), false, Theme.LIGHT, 300, 300, 1);
        BufferedImage without = all.image(FRAME);
        BufferedImage with = all.withParts(new Composition.Parts(true, true, true, true)).image(FRAME);
        BufferedImage without16 = without.getSubimage(0, 284, 300, 16);
        assertEquals(0, dark(without16, 16), "the view leaves the lower edge free");
        assertTrue(dark(with.getSubimage(0, 270, 300, 22), 22) > 100, "letters");
        Rendered.assertAlike(without.getSubimage(0, 0, 300, 40), with.getSubimage(0, 0, 300, 40), 0.01, 0.001);
    }

    @Test
    void presetsHaveTheSizeTheyPromise() {
        for (int tiles : new int[] {1, 4}) {
            Preset.Size slide = Preset.SLIDE.size(tiles);
            assertEquals(1920, slide.width() * slide.scale());
            assertEquals(1080, slide.height() * slide.scale());
        }
        double millimetres = 25.4 / 96;
        assertEquals(85, Preset.PAPER.size(1).width() * millimetres, 0.5);
        assertEquals(178, Preset.PAPER.size(2).width() * millimetres, 0.5);
        assertTrue(Preset.POSTER.size(2).width() * Preset.POSTER.size(2).scale() / 300 * 2.54 > 50, "half a metre at 300 pixels to the inch");
        for (Preset preset : Preset.values()) {
            assertEquals(preset, Preset.of(preset.id()));
        }
    }

    private static long dark(BufferedImage image, int rows) {
        long n = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                n += (image.getRGB(x, y) & 255) < 128 ? 1 : 0;
            }
        }
        return n;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "<svg                                                               | it is damaged at line 1, column",
            "<svg><metadata></svg>                                              | it is damaged at line 1, column",
            "<svg xmlns:t='https://thalweg.org/ns/experiment/1.0/'><t:experiment>{}| it is damaged at line 1, column",
            "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><s>&e;</s>      | it is damaged at line 1, column",
            "<html><body>{\"objective\": \"booth\"}</body></html>              | carries no experiment",
            "<svg><experiment>{\"objective\": \"booth\"}</experiment></svg>     | carries no experiment",
            "%PDF-1.4 and nothing more                                          | carries no experiment",
            "%PDF-1.4 <?xpacket begin='' id='x'?><a><b></a><?xpacket end='r'?>  | it is damaged at line 1, column",
            "%PDF-1.4 <?xpacket begin='' id='x'?> no end                        | carries no experiment"})
    void forgedAndEmptyFilesAreRefusedWithASentence(String content, String reason) throws IOException {
        Path file = Files.writeString(folder.resolve("a.svg"), content.strip());
        String message = assertThrows(Exception.class, () -> Exports.experimentIn(file)).getMessage();
        assertTrue(message.contains(reason) && message.contains("a.svg") && !message.contains("localhost"), message);
    }

    @Test
    void aDamagedExperimentSaysWhereAndALongOneIsNotRead() throws IOException {
        String svg = "<svg xmlns:t='https://thalweg.org/ns/experiment/1.0/'><metadata><t:experiment>%s</t:experiment></metadata></svg>";
        Path damaged = Files.writeString(folder.resolve("a.svg"), svg.formatted("{\"objective\": 7}"));
        assertEquals("the experiment in 'a.svg': line 1, column 15: objective: should be text in quotes, but is the number 7",
                assertThrows(ExperimentException.class, () -> Exports.experimentIn(damaged)).getMessage());
        Path long1 = Files.writeString(folder.resolve("a.svg"), svg.formatted(" ".repeat(2_100_000)));
        assertTrue(assertThrows(IOException.class, () -> Exports.experimentIn(long1)).getMessage().contains("longer than 2000000 characters"));
        byte[] packet = Xmp.packet("t", " ".repeat(2_100_000) + "{\"objective\": \"booth\"}");
        Path pdf = Files.write(folder.resolve("a.pdf"), ("%PDF-1.4 " + new String(packet, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Exports.experimentIn(pdf)).getMessage().contains("carries no experiment"));
    }

    /** As a program does that adds to a PDF file: the newest packet is at the end. */
    @Test
    void theLastPacketCounts() throws IOException {
        Path pdf = folder.resolve("a.pdf");
        Files.writeString(pdf, "%PDF-1.4\n");
        for (String objective : List.of("booth", "beale")) {
            byte[] packet = Xmp.packet("t", Carried.text(Experiment.of(Spec.of(objective))));
            Files.write(pdf, packet, java.nio.file.StandardOpenOption.APPEND);
        }
        assertEquals("beale", Exports.experimentIn(pdf).objective().orElseThrow().toString());
        assertEquals(ExperimentJson.write(Experiment.of(Spec.of("beale"))), Carried.in(pdf).orElseThrow() + "\n");
    }

    @Test
    void whatAFileCannotBeIsSaidBeforeItIsMade() {
        Picture wide = new Picture(List.of("loss"), false, Theme.LIGHT, 20_000, 100, 1);
        assertEquals("a PDF page has sides of at most 19200 units, but the size is 20000x100",
                assertThrows(IllegalArgumentException.class, () -> Exports.picture(FRAME, wide, folder.resolve("a.pdf"))).getMessage());
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Exports.picture(FRAME, wide, folder.resolve("a.gif"))).getMessage()
                .contains("would be a film"));
    }
}
