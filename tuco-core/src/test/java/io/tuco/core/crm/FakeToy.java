package io.tuco.core.crm;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The CRM that {@link ToyCrm} speaks with. It takes a refresh token once, as most do, and answers
 * 429 to whoever calls more than 100 times in ten seconds. Thread-safe.
 */
public final class FakeToy implements FakeCrm {

  private static final int LIMIT = 100;
  private static final Duration STRETCH = Duration.ofSeconds(10);
  private static final int PAGE = 100;

  private record Contact(String line, Instant changedAt) {}

  private final Clock clock;
  private final List<String> paths = new ArrayList<>();
  private final Deque<Instant> recent = new ArrayDeque<>();
  private final List<Reply> faults = new ArrayList<>();
  private final Map<Integer, Contact> contacts = new TreeMap<>();
  private String access;
  private String refresh = "refresh-0";
  private int grants;
  private int lostAnswers;
  private int overLimit;

  /**
   * @param access the token that opens it, until the first refresh
   */
  public FakeToy(Clock clock, String access) {
    this.clock = clock;
    this.access = access;
  }

  /** So many people with a phone each; the number tells them apart. */
  public synchronized void fill(int from, int to) {
    for (var number = from; number < to; number++) {
      put(number, "Person " + number, "", "");
    }
  }

  public synchronized void put(int number, String name, String owner, String optedOut) {
    var now = clock.instant();
    var line =
        String.join(
            ";",
            "c-" + number,
            name,
            "+1202" + (5_000_000 + number),
            "",
            owner,
            optedOut,
            String.valueOf(now.toEpochMilli()));
    contacts.put(number, new Contact(line, now));
  }

  /** The next answers are these, whatever is asked. */
  public synchronized void failing(Reply... replies) {
    faults.addAll(List.of(replies));
  }

  /** So many grants of tokens are made, and nobody hears of them. */
  public synchronized void losingAnswers(int times) {
    lostAnswers = times;
  }

  /** The access token is of no use from now on. */
  public synchronized void expireToken() {
    access = "expired";
  }

  public synchronized void forgetRefreshToken() {
    refresh = "other";
  }

  public synchronized int grants() {
    return grants;
  }

  /** How many calls came too fast. */
  public synchronized int overLimit() {
    return overLimit;
  }

  public synchronized List<String> paths() {
    return List.copyOf(paths);
  }

  @Override
  public synchronized Optional<Reply> answer(
      String method, String path, Map<String, String> headers, byte[] body) {
    if (path.equals("/token")) {
      paths.add(path);
      return token(new String(body, UTF_8));
    }
    paths.add(path);
    if (!admits()) {
      overLimit++;
      return Optional.of(reply(429, ""));
    }
    if (!faults.isEmpty()) {
      return Optional.of(faults.remove(0));
    }
    return Optional.of(
        ("Bearer " + access).equals(headers.get("authorization"))
            ? open(path)
            : reply(401, "expired"));
  }

  private boolean admits() {
    var now = clock.instant();
    while (!recent.isEmpty() && !recent.peek().plus(STRETCH).isAfter(now)) {
      recent.remove();
    }
    recent.add(now);
    return recent.size() <= LIMIT;
  }

  private Optional<Reply> token(String body) {
    if (!body.equals("code:good") && !body.equals("refresh:" + refresh)) {
      return Optional.of(reply(400, "invalid_grant"));
    }
    if (lostAnswers > 0) {
      lostAnswers--;
      return Optional.empty();
    }
    grants++;
    access = "access-" + grants;
    refresh = "refresh-" + grants;
    return Optional.of(reply(200, access + ";" + refresh + ";1800"));
  }

  private Reply open(String path) {
    if (path.equals("/account")) {
      return reply(200, "account-1");
    }
    if (path.startsWith("/users/")) {
      return path.endsWith("/nobody")
          ? reply(404, "")
          : reply(200, path.substring("/users/".length()) + "@example.com");
    }
    return path.startsWith("/contacts?") ? page(path) : reply(200, "ok");
  }

  private Reply page(String path) {
    var parts = path.split("[=&]");
    var since = Instant.ofEpochMilli(Long.parseLong(parts[1]));
    var after = Integer.parseInt(parts[3]);
    var changed =
        contacts.entrySet().stream()
            .filter(entry -> !entry.getValue().changedAt().isBefore(since))
            .toList();
    var rest = changed.stream().filter(entry -> entry.getKey() >= after).limit(PAGE + 1).toList();
    var next = rest.size() > PAGE ? String.valueOf(rest.get(PAGE).getKey()) : "";
    var lines = new ArrayList<String>();
    lines.add(next + ";" + (after == 0 ? changed.size() : ""));
    rest.stream().limit(PAGE).forEach(entry -> lines.add(entry.getValue().line()));
    return reply(200, String.join("\n", lines));
  }

  private static Reply reply(int status, String text) {
    return new Reply(status, Map.of("Content-Type", "text/plain"), text.getBytes(UTF_8));
  }
}
