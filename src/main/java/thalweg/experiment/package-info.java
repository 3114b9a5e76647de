/**
 * What the user chose, as a value with a readable file form, and what it means. Must not know pictures, windows or threads.
 *
 * <p>Decision: files are read by walking Jackson's tokens into values that know their line and column ({@link thalweg.experiment.Json})
 * instead of by data binding, so that every mistake, of the syntax or of the meaning, is reported where it stands and in our own words.
 * Price: each field is named once when written and once when read; a test on random experiments compares the two.
 *
 * <p>Decision: the ids of views and colour maps that a file may name stand in {@link thalweg.experiment.Look} as well as with the painters,
 * because a file is checked where painters are not known; a test compares the lists.
 *
 * <p>Decision: what is descended is a {@link thalweg.experiment.Subject}, a function or a {@link thalweg.experiment.Learning}, instead of a nested
 * spec in the catalog of objectives, because data, model and loss are turned one by one, and because the views want them one by one too: a scene that
 * learns holds its {@link thalweg.experiment.Study}.
 *
 * <p>Decision: how often a run on batches is measured on all data is a rule on sizes ({@code Study.measureEvery}), instead of a rule on time,
 * so that equal experiments give equal charts on every machine.
 *
 * <p>Decision: comparisons of many runs are part of a frame ({@link thalweg.experiment.Surveys}), made only for views that are on screen, stage by
 * stage; what they depend on is a value, so that a turned camera makes nothing anew and a turned knob does.
 *
 * <p>Decision: the learning rates of the first races are found by trying ({@link thalweg.experiment.Pace}) and kept in a table, instead of
 * derived from the curvature, which says nothing about a landscape of many valleys.
 *
 * <p>Decision: what views ask of the curvature ({@link thalweg.experiment.Inquiry}) is found when it is asked, and a frame carries what is known by
 * then ({@link thalweg.experiment.Curvatures}), instead of being a part of every frame: an eigenvalue takes as long as some ten to a hundred
 * gradients.
 *
 * <p>Decision: experiments stand side by side as one experiment with {@link thalweg.experiment.Variant}s, which say only what differs, instead of as
 * two whole ones: so what is meant to be equal is equal, seeds included, and a knob that is turned turns for all. Price: a frame holds the frames of
 * its variants.
 */
package thalweg.experiment;
