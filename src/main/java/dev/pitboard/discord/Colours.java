package dev.pitboard.discord;

import dev.pitboard.card.Tone;

/** The coloured edge of a message. */
final class Colours {
    private Colours() {}

    /** As 0xRRGGBB. */
    static int of(Tone tone) {
        return switch (tone) {
            case INFO -> 0x3A7BD5;
            case LIVE -> 0xE10600;
            case DONE -> 0x2EA043;
            case WARNING -> 0xF2A900;
            case MISTAKE -> 0x8B949E;
        };
    }
}
