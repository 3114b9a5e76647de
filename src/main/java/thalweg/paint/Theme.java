package thalweg.paint;

import java.awt.Color;

/** The colours of the two themes as the visual rules give them, and those for paper: black on white, without tinted grounds. */
public enum Theme {
    LIGHT(0xffffff, 0xf6f8fa, 0xd0d7de, 0xd8dee4, 0xe6eaef, 0x8c959f, 0x1f2328, 0x57606a, 0x0969da, 0x0969da, 0xddf4ff, 0xcf222e, 0x1a7f37),
    DARK(0x0d1117, 0x161b22, 0x30363d, 0x2a3038, 0x21262d, 0x6e7681, 0xe6edf3, 0x9aa4af, 0x58a6ff, 0x1f6feb, 0x132339, 0xff7b72, 0x56d364),
    PRINT(0xffffff, 0xffffff, 0x8c8c8c, 0xb4b4b4, 0xdcdcdc, 0x4d4d4d, 0x000000, 0x333333, 0x0550ae, 0x0550ae, 0xe6f0fa, 0xa40e26, 0x116329);

    private final Color canvas;
    private final Color chrome;
    private final Color border;
    private final Color hairline;
    private final Color plotGrid;
    private final Color plotAxis;
    private final Color text;
    private final Color muted;
    private final Color accent;
    private final Color accentFill;
    private final Color selection;
    private final Color danger;
    private final Color done;

    Theme(int canvas, int chrome, int border, int hairline, int plotGrid, int plotAxis, int text, int muted, int accent, int accentFill,
            int selection, int danger, int done) {
        this.canvas = new Color(canvas);
        this.chrome = new Color(chrome);
        this.border = new Color(border);
        this.hairline = new Color(hairline);
        this.plotGrid = new Color(plotGrid);
        this.plotAxis = new Color(plotAxis);
        this.text = new Color(text);
        this.muted = new Color(muted);
        this.accent = new Color(accent);
        this.accentFill = new Color(accentFill);
        this.selection = new Color(selection);
        this.danger = new Color(danger);
        this.done = new Color(done);
    }

    /** Whether text is lighter than what it stands on. */
    public boolean isDark() {
        return this == DARK;
    }

    public Color canvas() {
        return canvas;
    }

    public Color chrome() {
        return chrome;
    }

    public Color border() {
        return border;
    }

    public Color hairline() {
        return hairline;
    }

    public Color plotGrid() {
        return plotGrid;
    }

    public Color plotAxis() {
        return plotAxis;
    }

    public Color text() {
        return text;
    }

    public Color muted() {
        return muted;
    }

    public Color accent() {
        return accent;
    }

    public Color accentFill() {
        return accentFill;
    }

    public Color selection() {
        return selection;
    }

    public Color danger() {
        return danger;
    }

    public Color done() {
        return done;
    }
}
