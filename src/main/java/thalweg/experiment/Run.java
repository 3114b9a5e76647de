package thalweg.experiment;

import thalweg.catalog.Spec;
import thalweg.optimizer.Optimizers;

/**
 * One optimizer of an experiment.
 *
 * @param optimizer what moves
 * @param schedule its learning rate over time
 * @param batch samples shown at a step where there are any; 0: all
 * @param label for legends; empty: the optimizer's own
 * @param style index into the palette of colours, dashes and markers
 * @param colour {@code #rrggbb} instead of the palette's; empty: the palette's
 * @param hidden left out of every view, but kept
 */
public record Run(Spec optimizer, Spec schedule, int batch, String label, int style, String colour, boolean hidden) {
    public static Run of(Spec optimizer, int style) {
        return new Run(optimizer, Spec.of("constant"), 0, "", style, "", false);
    }

    /** Whether it is a path that was walked elsewhere and cannot be walked otherwise. */
    public boolean isRecorded() {
        return optimizer.id().equals(Optimizers.RECORDED);
    }

    public Run withOptimizer(Spec changed) {
        return new Run(changed, schedule, batch, label, style, colour, hidden);
    }

    public Run withSchedule(Spec changed) {
        return new Run(optimizer, changed, batch, label, style, colour, hidden);
    }

    public Run withBatch(int changed) {
        return new Run(optimizer, schedule, changed, label, style, colour, hidden);
    }

    public Run withLabel(String changed) {
        return new Run(optimizer, schedule, batch, changed, style, colour, hidden);
    }

    public Run withStyle(int changed) {
        return new Run(optimizer, schedule, batch, label, changed, colour, hidden);
    }

    public Run withColour(String changed) {
        return new Run(optimizer, schedule, batch, label, style, changed, hidden);
    }

    public Run withHidden(boolean changed) {
        return new Run(optimizer, schedule, batch, label, style, colour, changed);
    }
}
