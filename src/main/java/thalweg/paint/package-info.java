/**
 * Draws frames with Java2D. Must not know JavaFX, files or threads.
 *
 * <p>Sizes in comments and constants are pixels at scale 1; {@link thalweg.paint.Ink} multiplies them by the style's scale.
 *
 * <p>Decision: text is painted as outlines of fonts that travel with the program ({@link thalweg.paint.Face}, {@link
 * thalweg.paint.Typeset})
 * instead of by the machine's text engine, because those differ from machine to machine, and so that a vector file looks like the window
 * without carrying fonts. Price: a label of ten letters costs some 50 microseconds instead of 5.
 *
 * <p>Decision: JFreeChart chooses the units of ticks ({@link thalweg.paint.Axis}); the lines and labels of axes are painted here instead
 * of by its {@code draw}, because that measures and paints text with the machine's engine and knows no superscripts.
 *
 * <p>Decision: what pure functions made of texts is kept in bounded static tables ({@link thalweg.paint.Kept}) instead of made again for
 * every frame: equal keys give equal shapes, so it can be seen only in time.
 */
package thalweg.paint;
