package thalweg.paint;

import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import thalweg.data.DataSet;
import thalweg.data.ImageShape;

/** A sample as the picture that its features are. */
final class SampleImage {
    private SampleImage() {
    }

    /**
     * The picture of the first sample: from 0 black to 1 white as they are; standardised features, which know no black, over their own range.
     * Grey images are ink on paper: 0 is paper.
     */
    static BufferedImage of(DataSet sample) {
        ImageShape shape = sample.image().orElseThrow();
        double low = 0;
        double high = 1;
        int n = shape.size();
        for (int j = 0; j < n; j++) {
            low = Math.min(low, sample.feature(0, j));
            high = Math.max(high, sample.feature(0, j));
        }
        BufferedImage image = new BufferedImage(shape.width(), shape.height(), BufferedImage.TYPE_INT_RGB);
        int plane = shape.width() * shape.height();
        for (int i = 0; i < plane; i++) {
            int rgb = 0;
            for (int c = 0; c < 3; c++) {
                double v = (sample.feature(0, (shape.channels() >= 3 ? c : 0) * plane + i) - low) / (high - low);
                double shown = shape.channels() >= 3 ? v : 1 - v;
                rgb = rgb << 8 | (int) Math.round(255 * Math.clamp(shown, 0, 1));
            }
            image.setRGB(i % shape.width(), i / shape.width(), rgb);
        }
        return image;
    }

    /** Paints it with hard pixels, and a thin edge. */
    static void paint(Ink ink, BufferedImage image, Rectangle2D at) {
        ink.g().setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        AffineTransform to = AffineTransform.getTranslateInstance(at.getX(), at.getY());
        to.scale(at.getWidth() / image.getWidth(), at.getHeight() / image.getHeight());
        ink.g().drawImage(image, to, null);
        ink.stroke(ink.theme().border(), 1, at);
    }
}
