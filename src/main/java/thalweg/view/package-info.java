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
 */
package thalweg.view;
