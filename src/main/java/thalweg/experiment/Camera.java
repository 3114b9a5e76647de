package thalweg.experiment;

/**
 * Where the surface is seen from.
 *
 * @param azimuth degrees around the height axis
 * @param elevation degrees above the floor, -90 to 90
 * @param zoom 1 fits the tile
 * @param perspective or else orthographic
 * @param home whether azimuth and elevation are chosen by the program for the function shown (until the user turns it)
 */
public record Camera(double azimuth, double elevation, double zoom, boolean perspective, boolean home) {
    public static final Camera HOME = new Camera(-118, 46, 1, true, true);
}
