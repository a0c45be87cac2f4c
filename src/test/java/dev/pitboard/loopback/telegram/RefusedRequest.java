package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.pengrad.telegrambot.request.BaseRequest;
import java.util.function.Function;

/** A request that is refused, made after setting the world up for it. */
record RefusedRequest(String why, int code, String description, Function<LoopbackTelegram, BaseRequest<?, ?>> request) {

    /** Sends it and checks that the real client and the recorder both tell the refusal. */
    void check(LoopbackTelegram telegram, Client client) {
        var response = client.any(request.apply(telegram));
        assertFalse(response.isOk());
        assertEquals(description, response.description());
        assertEquals(code, response.errorCode());
        var call = telegram.recorder().calls().getLast();
        assertEquals(code, call.status());
        assertEquals(description, call.description());
    }

    @Override
    public String toString() {
        return why;
    }
}
