package io.tuco.core.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** API contract, section 4.2, with settled answers 12 and 13: every pair, written out. */
final class StatusRulesTest {

  /** From the status of the row to that of the column, both in the same order. */
  private static final String MATRIX =
      """
      to:        queued pending scheduled sending sent delivered failed fallback cancelled received
      queued     .      yes     yes       yes     .    .         yes    .        yes       .
      pending    .      .       yes       yes     .    .         yes    .        yes       .
      scheduled  .      yes     .         yes     .    .         yes    .        yes       .
      sending    .      yes     .         .       yes  .         yes    yes      .         .
      sent       .      .       .         .       .    yes       yes    yes      .         .
      delivered  .      .       .         .       .    .         .      .        .         .
      failed     .      .       .         .       yes  .         .      .        .         .
      fallback   .      .       .         .       .    .         .      .        .         .
      cancelled  .      .       .         .       .    .         .      .        .         .
      received   .      .       .         .       .    .         .      .        .         .
      """;

  private record Pair(MessageStatus from, MessageStatus to, boolean isLegal) {}

  static Stream<Pair> pairs() {
    var rows = MATRIX.lines().map(row -> List.of(row.split(" +"))).toList();
    var names = rows.get(0);
    return rows.stream()
        .skip(1)
        .flatMap(
            row ->
                Stream.iterate(1, column -> column < row.size(), column -> column + 1)
                    .map(
                        column ->
                            new Pair(
                                status(row.get(0)),
                                status(names.get(column)),
                                row.get(column).equals("yes"))));
  }

  @Test
  void isAskedAboutEveryPair() {
    assertThat(pairs().map(pair -> pair.from() + " to " + pair.to()).collect(Collectors.toSet()))
        .hasSize(MessageStatus.values().length * MessageStatus.values().length);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void allowsWhatTheContractLists(Pair pair) {
    assertThat(StatusRules.allows(pair.from(), pair.to())).isEqualTo(pair.isLegal());
    assertThat(StatusRules.successors(pair.from()).contains(pair.to())).isEqualTo(pair.isLegal());
  }

  @Test
  void namesTheStatusesAMessageIsBornIn() {
    assertThat(StatusRules.births())
        .containsExactlyInAnyOrder(
            MessageStatus.PENDING,
            MessageStatus.SCHEDULED,
            MessageStatus.QUEUED,
            MessageStatus.FAILED,
            MessageStatus.RECEIVED);
  }

  @Test
  void leadsEveryWaitingStatusToSendingAndOutOfIt() {
    var waiting =
        Arrays.stream(MessageStatus.values())
            .filter(MessageStatus::isWaiting)
            .collect(Collectors.toSet());

    assertThat(waiting)
        .isEqualTo(Set.of(MessageStatus.QUEUED, MessageStatus.PENDING, MessageStatus.SCHEDULED))
        .allSatisfy(
            status ->
                assertThat(StatusRules.successors(status))
                    .contains(
                        MessageStatus.SENDING, MessageStatus.CANCELLED, MessageStatus.FAILED));
  }

  private static MessageStatus status(String wire) {
    return MessageStatus.parse(wire).orElseThrow();
  }
}
