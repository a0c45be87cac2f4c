package dev.pitboard.command;

/** Who runs a command. */
public interface Caller {
    /** The person's id on the platform, or the chat's own id for a post in its name. */
    String id();

    /** Whether {@link Signature.Access#MANAGERS} commands are open to them here. May ask the platform: not for free. */
    boolean mayManage();

    /** Whether it is the host, at the machine the program runs on: they may do everything. */
    default boolean isHost() {
        return false;
    }
}
