/** Where we look: lines and planes through an objective, sampled to grids. */
package thalweg.slice;
