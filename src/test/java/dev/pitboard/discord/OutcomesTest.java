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

/** What answers mean that the loopback server can't give; the others are in {@link ErrorTableTest}. */
final class OutcomesTest {
    private static Reply.Answered answer(int status, int code, Headers headers) {
        return new Reply.Answered(status, JsonNodeFactory.instance.objectNode().put("code", code), headers);
    }

    @ParameterizedTest
    @CsvSource({
        "408, Wait",
        "500, Unsure",
        "502, Unsure",
        "503, Wait",
        "504, Unsure",
        "520, Unsure",
        "522, Wait",
        "529, Wait"
    })
    void ofTroubleOnTheirSideOnlySomeMayHaveArrived(int status, String expected) {
        Outcome outcome = Outcomes.of(answer(status, 0, Headers.EMPTY));

        assertEquals(expected, outcome.getClass().getSimpleName());
    }

    @Test
    void whatWasLostIsUnsureAndWhatNeverLeftWaitsForThePlatform() {
        assertInstanceOf(Outcome.Unsure.class, Outcomes.of(new Reply.Lost("timeout")));
        assertEquals(new Outcome.Wait(Outcomes.UNREACHED, true, "no way"), Outcomes.of(new Reply.Unreached("no way")));
    }

    @ParameterizedTest
    @CsvSource({
        // header, body, global in the body, Via, scope, expected seconds, expected for the whole platform
        "1, 1.5, false, google, user, 1.5, false",
        "3, 0.2, false, google, shared, 3, false",
        "1, 1163.097, false, google, , 1163.097, false",
        "1, 1.0, true, google, , 1, true",
        "1, 1.0, false, google, global, 1, true",
        "1, 1.0, false, , user, 1, false",
        "60, 0, false, , , 60, true"
    })
    void theLongerWaitCounts(
            String header,
            double body,
            boolean global,
            String via,
            String scope,
            double seconds,
            boolean wholePlatform) {
        Headers.Builder headers = new Headers.Builder().add("Retry-After", header);
        if (via != null) {
            headers.add("Via", via);
        }
        if (scope != null) {
            headers.add("X-RateLimit-Scope", scope);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("retry_after", body).put("global", global);

        Outcome.Wait wait =
                assertInstanceOf(Outcome.Wait.class, Outcomes.of(new Reply.Answered(429, json, headers.build())));

        assertEquals(Duration.ofMillis(Math.round(seconds * 1000)), wait.atLeast());
        assertEquals(wholePlatform, wait.wholePlatform());
    }
}
