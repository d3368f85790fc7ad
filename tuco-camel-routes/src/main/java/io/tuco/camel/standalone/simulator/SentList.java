package io.tuco.camel.standalone.simulator;

import java.util.ArrayList;
import java.util.List;

/** Everything that left, over all devices, in the order it left. */
final class SentList {

  private final List<SentMessage> sent = new ArrayList<>();
  private long lastNumber;

  /** The number of the next message; asked once per message. */
  long nextNumber() {
    return ++lastNumber;
  }

  void add(SentMessage message) {
    lastNumber = Math.max(lastNumber, message.n());
    sent.add(message);
  }

  List<SentMessage> after(long n) {
    return sent.stream().filter(message -> message.n() > n).toList();
  }
}
