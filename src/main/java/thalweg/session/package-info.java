/**
 * The state of one window without a window: the experiment with undo, playback, newest-wins work, files and autosave.
 *
 * <p>Everything public here is used on one thread, the window's; {@link thalweg.session.Results} is the one door to others. Only immutable
 * values pass through it. Must not know controls, scenes or painters.
 *
 * <p>Decision: the playhead and the hovered iterate are not edits. They move sixty times a second, need no undo, and are put into the
 * experiment only when it is saved.
 *
 * <p>Decision: while paths grow the playhead follows their newest step, until somebody moves it, instead of standing where it was: a training that is
 * watched shows what is learnt, not its start. And until the first frame of another place is there the window is told that it is awaited, and shows
 * words instead of the last place's pictures under a new title.
 *
 * <p>Decision: work that the user stops still gets a coarse grid, although that takes a moment, because a path without a map says nothing.
 *
 * <p>Decision: replaced work goes on until it has shown a frame, for at most {@link thalweg.session.Results#PATIENCE}, instead of giving up
 * at once, because a slider that moves faster than a frame is made would otherwise show nothing until it rests.
 *
 * <p>Decision: a disk that cannot be written is told once, in the status line, and outlasts edits there, instead of never (a crash would
 * lose what the user believed kept) or every time.
 *
 * <p>Decision: preferences are a {@code .properties} file rather than JSON, because Jackson belongs to {@code experiment} and they are
 * flat.
 *
 * <p>Decision: curvature is sought on the thread that looks for critical points ({@link thalweg.session.Inquiries}), which is idle where models
 * learn, instead of on one more; what is found is kept on the window's thread, one bit of news at a time, so that a question replaced by a newer one
 * has lost nothing. A point that the playhead has left is let finish if it takes no longer than its patience, or playing would never show one.
 *
 * <p>Decision: what the window says stands in one bundle, {@code Interface.properties}, with a second one in German, and is asked for by key through
 * {@link thalweg.session.Wording}; it is here and not in {@code view}, because the session has things to say too. The language is Java's own locale
 * of what is displayed instead of a field of ours, so that JavaFX's own words follow. It is spoken from the next start on, instead of at once: every
 * word on screen is made once, and making a window anew in the middle of a lecture would cost what is open in it. What catalogs hold is named in
 * English by their entries, and in other languages by {@code Catalog_de.properties} beside it, so that a new entry is complete without a translation.
 *
 * <p>Decision: translated are menus, buttons, forms, hints, accessible names, sheets, dialogs, the status line, names of edits, and the names and
 * help of views, landscapes, data, models, schedules, directions and knobs. English stays what is drawn in pictures, with the muted phrase in the
 * head of a tile that is exported with it, because a figure must not depend on who made it; names of optimizers, which stand in legends; lessons,
 * which are texts of their own, and named scenes; what files and the command line say; and the reasons that formulas, catalogs and files give when
 * they refuse something.
 */
package thalweg.session;
