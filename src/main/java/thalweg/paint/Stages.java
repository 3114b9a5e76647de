package thalweg.paint;

import thalweg.experiment.Focus;
import thalweg.experiment.Frame;
import thalweg.experiment.Look;
import thalweg.network.Stage;

/**
 * What some views show stage by stage: a step of an optimizer, the pass through a network, the rows of a gradient check. Stage 0 is the whole, or
 * rest.
 */
public final class Stages {
    private static final String NETWORK = "network";
    private static final String UPDATE = "update";
    private static final String CHECK = "gradient-check";

    private Stages() {
    }

    /** The last stage of a view; 0 if it has none. */
    public static int last(String view, Frame frame) {
        return switch (view) {
            case NETWORK -> frame.scene().study().map(s -> Stage.of(s.cost().architecture()).size() - 1).orElse(0);
            case UPDATE -> Update.stages(frame);
            case CHECK -> CheckedRows.count(frame);
            default -> 0;
        };
    }

    /** The stage a look shows in a view that has stages. */
    public static int at(String view, Look look) {
        return switch (view) {
            case NETWORK -> look.focus().stage();
            case UPDATE -> look.focus().update();
            default -> look.focus().rows();
        };
    }

    /** The look at another stage of a view that has stages. */
    public static Look to(String view, Look look, int stage) {
        Focus focus = look.focus();
        return look.withFocus(switch (view) {
            case NETWORK -> focus.withStage(stage);
            case UPDATE -> focus.withUpdate(stage);
            default -> focus.withRows(stage);
        });
    }

    /** The look some stages on or back, no further than there are. */
    public static Look step(String view, Frame frame, Look look, int by) {
        int last = last(view, frame);
        return to(view, look, Math.clamp((long) Math.min(at(view, look), last) + by, 0, last));
    }

    /** The number of samples one of which can be looked at; 0 where nothing is learnt. */
    public static int samples(Frame frame) {
        return frame.scene().study().map(s -> s.cost().samples()).orElse(0);
    }
}
