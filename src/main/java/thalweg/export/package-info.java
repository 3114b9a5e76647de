/**
 * Pictures and tables in files. Must not know JavaFX.
 *
 * <p>Everything is written whole or not at all ({@link thalweg.experiment.WholeFile}), and without the time of day: equal experiments give
 * equal files.
 *
 * <p>Decision: CSV and NPZ are written here instead of by a library, because writing them is a page each and reading them back is tested.
 *
 * <p>Decision: one table of endings in {@link thalweg.export.Exports} instead of a registry of writers; each new kind of picture is one
 * line there and one class beside it.
 */
package thalweg.export;
