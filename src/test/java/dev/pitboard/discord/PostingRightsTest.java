package dev.pitboard.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.pitboard.chat.ChatRef;
import dev.pitboard.chat.Platform;
import dev.pitboard.loopback.discord.FakeChannel;
import dev.pitboard.loopback.discord.FakeRole;
import dev.pitboard.loopback.discord.Permissions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What keeps posts from appearing is named before anybody misses one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PostingRightsTest {
    private final Paddock paddock = new Paddock();

    @BeforeAll
    void open() {
        paddock.open();
        paddock.guild.botPermissions(0);
    }

    @AfterAll
    void close() {
        paddock.close();
    }

    private List<String> missing(FakeChannel channel, @Nullable String role) {
        return paddock.bot.messenger().missingToPost(ChatRef.of(Platform.DISCORD, channel.id()), role);
    }

    /** The gateway tells of a change a moment after it was made. */
    private void awaitMissing(FakeChannel channel, @Nullable String role, String... parts) {
        paddock.discord.await(String.join(" and ", parts), () -> {
            List<String> told = missing(channel, role);
            return told.size() == parts.length
                    && List.of(parts).stream().allMatch(p -> told.stream().anyMatch(t -> t.contains(p)));
        });
    }

    @Test
    void nothingIsMissingInAnOrdinaryChannel() {
        FakeChannel channel = paddock.guild.text("ordinary");
        awaitMissing(channel, paddock.guild.role("Pingable", true).id());
        int asked = paddock.discord.recorder().requests().size();
        assertEquals(List.of(), missing(channel, null));
        assertEquals(asked, paddock.discord.recorder().requests().size(), "what the gateway told need not be asked");
    }

    @Test
    void namesEachPermission() {
        FakeChannel channel = paddock.guild.text("strict").deny(Permissions.SEND_MESSAGES | Permissions.EMBED_LINKS);
        awaitMissing(channel, null, "Send Messages permission here", "Embed Links permission here");
    }

    @Test
    void saysWhenItCantEvenSee() {
        FakeChannel channel = paddock.guild.text("secret").deny(Permissions.VIEW_CHANNEL);
        awaitMissing(channel, null, "View Channel");
    }

    @Test
    void threadsAreRuledByTheirChannel() {
        FakeChannel parent = paddock.guild.text("parent").deny(Permissions.SEND_MESSAGES_IN_THREADS);
        awaitMissing(parent.thread("talk"), null, "Send Messages in Threads permission in this thread's channel");

        FakeChannel open = paddock.guild.text("open");
        awaitMissing(open.thread("archived").archive(), null);
        awaitMissing(open.thread("closed").archive().lock(), null, "locked");
    }

    @Test
    void forumsHaveToBeEnteredFirst() {
        awaitMissing(paddock.guild.forum("forum"), null, "inside one of its posts");
    }

    @Test
    void rolesMustExistAndBePingable() {
        FakeChannel channel = paddock.guild.text("roles");
        awaitMissing(channel, paddock.guild.role("Shy", false).id(), "can't ping Shy");
        awaitMissing(channel, paddock.guild.id(), "@everyone");
        FakeRole gone = paddock.guild.role("Gone", true);
        gone.delete();
        awaitMissing(channel, gone.id(), "doesn't exist");
        channel.allow(Permissions.MENTION_EVERYONE);
        awaitMissing(channel, paddock.guild.role("Shy too", false).id());
    }

    @Test
    void aDeletedChannelIsNotFound() {
        FakeChannel channel = paddock.guild.text("deleted");
        channel.delete();

        awaitMissing(channel, null, "can't find this channel");
    }

    @Test
    void privateMessagesHaveNoRoles() {
        FakeChannel direct = paddock.discord.world().directMessages(paddock.fan);

        assertEquals(List.of(), missing(direct, null));
        assertEquals(1, missing(direct, "123").size());
    }
}
