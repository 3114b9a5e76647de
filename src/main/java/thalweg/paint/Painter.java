package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import thalweg.experiment.Frame;

/** Draws a frame into an area of anything that takes Java2D: a window's pixels, an image, a vector file. Pure; keeps nothing. */
@FunctionalInterface
public interface Painter {
    void paint(Graphics2D g, Rectangle2D area, Frame frame);
}
