package dev.pitboard.loopback.discord;

/**
 * A person.
 *
 * @param locale the language of their Discord client, such as {@code en-US}
 */
public record FakeUser(String id, String name, String locale, boolean bot) {
    public String mention() {
        return "<@" + id + ">";
    }
}
