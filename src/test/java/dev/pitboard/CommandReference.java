package dev.pitboard;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Spelling;
import java.util.List;

/** The reference of all commands, as Markdown, from their signatures. */
final class CommandReference {
    private CommandReference() {}

    static String of(List<Signature> signatures) {
        StringBuilder text = new StringBuilder("""
                # Commands

                Written from the commands' signatures by `CatalogueTest`; run `mvn test -Dtest=CatalogueTest -Dgolden=record` after a
                change.

                All parameters are optional. On Discord they are filled in by name and most suggest values while you type. On Telegram and
                in the terminal they are typed after the command as one would say them, such as `/timetable spa` or
                `/reminders on 1h,10m`; `name=value` works too. In the terminal the slash may be left out.

                | Discord | Telegram | What it does |
                |---|---|---|
                """);
        for (Signature one : signatures) {
            text.append("| [`%s`](#%s) | `%s` | %s |\n"
                    .formatted(
                            Spelling.of(one.name(), Platform.DISCORD),
                            anchor(one),
                            Spelling.of(one.name(), Platform.TELEGRAM),
                            one.description()));
        }
        signatures.forEach(one -> text.append(section(one)));
        return text.toString();
    }

    private static String section(Signature one) {
        StringBuilder text = new StringBuilder("\n## %s\n\n%s.\n\n".formatted(one.name(), one.description()));
        text.append("- Who may: %s\n".formatted(who(one.access())));
        text.append("- Who sees the answer: %s\n".formatted(sees(one.audience())));
        if (!one.parameters().isEmpty()) {
            text.append("\n| Parameter | Meaning | Where |\n|---|---|---|\n");
            one.parameters()
                    .forEach(p -> text.append("| `%s` | %s | %s |\n"
                            .formatted(p.name(), p.description().replace("|", "\\|"), where(p))));
        }
        return text.toString();
    }

    private static String anchor(Signature one) {
        return one.name().replace(' ', '-');
    }

    private static String who(Access access) {
        return switch (access) {
            case EVERYONE -> "everyone";
            case STEWARDS -> "the stewards of the series, whom the host names with `./pitboard steward add`";
            case MANAGERS ->
                "on Discord whoever has Manage Server, in a Telegram group its admins, in a private chat anyone";
        };
    }

    private static String sees(Audience audience) {
        return switch (audience) {
            case PUBLIC -> "everyone in the chat";
            case PRIVATE -> "on Discord only whoever asked, elsewhere everyone in the chat";
        };
    }

    private static String where(Parameter parameter) {
        return parameter.platforms().size() == Platform.values().length
                ? "everywhere"
                : String.join(
                        ", ",
                        parameter.platforms().stream()
                                .sorted()
                                .map(Platform::label)
                                .toList());
    }
}
