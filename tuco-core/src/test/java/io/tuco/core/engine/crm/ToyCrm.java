package io.tuco.core.engine.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmActivity;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.CrmOptions;
import io.tuco.core.crm.CrmPaces;
import io.tuco.core.crm.CrmTransport;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.LoggedActivity;
import io.tuco.core.crm.SendOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A CRM with contacts and a timeline that takes everything twice that it is told twice, its
 * connector, and the way to it, on which answers can be lost. It says in a sentence what was done.
 */
final class ToyCrm implements CrmConnectorProvider, CrmTransport {

  /** What is to happen on the way. */
  enum Way {
    GOOD,
    /** Nothing gets there, and that is known. */
    DOWN,
    /** The CRM does it, and its answer is lost. */
    ANSWER_LOST,
    /** The CRM does it, and whoever asked is dead by then. */
    ASKER_DIES,
    REFUSED
  }

  private final Map<String, String> contacts = new LinkedHashMap<>();
  private final Map<String, String> timeline = new LinkedHashMap<>();
  private final List<String> deeds = new ArrayList<>();
  private final Set<String> optedOut = new TreeSet<>();
  private final String name;
  private final Supplier<Instant> now;
  private Way way = Way.GOOD;
  private String onlyFor = "";
  private int calls;
  private int made;

  ToyCrm(String name, Supplier<Instant> now) {
    this.name = name;
    this.now = now;
  }

  synchronized ToyCrm is(Way how) {
    return is(how, "");
  }

  /** For calls whose path begins so. */
  synchronized ToyCrm is(Way how, String path) {
    way = how;
    onlyFor = path;
    return this;
  }

  synchronized int contacts() {
    return contacts.size();
  }

  private String newId() {
    made++;
    return "contact-" + made;
  }

  synchronized void loses(String contactId) {
    contacts.values().remove(contactId);
  }

  /** What was done that shows, in order. */
  synchronized List<String> deeds() {
    return List.copyOf(deeds);
  }

  synchronized Set<String> optedOut() {
    return Set.copyOf(optedOut);
  }

  synchronized int calls() {
    return calls;
  }

  @Override
  public String crm() {
    return name;
  }

  @Override
  public CrmConnector create(CrmOptions options) {
    return new Connector();
  }

  @Override
  public void carry(CrmCall call, Consumer<CrmAnswer> answered) {
    answer(call).ifPresent(answered);
  }

  private synchronized Optional<CrmAnswer> answer(CrmCall call) {
    calls++;
    var hit = call.path().startsWith(onlyFor) ? way : Way.GOOD;
    if (hit == Way.DOWN) {
      return Optional.of(new CrmAnswer.PutOff(now.get().plusSeconds(30), "The CRM is down"));
    }
    var answer = hit == Way.REFUSED ? said(400, "no") : does(call.path().split("/"), call);
    return switch (hit) {
      case ANSWER_LOST -> Optional.of(new CrmAnswer.Silent(false, "No answer"));
      case ASKER_DIES -> Optional.empty();
      default -> Optional.of(answer);
    };
  }

  private CrmAnswer does(String[] path, CrmCall call) {
    var body = new String(call.body(), UTF_8);
    return switch (path[1]) {
      case "find" -> said(contacts.containsKey(path[2]) ? 200 : 404, contacts.get(path[2]));
      case "make" -> {
        // Without any guard against a second one.
        var id = newId();
        contacts.put(contacts.containsKey(path[2]) ? path[2] + "#" + id : path[2], id);
        yield said(201, id);
      }
      case "there" -> said(contacts.containsValue(path[2]) ? 200 : 404, path[2]);
      case "logged" -> said(timeline.containsKey(path[2]) ? 200 : 404, timeline.get(path[2]));
      case "log" -> {
        if (!contacts.containsValue(path[2])) {
          yield said(404, "no such contact");
        }
        timeline.put(path[3], "record-" + (timeline.size() + 1));
        deeds.add(path[2] + " " + body);
        yield said(201, timeline.get(path[3]));
      }
      case "stop" -> {
        optedOut.add(path[2]);
        yield said(200, "");
      }
      case "start" -> {
        optedOut.remove(path[2]);
        yield said(200, "");
      }
      default -> {
        deeds.add(body);
        yield said(200, "");
      }
    };
  }

  private static CrmAnswer.Answered said(int status, String text) {
    return new CrmAnswer.Answered(status, Map.of(), String.valueOf(text).getBytes(UTF_8));
  }

  private static CrmCall call(String path, String body) {
    return new CrmCall(
        "POST",
        path,
        Map.of(),
        body.getBytes(UTF_8),
        CrmCall.Authority.CONNECTION,
        false,
        CrmPaces.PLAIN);
  }

  private static <T> Dialogue<T> broken(CrmAnswer answer) {
    if (answer instanceof CrmAnswer.PutOff putOff) {
      return Dialogue.broken(CrmFailure.later(putOff.until(), putOff.reason()));
    }
    if (answer instanceof CrmAnswer.Silent silent) {
      return Dialogue.broken(
          silent.nothingLeft()
              ? CrmFailure.later(silent.reason())
              : CrmFailure.unknown(silent.reason()));
    }
    return Dialogue.broken(CrmFailure.refused("The CRM refused"));
  }

