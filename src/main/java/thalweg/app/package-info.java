/**
 * Main and the wiring; the only package that names all the others. Holds no behaviour of its own beyond starting, ending and what a program on a
 * machine has: folders, threads, standard streams.
 *
 * <p>Decision: {@code java.awt.headless} is set before anything else, because AWT only paints here, and two event loops are known to deadlock on
 * macOS.
 *
 * <p>Decision: an exception nobody caught is written to standard error and into the status line, and the window goes on: what was on screen is
 * still right, and a lecture must not end with a dialog.
 *
 * <p>Decision: whether there is a display is asked before JavaFX is touched, because its own answer comes as a stack trace from another thread.
 */
package thalweg.app;
