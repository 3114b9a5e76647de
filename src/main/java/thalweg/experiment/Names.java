package thalweg.experiment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.SpecException;
import thalweg.catalog.Value;
import thalweg.optimizer.Optimizers;

/**
 * Names for legends, no two alike. A run's own label stays; several runs of one optimizer are told apart by the first knob in which they
 * all differ ("Adam α = 0.1"), or else by their batches ("Adam, batch 32"), or else by a number ("Adam", "Adam 2").
 */
final class Names {
    private static final Map<String, String> LETTERS = Map.ofEntries(Map.entry("alpha", "α"), Map.entry("beta", "β"),
            Map.entry("gamma", "γ"), Map.entry("delta", "δ"), Map.entry("varepsilon", "ε"), Map.entry("epsilon", "ε"),
            Map.entry("eta", "η"), Map.entry("lambda", "λ"), Map.entry("mu", "μ"), Map.entry("rho", "ρ"), Map.entry("sigma", "σ"),
            Map.entry("tau", "τ"), Map.entry("psi", "ψ"));
    private static final Pattern COMMAND = Pattern.compile("\\\\([a-z]+)");

    private Names() {
    }

    static List<String> of(List<Run> runs) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            groups.computeIfAbsent(plain(runs.get(i)), _ -> new ArrayList<>()).add(i);
        }
        String[] names = new String[runs.size()];
        groups.forEach((name, members) -> {
            boolean labelled = members.stream().anyMatch(i -> !runs.get(i).label().isEmpty());
            List<Run> alike = members.stream().map(runs::get).toList();
            Optional<List<String>> knobs = members.size() == 1 || labelled ? Optional.empty() : difference(alike).or(() -> batches(alike));
            for (int k = 0; k < members.size(); k++) {
                names[members.get(k)] = knobs.isEmpty() ? name : name + knobs.get().get(k);
            }
        });
        return numbered(names);
    }

    private static String plain(Run run) {
        return run.label().isEmpty() ? label(run.optimizer().id()) : run.label();
    }

    private static String label(String id) {
        return Optimizers.CATALOG.choices().stream().filter(c -> c.id().equals(id)).findFirst().map(c -> c.label()).orElse(id);
    }

    /** ", batch 32" for each run, if they learn from batches of different sizes. */
    private static Optional<List<String>> batches(List<Run> runs) {
        return runs.stream().map(Run::batch).distinct().count() < runs.size() ? Optional.empty()
                : Optional.of(runs.stream().map(r -> r.batch() == 0 ? ", all samples" : ", batch " + r.batch()).toList());
    }

    /** " α = 0.1" for each run, for the first knob whose values are all different. */
    private static Optional<List<String>> difference(List<Run> runs) {
        List<Map<String, Value>> settings;
        try {
            settings = runs.stream().map(r -> Optimizers.CATALOG.settings(r.optimizer())).toList();
        } catch (SpecException _) {
            return Optional.empty();                              // a run that cannot be made is named too
        }
        for (KnobInfo knob : Optimizers.CATALOG.choice(runs.getFirst().optimizer().id()).knobs()) {
            List<String> values = settings.stream().map(s -> s.get(knob.name()).toString()).toList();
            if (new HashSet<>(values).size() == values.size()) {
                return Optional.of(values.stream().map(v -> " " + symbol(knob) + " = " + v).toList());
            }
        }
        return Optional.empty();
    }

    private static String symbol(KnobInfo knob) {
        String symbol = COMMAND.matcher(knob.symbol()).replaceAll(m -> Matcher.quoteReplacement(LETTERS.getOrDefault(m.group(1), "")))
                .replaceAll("_\\{?([0-9a-z]+)}?", "$1");
        return symbol.isEmpty() || symbol.matches(".*[\\\\{}^].*") ? knob.label() : symbol;
    }

    /** The second and later of equal names get a number that no other name has. */
    private static List<String> numbered(String[] names) {
        Set<String> all = new HashSet<>(List.of(names).stream().distinct().toList());
        Set<String> used = new HashSet<>();
        List<String> distinct = new ArrayList<>();
        for (String name : names) {
            String unused = name;
            for (int n = 2; used.contains(unused); n++) {
                unused = all.contains(name + " " + n) ? unused : name + " " + n;
            }
            used.add(unused);
            distinct.add(unused);
        }
        return List.copyOf(distinct);
    }
}
