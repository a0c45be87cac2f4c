package dev.pitboard.revision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What waits to be approved, as a database would keep it. */
public final class InMemoryProposals implements Proposals {
    private final TreeMap<Long, Proposal> proposals = new TreeMap<>();

    @Override
    public synchronized Proposal add(
            Proposal.Kind kind, String source, byte[] input, Map<String, String> answers, String who, Instant at) {
        if (input.length > LARGEST) {
            throw new IllegalArgumentException(input.length + " bytes are more than is kept");
        }
        Proposal proposal = new Proposal(
                proposals.size() + 1L,
                kind,
                source,
                input.clone(),
                answers,
                who,
                Instant.ofEpochMilli(at.toEpochMilli()),
                Proposal.State.OPEN);
        proposals.put(proposal.id(), proposal);
        return proposal;
    }

    @Override
    public synchronized Optional<Proposal> find(long id) {
        return Optional.ofNullable(proposals.get(id));
    }

    @Override
    public synchronized List<Proposal> open() {
        return proposals.descendingMap().values().stream()
                .filter(p -> p.state() == Proposal.State.OPEN)
                .toList();
    }

    @Override
    public synchronized void answer(long id, Map<String, String> answers) {
        proposals.computeIfPresent(id, (_, p) -> p.state() == Proposal.State.OPEN ? with(p, answers, p.state()) : p);
    }

    @Override
    public synchronized boolean end(long id, Proposal.State state) {
        if (state == Proposal.State.OPEN) {
            throw new IllegalArgumentException("open is no end");
        }
        Proposal proposal = proposals.get(id);
        if (proposal == null || proposal.state() != Proposal.State.OPEN) {
            return false;
        }
        proposals.put(id, with(proposal, proposal.answers(), state));
        return true;
    }

    private static Proposal with(Proposal p, Map<String, String> answers, Proposal.State state) {
        return new Proposal(p.id(), p.kind(), p.source(), p.input(), answers, p.who(), p.at(), state);
    }
}
