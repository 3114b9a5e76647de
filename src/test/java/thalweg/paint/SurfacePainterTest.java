package thalweg.paint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static thalweg.paint.Surfaces.AREA;
import static thalweg.paint.Surfaces.BLUE;
import static thalweg.paint.Surfaces.MOVING;
import static thalweg.paint.Surfaces.STILL;
import static thalweg.paint.Surfaces.above;
import static thalweg.paint.Surfaces.apart;
import static thalweg.paint.Surfaces.at;
import static thalweg.paint.Surfaces.count;
import static thalweg.paint.Surfaces.from;
import static thalweg.paint.Surfaces.looked;
import static thalweg.paint.Surfaces.picture;
import static thalweg.paint.Surfaces.pixels;
import static thalweg.paint.Surfaces.run;
import static thalweg.paint.Surfaces.seen;

import java.awt.Color;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import thalweg.descent.Outcome;
import thalweg.experiment.Camera;
import thalweg.experiment.Frame;
import thalweg.experiment.Hover;
import thalweg.experiment.Look;
import thalweg.experiment.Scene;
import thalweg.math.Range;
import thalweg.math.Vec;
import thalweg.objective.CriticalPoint;
import thalweg.slice.Slice;

class SurfacePainterTest {
    private static final int FLOOR = 0xf6f8fa;

    /** The map's colour at a fraction where the light falls on a level plane seen from above. */
    private static int lit(double fraction, Frame frame, Style style) {
        Color c = ColourMap.of("viridis").onSurface(style.theme()).colour(fraction);
        float cosine = new Shading(Surfaces.view(frame).projection()).cosine(0, 0, 1);
        float shade = Shading.shade(cosine);
        return new Color(Math.min(255, (int) (c.getRed() * shade)), Math.min(255, (int) (c.getGreen() * shade)),
                Math.min(255, (int) (c.getBlue() * shade))).getRGB() & 0xffffff;
    }

    private static Frame unlined(Frame frame) {
        return looked(frame, l -> l.withLevels(1));
    }

    @Test
    void levelGroundHasTheColourOfItsValueInTheLight() {
        for (Style style : List.of(STILL, MOVING, Style.of(Theme.DARK))) {
            Frame frame = Surfaces.of((_, _) -> 3, above());
            BufferedImage image = picture(frame, style);
            for (double[] p : new double[][] {{0, 0}, {-0.7, 0.6}, {0.8, -0.8}}) {
                assertTrue(apart(lit(0.5, frame, style), at(image, seen(frame, p[0], p[1]))) <= 3, style.toString());
            }
        }
    }

    @Test
    void canvasIsTheThemes() {
        Frame frame = Surfaces.of((x, y) -> x * y, from(-118, 46));
        assertEquals(0xffffff, picture(frame, STILL).getRGB(1, 1) & 0xffffff);
        assertEquals(0x0d1117, picture(frame, Style.of(Theme.DARK)).getRGB(1, 1) & 0xffffff);
    }

    @Test
    void throughAHoleTheFloorIsSeen() {
        Frame frame = unlined(Surfaces.of((x, y) -> Math.sqrt(x * x + y * y - 0.25), above()));
        BufferedImage image = picture(frame, STILL);
        Projection p = Surfaces.view(frame).projection();
        assertEquals(FLOOR, at(image, p.point(0.13, 0.07, 0)));
        assertEquals(FLOOR, at(image, p.point(0.46, 0.03, 0)));
        assertTrue(apart(FLOOR, at(image, p.point(0.55, 0.03, 0))) > 40);
    }

    @Test
    void surfaceEndsAtTheExactEdgeOfAHoleBetweenNodes() {
        Mesh mesh = Surfaces.view(Surfaces.of((x, y) -> Math.sqrt(x * x + y * y - 0.3), above(), 101, List.of())).terrain().mesh();
        Vertices v = mesh.vertices();
        int rim = 0;
        for (int t : mesh.triangles()) {
            double r = Math.hypot(v.x()[t], v.y()[t]);
            assertTrue(r > Math.sqrt(0.3) - 1e-6, "at " + r);
            rim += r < Math.sqrt(0.3) + 2e-4 ? 1 : 0;             // a cell over 2^8
        }
        assertTrue(rim > 100, "corners on the edge: " + rim);
    }

