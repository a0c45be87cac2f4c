package dev.pitboard.command;

import dev.pitboard.card.Action;
import dev.pitboard.card.Card;
import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.CommandEvents.Result;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the command for a request, checks who asks, and makes sure that there always is an answer. */
public final class Router {
    private static final Logger log = LoggerFactory.getLogger(Router.class);

    private final List<ChatCommand> commands;
    private final List<Signature> signatures;
    private final CommandEvents events;

    public Router(List<ChatCommand> commands) {
        this(commands, CommandEvents.NONE);
    }

    /** @param events told of every answer */
    public Router(List<ChatCommand> commands, CommandEvents events) {
        this.events = events;
        this.commands = List.copyOf(commands);
        this.signatures = commands.stream().map(ChatCommand::signature).toList();
    }

    /** All commands' signatures, in the order in which help lists them. */
    public List<Signature> signatures() {
        return signatures;
    }

    /** Reads a typed or saved line, without its slash. @throws UserError when it can't be understood */
    public CommandLine parse(String line, Platform platform) {
        return CommandLine.parse(line, signatures, platform);
    }

    /** The line that shows the card again: the one that made it, unless the card says another one. */
    public CommandLine again(Card card, CommandLine line, Platform platform) {
        String again = card.again();
        if (again == null) {
            return line;
        }
        CommandLine other = parse(again, platform);
        return other.withPage(1).equals(line.withPage(1)) ? line : other;
    }

    /** The signature with that path. */
    public Optional<Signature> signature(List<String> path) {
        return signatures.stream().filter(s -> s.path().equals(path)).findFirst();
    }

    /** Answers a request; a mistake or a bug becomes a private card. Never throws. */
    public Answer answer(Request request) {
        long began = System.nanoTime();
        Met met = met(request);
        String path = String.join(" ", request.path());
        events.answered(
                request.platform(),
                signature(request.path()).isPresent() ? path : "unknown",
                met.result(),
                Duration.ofNanos(System.nanoTime() - began));
        return met.answer();
    }

    /** An answer, and what kind of answer it is. */
    private record Met(Answer answer, Result result) {}

    private Met met(Request request) {
        try {
            ChatCommand command = command(request.path(), request.platform());
            Signature signature = command.signature();
            if (signature.access() == Access.MANAGERS && !request.caller().mayManage()) {
                throw new UserError(missingRight(signature, request.platform()));
            }
            return new Met(new Answer(command.run(request), signature.audience()), Result.ANSWERED);
        } catch (UserError mistake) {
            return new Met(mistake(mistake), Result.MISTAKE);
        } catch (Unavailable unavailable) {
            log.warn("/{} could not be answered: {}", String.join(" ", request.path()), unavailable.sentence());
            return new Met(
                    mistake(new UserError(
                            "I can't do that right now, nothing was changed. Please try again in a minute.")),
                    Result.UNAVAILABLE);
        } catch (RuntimeException bug) {
            return new Met(bug("/" + String.join(" ", request.path()), bug), Result.BUG);
        }
    }

    /** Suggestions for what is being typed; none when the command fails. */
    public List<ChatCommand.Choice> complete(Request soFar, String parameter, String typed) {
        try {
            ChatCommand command = command(soFar.path(), soFar.platform());
            return command.signature().parameters().stream()
                    .filter(p -> p.name().equals(parameter) && p.completes())
                    .findFirst()
                    .map(p -> command.complete(p, typed, soFar))
                    .orElse(List.of());
        } catch (UserError nothingToSuggest) {
            return List.of();
        } catch (RuntimeException bug) {
            log.error("completing {} of /{} failed", parameter, String.join(" ", soFar.path()), bug);
            return List.of();
        }
    }

    /** The private answer to a mistake. */
    public static Answer mistake(UserError mistake) {
        Card.Builder card = Card.titled(Tone.MISTAKE, "That didn't work").paragraph(mistake.line());
        for (Action suggestion : mistake.suggestions()) {
            card.action(suggestion);
        }
        return new Answer(card.build(), Audience.PRIVATE);
    }

    /** The private answer to a bug of ours: a number to find it in the log by, never a stack trace. */
    public static Answer bug(String what, RuntimeException bug) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        log.error("{} failed, incident {}", what, number, bug);
        return new Answer(
                Card.titled(Tone.MISTAKE, "Something broke on our side")
                        .paragraph(
                                "Your settings are safe. Please try again; if it stays, tell whoever runs this bot the number "
                                        + number + ".")
                        .build(),
                Audience.PRIVATE);
    }

    private ChatCommand command(List<String> path, Platform platform) {
        return commands.stream()
                .filter(c -> c.signature().path().equals(path))
                .findFirst()
                .orElseThrow(() -> Suggestions.unknownCommand(
                        path.getFirst(), path.size() > 1 ? path.get(1) : "", signatures, platform));
    }

    private static String missingRight(Signature signature, Platform platform) {
        String command = Spelling.of(signature.name(), platform);
        return switch (platform) {
            case DISCORD -> command + " is for people with the Manage Server permission. Ask one of them.";
            case TELEGRAM -> command + " is for admins of this chat. Ask one of them.";
            case TERMINAL -> command + " is not open to you here.";
        };
    }
}
