package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One registration for each thing Discord refuses in commands. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CommandRefusalsTest {
    private static final String OPTION = "{'type':3,'name':'%s','description':'x'}";

    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final RawClient client = new RawClient(discord);
    private final String path = "applications/" + discord.world().applicationId() + "/commands";

    @AfterAll
    void close() {
        client.close();
        discord.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("101 commands", "reached", numbered(101)),
                row("same name twice", "unique", "[" + command("") + "," + command("") + "]"),
                row("no list", "iterables", command("")),
                row("upper case", "name", "[{'name':'Track','description':'x'}]"),
                row("space", "name", "[{'name':'next session','description':'x'}]"),
                row("33 characters", "name", "[{'name':'" + "x".repeat(33) + "','description':'x'}]"),
                row("no name", "name", "[{'description':'x'}]"),
                row("no description", "description", "[{'name':'x'}]"),
                row("long description", "description", "[{'name':'x','description':'" + "x".repeat(101) + "'}]"),
                row("unknown type", "type", one(",'type':9")),
                row("unknown locale", "locale", one(",'name_localizations':{'de-DE':'x'}")),
                row("localised name in upper case", "name", one(",'name_localizations':{'de':'Strecke'}")),
                row(
                        "long localised description",
                        "100",
                        one(",'description_localizations':{'de':'" + "x".repeat(101) + "'}")),
                row("permissions no number", "permissions", one(",'default_member_permissions':'admin'")),
                row("unknown context", "contexts", one(",'contexts':[3]")),
                row("unknown integration", "integration_types", one(",'integration_types':[2]")),
                row("26 options", "25", options(OPTION.formatted("a") + many(25))),
                row("same option twice", "exists", options(OPTION.formatted("a") + "," + OPTION.formatted("a"))),
                row("option in upper case", "name", options(OPTION.formatted("A"))),
                row("option without description", "description", options("{'type':3,'name':'a'}")),
                row("option of no type", "type", options("{'name':'a','description':'x'}")),
                row(
                        "required after optional",
                        "Required",
                        options(OPTION.formatted("a") + ",{'type':3,'name':'b','description':'x','required':true}")),
                row("26 choices", "25", options(text("'choices':[" + choices(26, "x") + "]"))),
                row(
                        "same choice twice",
                        "exists",
                        options(text("'choices':[" + choices(1, "x") + "," + choices(1, "x") + "]"))),
                row("long choice", "100", options(text("'choices':[" + choices(1, "x".repeat(101)) + "]"))),
                row("number as a text choice", "value", options(text("'choices':[{'name':'a','value':1}]"))),
                row(
                        "choices and autocomplete",
                        "exclusive",
                        options(text("'autocomplete':true,'choices':[" + choices(1, "x") + "]"))),
                row(
                        "autocomplete of a role",
                        "autocomplete",
                        options("{'type':8,'name':'a','description':'x','autocomplete':true}")),
                row("text of 6001", "6000", options(text("'max_length':6001"))),
                row("subcommand beside an option", "exclusive", options(sub("a", "") + "," + OPTION.formatted("b"))),
                row("subcommand in a subcommand", "type", options(sub("a", sub("b", "")))),
                row("empty group", "required", options("{'type':2,'name':'a','description':'x'}")),
                row(
                        "option in a group",
                        "subcommands",
                        options("{'type':2,'name':'a','description':'x','options':[" + OPTION.formatted("b") + "]}")),
                row(
                        "required subcommand",
                        "required",
                        options("{'type':1,'name':'a','description':'x','required':true}")),
                row("8001 characters", "8000", huge()),
                row("menu with a description", "Context", "[{'type':2,'name':'Track','description':'x'}]"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String what, String reason, String body) {
        RawClient.Reply reply = client.send("PUT", path, body);

        assertEquals(400, reply.status(), what);
        String message = reply.body().path("message").asText();
        assertEquals(true, message.contains(reason), what + ": " + message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{'name':'next-session','description':'x'}]",
                "[{'name':'pr\u00fcfung','description':'x'},{'type':2,'name':'Some Menu'}]",
                "[{'name':'x','description':'x','contexts':[0,1],'default_member_permissions':'32'}]"
            })
    void takes(String body) {
        assertEquals(200, client.send("PUT", path, body).status());
    }

    @Test
    void aCommandKeepsItsId() {
        String first = client.send("PUT", path, "[" + command("") + "]")
                .body()
                .path(0)
                .path("id")
                .asText();
        String again = client.send("PUT", path, "[" + command(",'nsfw':true") + "]")
                .body()
                .path(0)
                .path("id")
                .asText();

        assertEquals(first, again);
        assertEquals(100, client.send("PUT", path, numbered(100)).body().size());
    }

    @Test
    void anotherApplicationIsNotOurs() {
        assertEquals(
                403,
                client.send("PUT", "applications/" + discord.world().bot().id() + "/commands", "[]")
                        .status());
    }

    private static Arguments row(String what, String reason, String body) {
        return Arguments.of(what, reason, body);
    }

    private static String command(String more) {
        return "{'name':'x','description':'x'" + more + "}";
    }

    private static String one(String more) {
        return "[" + command(more) + "]";
    }

    private static String options(String options) {
        return one(",'options':[" + options + "]");
    }

    private static String text(String more) {
        return "{'type':3,'name':'a','description':'x'," + more + "}";
    }

    private static String sub(String name, String options) {
        return "{'type':1,'name':'" + name + "','description':'x','options':[" + options + "]}";
    }

    private static String numbered(int count) {
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",").append("{'name':'x").append(i).append("','description':'x'}");
        }
        return list.append(']').toString();
    }

    private static String many(int count) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(',').append(OPTION.formatted("o" + i));
        }
        return list.toString();
    }

    private static String choices(int count, String value) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < count; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{'name':'n")
                    .append(i)
                    .append("','value':'")
                    .append(value)
                    .append("'}");
        }
        return list.toString();
    }

    private static String huge() {
        String description = "{'type':3,'name':'%s','description':'" + "x".repeat(100) + "','choices':["
                + choices(3, "y".repeat(90)) + "]}";
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            list.append(i == 0 ? "" : ",").append(description.formatted("o" + i));
        }
        return options(list.toString());
    }
}
