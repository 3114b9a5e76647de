package thalweg.paint;

import thalweg.experiment.Frame;

/** Where the runs of a frame want to go, and the words that are true of it: down a cost, or up something that is no cost. */
public enum Goal {
    LOWEST("lowest", "minimum", "higher", "cost", "its cost fall"), HIGHEST("highest", "maximum", "lower", "J", "J rise");

    private final String best;
    private final String end;
    private final String worse;
    private final String cost;
    private final String course;

    Goal(String best, String end, String worse, String cost, String course) {
        this.best = best;
        this.end = end;
        this.worse = worse;
        this.cost = cost;
        this.course = course;
    }

    public static Goal of(Frame frame) {
        return frame.experiment().maximise() ? HIGHEST : LOWEST;
    }

    /** Of all values of J the one wanted: "lowest". */
    String best() {
        return best;
    }

    /** The kind of point where a run ends: "minimum". */
    public String end() {
        return end;
    }

    /** Compared with another value of J, the less wanted one is this. */
    String worse() {
        return worse;
    }

    /** What J is called. */
    String cost() {
        return cost;
    }

    /** What a run that does well lets people see: "its cost fall". */
    String course() {
        return course;
    }
}