    @Test
    void poleEndsLevelAtTheTopOfTheBox() {
        Frame frame = Surfaces.of((x, y) -> 1 / (x * x + y * y), from(-118, 46));
        Terrain terrain = Surfaces.view(frame).terrain();
        Vertices v = terrain.mesh().vertices();
        for (int i = 0; i < v.size(); i++) {
            assertTrue(v.z()[i] >= 0 && v.z()[i] <= (float) terrain.box().top());
        }
        assertEquals(terrain.box().top(), terrain.mesh().height(0, 0), 1e-6);
        int summit = at(picture(frame, STILL), Surfaces.view(frame).projection().point(0, 0, terrain.box().top()));
        assertTrue(apart(summit, lit(1, frame, STILL)) <= 6, Integer.toHexString(summit));
    }

    @Test
    void pathOnTopIsSeenAndOneBehindAHillIsNot() {
        List<Vec> points = List.of(Vec.of(-0.4, 0.6), Vec.of(0.4, 0.6));
        Frame before = Surfaces.of((_, y) -> Math.exp(-10 * y * y), from(90, 20), 101, List.of(run(points)));
        Frame behind = Surfaces.of((_, y) -> Math.exp(-10 * y * y), from(-90, 20), 101, List.of(run(points)));
        Frame onTop = Surfaces.of((_, y) -> Math.exp(-10 * y * y), from(-90, 20), 101,
                List.of(run(List.of(Vec.of(-0.4, 0), Vec.of(0.4, 0)))));
        assertTrue(count(picture(before, STILL), BLUE, 40) > 100);
        assertTrue(count(picture(onTop, STILL), BLUE, 40) > 100);
        assertEquals(0, count(picture(behind, STILL), BLUE, 40));
        assertEquals(0, count(picture(behind, MOVING), BLUE, 40));
    }

    @Test
    void pathBetweenIteratesFollowsTheHills() {
        Frame frame = Surfaces.of((x, _) -> Math.exp(-20 * x * x), from(-90, 30), 101,
                List.of(run(List.of(Vec.of(-0.9, -0.5), Vec.of(0.9, -0.5)))));
        BufferedImage image = picture(frame, STILL);
        for (double x : new double[] {-0.6, -0.2, -0.05, 0.1, 0.5}) {
            assertTrue(apart(BLUE, at(image, seen(frame, x, -0.5))) < 60, "at " + x);
        }
    }

    @Test
    void pathStopsAtThePlayheadAndIsFaintBeyondButInPresentations() {
        List<Vec> points = List.of(Vec.of(-0.8, 0), Vec.of(0, 0), Vec.of(0.8, 0));
        Frame frame = Surfaces.of((x, _) -> x, above(), 51, List.of(run(points))).at(1);
        Frame stops = Surfaces.of((x, _) -> x, above(), 51, List.of(run(points.subList(0, 2)))).at(1);
        Point2D beyond = seen(frame, 0.5, 0);
        int faint = at(picture(frame, STILL), beyond);
        int ground = at(picture(stops, STILL), beyond);
        assertTrue(apart(faint, ground) > 20 && apart(faint, BLUE) > 40, Integer.toHexString(faint));
        assertTrue(apart(BLUE, at(picture(frame, STILL), seen(frame, -0.5, 0))) < 30);
        Style room = new Style(Theme.LIGHT, 1.7, true);
        assertArrayEquals(pixels(picture(stops, room)), pixels(picture(frame, room)));
    }

