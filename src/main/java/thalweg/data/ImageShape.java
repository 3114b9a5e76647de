package thalweg.data;

/**
 * How the features of a sample form a picture: feature {@code (c * height + y) * width + x} is channel c of the pixel (x, y) from the top left.
 *
 * @param channels 1 for grey, 3 for red, green, blue
 */
public record ImageShape(int width, int height, int channels) {
    public ImageShape {
        if (width < 1 || height < 1 || channels < 1) {
            throw new DataException("an image needs at least one pixel and channel, but was " + width + " x " + height + " x " + channels);
        }
    }

    /** The number of features. */
    public int size() {
        return Math.multiplyExact(Math.multiplyExact(width, height), channels);
    }
}
