package thalweg.slice;

import thalweg.math.Grid;

/** Who waits for a sampling is told, on the calling thread, how far it is. */
@FunctionalInterface
public interface Progress {
    /**
     * A coarser stage is there.
     *
     * @param grid of the full size; its nodes that are not sampled yet lie between those that are
     */
    void stage(Grid grid);

    /**
     * A first picture is there, of some of the samples only: much like what comes, but none of its values is.
     *
     * @param grid of the full size, coarse
     */
    default void sketch(Grid grid) {
    }

    /**
     * Before any value: the products of data with the directions, which all nodes share, are under way.
     *
     * @param part done, from 0 to 1
     */
    default void preparing(double part) {
    }

    /**
     * Nodes are being sampled.
     *
     * @param part of all nodes that are there, from 0 to 1; the time that a node takes varies little
     */
    default void sampling(double part) {
    }
}
