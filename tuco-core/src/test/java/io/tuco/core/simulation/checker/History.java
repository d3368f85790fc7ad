package io.tuco.core.simulation.checker;

import io.tuco.core.simulation.log.Chronicle;
import io.tuco.core.simulation.log.Entry;
import io.tuco.core.simulation.log.Letter;
import io.tuco.core.simulation.log.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A run's log, put in order for questions. */
final class History {

  private final Chronicle chronicle;
  private final Map<String, Talk> talks = new LinkedHashMap<>();
  private final Map<String, Letter> letters = new LinkedHashMap<>();
  private final Map<String, List<Entry.Shown>> shown = new HashMap<>();
  private final Map<String, List<Talk>> byMessage = new HashMap<>();
  private final Map<String, String> personOf = new HashMap<>();
  private final Map<String, List<Letter>> conversations = new HashMap<>();
  private final Map<String, List<Entry.Ordered>> orders = new HashMap<>();
  private final Map<String, Duration> resendAfter = new HashMap<>();
  private final Set<String> removed = new HashSet<>();

  History(Chronicle chronicle) {
    this.chronicle = chronicle;
    all(Entry.Called.class)
        .forEach(
            call ->
                talks.put(call.call(), new Talk(call, Optional.empty(), false, Optional.empty())));
    all(Entry.Left.class)
        .forEach(
            left ->
                talks.computeIfPresent(
                    left.call(),
                    (id, talk) ->
                        new Talk(
                            talk.called(),
                            Optional.of(left.at()),
                            talk.returned(),
                            talk.answered())));
    all(Entry.Returned.class)
        .forEach(
            back ->
                talks.computeIfPresent(
                    back.call(),
                    (id, talk) -> new Talk(talk.called(), talk.left(), true, talk.answered())));
    all(Entry.Answered.class)
        .forEach(
            answer ->
                talks.computeIfPresent(
                    answer.call(),
                    (id, talk) ->
                        new Talk(
                            talk.called(), talk.left(), talk.returned(), Optional.of(answer))));
    talks.values().forEach(talk -> add(byMessage, talk.messageId(), talk));
    all(Entry.Born.class).forEach(born -> letters.put(born.letter().messageId(), born.letter()));
    letters.values().forEach(letter -> add(conversations, conversation(letter), letter));
    all(Entry.Shown.class).forEach(each -> add(shown, each.messageId(), each));
    all(Entry.Ordered.class).forEach(each -> add(orders, each.messageId(), each));
    all(Entry.Person.class)
        .forEach(
            person ->
                person
                    .addresses()
                    .forEach(
                        address ->
                            personOf.put(person.workspaceId() + " " + address, person.person())));
    all(Entry.Removed.class).forEach(each -> removed.add(each.lineId()));
    all(Entry.Tenant.class)
        .forEach(
            tenant ->
                tenant
                    .resendAfter()
                    .ifPresent(wait -> resendAfter.put(tenant.workspaceId(), wait)));
  }

  <E extends Entry> Stream<E> all(Class<E> kind) {
    return chronicle.all(kind);
  }

  /** Every call, in the order they began. */
  Stream<Talk> talks() {
    return talks.values().stream();
  }

  List<Talk> talksOf(String messageId) {
    return byMessage.getOrDefault(messageId, List.of());
  }

  Map<String, Letter> letters() {
    return letters;
  }

  Optional<Letter> letter(String messageId) {
    return Optional.ofNullable(letters.get(messageId));
  }

  /** Every message of the same line to the same person, this one among them. */
  Stream<Letter> lettersLike(String messageId) {
    return letter(messageId).stream()
        .flatMap(letter -> conversations.get(conversation(letter)).stream());
  }

  /** Every SMS of the same words to the same person, this one among them; none of other kinds. */
  Stream<Letter> lettersAlike(Letter letter) {
    return letters.values().stream()
        .filter(each -> each.channel().equals("sms") && letter.channel().equals("sms"))
        .filter(each -> each.workspaceId().equals(letter.workspaceId()))
        .filter(each -> each.person().equals(letter.person()))
        .filter(each -> each.text().equals(letter.text()));
  }

  private static String conversation(Letter letter) {
    return letter.lineId() + " " + letter.person();
  }

  List<Entry.Shown> shown(String messageId) {
    return shown.getOrDefault(messageId, List.of());
  }

  Optional<Entry.Shown> lastShown(String messageId) {
    var all = shown(messageId);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  List<Entry.Ordered> orders(String messageId) {
    return orders.getOrDefault(messageId, List.of());
  }

  boolean isOrdered(String messageId, String action) {
    return orders(messageId).stream().anyMatch(order -> order.action().equals(action));
  }

  /** After how long the workspace has unknown sends repeated. */
  /** Whether the sender of a call was a line's own, and the line is there no more. */
  boolean isGone(Talk talk) {
    return talk.called().lineId().filter(removed::contains).isPresent()
        && talk.called().sender().startsWith("line:");
  }

  Optional<Duration> resendAfter(String workspaceId) {
    return Optional.ofNullable(resendAfter.get(workspaceId));
  }

  /** The person whom the workspace knows under the address. */
  String person(String workspaceId, String address) {
    return personOf.getOrDefault(workspaceId + " " + address, address);
  }

  /** The same, told apart from other workspaces' people. */
  String who(String workspaceId, String address) {
    return workspaceId + " " + person(workspaceId, address);
  }

  /** When the attempt of the call was first shown. */
  Moment begun(Talk talk) {
    return shown(talk.messageId()).stream()
        .filter(each -> each.sendId().filter(talk.called().sendId()::equals).isPresent())
        .map(Entry.Shown::at)
        .findFirst()
        .orElse(talk.at());
  }

  /**
   * The last instant at which the provider acted on a call, as far as anybody can know: once the
   * attempt is shown as unknown, what settles it is that it has left, not a late answer.
   */
  Optional<Moment> acted(Talk talk) {
    var isLate =
        shown(talk.messageId()).stream()
            .filter(Entry.Shown::unknown)
            .anyMatch(each -> each.sendId().filter(talk.called().sendId()::equals).isPresent());
    return isLate && talk.left().isPresent() ? talk.left() : talk.actedLast();
  }

  String workspaceOf(Talk talk) {
    return letter(talk.messageId()).map(Letter::workspaceId).orElse("");
  }

  /** By how much the wall clock was set forward between two moments. */
  Duration forwardSteps(Moment from, Moment to) {
    return all(Entry.ClockStep.class)
        .filter(step -> !step.at().isBefore(from) && !to.isBefore(step.at()))
        .map(Entry.ClockStep::by)
        .filter(by -> !by.isNegative())
        .reduce(Duration.ZERO, Duration::plus);
  }

  static <V> void add(Map<String, List<V>> lists, String key, V value) {
    lists.computeIfAbsent(key, same -> new ArrayList<>()).add(value);
  }
}
