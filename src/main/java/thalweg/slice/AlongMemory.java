package thalweg.slice;

import java.util.ArrayList;
import java.util.List;
import thalweg.catalog.Entry;
import thalweg.catalog.Knob;
import thalweg.descent.Iterate;
import thalweg.descent.Trajectory;
import thalweg.math.Vec;

/** What an optimizer remembers at a step, such as Adam's m; a plane has the negative gradient beside it. Looked at from that step. */
@Entry(id = "memory", label = "optimizer's memory", help = "What the optimizer remembers at a step, such as Adam's m, and downhill beside it.",
        source = "Gabdullin 2024, arXiv 2412.10146")
record AlongMemory(
        @Knob(label = "run", value = 1, min = 1, max = 12, least = 1, most = 100, help = "The number of the run, from 1.")
        int run,
        @Knob(label = "step", value = 10, min = 1, max = 300, least = 0, most = 1_000_000, help = "The step; the last one if there are not so many.")
        int step,
        @Knob(label = "memory", word = "m", help = "Its letter: m, v, b ...")
        String letter) implements Directions {
    @Override
    public List<Vec> of(Vantage from, Vec origin) {
        if (from.paths().isEmpty()) {
            return new AlongChance(2, 0, 1).of(from, origin);
        }
        Trajectory path = from.path(run);
        Iterate moment = path.iterate(Math.min(step, path.last()), from.cancelled());
        Vec memory = moment.memory().get(letter);
        if (memory == null || memory.size() != origin.size()) {
            throw new IllegalArgumentException("memory: the optimizer of run " + run + " keeps no '" + letter + "' of every parameter; it keeps "
                    + (moment.memory().isEmpty() ? "nothing" : String.join(", ", moment.memory().keySet())));
        }
        if (!memory.isFinite() || !(memory.norm() > 0)) {
            throw new IllegalArgumentException("memory: '" + letter + "' of run " + run + " is " + (memory.isFinite() ? "0" : "not finite")
                    + " at step "
                    + moment.step() + " and points nowhere; choose a later step");
        }
        List<Vec> made = new ArrayList<>(List.of(memory));
        if (origin.size() > 1) {
            made.add(new AlongGradient(1).of(from, origin).getFirst());
        }
        return made;
    }

    @Override
    public boolean followsRuns() {
        return true;
    }

    @Override
    public Origin origin() {
        return new AtStep(run, step);
    }
}
