/** One immutable record per update rule, and the schedules of the learning rate. */
package thalweg.optimizer;
