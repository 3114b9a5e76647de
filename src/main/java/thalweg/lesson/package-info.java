/**
 * Lectures as values: scenes in their order, each an experiment with what plays, what is said and what the speaker should know; their file form; and
 * the lessons that travel with the program. Must not know pictures, windows or threads.
 *
 * <p>Decision: a package of its own instead of a part of {@code experiment}, which is what one scene shows and need not know that there are others.
 * Price: what reads JSON with the place of every value is public there.
 *
 * <p>Decision: a scene holds its whole experiment instead of the difference to the scene before, so that scenes can be reordered, and so that one
 * that is taken out of a lesson is a session.
 *
 * <p>Decision: the lessons that travel with the program are files like everybody's, instead of code, so that they are what a lecturer opens, changes
 * and saves. Every number that a caption states is computed anew in a test.
 */
package thalweg.lesson;
