package dev.pitboard.loopback.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.GetMe;
import org.junit.jupiter.api.Test;

final class LoopbackTelegramTest {
    @Test
    void introducesItsBot() {
        try (var telegram = LoopbackTelegram.start()) {
            var bot = new TelegramBot.Builder(telegram.token())
                    .apiUrl(telegram.apiUrl() + "/bot")
                    .build();
            assertEquals(telegram.botName(), bot.execute(new GetMe()).user().username());
        }
    }
}
