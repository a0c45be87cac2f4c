package dev.pitboard.notice;

import java.time.Duration;

/**
 * When a change is worth a notice.
 *
 * @param atLeast a start that moves by less makes none
 * @param silentBeyond one of a session further ahead than this is posted without a ping
 */
public record NoticeRules(Duration atLeast, Duration silentBeyond) {
    /** From five minutes on; silently beyond two weeks. */
    public static final NoticeRules USUAL = new NoticeRules(Duration.ofMinutes(5), Duration.ofDays(14));

    public NoticeRules {
        if (atLeast.isNegative() || silentBeyond.isNegative()) {
            throw new IllegalArgumentException("notices from " + atLeast + " on, silent beyond " + silentBeyond);
        }
    }
}
