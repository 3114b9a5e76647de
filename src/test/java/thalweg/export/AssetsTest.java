package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import thalweg.experiment.Experiments;
import thalweg.experiment.Frame;
import thalweg.experiment.Frames;
import thalweg.paint.Memo;
import thalweg.paint.Style;
import thalweg.paint.Theme;
import thalweg.paint.Views;

/**
 * The pictures of the README are of the program as it is. They are taken in a real window by {@code src/bench/screenshots.sh}, which is run again
 * when this fails.
 */
class AssetsTest {
    private static final Path ASSETS = Path.of("assets");
    /** Where the script stops. */
    private static final int STEP = 137;
    /** Their 256 colours are off by some 1 of 255 on the average and nowhere far; at step 20 one pixel in 120 of the map is. */
    private static final double NEAR = 1.6;
    private static final double SHARE = 0.0005;
    /** The upper tiles of the window of 1600 x 1000, without their heads. */
    private static final int TOP = 80;
    private static final int HEIGHT = 506;
    private static final int MAP = 208;
    private static final int MAP_WIDTH = 571;
    private static final int SURFACE = 780;
    private static final int SURFACE_WIDTH = 572;

    @Test
    void theWindowsOnThePicturesShowWhatTheProgramPaintsToday() throws IOException {
        Frame frame = Frames.frame(Experiments.first()).at(STEP);
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            BufferedImage window = ImageIO.read(ASSETS.resolve(theme.isDark() ? "window-dark.png" : "window-light.png").toFile());
            assertEquals(List.of(1600, 1000), List.of(window.getWidth(), window.getHeight()));
            assertSame("contour", window.getSubimage(MAP, TOP, MAP_WIDTH, HEIGHT), theme, frame);
            assertSame("surface", window.getSubimage(SURFACE, TOP, SURFACE_WIDTH, HEIGHT), theme, frame);
        }
    }

    private static void assertSame(String view, BufferedImage shown, Theme theme, Frame frame) {
        BufferedImage painted = new BufferedImage(shown.getWidth(), HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = painted.createGraphics();
        g.setColor(theme.canvas());
        g.fillRect(0, 0, shown.getWidth(), HEIGHT);
        Views.of(view).plot().apply(Style.of(theme), Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, shown.getWidth(), HEIGHT), frame);
        g.dispose();
        Rendered.assertAlike(painted, shown, NEAR, SHARE);
    }

    @Test
    void everyPictureIsShownInTheReadmeAndMadeByTheScript() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String script = Files.readString(Path.of("src/bench/screenshots.sh"));
        TreeSet<String> named = new TreeSet<>(Pattern.compile("\\(assets/([\\w-]+)\\.png\\)").matcher(readme).results().map(m -> m.group(1))
                .toList());
        assertEquals(new TreeSet<>(Pattern.compile("(?m)^save ([\\w-]+)$").matcher(script).results().map((MatchResult m) -> m.group(1)).toList()),
                named);
        assertTrue(script.contains("stop_at " + STEP), "the step of the pictures");
        for (String name : named) {
            assertTrue(Files.size(ASSETS.resolve(name + ".png")) < 400_000, name);
        }
        BufferedImage stage = ImageIO.read(ASSETS.resolve("presentation.png").toFile());
        assertEquals(List.of(1280, 720), List.of(stage.getWidth(), stage.getHeight()));
    }

    /** What reference managers read agrees with what the program says of itself. */
    @Test
    void theCitationNamesTheVersionOfTheProgram() throws IOException {
        String citation = Files.readString(Path.of("CITATION.cff"));
        String version = Pattern.compile("<artifactId>thalweg</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml"))).results()
                .findFirst().orElseThrow().group(1);
        assertTrue(citation.contains("\nversion: " + version + "\n"), version);
        assertTrue(Files.readString(Path.of("README.md")).contains("version = {" + version + "}"), version);
    }
}
