package thalweg.paint;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A part of a picture that stays while others move: painted once into a transparent image of the device's resolution if there is a memo to
 * keep it, and else, or for vectors, painted as it is.
 */
final class Layer {
    private Layer() {
    }

    /**
     * Paints it.
     *
     * @param part its name in the memo
     * @param key equal keys mean equal pictures in the same place and style
     */
    static void paint(Ink ink, Rectangle2D area, Memo memo, String part, Object key, Consumer<Ink> work) {
        Optional<Pixels> device = memo == Memo.NONE ? Optional.empty() : Pixels.of(ink.g(), area);
        if (device.isEmpty()) {
            work.accept(ink);
            return;
        }
        Pixels pixels = device.get();
        pixels.draw(ink.g(), memo.get(part, List.of(key, area, ink.style().withStill(true), pixels), () -> {
            BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), BufferedImage.TYPE_INT_ARGB_PRE);
            Graphics2D g = image.createGraphics();
            g.transform(pixels.toImage());
            Ink.on(g, area, ink.style(), work);
            g.dispose();
            return image;
        }));
    }
}
