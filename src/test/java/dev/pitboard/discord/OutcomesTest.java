package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pitboard.delivery.Outcome;
import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row for each answer of Discord that means something for a message. */
final class OutcomesTest {
    private static Reply.Answered answer(int status, int code, Headers headers) {
        return new Reply.Answered(status, JsonNodeFactory.instance.objectNode().put("code", code), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "404, 10003, Gone",
        "404, 10004, Gone",
        "404, 10013, Gone",
        "403, 50001, Blocked",
        "403, 50013, Blocked",
        "403, 50007, Blocked",
        "403, 50278, Blocked",
        "403, 160005, Blocked",
        "400, 50083, Blocked",
        "400, 40058, Blocked",
        "403, 99999, Blocked",
        "400, 200000, Failed",
        "400, 200001, Failed",
        "400, 240000, Failed",
        "400, 50035, Failed",
        "400, 50006, Failed",
        "400, 99999, Failed",
        "404, 0, Failed",
        "401, 0, Refused",
        "403, 50014, Refused",
        "403, 40003, Wait",
        "403, 20016, Wait",
        "400, 40062, Wait",
        "400, 130000, Wait",
        "429, 0, Wait",
        "500, 0, Wait",
        "503, 0, Wait",
        "200, 0, Sent"
    })
    void followTheTable(int status, int code, String expected) {
        assertEquals(
                expected,
                Outcomes.of(answer(status, code, Headers.EMPTY)).getClass().getSimpleName());
    }

    @Test
    void whatWasLostIsUnsureAndWhatNeverLeftWaitsForThePlatform() {
        assertInstanceOf(Outcome.Unsure.class, Outcomes.of(new Reply.Lost("timeout")));
        assertEquals(new Outcome.Wait(Outcomes.UNREACHED, true, "no way"), Outcomes.of(new Reply.Unreached("no way")));
    }

    @ParameterizedTest
    @CsvSource({
        // header, body, global in the body, Via, expected seconds, expected for the whole platform
        "1, 1.5, false, google, 1.5, false",
        "3, 0.2, false, google, 3, false",
        "1, 1163.097, false, google, 1163.097, false",
        "1, 1.0, true, google, 1, true",
        "60, 0, false, , 60, true"
    })
    void theLongerWaitCounts(
            String header, double body, boolean global, String via, double seconds, boolean wholePlatform) {
        Headers.Builder headers = new Headers.Builder().add("Retry-After", header);
        if (via != null) {
            headers.add("Via", via);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("retry_after", body).put("global", global);

        Outcome.Wait wait =
                assertInstanceOf(Outcome.Wait.class, Outcomes.of(new Reply.Answered(429, json, headers.build())));

        assertEquals(Duration.ofMillis(Math.round(seconds * 1000)), wait.atLeast());
        assertEquals(wholePlatform, wait.wholePlatform());
    }
}
