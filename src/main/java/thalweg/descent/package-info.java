/** The loop: an optimizer moves on an objective and leaves a trajectory. */
package thalweg.descent;
