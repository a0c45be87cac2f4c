package dev.pitboard.terminal;

/** Where the terminal's text appears. */
public interface Screen {
    /** Shows text above whatever is being typed. */
    void print(String text);

    /** Columns there are now. */
    int width();

    /** Whether colours and links can be shown. */
    boolean ansi();
}
