/**
 * Samples to learn from: made by the program from a seed, or read from CSV, IDX and CIFAR-10 files; and surfaces that others sampled. Knows nothing
 * of models and costs; must not know pictures, threads or clocks.
 *
 * <p>Decision: sample i of a generator depends on seed and i only, not on how many there are, so that moving the slider "samples" adds and
 * removes points and moves none. Classes take turns, so every subset from the front is balanced.
 *
 * <p>Decision: a data set lends its array of features instead of copying it, because 10,000 images of 3,072 numbers are 245 MB; its contract
 * says that nobody writes there.
 *
 * <p>Decision: images keep the order of CIFAR-10's files, one channel after the other, row by row, with values from 0 to 1, whatever they
 * were read from, so that one painter shows them all.
 *
 * <p>Decision: files are choices of the same catalog as generators ({@code csv(path=...)}), so that a session, the command line and the window
 * name them alike; what is wrong with one is a {@link thalweg.data.DataException} that names file, line and column.
 *
 * <p>Decision: HDF5 is read and written through jHDF here, and nowhere else, because landscapes from files ({@link thalweg.data.SurfaceFile}) lie
 * below the writers of slices; whatever the library throws at a damaged file becomes a {@link thalweg.data.DataException}.
 */
package thalweg.data;
