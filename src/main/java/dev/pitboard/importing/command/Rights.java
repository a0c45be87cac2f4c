package dev.pitboard.importing.command;

import dev.pitboard.chat.Platform;
import dev.pitboard.command.Request;
import dev.pitboard.command.UserError;
import dev.pitboard.revision.Proposal;
import dev.pitboard.revision.Stewards;
import java.util.function.Consumer;

/** Who may look at which import, and who may approve it. */
final class Rights {
    private final Stewards stewards;

    Rights(Stewards stewards) {
        this.stewards = stewards;
    }

    /** Who asks, as revisions name them: {@code discord:<id>}, {@code telegram:<id>} or {@code terminal}. */
    static String person(Request request) {
        String platform = request.platform().word();
        return request.platform() == Platform.TERMINAL
                ? platform
                : platform + ":" + request.caller().id();
    }

    /** Whoever brought it and every steward may see it: what waits may be none of other people's business. */
    boolean sees(Request request, Proposal proposal) {
        String person = person(request);
        return request.platform() == Platform.TERMINAL
                || proposal.who().equals(person)
                || stewards.list().stream().anyMatch(s -> s.person().equals(person));
    }

    /** @throws UserError when it is not for whoever asks */
    void demandSight(Request request, Proposal proposal) {
        if (!sees(request, proposal)) {
            throw new UserError(
                    "Import " + proposal.id() + " was begun by somebody else. Only they and stewards see it.");
        }
    }

    /** Throws {@link UserError} for series that whoever asks may not change. */
    Consumer<String> steward(Request request) {
        String person = person(request);
        return series -> {
            if (request.platform() != Platform.TERMINAL && !stewards.may(person, series)) {
                throw new UserError("Only a steward of " + series
                        + " approves this, and you are none. Whoever runs this bot names stewards, with: "
                        + "./pitboard steward add " + person);
            }
        };
    }
}
