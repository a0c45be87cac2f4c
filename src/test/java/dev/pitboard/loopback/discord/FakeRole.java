package dev.pitboard.loopback.discord;

/** A role of a guild. */
public final class FakeRole {
    final FakeGuild guild;
    private final String id;
    private final String name;
    private final boolean mentionable;
    private final boolean managed;
    long permissions;

    FakeRole(FakeGuild guild, String id, String name, boolean mentionable, boolean managed, long permissions) {
        this.guild = guild;
        this.id = id;
        this.name = name;
        this.mentionable = mentionable;
        this.managed = managed;
        this.permissions = permissions;
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public boolean mentionable() {
        return mentionable;
    }

    boolean managed() {
        return managed;
    }

    public String mention() {
        return "<@&" + id + ">";
    }

    /** Deletes it and tells the bot. */
    public void delete() {
        guild.delete(this);
    }
}
