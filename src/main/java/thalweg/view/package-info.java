/**
 * The window: JavaFX controls and panes over one {@link thalweg.session.Session}. Knows the session, the painters and JavaFX; must not compute
 * anything about a function or a run, and must not keep what the experiment holds.
 *
 * <p>Decision: {@link thalweg.view.PlotView} is the one door between painters and screen, and {@link thalweg.view.Sheet} the only place where
 * pixels of AWT and JavaFX are the same memory. Instead of a canvas per plot: what is shown and what is saved come from one painter.
 *
 * <p>Decision: work that is waiting is held by the JavaFX thread alone (one field, newest wins), and the executors are constructor arguments.
 * Instead of locks or atomic references: only one thread ever touches the state of a view.
 *
 * <p>Decision: controls are built in Java and named with ids for tests and style sheets, instead of FXML: constructor arguments stay final.
 *
 * <p>Decision: the keyboard is one table, {@link thalweg.view.Keys}, that both acts and writes the overlay of keys, so neither can go stale.
 *
 * <p>Decision: everything on a stage, words and lines of plots and captions, is sized in parts of the stage's height, instead of by one factor: the
 * smallest words are 1/28 of it on every projector. Price: on a stage there is room for two plots, and for four only where they say little.
 *
 * <p>Decision: what JavaFX cannot do for a lecture is left to others: the display is kept awake by a program of the system ({@code app.Awake}), and
 * the pointer gets a {@link thalweg.view.Halo} of our own, because the sizes that a system allows for pointers differ.
 *
 * <p>Decision: reduced motion, which follows the system until people choose, keeps from moving what nobody asked to move ({@link thalweg.view.Calm}):
 * what would play by itself stands at its end, where all of it is seen, and a map that fingers have pushed stops with them. Playing and turning on
 * request are as always.
 *
 * <p>Decision: fingers push a map and turn a surface, a wheel zooms ({@link thalweg.view.Touchpad}), because a wheel has nothing else to zoom with
 * and fingers can spread. Price: where the system does not tell a touchpad from a wheel, as on Linux, two fingers zoom.
 */
package thalweg.view;
