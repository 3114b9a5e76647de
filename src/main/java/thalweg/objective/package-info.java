/** Cost functions, how they want to be seen, and their critical points. */
package thalweg.objective;