  private static boolean isGood(CrmAnswer answer) {
    return answer instanceof CrmAnswer.Answered said && said.isSuccess();
  }

  private static boolean isMissing(CrmAnswer answer) {
    return answer instanceof CrmAnswer.Answered said && said.status() == 404;
  }

  private static String text(CrmAnswer answer) {
    return ((CrmAnswer.Answered) answer).text();
  }

  private final class Connector implements CrmConnector, CrmContacts, CrmActivities {

    @Override
    public String crm() {
      return name;
    }

    @Override
    public String baseUrl() {
      return "https://crm.example";
    }

    @Override
    public CrmPaces paces() {
      return new CrmPaces(new CrmPaces.Pace(100, Duration.ofSeconds(1)), Map.of());
    }

    @Override
    public CrmVerdict judge(
        Connection connection, CrmCall call, CrmAnswer.Answered answer, Instant at) {
      return new CrmVerdict.Pass();
    }

    @Override
    public Optional<CrmOauth> oauth() {
      return Optional.empty();
    }

    @Override
    public Dialogue<CrmAccount> verify(CrmContext context) {
      return Dialogue.broken(CrmFailure.refused("not here"));
    }

    @Override
    public CrmContacts contacts() {
      return this;
    }

    @Override
    public CrmActivities activities() {
      return this;
    }

    @Override
    public Optional<CrmImport> contactImport() {
      return Optional.empty();
    }

    @Override
    public Optional<CrmHooks> hooks() {
      return Optional.empty();
    }

    @Override
    public Dialogue<ContactMatch> match(CrmContext context, ContactWanted wanted) {
      if (wanted.knownId().isPresent()) {
        return Dialogue.ended(new ContactMatch(wanted.knownId().get(), false));
      }
      var address = wanted.address().value();
      return Dialogue.ask(
          call("/find/" + address, ""),
          found ->
              isGood(found)
                  ? Dialogue.ended(new ContactMatch(text(found), false))
                  : isMissing(found) ? make(context, wanted) : broken(found));
    }

    private Dialogue<ContactMatch> make(CrmContext context, ContactWanted wanted) {
      var lag = wanted.triedAt().map(at -> at.plusSeconds(60));
      return lag.filter(context.now()::isBefore).isPresent()
          ? Dialogue.broken(CrmFailure.later(lag.get(), "The index may lag"))
          : Dialogue.ask(
              call("/make/" + wanted.address().value(), ""),
              made ->
                  isGood(made) ? Dialogue.ended(new ContactMatch(text(made), true)) : broken(made));
    }

    @Override
    public Dialogue<CrmContact> fetch(CrmContext context, String contactId) {
      return Dialogue.ask(
          call("/there/" + contactId, ""),
          there ->
              isGood(there)
                  ? Dialogue.ended(
                      new CrmContact(
                          contactId,
                          Optional.of("Fetched"),
                          Optional.empty(),
                          List.of("+12025550177"),
                          List.of(),
                          Optional.empty(),
                          Optional.empty(),
                          List.of(),
                          Map.of(),
                          Optional.empty(),
                          Optional.empty(),
                          Optional.empty()))
                  : broken(there));
    }

    @Override
    public Dialogue<CrmDone> markOptOut(CrmContext context, String contactId, boolean optedOut) {
      return done(call((optedOut ? "/stop/" : "/start/") + contactId, ""));
    }

    @Override
    public Dialogue<LoggedActivity> log(
        CrmContext context, CrmActivity activity, boolean mayBeLogged) {
      return mayBeLogged
          ? Dialogue.ask(
              call("/logged/" + activity.id(), ""),
              found ->
                  isGood(found)
                      ? Dialogue.ended(new LoggedActivity(text(found), Optional.empty()))
                      : isMissing(found) ? write(activity) : broken(found))
          : write(activity);
    }

    private Dialogue<LoggedActivity> write(CrmActivity activity) {
      var says =
          activity.kind()
              + ": "
              + activity.text()
              + activity.reason().map(why -> " (" + why + ")").orElse("");
      return Dialogue.ask(
          call("/log/" + activity.contactId() + "/" + activity.id(), says),
          written ->
              isGood(written)
                  ? Dialogue.ended(new LoggedActivity(text(written), Optional.empty()))
                  : broken(written));
    }

    @Override
    public boolean showsByItself(String reference) {
      return reference.startsWith("shown");
    }

    @Override
    public Dialogue<CrmDone> report(CrmContext context, String reference, SendOutcome outcome) {
      return done(
          call(
              "/report",
              reference
                  + " "
                  + outcome.status().map(Enum::name).orElse("REFUSED")
                  + outcome.error().map(why -> " (" + why + ")").orElse("")));
    }

    @Override
    public Dialogue<CrmDone> reportRead(CrmContext context, String reference) {
      return done(call("/report", reference + " READ"));
    }

    private Dialogue<CrmDone> done(CrmCall call) {
      return Dialogue.ask(
          call, answer -> isGood(answer) ? Dialogue.ended(CrmDone.DONE) : broken(answer));
    }
  }
}
