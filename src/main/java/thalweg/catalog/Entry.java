package thalweg.catalog;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a record something people can choose; its components are the knobs. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Entry {
    /** Kebab-case; once released it stays. */
    String id();

    /** Name for menus and legends. */
    String label();

    /** Heading under which the menu lists it. */
    String group() default "";

    /** One sentence for people. */
    String help() default "";

    /** Paper, with algorithm or equation number. */
    String source() default "";

    /** Which of the conventions in use this entry follows, where they differ. */
    String convention() default "";

    /** The rule or function in LaTeX. */
    String latex() default "";
}
