package thalweg.paint;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;

/** Letters as letters, for files that can hold them: given to a graphics under {@link #KEY}, it is asked before outlines are filled. */
@FunctionalInterface
public interface Lettering {
    /** The hint of a graphics that has one. */
    RenderingHints.Key KEY = new Key();

    /**
     * A line of letters.
     *
     * @param size in units of the graphics
     * @param at where the beginning of its baseline is, and which way it runs
     */
    record Letters(String text, Face face, double size, AffineTransform at) {
    }

    /** Writes letters in a colour. Returns whether they are seen now; if not, their outlines are filled. */
    boolean write(Graphics2D g, Color colour, Letters letters);

    /** Takes letterings only. */
    final class Key extends RenderingHints.Key {
        private Key() {
            super(0x74686177);
        }

        @Override
        public boolean isCompatibleValue(Object value) {
            return value instanceof Lettering;
        }
    }
}
