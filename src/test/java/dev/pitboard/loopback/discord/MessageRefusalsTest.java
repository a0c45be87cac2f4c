package dev.pitboard.loopback.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One message for each thing Discord refuses in messages, and for each border that it still takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MessageRefusalsTest {
    private static final String ROW = "{'type':1,'components':[%s]}";
    private static final String BUTTON = "{'type':2,'style':1,'label':'On','custom_id':'%s'}";
    private static final String TEXT = "{'type':10,'content':'%s'}";

    private final LoopbackDiscord discord = LoopbackDiscord.start();
    private final FakeChannel channel = discord.world().guild("GT4 fans").text("general");
    private final RawClient client = new RawClient(discord);

    @AfterAll
    void close() {
        client.close();
        discord.close();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                row("content over 2000", 50035, content("x".repeat(2001))),
                row("content that is an object", 50035, "{'content':{}}"),
                row("empty", 50006, "{}"),
                row("blank", 50006, content("  ")),
                row("broken JSON", 50109, "{'content':"),
                row("nonce over 25", 50035, "{'content':'x','nonce':'" + "n".repeat(26) + "'}"),
                row("nonce that is an object", 50035, "{'content':'x','nonce':{}}"),
                row("11 embeds", 50035, embeds(11, "{'title':'x'}")),
                row("empty embed", 50035, embeds(1, "{}")),
                row("embed title", 50035, embeds(1, "{'title':'" + "x".repeat(257) + "'}")),
                row("embed description", 50035, embeds(1, "{'description':'" + "x".repeat(4097) + "'}")),
                row("embed footer", 50035, embeds(1, "{'footer':{'text':'" + "x".repeat(2049) + "'}}")),
                row("embed author", 50035, embeds(1, "{'author':{'name':'" + "x".repeat(257) + "'}}")),
                row("26 fields", 50035, embeds(1, fields(26, "a", "b"))),
                row("field without a value", 50035, embeds(1, fields(1, "a", ""))),
                row("field without a name", 50035, embeds(1, fields(1, "", "b"))),
                row("field name", 50035, embeds(1, fields(1, "x".repeat(257), "b"))),
                row("field value", 50035, embeds(1, fields(1, "a", "x".repeat(1025)))),
                row("embeds over 6000 together", 50035, embeds(2, "{'description':'" + "x".repeat(3001) + "'}")),
                row("embed address", 50035, embeds(1, "{'title':'x','url':'ftp://x'}")),
                row("embed colour", 50035, embeds(1, "{'title':'x','color':16777216}")),
                row("6 rows", 50035, components(times(6, ROW.formatted(BUTTON)))),
                row("6 buttons in a row", 50035, components(ROW.formatted(times(6, BUTTON)))),
                row("empty row", 50035, components(ROW.formatted(""))),
                row("row of a text", 50035, components(ROW.formatted(TEXT.formatted("x")))),
                row(
                        "button beside a select",
                        50035,
                        components(ROW.formatted(times(1, BUTTON) + "," + select("s", 1)))),
                row("button at the top", 50035, components(times(1, BUTTON))),
                row("unknown component", 50035, components("{'type':99}")),
                row("no custom_id", 50035, button("'style':1,'label':'x'")),
                row("custom_id over 100", 50035, button("'style':1,'label':'x','custom_id':'" + "c".repeat(101) + "'")),
                row("same custom_id twice", 50035, components(ROW.formatted(twice(BUTTON.formatted("a"))))),
                row("label over 80", 50035, button("'style':1,'custom_id':'a','label':'" + "x".repeat(81) + "'")),
                row("no label", 50035, button("'style':1,'custom_id':'a'")),
                row("no style", 50035, button("'label':'x','custom_id':'a'")),
                row("link without address", 50035, button("'style':5,'label':'x'")),
                row("link with custom_id", 50035, button("'style':5,'label':'x','url':'https://x','custom_id':'a'")),
                row("link address scheme", 50035, button("'style':5,'label':'x','url':'tg://x'")),
                row("link over 512", 50035, button("'style':5,'label':'x','url':'https://" + "x".repeat(505) + "'")),
                row(
                        "plain button with address",
                        50035,
                        button("'style':1,'label':'x','custom_id':'a','url':'https://x'")),
                row("select without options", 50035, components(ROW.formatted(select("s", 0)))),
                row("select with 26 options", 50035, components(ROW.formatted(select("s", 26)))),
                row("V2 without its flag", 50035, components(TEXT.formatted("x"))),
                row("V2 with content", 50035, v2("'content':'x',", TEXT.formatted("x"))),
                row("V2 with embeds", 50035, v2("'embeds':[{'title':'x'}],", TEXT.formatted("x"))),
                row("V2 without components", 50006, v2("", "")),
                row("41 components", 50035, v2("", times(41, TEXT))),
                row("41 components, nested", 50035, v2("", container(times(40, TEXT)))),
                row(
                        "texts over 4000",
                        50035,
                        v2("", TEXT.formatted("x".repeat(2001)) + "," + TEXT.formatted("x".repeat(2000)))),
                row("empty text", 50035, v2("", TEXT.formatted(""))),
                row("empty container", 50035, v2("", container(""))),
                row("container in a container", 50035, v2("", container(container(TEXT)))),
                row("bare button in a container", 50035, v2("", container(times(1, BUTTON)))),
                row("accent colour", 50035, v2("", "{'type':17,'accent_color':16777216,'components':[" + TEXT + "]}")),
                row("section without accessory", 50035, v2("", "{'type':9,'components':[" + TEXT + "]}")),
                row("section with 4 texts", 50035, v2("", section(times(4, TEXT)))),
                row("section without texts", 50035, v2("", section(""))),
                row("empty gallery", 50035, v2("", "{'type':12,'items':[]}")),
                row("separator spacing", 50035, v2("", "{'type':14,'spacing':3}")),
                row("thumbnail at the top", 50035, v2("", "{'type':11,'media':{'url':'https://x'}}")),
                row("same component id twice", 50035, v2("", "{'type':14,'id':7},{'type':14,'id':7}")),
                row(
                        "same custom_id in two rows",
                        50035,
                        v2(
                                "",
                                ROW.formatted(BUTTON.formatted("a")) + ","
                                        + container(ROW.formatted(BUTTON.formatted("a"))))),
                row("unknown kind of mention", 50035, mentions("'parse':['all']")),
                row("roles parsed and listed", 50035, mentions("'parse':['roles'],'roles':['1']")),
                row("101 roles", 50035, mentions("'roles':['1'" + ",'1'".repeat(100) + "]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void refuses(String what, int code, String body) {
        RawClient.Reply reply = client.send("POST", "channels/" + channel.id() + "/messages", numbered(body));

        assertEquals("400 " + code, reply.refusal(), what + ": " + reply.body());
    }

    static Stream<Arguments> taken() {
        return Stream.of(
                row("content of 2000", 0, content("x".repeat(2000))),
                row("2000 emoji count once each", 0, content("🏁".repeat(2000))),
                row("nonce of 25", 0, "{'content':'x','nonce':'" + "n".repeat(25) + "'}"),
                row("10 embeds", 0, embeds(10, "{'title':'x'}")),
                row("embeds of 6000 together", 0, embeds(2, "{'description':'" + "x".repeat(3000) + "'}")),
                row("5 rows of 5 buttons", 0, components(times(5, ROW.formatted(times(5, BUTTON))))),
                row("link", 0, button("'style':5,'label':'x','url':'https://x'")),
                row("select", 0, components(ROW.formatted(select("s", 25)))),
                row("40 components, nested", 0, v2("", container(times(39, TEXT)))),
                row("texts of 4000", 0, v2("", TEXT.formatted("x".repeat(4000)))),
                row("section", 0, v2("", section(times(3, TEXT)))),
                row("100 roles", 0, mentions("'roles':['1'" + ",'1'".repeat(99) + "]")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void takes(String what, int code, String body) {
        int before = discord.recorder().messages(channel).size();

        RawClient.Reply reply = client.send("POST", "channels/" + channel.id() + "/messages", numbered(body));

        assertEquals("200 " + code, reply.refusal(), what + ": " + reply.body());
        assertTrue(discord.recorder().messages(channel).size() > before, what);
    }

    private static Arguments row(String what, int code, String body) {
        return Arguments.of(what, code, body);
    }

    private static String content(String text) {
        return "{'content':'" + text + "'}";
    }

    private static String embeds(int count, String embed) {
        return "{'embeds':[" + embed + ("," + embed).repeat(count - 1) + "]}";
    }

    private static String fields(int count, String name, String value) {
        String field = "{'name':'" + name + "','value':'" + value + "'}";
        return "{'fields':[" + field + ("," + field).repeat(count - 1) + "]}";
    }

    private static String mentions(String allowed) {
        return "{'content':'x','allowed_mentions':{" + allowed + "}}";
    }

    private static String twice(String component) {
        return component + "," + component;
    }

    private static String components(String components) {
        return "{'content':'x','components':[" + components + "]}";
    }

    private static String v2(String before, String components) {
        return "{" + before + "'flags':32768,'components':[" + components + "]}";
    }

    private static String container(String components) {
        return "{'type':17,'components':[" + components + "]}";
    }

    private static String section(String texts) {
        return "{'type':9,'components':[" + texts + "],'accessory':{'type':2,'style':5,'label':'x','url':'https://x'}}";
    }

    private static String button(String fields) {
        return components(ROW.formatted("{'type':2," + fields + "}"));
    }

    private static String select(String customId, int options) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < options; i++) {
            list.append(i == 0 ? "" : ",")
                    .append("{'label':'x','value':'")
                    .append(i)
                    .append("'}");
        }
        return "{'type':3,'custom_id':'" + customId + "','options':[" + list + "]}";
    }

    private static String times(int count, String component) {
        return component + ("," + component).repeat(count - 1);
    }

    /** Gives every button left open a custom_id of its own. */
    private static String numbered(String body) {
        StringBuilder result = new StringBuilder();
        int from = 0;
        int number = 0;
        for (int at = body.indexOf("%s"); at >= 0; at = body.indexOf("%s", from)) {
            result.append(body, from, at).append("id").append(number++);
            from = at + 2;
        }
        return result.append(body.substring(from)).toString();
    }
}
