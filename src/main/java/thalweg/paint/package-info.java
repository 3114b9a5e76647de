/** Draws frames with Java2D. Must not know JavaFX, files or threads. */
package thalweg.paint;
