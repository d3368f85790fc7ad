package io.tuco.camel.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tuco.core.crm.Connection;
import io.tuco.core.crm.CrmAccount;
import io.tuco.core.crm.CrmActivities;
import io.tuco.core.crm.CrmAnswer;
import io.tuco.core.crm.CrmCall;
import io.tuco.core.crm.CrmConnector;
import io.tuco.core.crm.CrmConnectorProvider;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmHooks;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.CrmNotice;
import io.tuco.core.crm.CrmOauth;
import io.tuco.core.crm.CrmOptions;
import io.tuco.core.crm.CrmPaces;
import io.tuco.core.crm.CrmVerdict;
import io.tuco.core.crm.Dialogue;
import io.tuco.core.crm.HookAnswer;
import io.tuco.core.crm.HookCall;
import io.tuco.core.crm.HookKeys;
import io.tuco.core.crm.HookReading;
import io.tuco.core.crm.SendOrder;
import io.tuco.core.crm.SendOutcome;
import io.tuco.core.message.CrmIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CRM that can do nothing but call us. A call's body is lines of words: {@code send KEY PHONE
 * TEXT}, {@code gone ID CONTACT}, each behind the account. What is signed {@code good}, or bears
 * the connection's secret, is from it.
 */
final class HookedCrm implements CrmConnectorProvider, CrmConnector, CrmHooks {

  final List<HookCall> calls = new ArrayList<>();

  @Override
  public String crm() {
    return "toy";
  }

  @Override
  public CrmConnector create(CrmOptions options) {
    return this;
  }

  @Override
  public List<Hook> names() {
    return List.of(
        new Hook("", true, false), new Hook("events", false, false), new Hook("flow", true, true));
  }

  @Override
  public HookReading read(HookCall call, HookKeys keys) {
    calls.add(call);
    var isGood =
        call.header("X-Toy-Signature").equals(Optional.of("good"))
            || keys.urlSecret().isPresent() && keys.urlSecret().equals(call.token());
    return isGood
        ? new HookReading.Heard(
            new String(call.body(), UTF_8).lines().flatMap(HookedCrm::notice).toList())
        : new HookReading.Refused(HookAnswer.of(401, "{\"error\":\"Unauthorized\"}"));
  }

  private static Stream<CrmNotice> notice(String line) {
    var words = line.split(" ", 5);
    return switch (words[1]) {
      case "send" ->
          Stream.of(new CrmNotice.SendWanted(words[2], words[0], order(words[2], words)));
      case "gone" -> Stream.of(new CrmNotice.ContactRemoved(words[2], words[0], words[3]));
      case "out" -> Stream.of(new CrmNotice.Uninstalled(words[2], words[0]));
      default -> Stream.empty();
    };
  }

  private static SendOrder order(String key, String[] words) {
    return new SendOrder(
        key,
        Optional.of(words[4]),
        Optional.empty(),
        Optional.empty(),
        Optional.of(words[3]),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        CrmIds.none(),
        Optional.empty());
  }

  @Override
  public HookAnswer stored() {
    return HookAnswer.of(200, "{\"stored\":true}");
  }

  @Override
  public HookAnswer answer(SendOrder order, SendOutcome outcome) {
    return HookAnswer.of(
        200,
        "{\"id\":\"%s\",\"error\":\"%s\"}"
            .formatted(outcome.messageId().orElse(""), outcome.error().orElse("")));
  }

  @Override
  public HookAnswer notStored(Duration retryAfter) {
    return again(599, retryAfter);
  }

  @Override
  public HookAnswer limited(Duration retryAfter) {
    return again(429, retryAfter);
  }

  private static HookAnswer again(int status, Duration pause) {
    return new HookAnswer(
        status, Map.of("Retry-After", String.valueOf(pause.toSeconds() + 1)), "{}");
  }

  @Override
  public HookAnswer unknownConnection() {
    return HookAnswer.of(404, "{\"error\":\"Unknown\"}");
  }

  @Override
  public Optional<CrmHooks> hooks() {
    return Optional.of(this);
  }

  @Override
  public String baseUrl() {
    return "https://toy.example";
  }

  @Override
  public CrmPaces paces() {
    return new CrmPaces(new CrmPaces.Pace(1, Duration.ofSeconds(1)), Map.of());
  }

  @Override
  public CrmVerdict judge(
      Connection connection, CrmCall call, CrmAnswer.Answered answer, Instant now) {
    return new CrmVerdict.Pass();
  }

  @Override
  public Optional<CrmOauth> oauth() {
    return Optional.empty();
  }

  @Override
  public Dialogue<CrmAccount> verify(CrmContext context) {
    return Dialogue.broken(CrmFailure.refused("only calls"));
  }

  @Override
  public CrmContacts contacts() {
    throw new UnsupportedOperationException("only calls");
  }

  @Override
  public CrmActivities activities() {
    throw new UnsupportedOperationException("only calls");
  }

  @Override
  public Optional<CrmImport> contactImport() {
    return Optional.empty();
  }
}
