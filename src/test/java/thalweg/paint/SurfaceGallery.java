package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.math.Range;
import thalweg.math.Vec;

/** Pictures of surfaces to look at: {@code java ... thalweg.paint.SurfaceGallery FOLDER}. */
public final class SurfaceGallery {
    private SurfaceGallery() {
    }

    static final Map<String, ToDoubleFunction<double[]>> FUNCTIONS = new java.util.TreeMap<>(Map.of(
            "beale", p -> Math.pow(1.5 - p[0] + p[0] * p[1], 2) + Math.pow(2.25 - p[0] + p[0] * p[1] * p[1], 2)
                    + Math.pow(2.625 - p[0] + p[0] * Math.pow(p[1], 3), 2),
            "himmelblau", p -> Math.pow(p[0] * p[0] + p[1] - 11, 2) + Math.pow(p[0] + p[1] * p[1] - 7, 2),
            "easom", p -> -Math.cos(p[0]) * Math.cos(p[1]) * Math.exp(-Math.pow(p[0] - Math.PI, 2) - Math.pow(p[1] - Math.PI, 2)),
            "eggholder", p -> -(p[1] + 47) * Math.sin(Math.sqrt(Math.abs(p[0] / 2 + p[1] + 47)))
                    - p[0] * Math.sin(Math.sqrt(Math.abs(p[0] - p[1] - 47))),
            "saddle", p -> p[0] * p[0] - p[1] * p[1],
            "pole", p -> 1 / (p[0] * p[0] + p[1] * p[1]),
            "hole", p -> Math.sqrt(p[0] * p[0] + p[1] * p[1] - 1),
            "plane", p -> 0.5 * p[0] + p[1],
            "constant", _ -> 3,
            "cliff", p -> Math.log(p[0] + 0.3 * p[1])));

    static final Map<String, Double> HALF = Map.of("beale", 4.5, "himmelblau", 5.0, "easom", 10.0, "eggholder", 512.0);

    static Frame frame(String name) {
        if (name.equals("rosenbrock")) {
            return Fixtures.race();
        }
        double half = HALF.getOrDefault(name, 2.0);
        return Fixtures.frame(new Fixtures.Made(2, FUNCTIONS.get(name), Fixtures.appearance(name,
                List.of(new Range(-half, half), new Range(-half, half)), Vec.of(half / 2, half / 3))), List.of(), 0);
    }

    static BufferedImage picture(Frame frame, Style style, int width, int height, double scale) {
        BufferedImage image = new BufferedImage((int) (width * scale), (int) (height * scale), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setColor(style.theme().canvas());
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(scale, scale);
        new SurfacePainter(style, Memo.NONE).paint(g, new Rectangle2D.Double(0, 0, width, height), frame);
        g.dispose();
        return image;
    }

    static Frame seen(Frame frame, double azimuth, double elevation) {
        Look look = frame.experiment().look();
        return frame.withLook(look.withCamera(new Camera(azimuth, elevation, 1, true, false)));
    }

    public static void main(String[] args) {
        String folder = args[0] + "/";
        for (Theme theme : Theme.values()) {
            String tail = "-" + theme.name().toLowerCase(java.util.Locale.ROOT) + ".png";
            Fixtures.save(picture(frame("rosenbrock"), Style.of(theme), 572, 508, 1), folder + "rosenbrock" + tail);
            Fixtures.save(picture(seen(frame("rosenbrock"), -118, 46), Style.of(theme), 572, 508, 2), folder + "mock" + tail);
        }
        BufferedImage sheet = new BufferedImage(3 * 560, 4 * 430, BufferedImage.TYPE_INT_RGB);
        int n = 0;
        for (String name : FUNCTIONS.keySet()) {
            Theme theme = n % 2 == 0 ? Theme.LIGHT : Theme.DARK;
            sheet.createGraphics().drawImage(picture(frame(name), Style.of(theme), 560, 430, 1), n % 3 * 560, n / 3 * 430, null);
            n++;
        }
        Fixtures.save(sheet, folder + "functions.png");
        BufferedImage turned = new BufferedImage(4 * 420, 4 * 330, BufferedImage.TYPE_INT_RGB);
        double[] azimuths = {-180, -118, -90, -45, 0, 28, 90, 152};
        for (int k = 0; k < 16; k++) {
            double elevation = new double[] {46, 10, 0, -30, 90, -90, 75, 25}[k / 2];
            turned.createGraphics().drawImage(picture(seen(frame("rosenbrock"), azimuths[k % 8], elevation), Style.of(Theme.LIGHT),
                    420, 330, 1), k % 4 * 420, k / 4 * 330, null);
        }
        Fixtures.save(turned, folder + "turned.png");
    }
}
