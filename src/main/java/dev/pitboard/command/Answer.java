package dev.pitboard.command;

import dev.pitboard.card.Card;

/** What the router gives back: a card and who should see it, where the platform can choose. */
public record Answer(Card card, Signature.Audience audience) {}
