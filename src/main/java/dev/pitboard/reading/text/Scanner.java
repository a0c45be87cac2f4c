package dev.pitboard.reading.text;

import dev.pitboard.reading.text.Token.Day;
import dev.pitboard.reading.text.Token.Label;
import dev.pitboard.reading.text.Token.Mark;
import dev.pitboard.reading.text.Token.Numeral;
import dev.pitboard.reading.text.Token.Time;
import dev.pitboard.reading.text.Token.Word;
import dev.pitboard.reading.text.Token.Zone;
import dev.pitboard.reading.text.Vocabulary.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes tokens of a line, from left to right, each as long as it can be. */
final class Scanner {
    private static final Pattern ORDINAL = Pattern.compile(
            "(\\d{1,2})(?:\\.(?=\\s?\\p{L})|(?:st|nd|rd|th|er|ere|re|ra|ro|da|do|ta|to|eme|e|ste|de|ª|º|°|:a|:e)(?![\\p{L}\\d]))");
    private static final Pattern ELIDED =
            Pattern.compile("(?:[ldsncjm]|qu|un|dell|all|dall|sull|nell|quell)'(?=[\\p{L}\\d])");
    private static final Pattern PLAIN = Pattern.compile("\\d+");
    private final Vocabulary words;
    private final Numbers numbers;
    private final Phrases phrases;
    private final Zones zones;

    Scanner(Vocabulary words, Style style, Zones zones) {
        this.words = words;
        this.zones = zones;
        numbers = new Numbers(words, style);
        phrases = new Phrases(words, style, numbers);
    }

    List<Token> scan(Text text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int next = step(text, at, tokens);
            at = next > at ? next : at + 1;
        }
        return Joining.join(text, tokens);
    }

    private int step(Text text, int at, List<Token> tokens) {
        char c = text.folded().charAt(at);
        if (c == ' ') {
            int end = at;
            while (end < text.length() && text.folded().charAt(end) == ' ') {
                end++;
            }
            return end - at >= 3 ? mark(tokens, at, end, '\t') : end;
        }
        int address = (Character.isLetterOrDigit(c) && text.wordBegins(at)) || c == '/' ? Traps.address(text, at) : at;
        if (address > at) {
            return address;
        }
        if (Character.isDigit(c)) {
            return digits(text, at, tokens);
        }
        if (Character.isLetter(c)) {
            return letters(text, at, tokens);
        }
        int trap = numbers.trap(text, at);
        boolean cell = c == ';' && at + 1 < text.length() && text.folded().charAt(at + 1) != ' ';
        return trap > at ? trap : mark(tokens, at, at + 1, cell ? '\t' : c);
    }

    private static int mark(List<Token> tokens, int from, int to, char sign) {
        tokens.add(new Mark(from, to, sign));
        return to;
    }

    private int digits(Text text, int at, List<Token> tokens) {
        Token found = numbers.at(text, at, tokens);
        if (found != null) {
            tokens.add(found);
            return found instanceof Time time ? offset(text, time, tokens) : found.to();
        }
        int trap = numbers.trap(text, at);
        if (trap > at) {
            return trap;
        }
        Label event = numbers.event(text, at);
        if (event != null) {
            tokens.add(event);
            return event.to();
        }
        Matcher ordinal = ORDINAL.matcher(text.folded()).region(at, text.length());
        if (ordinal.lookingAt()) {
            tokens.add(new Numeral(at, ordinal.end(), Integer.parseInt(ordinal.group(1)), true));
            return ordinal.end();
        }
        Matcher plain = PLAIN.matcher(text.folded()).region(at, text.length());
        if (!plain.lookingAt()) {
            throw new IllegalStateException("a digit that is none");
        }
        int end = plain.end();
        if (end < text.length()
                && Character.isLetter(text.folded().charAt(end))
                && words.at(text, end, m -> m.is("weekday")) == null) {
            return word(text, at, tokens);
        }
        tokens.add(new Numeral(at, end, end - at > 8 ? -1 : Integer.parseInt(plain.group()), false));
        return end;
    }

    /** An ISO time has its offset glued to it. */
    private static int offset(Text text, Time time, List<Token> tokens) {
        boolean iso = time.from() > 0 && text.folded().charAt(time.from() - 1) == 't';
        Matcher m = Pattern.compile("(z|[+-]\\d{2}:?\\d{2})(?![\\d\\p{L}])")
                .matcher(text.folded())
                .region(time.to(), text.length());
        if (!iso || !m.lookingAt()) {
            return time.to();
        }
        tokens.add(new Zone(time.to(), m.end(), Zones.offset(m.group().toUpperCase(Locale.ROOT))));
        return m.end();
    }

    private int letters(Text text, int at, List<Token> tokens) {
        if (text.folded().charAt(at) == 't'
                && at > 0
                && Numbers.last(tokens) instanceof Day day
                && day.to() == at
                && at + 1 < text.length()
                && Character.isDigit(text.folded().charAt(at + 1))) {
            return at + 1;
        }
        boolean behindTime = Numbers.last(tokens) instanceof Time;
        Zone place = behindTime ? zones.behindTime(text, at) : null;
        int amount = text.wordBegins(at) ? numbers.trap(text, at) : at;
        if (amount > at) {
            return amount;
        }
        Zone zone = place != null ? place : zones.at(text, at);
        if (zone != null) {
            tokens.add(zone);
            return zone.to();
        }
        Match match = words.at(text, at, phrases::inUse);
        Token monthFirst = match != null && match.of("month") != null ? numbers.date(text, at, tokens) : null;
        if (monthFirst != null) {
            tokens.add(monthFirst);
            return monthFirst.to();
        }
        Token token = match == null ? null : phrases.meaning(text, match, tokens);
        if (match == null || token == null) {
            return word(text, at, tokens);
        }
        tokens.add(token);
        Match tail = token instanceof Day && token.to() == match.to() ? words.tail(text, token.to()) : null;
        Token name = tail == null ? null : phrases.meaning(text, tail, tokens);
        if (name != null) {
            tokens.add(name);
            return name.to();
        }
        return token.to();
    }

    /** "TrophyRace": the name of a session behind a word that is none. */
    private boolean isGluedName(Text text, int from, int at) {
        return at > from + 1
                && Character.isLetter(text.folded().charAt(at - 1))
                && text.wordBegins(at)
                && words.at(text, at, m -> m.is("kind") && phrases.inUse(m)) != null;
    }

    private int word(Text text, int at, List<Token> tokens) {
        Matcher elided = ELIDED.matcher(text.folded()).region(at, text.length());
        boolean apart = elided.lookingAt();
        int end = apart ? elided.end() : at;
        while (!apart
                && end < text.length()
                && (Character.isLetterOrDigit(text.folded().charAt(end))
                        || text.folded().charAt(end) == '\'')
                && !isGluedName(text, at, end)) {
            end++;
        }
        tokens.add(new Word(at, Math.max(end, at + 1)));
        return Math.max(end, at + 1);
    }
}
