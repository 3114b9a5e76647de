/**
 * The state of one window without a window: the experiment with undo, playback, newest-wins work, files and autosave.
 *
 * <p>Everything public here is used on one thread, the window's; {@link thalweg.session.Workers} is the one door to others. Only immutable values
 * pass through it. Must not know controls, scenes or painters.
 *
 * <p>Decision: the playhead and the hovered iterate are not edits. They move sixty times a second, need no undo, and are put into the experiment
 * only when it is saved.
 *
 * <p>Decision: preferences are a {@code .properties} file rather than JSON, because Jackson belongs to {@code experiment} and they are flat.
 */
package thalweg.session;
