package thalweg.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures made by other programs from our files, and how far two pictures are apart. */
final class Rendered {
    private Rendered() {
    }

    /** What a program makes of a file; the test is skipped where the program is missing. */
    static BufferedImage by(Path result, String... command) throws IOException, InterruptedException {
        Process p;
        try {
            p = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        } catch (IOException _) {
            assumeTrue(false, command[0] + " is not installed");
            return new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        }
        String words = new String(p.getInputStream().readAllBytes());
        assertEquals(0, p.waitFor(), words);
        return ImageIO.read(result.toFile());
    }

    /** What a program prints; the test is skipped where the program is missing. */
    static String words(String... command) throws IOException, InterruptedException {
        Process p;
        try {
            p = new ProcessBuilder(List.of(command)).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException _) {
            assumeTrue(false, command[0] + " is not installed");
            return "";
        }
        String words = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertEquals(0, p.waitFor(), words);
        return words;
    }

    /**
     * That two pictures are the same but for how edges are smoothed: the mean of all differences, 0 to 255, and the share of pixels that
     * differ by more than a third of the range.
     */
    static void assertAlike(BufferedImage expected, BufferedImage actual, double mean, double share) {
        assertEquals(expected.getWidth(), actual.getWidth());
        assertEquals(expected.getHeight(), actual.getHeight());
        long sum = 0;
        int far = 0;
        int n = expected.getWidth() * expected.getHeight();
        for (int y = 0; y < expected.getHeight(); y++) {
            for (int x = 0; x < expected.getWidth(); x++) {
                int a = expected.getRGB(x, y);
                int b = actual.getRGB(x, y);
                int most = 0;
                for (int shift = 0; shift < 24; shift += 8) {
                    int d = Math.abs((a >> shift & 255) - (b >> shift & 255));
                    sum += d;
                    most = Math.max(most, d);
                }
                far += most > 85 ? 1 : 0;
            }
        }
        assertTrue(sum / 3.0 / n <= mean && (double) far / n <= share,
                "mean difference " + sum / 3.0 / n + " of at most " + mean + ", far apart " + (double) far / n + " of at most " + share);
    }
}
