package thalweg.paint;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;

/** Draws lines: with any graphics, or much faster straight into pixels. */
interface Pen {
    /** Draws a line of straight pieces; the colour may let through what is below. */
    void draw(Shape line, BasicStroke stroke, Color colour);

    /** Fills a circle with an opaque colour. */
    void dot(double x, double y, double radius, Color colour);

    /** The pen of a graphics. */
    static Pen of(Graphics2D g) {
        return new Pen() {
            @Override
            public void draw(Shape line, BasicStroke stroke, Color colour) {
                g.setColor(colour);
                g.setStroke(stroke);
                g.draw(line);
            }

            @Override
            public void dot(double x, double y, double radius, Color colour) {
                g.setColor(colour);
                g.fill(Ink.circle(x, y, radius));
            }
        };
    }

    /** A solid line, as wide as given. */
    default void draw(Shape line, double width, Color colour) {
        draw(line, new BasicStroke((float) width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND), colour);
    }
}
