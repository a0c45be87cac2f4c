package dev.pitboard;

import dev.pitboard.command.Caller;

/** Whoever sits at the terminal: it is their machine, so they may do everything. */
record TerminalCaller() implements Caller {
    @Override
    public String id() {
        return "terminal";
    }

    @Override
    public boolean mayManage() {
        return true;
    }

    @Override
    public boolean isHost() {
        return true;
    }
}