    @Test
    void floorCarriesTheContourLinesInTheColoursOfTheMap() {
        Frame frame = Surfaces.of((x, y) -> x + y, from(-90, 12));
        SurfaceView view = Surfaces.view(frame);
        BufferedImage image = picture(frame, STILL);
        int found = 0;
        for (ContourLine line : view.terrain().lines()) {
            int colour = ColourMap.of("viridis").onSurface(Theme.LIGHT).colour(view.terrain().colours().fraction(line.level())).getRGB();
            int n = line.size();
            double x = line.y(0) < line.y(n - 1) ? line.x(0) : line.x(n - 1);
            double y = Math.min(line.y(0), line.y(n - 1));
            Point2D p = view.projection().point(x - 0.04, y + 0.04, Box.FLOOR);
            if (y == -1 && Math.abs(x) < 0.8) {
                int least = 255;
                for (int k = -1; k <= 1; k++) {
                    least = Math.min(least, apart(colour, at(image, new Point2D.Double(p.getX() + k, p.getY()))));
                }
                assertTrue(least < 70, "level " + line.level() + " is off by " + least);
                found++;
            }
        }
        assertTrue(found >= 3, "lines looked at: " + found);
    }

    @Test
    void contourLinesRunOnTheSurfaceItself() {
        Frame frame = Surfaces.of((x, _) -> x, above());
        BufferedImage image = picture(frame, STILL);
        for (Levels.Level level : Surfaces.view(frame).terrain().levels().list()) {
            int on = at(image, seen(frame, level.value(), 0.31));
            int beside = at(image, seen(frame, level.value() + 0.05, 0.31));
            assertTrue(apart(on, beside) > 20, "level " + level.value());
        }
    }

    private static CriticalPoint critical(CriticalPoint.Kind kind, double x, double y) {
        return new CriticalPoint(kind, Vec.of(x, y), 0, Vec.of(), true);
    }

    @Test
    void minimaSaddlesAndMaximaAreMarkedUnlessThatIsSwitchedOff() {
        Frame plain = unlined(Surfaces.of((_, _) -> 3, above()));
        Frame frame = Surfaces.marked(plain, critical(CriticalPoint.Kind.MINIMUM, -0.5, 0.1), critical(CriticalPoint.Kind.SADDLE, 0, 0.1),
                critical(CriticalPoint.Kind.MAXIMUM, 0.5, 0.1), critical(CriticalPoint.Kind.DEGENERATE, 0.5, -0.5));
        BufferedImage image = picture(frame, STILL);
        int text = 0x1f2328;
        assertTrue(apart(text, at(image, seen(frame, -0.5, 0.1))) < 30, "a cross");
        assertTrue(count(image.getSubimage((int) seen(frame, 0, 0.1).getX() - 8, (int) seen(frame, 0, 0.1).getY() - 8, 16, 16), text, 60) > 5);
        assertTrue(count(image.getSubimage((int) seen(frame, 0.5, 0.1).getX() - 8, (int) seen(frame, 0.5, 0.1).getY() - 8, 16, 16), text, 60) > 5);
        assertEquals(at(picture(plain, STILL), seen(frame, 0.5, -0.5)), at(image, seen(frame, 0.5, -0.5)));
        assertArrayEquals(pixels(picture(plain, STILL)), pixels(picture(looked(frame, l -> l.withCriticalPoints(false)), STILL)));
    }

    @Test
    void minimaBesideThePlaneOfTheSliceAreNotMarked() {
        Range range = new Range(-1, 1);
        Slice slice = new Slice(Vec.of(0, 0, 0), List.of(Vec.of(1, 0, 0), Vec.of(0, 1, 0)), List.of(range, range));
        Frame plane = unlined(Surfaces.of((_, _) -> 3, above()));
        CriticalPoint in = new CriticalPoint(CriticalPoint.Kind.MINIMUM, Vec.of(0.5, 0.1, 0), 0, Vec.of(), true);
        CriticalPoint beside = new CriticalPoint(CriticalPoint.Kind.MINIMUM, Vec.of(-0.5, 0.1, 0.3), 0, Vec.of(), true);
        Fixtures.Made made = new Fixtures.Made(3, _ -> 3, plane.scene().objective().appearance());
        Frame frame = new Frame(plane.experiment(), new Scene(made, slice, Vec.of(0.9, 0.9, 0), List.of(in, beside)), plane.grid(), List.of(), 0,
                Optional.empty());
        BufferedImage image = picture(frame, STILL);
        assertTrue(apart(0x1f2328, at(image, seen(frame, 0.5, 0.1))) < 30);
        assertTrue(apart(lit(0.5, frame, STILL), at(image, seen(frame, -0.5, 0.1))) < 4);
    }

