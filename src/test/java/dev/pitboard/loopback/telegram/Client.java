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
        return of(telegram, token, HTTP);
    }

    /** One that never sends a request a second time by itself. */
    static Client withoutRetries(LoopbackTelegram telegram) {
        var http = HTTP.newBuilder().retryOnConnectionFailure(false).build();
        return of(telegram, telegram.token(), http);
    }

    private static Client of(LoopbackTelegram telegram, String token, OkHttpClient http) {
        return new Client(new TelegramBot.Builder(token)
                .apiUrl(telegram.apiUrl() + "/bot")
                .okHttpClient(http)
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
