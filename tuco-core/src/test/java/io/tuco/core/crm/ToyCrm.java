package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.CrmAnswer.Answered;
import io.tuco.core.crm.CrmCall.Authority;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A connector for tests, whose CRM is {@link FakeToy}: plain lines instead of JSON. */
public final class ToyCrm implements CrmConnectorProvider, CrmConnector {

  public static final String SEARCH = "search";
  private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

  @Override
  public String crm() {
    return "toy";
  }

  @Override
  public CrmConnector create(CrmOptions options) {
    return this;
  }

  @Override
  public String baseUrl() {
    return "https://toy.invalid";
  }

  @Override
  public CrmPaces paces() {
    return new CrmPaces(
        new CrmPaces.Pace(80, TEN_SECONDS),
        Map.of(SEARCH, new CrmPaces.Pace(4, Duration.ofSeconds(1))));
  }

  @Override
  public CrmVerdict judge(Connection connection, CrmCall call, Answered answer, Instant now) {
    return switch (answer.status()) {
      case 401 -> new CrmVerdict.Expired();
      case 429 ->
          new CrmVerdict.Wait(
              Duration.ofSeconds(Long.parseLong(answer.header("retry-after").orElse("1"))));
      case 423 ->
          new CrmVerdict.Closed(now.plus(Duration.ofHours(5)), "The day's limit is used up");
      default -> answer.status() >= 500 ? new CrmVerdict.Failing() : new CrmVerdict.Pass();
    };
  }

  @Override
  public Optional<CrmOauth> oauth() {
    return Optional.of(
        new CrmOauth() {
          @Override
          public Dialogue<TokenGrant> exchange(
              CrmContext context, String code, Optional<String> redirectUri) {
            return grant("code:" + code);
          }

          @Override
          public Dialogue<TokenGrant> refresh(CrmContext context, String refreshToken) {
            return grant("refresh:" + refreshToken);
          }
        });
  }

  private static Dialogue<TokenGrant> grant(String body) {
    var call =
        new CrmCall("POST", "/token", Map.of(), body.getBytes(UTF_8), Authority.NONE, false, "");
    return asked(
        call,
        text -> {
          var parts = text.split(";", 3);
          return new TokenGrant(
              parts[0],
              Optional.of(parts[1]),
              Optional.of(Duration.ofSeconds(Long.parseLong(parts[2]))),
              Optional.empty());
        });
  }

  @Override
  public Dialogue<CrmAccount> verify(CrmContext context) {
    return asked(get("/account"), text -> new CrmAccount(text, Optional.of("Europe/Berlin")));
  }

  @Override
  public CrmContacts contacts() {
    return new CrmContacts() {
      @Override
      public Dialogue<ContactMatch> match(CrmContext context, ContactWanted wanted) {
        return Dialogue.broken(CrmFailure.refused("This CRM makes no contacts"));
      }

      @Override
      public Dialogue<CrmContact> fetch(CrmContext context, String contactId) {
        return Dialogue.broken(CrmFailure.refused("This CRM shows no contacts"));
      }

      @Override
      public Dialogue<CrmDone> markOptOut(CrmContext context, String contactId, boolean optedOut) {
        return Dialogue.ended(CrmDone.DONE);
      }

      @Override
      public Dialogue<Optional<String>> ownerEmail(CrmContext context, String ownerId) {
        return asked(get("/users/" + ownerId), Optional::of);
      }
    };
  }

  @Override
  public CrmActivities activities() {
    return (context, activity, mayBeLogged) ->
        Dialogue.ended(new LoggedActivity(activity.id(), Optional.empty()));
  }

  @Override
  public Optional<CrmImport> contactImport() {
    return Optional.of(
        (context, since, cursor) ->
            asked(
                get(
                    "/contacts?since="
                        + since.map(at -> at.minusSeconds(120).toEpochMilli()).orElse(0L)
                        + "&after="
                        + cursor.orElse("0")),
                ToyCrm::page));
  }

  /** The first line: the next mark, and how many there are. */
  private static ContactPage page(String text) {
    var lines = text.split("\n");
    var head = lines[0].split(";", -1);
    return new ContactPage(
        Arrays.stream(lines).skip(1).map(ToyCrm::contact).toList(),
        Optional.of(head[0]).filter(next -> !next.isEmpty()),
        Optional.of(head[1]).filter(total -> !total.isEmpty()).map(Long::valueOf));
  }

  private static CrmContact contact(String line) {
    var fields = line.split(";", -1);
    return new CrmContact(
        fields[0],
        said(fields[1]),
        Optional.empty(),
        said(fields[2]).stream().toList(),
        said(fields[3]).stream().toList(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Map.of(),
        said(fields[4]),
        said(fields[5]),
        said(fields[6]).map(millis -> Instant.ofEpochMilli(Long.parseLong(millis))));
  }

  @Override
  public Optional<CrmHooks> hooks() {
    return Optional.of(new ToyHooks());
  }

  public static CrmCall get(String path) {
    return new CrmCall(
        "GET", path, Map.of(), new byte[0], Authority.CONNECTION, true, CrmPaces.PLAIN);
  }

  public static CrmCall post(String path, String body) {
    return new CrmCall(
        "POST", path, Map.of(), body.getBytes(UTF_8), Authority.CONNECTION, false, CrmPaces.PLAIN);
  }

  private static Optional<String> said(String field) {
    return Stream.of(field).filter(text -> !text.isEmpty()).findFirst();
  }

  private static <T> Dialogue<T> asked(CrmCall call, Function<String, T> read) {
    return Dialogue.ask(call, answer -> heard(answer, read));
  }

  private static <T> Dialogue<T> heard(CrmAnswer answer, Function<String, T> read) {
    if (answer instanceof Answered answered) {
      return answered.isSuccess()
          ? Dialogue.ended(read.apply(answered.text()))
          : Dialogue.broken(refusal(answered));
    }
    if (answer instanceof CrmAnswer.Silent silent) {
      return Dialogue.broken(
          silent.nothingLeft()
              ? CrmFailure.later(silent.reason())
              : CrmFailure.unknown(silent.reason()));
    }
    return answer instanceof CrmAnswer.PutOff putOff
        ? Dialogue.broken(CrmFailure.later(putOff.until(), putOff.reason()))
        : Dialogue.broken(CrmFailure.unauthorized(((CrmAnswer.Unauthorized) answer).reason()));
  }

  private static CrmFailure refusal(Answered answered) {
    if (answered.status() >= 500) {
      return CrmFailure.unknown("The CRM failed");
    }
    return answered.status() == 400 || answered.status() == 401
        ? CrmFailure.unauthorized("Refused")
        : CrmFailure.refused("Refused");
  }
}