    @Test
    void equalFramesGiveEqualPixelsWithAndWithoutAMemory() {
        for (Style style : List.of(STILL, MOVING)) {
            Memo memo = Surfaces.memo();
            for (double azimuth : new double[] {-118, -60, -118}) {
                for (int step : style.still() ? new int[] {137} : new int[] {0, 200, 137}) {
                    Frame frame = SurfaceGallery.seen(Fixtures.race().at(step), azimuth, 40);
                    assertArrayEquals(pixels(picture(frame, style)), pixels(picture(frame, style, memo, 1)), azimuth + " at " + step);
                }
            }
        }
    }

    @Test
    void pictureIsTheSameAtEveryScaleFactor() {
        Frame frame = Fixtures.race();
        BufferedImage one = picture(frame, STILL);
        for (double scale : new double[] {1.5, 2}) {
            BufferedImage large = picture(frame, STILL, Memo.NONE, scale);
            double apart = 0;
            for (int y = 0; y < one.getHeight(); y += 2) {
                for (int x = 0; x < one.getWidth(); x += 2) {
                    apart += Math.abs(mean(one, x, y, 2) - mean(large, (int) (x * scale), (int) (y * scale), (int) (2 * scale)));
                }
            }
            double each = apart / (one.getHeight() * one.getWidth() / 4.0);
            assertTrue(each < 3, "green differs by " + each + " at " + scale);
        }
    }

    private static double mean(BufferedImage image, int x0, int y0, int size) {
        double sum = 0;
        for (int y = y0; y < y0 + size; y++) {
            for (int x = x0; x < x0 + size; x++) {
                sum += image.getRGB(x, y) >> 8 & 0xff;
            }
        }
        return sum / size / size;
    }

    @Test
    void smallAndMovedAreasAreKept() {
        Rectangle2D area = new Rectangle2D.Double(20, 30, 300, 200);
        BufferedImage image = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        new SurfacePainter(STILL, Memo.NONE).paint(image.createGraphics(), area, Fixtures.race());
        for (int y = 0; y < 300; y++) {
            for (int x = 0; x < 400; x++) {
                if (!area.contains(x, y)) {
                    assertEquals(0, image.getRGB(x, y) & 0xffffff, "at " + x + ", " + y);
                }
            }
        }
        assertTrue(count(image, 0x57606a, 60) > 60, "labels");
        for (Rectangle2D tiny : List.of(new Rectangle2D.Double(0, 0, 1, 1), new Rectangle2D.Double(0, 0, 40, 7))) {
            picture(Fixtures.race(), STILL, Memo.NONE, 1, tiny);
        }
    }

    @Test
    void coarseAndFineGridsAreDrawn() {
        Frame coarse = Surfaces.of((x, y) -> x + y, above(), 2, List.of());
        assertEquals(0.5 * Surfaces.view(coarse).terrain().box().top(), Surfaces.view(coarse).terrain().mesh().height(0.2, -0.2), 1e-6);
        assertTrue(apart(lit(0.5, coarse, STILL), at(picture(unlined(coarse), STILL), seen(coarse, 0.3, -0.35))) < 40);
        Frame fine = Surfaces.of((x, y) -> x * x + y * y, above(), 2000, List.of());
        Mesh mesh = Surfaces.view(fine).terrain().mesh();
        assertTrue(mesh.nx() <= 256 && mesh.nx() > 100, "cells " + mesh.nx());
        assertTrue(count(picture(fine, MOVING), 0xffffff, 0) < 400 * 320 - 30_000);
    }

