package thalweg.paint;

import java.util.function.BiFunction;

/**
 * One of the views that a tile can show.
 *
 * @param id as in {@code --view}
 * @param label as in the tile's header
 * @param plot makes its painter
 */
public record ViewKind(String id, String label, BiFunction<Style, Memo, Plot> plot) {
}
