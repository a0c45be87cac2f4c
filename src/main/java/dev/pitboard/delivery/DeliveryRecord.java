package dev.pitboard.delivery;

import dev.pitboard.chat.ChatRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ledger row as one looks at it.
 *
 * @param messageId the message it became part of, or null
 * @param reason why it ended as it did, where that needs saying; while sending, what came of the latest try
 * @param settled when it reached its state (timetable time), or null while pending or sending
 */
public record DeliveryRecord(
        Promise promise,
        ChatRef chat,
        DeliveryState state,
        @Nullable String messageId,
        @Nullable String messageRef,
        @Nullable String reason,
        @Nullable Instant settled) {}