    @Test
    void pathOfAMillionStepsIsFollowedToItsOutermostPoints() {
        int n = 1_000_000;
        List<Vec> points = new ArrayList<>(n + 1);
        for (int i = 0; i <= n; i++) {
            double r = i == 654_321 ? 0.9 : 0.5;
            points.add(Vec.of(r * Math.cos(i * 0.1), r * Math.sin(i * 0.1)));
        }
        Frame frame = Surfaces.of((x, _) -> x, above(), 51, List.of(run(points)));
        SurfaceView view = Surfaces.view(frame);
        Drape drape = Draper.drape(view.ground(frame), frame.tracks().getFirst());
        assertTrue(drape.size() < 150_000, "points " + drape.size());
        double far = 0;
        for (int i = 0; i < drape.size(); i++) {
            far = Math.max(far, Math.hypot(drape.x(i), drape.y(i)));
        }
        assertEquals(0.9, far, 1e-9);
        assertEquals(n, drape.step(drape.size() - 1));
        assertTrue(count(picture(frame, MOVING), BLUE, 40) > 100);
    }

    @Test
    void divergedRunEndsWithItsMarkerWhereItLeavesTheWindow() {
        List<Vec> points = List.of(Vec.of(0, 0), Vec.of(0.5, 0), Vec.of(3, 0), Vec.of(0, 0.5), Vec.of(1e200, 0), Vec.of(Double.NaN, 0));
        Frame frame = Surfaces.of((_, _) -> 3, above(), 51, List.of(new thalweg.experiment.Track(run(points).run(), "GD",
                new Fixtures.Still(0.1), Surfaces.path(points, new Outcome.Diverged(5)))));
        BufferedImage image = picture(frame, STILL);
        Point2D exit = seen(frame, 1, 0);
        assertTrue(apart(BLUE, at(image, new Point2D.Double(exit.getX() - 1, exit.getY()))) < 30, "the marker");
        assertTrue(apart(BLUE, at(image, seen(frame, 0.75, 0))) < 40, "the way out");
        assertTrue(apart(lit(0.5, frame, STILL), at(image, seen(frame, 0.5, 2.5 / 6))) < 8, "later iterates are not drawn");
    }

    @Test
    void placeOfTheSurfaceUnderAPointIsItsOwn() {
        for (boolean perspective : new boolean[] {true, false}) {
            Frame frame = Surfaces.of((x, y) -> Math.sin(3 * x) + y * y, new Camera(-118, 46, 1, perspective, false));
            SurfacePainter painter = new SurfacePainter(STILL, Surfaces.memo());
            SurfaceView view = Surfaces.view(frame);
            Mesh mesh = view.terrain().mesh();
            Sight sight = new Sight(mesh, view.projection());
            int asked = 0;
            for (double x = -0.95; x < 1; x += 0.19) {
                for (double y = -0.95; y < 1; y += 0.19) {
                    double z = mesh.height(x, y);
                    if (sight.shows(x, y, z)) {
                        Vec found = painter.locate(view.projection().point(x, y, z), AREA, frame).orElseThrow();
                        assertEquals(x, found.get(0), 2e-3);
                        assertEquals(y, found.get(1), 2e-3);
                        asked++;
                    }
                }
            }
            assertTrue(asked > 60, "asked " + asked);
            assertEquals(Optional.empty(), painter.locate(new Point2D.Double(2, 2), AREA, frame));
        }
        Frame hole = Surfaces.of((x, y) -> Math.sqrt(x * x + y * y - 0.25), above());
        assertEquals(Optional.empty(), new SurfacePainter(STILL, Memo.NONE).locate(Surfaces.view(hole).projection().point(0, 0, 0), AREA, hole));
    }

