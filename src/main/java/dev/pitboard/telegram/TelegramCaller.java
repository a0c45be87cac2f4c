package dev.pitboard.telegram;

import dev.pitboard.command.Caller;
import java.util.function.BooleanSupplier;

/** Someone who wrote or pressed; whether they may manage is only asked when it matters. */
record TelegramCaller(String id, BooleanSupplier manages) implements Caller {
    @Override
    public boolean mayManage() {
        return manages.getAsBoolean();
    }
}
