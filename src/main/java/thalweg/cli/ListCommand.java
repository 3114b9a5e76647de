package thalweg.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import thalweg.catalog.Catalog;
import thalweg.catalog.Choice;
import thalweg.catalog.KnobInfo;
import thalweg.catalog.Nearest;
import thalweg.catalog.Value;
import thalweg.data.DataSources;
import thalweg.experiment.Json;
import thalweg.experiment.NamedScenes;
import thalweg.lesson.Lessons;
import thalweg.network.Models;
import thalweg.objective.Objectives;
import thalweg.optimizer.Optimizers;
import thalweg.optimizer.Schedules;
import thalweg.paint.ColourMap;
import thalweg.paint.Views;
import thalweg.slice.DirectionKinds;

/** What there is to choose from. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists what there is to choose from, with the knobs of each.",
        footer = {"", "Example: thalweg list optimizers --json"})
final class ListCommand implements Callable<Integer> {
    static final List<String> KINDS = List.of("objectives", "optimizers", "schedules", "views", "colormaps", "datasets", "networks",
            "directions", "lessons", "scenes");

    @Parameters(index = "0", arity = "0..1", paramLabel = "KIND", completionCandidates = Candidates.OfKinds.class,
            description = "objectives, optimizers, schedules, views, colormaps, datasets, networks, directions, lessons or scenes")
    private Optional<String> kind = Optional.empty();

    @Option(names = "--json", description = "one JSON array with everything that is known of each")
    private boolean json;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        String what = kind.orElseThrow(() -> new IllegalArgumentException("say what to list: " + String.join(", ", KINDS)));
        List<Map<String, Object>> rows = switch (what) {
            case "objectives" -> rows(Objectives.CATALOG);
            case "optimizers" -> rows(Optimizers.CATALOG);
            case "schedules" -> rows(Schedules.CATALOG);
            case "views" -> Views.ALL.stream().map(v -> row(v.id(), v.label())).toList();
            case "colormaps" -> ColourMap.IDS.stream().map(id -> row(id, id)).toList();
            case "datasets" -> rows(DataSources.CATALOG);
            case "networks" -> rows(Models.CATALOG);
            case "lessons" -> Lessons.ALL.stream().map(l -> {
                Map<String, Object> row = row(l.id(), l.title());
                row.put("help", l.help());
                return row;
            }).toList();
            case "scenes" -> NamedScenes.ALL.stream().map(s -> {
                Map<String, Object> row = row(s.id(), s.title());
                row.put("help", s.caption());
                return row;
            }).toList();
            case "directions" -> rows(DirectionKinds.CATALOG);
            default -> throw new IllegalArgumentException("there is no list of '" + what + "'; " + Nearest.advice(what, KINDS));
        };
        if (json) {
            out.print(Json.write(rows));
            out.flush();
        } else {
            rows.forEach(row -> out.println(line(row)));
        }
        return 0;
    }

    private static String line(Map<String, Object> row) {
        String knobs = row.get("knobs") instanceof List<?> list && !list.isEmpty()
                ? list.stream().map(k -> (Map<?, ?>) k).map(k -> k.get("name") + "=" + knobDefault(k.get("default")))
                        .collect(Collectors.joining(", ", "(", ")")) : "";
        String help = row.getOrDefault("help", "").toString();
        String words = help.isEmpty() ? row.get("label").toString() : help;
        return String.format("%-28s %s%s", row.get("id"), words, knobs.isEmpty() ? "" : "  " + knobs);
    }

    private static String knobDefault(Object value) {
        return value instanceof Double number ? Json.number(number) : value.toString();
    }

    private static <T> List<Map<String, Object>> rows(Catalog<T> catalog) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Choice<T> choice : catalog.choices()) {
            Map<String, Object> row = row(choice.id(), choice.label());
            row.put("group", choice.group());
            row.put("help", choice.help());
            row.put("source", choice.source());
            row.put("convention", choice.convention());
            row.put("latex", choice.latex());
            row.put("knobs", choice.knobs().stream().map(ListCommand::knob).toList());
            rows.add(row);
        }
        return rows;
    }

    private static Map<String, Object> row(String id, String label) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("label", label);
        return row;
    }

    private static Map<String, Object> knob(KnobInfo knob) {
        Map<String, Object> row = row(knob.name(), knob.label());
        row.put("name", row.remove("id"));
        row.put("default", knob.initial() instanceof Value.Num(double v) ? v : knob.initial().asText());
        row.put("rule", knob.rule());
        row.put("help", knob.help());
        return row;
    }
}
