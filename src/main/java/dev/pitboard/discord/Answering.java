package dev.pitboard.discord;

import dev.pitboard.card.Tone;
import dev.pitboard.chat.Platform;
import dev.pitboard.command.Answer;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.CommandLine;
import dev.pitboard.command.Request;
import dev.pitboard.command.Router;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.command.UserError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.events.interaction.command.CommandAutoCompleteInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;
import net.dv8tion.jda.api.interactions.commands.Command;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers within Discord's three seconds: directly where that is possible, else by saying first that an answer comes. */
final class Answering {
    /** How long an answer may take before its coming is announced; Discord waits three seconds from the press of a key. */
    static final Duration QUICK = Duration.ofMillis(1500);
    /** After that Discord takes no answer any more. */
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(14);

    private static final Logger log = LoggerFactory.getLogger(Answering.class);
    private static final CommandLine NO_LINE = new CommandLine(List.of("help"), Map.of(), 1);

    private final Router router;
    private final DiscordRenderer renderer;
    private final ExecutorService executor;

    Answering(Router router, DiscordRenderer renderer, ExecutorService executor) {
        this.router = router;
        this.renderer = renderer;
        this.executor = executor;
    }

    /**
     * Runs the request and replies.
     *
     * @param discreet whether only the person may see it, whatever the command says
     */
    void answer(IReplyCallback event, Request request, CommandLine line, boolean discreet) {
        boolean hidden = discreet || audience(request) == Audience.PRIVATE;
        guarded(request, () -> {
            Future<Answer> pending = executor.submit(() -> router.answer(request));
            Optional<Answer> quick = isQuick(request) ? within(pending, QUICK) : Optional.empty();
            if (quick.isPresent()) {
                boolean alone = hidden || quick.get().audience() == Audience.PRIVATE;
                event.reply(message(quick.get(), line)).setEphemeral(alone).complete();
                return;
            }
            InteractionHook hook = event.deferReply(hidden).complete();
            Answer answer = pending.get(TOKEN_LIFE.toSeconds(), TimeUnit.SECONDS);
            if (hidden || answer.audience() == Audience.PUBLIC) {
                hook.editOriginal(MessageEditData.fromCreateData(message(answer, line)))
                        .complete();
            } else {
                // A public announcement can't become private any more.
                hook.deleteOriginal().complete();
                hook.sendMessage(message(answer, line)).setEphemeral(true).complete();
            }
        });
    }

    /** Shows another page in the place of the one that is there; a mistake is told to the presser alone. */
    void turnPage(ButtonInteractionEvent event, Request request, CommandLine line) {
        guarded(request, () -> {
            Future<Answer> pending = executor.submit(() -> router.answer(request));
            Optional<Answer> quick = isQuick(request) ? within(pending, QUICK) : Optional.empty();
            if (quick.isPresent()) {
                MessageCreateData page = message(quick.get(), line);
                if (isMistake(quick.get(), request)) {
                    event.reply(page).setEphemeral(true).complete();
                } else {
                    event.editMessage(MessageEditData.fromCreateData(page)).complete();
                }
                return;
            }
            InteractionHook hook = event.deferEdit().complete();
            Answer answer = pending.get(TOKEN_LIFE.toSeconds(), TimeUnit.SECONDS);
            if (isMistake(answer, request)) {
                hook.sendMessage(message(answer, line)).setEphemeral(true).complete();
            } else {
                hook.editOriginal(MessageEditData.fromCreateData(message(answer, line)))
                        .complete();
            }
        });
    }

    /** Tells the person alone what they have to do differently. */
    void mistake(IReplyCallback event, UserError mistake) {
        try {
            event.reply(message(Router.mistake(mistake), NO_LINE))
                    .setEphemeral(true)
                    .complete();
        } catch (ErrorResponseException e) {
            log.warn("An answer to a button was not accepted by Discord: {}", e.getMeaning());
        }
    }

    /** Suggests; nothing rather than late. */
    void complete(CommandAutoCompleteInteractionEvent event, Request soFar, String parameter, String typed) {
        guarded(soFar, () -> {
            Future<List<ChatCommand.Choice>> pending = executor.submit(() -> router.complete(soFar, parameter, typed));
            List<Command.Choice> choices = within(pending, QUICK).orElse(List.of()).stream()
                    .filter(c -> !c.label().isBlank() && c.value().length() <= Limits.CHOICE)
                    .limit(Limits.CHOICES)
                    .map(c -> new Command.Choice(shortened(c.label()), c.value()))
                    .toList();
            event.replyChoices(choices).complete();
        });
    }

    private MessageCreateData message(Answer answer, CommandLine line) {
        try {
            return renderer.answer(answer.card(), router.again(answer.card(), line, Platform.DISCORD));
        } catch (RuntimeException bug) {
            return renderer.answer(
                    Router.bug("showing /" + String.join(" ", line.path()), bug).card(), NO_LINE);
        }
    }

    private Audience audience(Request request) {
        return router.signature(request.path()).map(Signature::audience).orElse(Audience.PRIVATE);
    }

    private boolean isQuick(Request request) {
        return router.signature(request.path()).map(Signature::work).orElse(Work.MEMORY) == Work.MEMORY;
    }

    private boolean isMistake(Answer answer, Request request) {
        return answer.audience() == Audience.PRIVATE
                && (audience(request) == Audience.PUBLIC || answer.card().tone() == Tone.MISTAKE);
    }

    private static String shortened(String label) {
        return label.length() <= Limits.CHOICE ? label : label.substring(0, Limits.CHOICE - 1) + "…";
    }

    private static <T> Optional<T> within(Future<T> pending, Duration time)
            throws InterruptedException, ExecutionException {
        try {
            return Optional.of(pending.get(time.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        }
    }

    private interface Step {
        void run() throws InterruptedException, ExecutionException, TimeoutException;
    }

    /** An interaction that can't be answered any more is nothing that a person could be told about. */
    private static void guarded(Request request, Step step) {
        String command = "/" + String.join(" ", request.path());
        try {
            step.run();
        } catch (ErrorResponseException e) {
            log.warn("The answer to {} was not accepted by Discord: {} {}", command, e.getErrorCode(), e.getMeaning());
        } catch (TimeoutException e) {
            log.error("{} gave no answer within {}", command, TOKEN_LIFE, e);
        } catch (ExecutionException e) {
            log.error("{} failed", command, e.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
