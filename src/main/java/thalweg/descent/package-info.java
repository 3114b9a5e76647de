/**
 * The loop: an optimizer moves on an objective and leaves a trajectory. Knows rules and objectives; must not know pictures, threads or
 * clocks.
 *
 * <p>Decision: a trajectory that does not fit its memory budget keeps moments (theta and the rule's memory) and walks again from the
 * nearest, instead of thinning what can be asked for, because steps are deterministic: every accessor works for every step, to the same
 * bits, and costs time instead of memory. In two dimensions 1,000,000 steps fit as they are.
 *
 * <p>Decision: divergence is called when a coordinate is 1e8 times farther out than the start, instead of when numbers overflow, because a
 * rate just above the stable one would need thousands of steps to overflow, and "diverged at step 60" is what the lecture shows.
 *
 * <p>Decision: a cancelled run answers its rule with NaN from the next evaluation on, instead of throwing through it, so that rules need no
 * code for cancelling and a sweep over 30,000 coordinates still ends at once.
 */
package thalweg.descent;
