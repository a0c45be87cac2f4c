package dev.pitboard.loopback.telegram;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import okhttp3.OkHttpClient;

/** The real client, pointed at the loopback service. */
record Client(TelegramBot bot) {
    private static final OkHttpClient HTTP = new OkHttpClient();

    static Client of(LoopbackTelegram telegram) {
        return of(telegram, telegram.token());
    }

    static Client of(LoopbackTelegram telegram, String token) {
        return new Client(new TelegramBot.Builder(token)
                .apiUrl(telegram.apiUrl() + "/bot")
                .okHttpClient(HTTP)
                .build());
    }

    <T extends BaseRequest<T, R>, R extends BaseResponse> R execute(T request) {
        return bot.execute(request);
    }

    /** The same for a request whose type is not known, as in lists of cases. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    BaseResponse any(BaseRequest<?, ?> request) {
        return bot.execute((BaseRequest) request);
    }
}
