package dev.pitboard.importing.command;

import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.command.UserError;
import java.util.List;

/** What the commands of imports have in common. */
final class Imported {
    static final String ID = "id";

    private Imported() {}

    static Signature signature(String verb, String description, Parameter... parameters) {
        return new Signature(
                List.of("import", verb),
                description,
                List.of(parameters),
                Access.MANAGERS,
                Audience.PRIVATE,
                Work.SLOW);
    }

    static Parameter id() {
        return Parameter.words(
                ID, "The number of the import, as its preview shows it", w -> w.matches("\\d{1,6}"), false);
    }

    /** The number that was given. @throws UserError when none was */
    static long id(Request request) {
        String typed = request.argument(ID).orElse("");
        if (!typed.matches("\\d{1,15}")) {
            throw new UserError("Say which import, by the number that its preview shows.");
        }
        return Long.parseLong(typed);
    }
}
