/**
 * What people can choose and turn, described once: entries, knobs, and the syntax of specs. Knows nothing of what is chosen.
 *
 * <p>Decision: a catalog is checked when it is made (ids, defaults, slider ends) rather than when a panel is drawn, so that a wrong
 * annotation fails every test at once.
 *
 * <p>Decision: a bare token that spells a number is a number and everything else without separators is a word ({@code 16-16},
 * {@code data.csv}, {@code x^2}), and a text knob accepts all three. Price: a word never looks like a number; it must be quoted.
 *
 * <p>Decision: whole numbers travel as doubles, exact up to 2^53, instead of a fourth kind of value.
 */
package thalweg.catalog;
