package dev.pitboard.command;

import java.nio.charset.StandardCharsets;

/** Something that came along with a command: a file, or the message that the command answers to. */
public interface Attachment {
    /** The most that is fetched, in bytes. */
    int LARGEST = 4 << 20;

    /** What it is called, for people. */
    String name();

    /**
     * Fetches it. Takes the network: only for a command that is allowed.
     *
     * @throws UserError when it is larger than {@link #LARGEST}, or not there any more
     * @throws Unavailable when the platform does not give it
     */
    byte[] read();

    /** A text that is there already. */
    static Attachment of(String name, String text) {
        return new Attachment() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public byte[] read() {
                return text.getBytes(StandardCharsets.UTF_8);
            }
        };
    }

    /** What is said of one that is too large. */
    static UserError tooLarge(String name) {
        return new UserError("“" + name + "” is larger than " + (LARGEST >> 20)
                + " MiB, the most that I read. Send one timetable only.");
    }
}
