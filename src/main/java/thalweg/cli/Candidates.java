package thalweg.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import thalweg.data.DataSources;
import thalweg.experiment.Look;
import thalweg.experiment.NamedScenes;
import thalweg.lesson.Lessons;
import thalweg.network.Loss;
import thalweg.network.Models;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;

/** What the completion script offers after an option. */
abstract class Candidates implements Iterable<String> {
    private final Supplier<List<String>> ids;

    private Candidates(Supplier<List<String>> ids) {
        this.ids = ids;
    }

    @Override
    public Iterator<String> iterator() {
        return ids.get().iterator();
    }

    static final class OfObjectives extends Candidates {
        OfObjectives() {
            super(Objectives.CATALOG::ids);
        }
    }

    static final class OfOptimizers extends Candidates {
        OfOptimizers() {
            super(Optimizers.CATALOG::ids);
        }
    }

    static final class OfData extends Candidates {
        OfData() {
            super(DataSources.CATALOG::ids);
        }
    }

    static final class OfNetworks extends Candidates {
        OfNetworks() {
            super(Models.CATALOG::ids);
        }
    }

    static final class OfLosses extends Candidates {
        OfLosses() {
            super(() -> Arrays.stream(Loss.values()).map(Loss::id).toList());
        }
    }

    static final class OfViews extends Candidates {
        OfViews() {
            super(() -> Look.VIEWS);
        }
    }

    static final class OfColormaps extends Candidates {
        OfColormaps() {
            super(() -> Look.COLORMAPS);
        }
    }

    static final class OfThemes extends Candidates {
        OfThemes() {
            super(() -> List.of("light", "dark", "print"));
        }
    }

    static final class OfLessons extends Candidates {
        OfLessons() {
            super(() -> Lessons.ALL.stream().map(Lessons.Entry::id).toList());
        }
    }

    static final class OfDialects extends Candidates {
        OfDialects() {
            super(thalweg.export.Dialect::ids);
        }
    }

    static final class OfPresets extends Candidates {
        OfPresets() {
            super(thalweg.export.Preset::ids);
        }
    }

    static final class OfScenes extends Candidates {
        OfScenes() {
            super(() -> NamedScenes.ALL.stream().map(NamedScenes.Entry::id).toList());
        }
    }

    static final class OfKinds extends Candidates {
        OfKinds() {
            super(() -> ListCommand.KINDS);
        }
    }
}