    @Test
    void iterateUnderAPointIsFoundUnlessAHillHidesIt() {
        List<Vec> points = List.of(Vec.of(-0.4, 0.6), Vec.of(0.1, 0.6), Vec.of(0.4, 0.6));
        Frame before = Surfaces.of((_, y) -> Math.exp(-10 * y * y), from(90, 20), 101, List.of(run(points)));
        SurfacePainter painter = new SurfacePainter(STILL, Memo.NONE);
        Point2D p = seen(before, 0.1, 0.6);
        assertEquals(Optional.of(new Hover(0, 1)), painter.hit(new Point2D.Double(p.getX() + 4, p.getY() - 3), AREA, before));
        assertEquals(Optional.empty(), painter.hit(new Point2D.Double(p.getX(), p.getY() + 30), AREA, before));
        assertEquals(Optional.empty(), painter.hit(seen(before, 0.4, 0.6), AREA, before.at(1)), "beyond the playhead");
        Frame behind = Surfaces.of((_, y) -> Math.exp(-10 * y * y), from(-90, 20), 101, List.of(run(points)));
        assertEquals(Optional.empty(), painter.hit(seen(behind, 0.1, 0.6), AREA, behind));
    }

    @Test
    void heightsFollowTheirOwnScale() {
        Frame frame = Surfaces.of((x, _) -> Math.pow(10, 2 * x), above());
        Mesh log = Surfaces.view(looked(frame, l -> l.withHeight(Look.Scale.LOG))).terrain().mesh();
        Mesh linear = Surfaces.view(looked(frame, l -> l.withHeight(Look.Scale.LINEAR))).terrain().mesh();
        double top = Box.of(1).top();
        assertEquals(top / 2, log.height(0, 0), 1e-5);
        assertEquals(top * 0.75, log.height(0.5, 0), 1e-5);
        assertEquals(top * (1 - 0.01) / (100 - 0.01), linear.height(0, 0), 1e-5);
        assertEquals(top, linear.height(1, 0), 1e-5);
    }

    @Test
    void exaggerationStretchesTheSurfaceAndItsBox() {
        Frame frame = Surfaces.of((x, _) -> x, above());
        double once = Surfaces.view(frame).terrain().mesh().height(0.5, 0);
        SurfaceView twice = Surfaces.view(looked(frame, l -> l.withExaggeration(2)));
        assertEquals(2 * once, twice.terrain().mesh().height(0.5, 0), 1e-6);
        assertEquals(2 * Box.of(1).top(), twice.terrain().box().top(), 1e-12);
        assertFalse(Double.isNaN(Surfaces.view(looked(frame, l -> l.withExaggeration(Double.NaN))).terrain().box().top()));
    }

    @Test
    void groundIsDarkerTheMoreItTurnsFromTheLight() {
        int before = Integer.MAX_VALUE;
        for (double slope : new double[] {-0.6, 0, 0.6, 1.2}) {                 // the light stands left of the camera
            Frame frame = looked(Surfaces.of((x, _) -> -x, from(-90, 60)), l -> l.withExaggeration(1).withColormap("grey").withLevels(1));
            SurfaceView view = Surfaces.view(frame);
            double length = Math.sqrt(1 + slope * slope);
            float cosine = new Shading(view.projection()).cosine((float) (slope / length), 0, (float) (1 / length));
            int shade = (int) (256 * Shading.shade(cosine));
            assertTrue(shade < before, "slope " + slope + ": " + shade + " after " + before);
            before = shade;
        }
        int toward = brightness((x, _) -> x);
        int away = brightness((x, _) -> -x);
        assertTrue(toward > away + 10, toward + " against " + away);
    }

    /** Of the middle of a slope, where the value and so the colour before light is the same. */
    private static int brightness(java.util.function.DoubleBinaryOperator f) {
        Frame frame = Surfaces.of(f, from(-90, 60));
        Point2D p = seen(frame, 0.05, 0.05);
        return picture(frame, STILL).getRGB((int) p.getX(), (int) p.getY()) >> 8 & 0xff;
    }
}
