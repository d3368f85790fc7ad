package io.tuco.camel.crm;

import static io.tuco.core.fixture.Fixtures.NOW;
import static io.tuco.core.fixture.Fixtures.aConnection;
import static io.tuco.core.fixture.Fixtures.aLead;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tuco.camel.DocsPage;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.DialogueRun;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.message.MessageType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector of the how-to page is compiled from the page itself, and does what it says. */
final class ConnectorPageTest {

  private static final String ADA = "+12025550100";

  private static CrmConnector notes;

  private final Map<String, String> people = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private final CrmContext context =
      new CrmContext(aConnection().to("notes", "me").build(), "US", NOW);

  @BeforeAll
  static void compile(@TempDir Path folder) throws Exception {
    var page = DocsPage.of("how-to/write-a-connector.md").text();
    var code = page.split("```java\n", 2)[1].split("```", 2)[0];
    var source = folder.resolve("NotesCrm.java");
    Files.writeString(source, code, UTF_8);
    var compiled =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-d",
                folder.toString(),
                "-cp",
                System.getProperty("java.class.path"),
                source.toString());
    assertThat(compiled).isZero();
    var loader =
        new URLClassLoader(
            new URL[] {folder.toUri().toURL()}, ConnectorPageTest.class.getClassLoader());
    var provider =
        (CrmConnectorProvider)
            loader.loadClass("com.example.notes.NotesCrm").getConstructor().newInstance();
    notes = provider.create(name -> Optional.empty());
  }

  @Test
  void saysWhoseTheTokenIs() {
    assertThat(held(notes.verify(context)))
        .isEqualTo(new Dialogue.Ended<>(new CrmAccount("me", Optional.empty())));
  }

  @Test
  void makesAPersonOnce() {
    var first = held(notes.contacts().match(context, wanted()));
    var second = held(notes.contacts().match(context, wanted()));

    assertThat(first).isEqualTo(new Dialogue.Ended<>(new ContactMatch("p1", true)));
    assertThat(second).isEqualTo(new Dialogue.Ended<>(new ContactMatch("p1", false)));
  }

  @Test
  void writesANoteOnceAlsoWhenNobodyKnowsWhetherItWasWritten() {
    var first = held(notes.activities().log(context, activity(), false));
    var again = held(notes.activities().log(context, activity(), true));

    assertThat(first)
        .isEqualTo(new Dialogue.Ended<>(new LoggedActivity("n1", Optional.empty())))
        .isEqualTo(again);
    assertThat(asked).filteredOn(call -> call.startsWith("POST")).hasSize(1);
  }

  @Test
  void doesNotKnowWhatBecameOfAWriteWithoutAnAnswer() {
    List<Dialogue.End<LoggedActivity>> ends = new ArrayList<>();

    DialogueRun.hold(
        notes.activities().log(context, activity(), false),
        (call, answered) -> answered.accept(new CrmAnswer.Silent(false, "lost")),
        ends::add);

    assertThat(ends).containsExactly(new Dialogue.Broken<>(CrmFailure.unknown("lost")));
  }

  private <T> Dialogue.End<T> held(Dialogue<T> dialogue) {
    List<Dialogue.End<T>> ends = new ArrayList<>();
    DialogueRun.hold(dialogue, (call, answered) -> answered.accept(answer(call)), ends::add);
    assertThat(ends).hasSize(1);
    return ends.get(0);
  }

  private CrmAnswer answer(CrmCall call) {
    asked.add(call.method() + " " + call.path());
    var body = new String(call.body(), UTF_8);
    return switch (asked.get(asked.size() - 1)) {
      case "GET /me" -> said(200, "me");
      case "GET /people?phone=%2B12025550100" -> known(people.get(ADA));
      case "POST /people" -> {
        people.put(body.split("\n")[0], "p1");
        yield said(201, "p1");
      }
      case "GET /people/p1/notes?ref=m1%3Asent" -> known(written.get("m1:sent"));
      case "POST /people/p1/notes" -> {
        written.put(body.split("\n")[0], "n1");
        yield said(201, "n1");
      }
      default -> said(500, "");
    };
  }

  private static CrmAnswer known(String id) {
    return id == null ? said(404, "") : said(200, id);
  }

  private static CrmAnswer said(int status, String text) {
    return new CrmAnswer.Answered(status, Map.of(), text.getBytes(UTF_8));
  }

  private static ContactWanted wanted() {
    return new ContactWanted(
        aLead().withPhone(ADA).build(),
        new PhoneNumber(ADA),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static CrmActivity activity() {
    return new CrmActivity(
        "m1:sent",
        CrmActivity.Kind.SENT,
        "m1",
        "p1",
        MessageType.SMS,
        "Hello",
        Optional.empty(),
        List.of(),
        NOW);
  }
}
