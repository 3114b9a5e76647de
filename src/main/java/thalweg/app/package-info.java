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
 *
 * <p>Decision: {@code mvn package} starts the laid-out program once without a display, as a rehearsal, and keeps what Java has then loaded and linked
 * in {@code lib/thalweg.aot} (JEP 483, 514, 515), with what JavaFX loads on a real display (a twentieth of a start), instead of a class archive in a
 * folder of the user's made at the end of the first start: the first start is fast too, and nothing is written at its end. Java itself checks that
 * the file was made by the same build of Java from the same libraries, by size and time, and silently starts without it otherwise. Price: 60 MB, half
 * a minute of build, and a folder copied without its times starts slowly. The Vector API, an incubator module, cannot be had together with it, so the
 * window starts without it; to be weighed again when sessions hold networks.
 *
 * <p>Decision: an installer carries Java and the libraries as they are, modules on a path, instead of one linked image: a third of the libraries are
 * automatic modules, which jlink refuses. Java then ties {@code thalweg.aot} to that path, so the installation makes it, where the program will
 * stand.
 *
 * <p>Decision: the session is made on a thread of its own while JavaFX starts; the panels are made once the first plots are on screen, one
 * between two pictures of the window, then the runs begin to play; the search for critical points, the thumbnails and the fonts of formulas
 * wait for the plots too. On two cores everything that runs earlier delays the window: half of what a start computes is compiling.
 *
 * <p>Decision: the start scripts make Java compile only what was called ten times as often as it would wait for by itself, but loops as early as
 * ever, and without counters while its second compiler is busy. A start compiled for as long as it computed, and much of that was never called again:
 * on two cores the first plots come a sixth earlier, a picture from the command line a quarter. What computes long notices nothing, but for the
 * kernels of the Vector API, which are slow until they are compiled best: {@code train} keeps Java's own numbers.
 *
 * <p>Decision: the rehearsal runs with Java's first compiler alone. What the second had compiled there, every start compiled again in its first
 * seconds, called as often or not; now the first plots come a fourteenth earlier with a sixth less of the processors' time. Price: what computes for
 * seconds is at full speed some tenths of a second later.
 *
 * <p>Decision: what nobody needs any more goes back to the system within half a minute after the last movement: the scripts let Java collect while
 * nothing is allocated, and keep little room. The first scene at rest takes 430 MB instead of 610; time it costs none that could
 * be measured.
 *
 * <p>Decision: the build parses the style sheets and sets the formulas of the first window and the titles of functions
 * ({@link thalweg.app.Preparation}), and lays both over the resources in the program's jar only: {@code mvn} alone reads the texts, so what is
 * edited is seen. Together with shaping letters by JNI they take some 0.8 of the 2.7 seconds of processors that pass until the window is made.
 */
package thalweg.app;
