package thalweg.experiment;

import java.util.List;
import java.util.Optional;
import thalweg.catalog.Spec;
import thalweg.slice.Normalisation;

/**
 * An experiment shown beside others that differ from it in little: what stands here takes the place of what the experiment says, all else is the
 * same, seeds included.
 *
 * @param name for the head of its tile
 * @param model what learns
 * @param loss id
 * @param limit only so many samples
 * @param batch samples shown to every run at a step; 0: all
 * @param directions along which it is looked
 * @param origin from where
 * @param normalisation how long directions are
 */
public record Variant(String name, Optional<Spec> model, Optional<String> loss, Optional<Integer> limit, Optional<Integer> batch,
        Optional<Spec> directions, Optional<Spec> origin, Optional<Normalisation> normalisation) {
    /** The experiment as it is. */
    public static Variant named(String name) {
        return new Variant(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    public Variant withModel(Spec changed) {
        return new Variant(name, Optional.of(changed), loss, limit, batch, directions, origin, normalisation);
    }

    public Variant withLimit(int changed) {
        return new Variant(name, model, loss, Optional.of(changed), batch, directions, origin, normalisation);
    }

    public Variant withBatch(int changed) {
        return new Variant(name, model, loss, limit, Optional.of(changed), directions, origin, normalisation);
    }

    public Variant withNormalisation(Normalisation changed) {
        return new Variant(name, model, loss, limit, batch, directions, origin, Optional.of(changed));
    }

    /** The same under another name. */
    public Variant called(String other) {
        return new Variant(other, model, loss, limit, batch, directions, origin, normalisation);
    }

    /** Whether it differs in what is learnt, which a function of one's own has not. */
    boolean learns() {
        return model.isPresent() || loss.isPresent() || limit.isPresent() || batch.isPresent();
    }

    /** What is shown in its place; it has no variants of its own. */
    public Experiment of(Experiment base) {
        Slicing slicing = base.slicing();
        slicing = directions.isPresent() ? slicing.withDirections(directions) : slicing;
        slicing = origin.isPresent() ? slicing.withOrigin(origin) : slicing;
        slicing = normalisation.isPresent() ? slicing.withNormalisation(normalisation) : slicing;
        Subject subject = base.subject();
        if (subject instanceof Learning learning) {
            learning = model.isPresent() ? learning.withModel(model.get()) : learning;
            learning = loss.isPresent() ? learning.withLoss(loss.get()) : learning;
            subject = limit.isPresent() ? learning.withLimit(limit.get()) : learning;
        }
        List<Run> runs = batch.isPresent() ? base.runs().stream().map(r -> r.withBatch(batch.get())).toList() : base.runs();
        return base.withSubject(subject).withSlicing(slicing).withRuns(runs).withVariants(List.of());
    }
}
