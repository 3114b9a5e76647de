package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;

/**
 * How an area of a picture lies on the pixels of what it is painted on.
 *
 * @param left of the area, in the graphics' own units
 * @param top of the area
 * @param scale pixels per unit
 * @param column of the pixel at the area's corner
 * @param row of the pixel at the area's corner
 * @param offsetX how far into that pixel the corner lies, 0 to 1
 * @param offsetY the same downward
 * @param exact whether pixels can be put where they belong; else pictures must be scaled and turned
 */
record Device(double left, double top, double scale, int column, int row, double offsetX, double offsetY, boolean exact) {
    private static final double FINEST = 8;

    static Device of(Graphics2D g, Rectangle2D area) {
        AffineTransform t = g.getTransform();
        boolean density = g.getRenderingHint(Vectors.DENSITY) instanceof Double;
        boolean straight = t.getShearX() == 0 && t.getShearY() == 0 && t.getScaleX() > 0 && t.getScaleX() == t.getScaleY();
        double scale = Math.sqrt(Math.abs(t.getDeterminant())) * (g.getRenderingHint(Vectors.DENSITY) instanceof Double d ? d : 1);
        if (density || !straight || scale > FINEST || !(scale > 0)) {
            return new Device(area.getX(), area.getY(), scale > 0 ? Math.min(scale, FINEST) : 1, 0, 0, 0, 0, false);
        }
        double x = area.getX() * scale + t.getTranslateX();
        double y = area.getY() * scale + t.getTranslateY();
        return new Device(area.getX(), area.getY(), scale, (int) Math.floor(x), (int) Math.floor(y), x - Math.floor(x),
                y - Math.floor(y), true);
    }

    /** A projection into the graphics' units as one into pixels counted from the area's corner. */
    Projection pixels(Projection units) {
        return units.in(left - offsetX / scale, top - offsetY / scale, scale);
    }
}
