package thalweg.lesson;

import thalweg.experiment.Experiment;

/**
 * One picture of a lecture that moves.
 *
 * @param title a few words, for lists
 * @param formula what is written large, in LaTeX; empty for none
 * @param caption one or two sentences for the audience; formulas in it stand between dollars
 * @param notes what the speaker should say or know, in plain text; formulas may stand between dollars
 * @param play what plays when the scene comes
 * @param experiment what is shown, its tiles and layout included
 */
public record LessonScene(String title, String formula, String caption, String notes, Play play, Experiment experiment) {
    /** A scene that only shows. */
    public static LessonScene of(String title, Experiment experiment) {
        return new LessonScene(title, "", "", "", Play.ALL, experiment);
    }

    public LessonScene withTitle(String changed) {
        return new LessonScene(changed, formula, caption, notes, play, experiment);
    }

    public LessonScene withFormula(String changed) {
        return new LessonScene(title, changed, caption, notes, play, experiment);
    }

    public LessonScene withCaption(String changed) {
        return new LessonScene(title, formula, changed, notes, play, experiment);
    }

    public LessonScene withNotes(String changed) {
        return new LessonScene(title, formula, caption, changed, play, experiment);
    }

    public LessonScene withPlay(Play changed) {
        return new LessonScene(title, formula, caption, notes, changed, experiment);
    }

    public LessonScene withExperiment(Experiment changed) {
        return new LessonScene(title, formula, caption, notes, play, changed);
    }
}
