package dev.pitboard.telegram;

import dev.pitboard.card.Block;
import dev.pitboard.card.Card;
import dev.pitboard.card.Line;
import dev.pitboard.card.Tone;
import dev.pitboard.command.ChatCommand;
import dev.pitboard.command.Parameter;
import dev.pitboard.command.Request;
import dev.pitboard.command.Signature;
import dev.pitboard.command.Signature.Access;
import dev.pitboard.command.Signature.Audience;
import dev.pitboard.command.Signature.Work;
import dev.pitboard.command.UserError;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A few commands: one that answers shortly, one that has pages, one for admins, one that waits, one with a bug. */
final class Commands {
    private final Queue<Request> requests;
    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch release = new CountDownLatch(1);

    Commands(Queue<Request> requests) {
        this.requests = requests;
    }

    List<ChatCommand> all() {
        return List.of(
                command(
                        "next-session",
                        request -> Card.titled(
                                        Tone.LIVE,
                                        "Next: " + request.argument("series").orElse("any"))
                                .run("Calendar", "calendar")
                                .build()),
                command(
                        "calendar",
                        _ -> Card.titled(Tone.INFO, "Calendar")
                                .rows(IntStream.rangeClosed(1, 300)
                                        .mapToObj(i ->
                                                new Block.Row(Line.of("Round " + i), Line.of("Circuit de Barcelona")))
                                        .toList())
                                .build()),
                new TelegramFixture.Command(
                        new Signature(
                                List.of("reminders", "on"),
                                "Turns reminders on",
                                List.of(Parameter.search("before", "how long before")),
                                Access.MANAGERS,
                                Audience.PRIVATE,
                                Work.SLOW),
                        request -> answered(
                                request,
                                Card.titled(Tone.DONE, "Reminders are on").build())),
                command("wait", request -> {
                    waiting.countDown();
                    await();
                    return Card.titled(Tone.INFO, "Waited").build();
                }),
                command("mistake", _ -> {
                    throw new UserError("There is no such round.");
                }),
                command("help", _ -> Card.titled(Tone.INFO, "Help").build()),
                command("broken", _ -> {
                    throw new IllegalStateException("a bug");
                }));
    }

    private void await() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChatCommand command(String name, Function<Request, Card> answer) {
        return new TelegramFixture.Command(
                Signature.guide(name, "Answers " + name, Parameter.search("series", "which series")),
                request -> answered(request, answer.apply(request)));
    }

    private Card answered(Request request, Card card) {
        requests.add(request);
        return card;
    }
}
