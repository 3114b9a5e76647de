package thalweg.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes a record component once; slider, command line, file form, help and range check follow. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Knob {
    String label();

    /** LaTeX symbol beside the slider; empty: the label stands there. */
    String symbol() default "";

    /** Default of a numeric component. */
    double value() default 0;

    /** Default of an enum, boolean or text component, as written in a spec. */
    String word() default "";

    /** Ends of the slider. */
    double min() default 0;

    double max() default 1;

    /** Whether the slider is logarithmic. */
    boolean log() default false;

    /** Smallest value accepted when typed; the slider may be narrower. */
    double least() default 0;

    /** Largest value accepted when typed. */
    double most() default Double.MAX_VALUE;

    /** Whether {@link #most} itself is refused, as for a decay of 1. */
    boolean below() default false;

    /** Whether a card shows it at once or only under "more". */
    boolean advanced() default false;

    String help() default "";
}
