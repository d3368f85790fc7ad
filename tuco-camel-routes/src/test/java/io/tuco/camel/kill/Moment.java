package io.tuco.camel.kill;

import static io.tuco.camel.kill.Channel.EMAIL;
import static io.tuco.camel.kill.Channel.IMESSAGE;
import static io.tuco.camel.kill.Channel.SMS;

import io.tuco.camel.failpoint.Point;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When the server dies.
 *
 * @param time at which reaching of a failpoint, counted from 1
 * @param channels on which there is such a moment
 * @param keyed whether calls have idempotency keys, and are repeated where no answer came
 */
record Moment(
    String name, Death death, int time, Trouble trouble, Set<Channel> channels, boolean keyed) {

  Moment(String name, Death death, int time, Trouble trouble, Set<Channel> channels) {
    this(name, death, time, trouble, channels, false);
  }

  /** How it dies. */
  enum Death {
    /** By a failpoint of its own. */
    FAILPOINT,
    /** By {@code kill -9}, once the provider was asked and is busy. */
    ASKED,
    /** By {@code kill -9}, once the provider has taken what it does not answer. */
    TAKEN,
    /** So, and then by a failpoint of the server that comes after it. */
    TAKEN_AND_AGAIN,
    /** By SIGTERM then, which waits for the answer that never comes. */
    TERMINATED,
    /** By SIGTERM, and by another one while it waits. */
    TERMINATED_TWICE,
    /** By SIGTERM, and by {@code kill -9} while it waits. */
    KILLED_WHILE_STOPPING;

    boolean isOrderly() {
      return this == TERMINATED || this == TERMINATED_TWICE || this == KILLED_WHILE_STOPPING;
    }
  }

  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

  /** All of them. */
  static List<Moment> all() {
    return List.of(
        repeated(Point.ACCEPT_SAME_KEY_IN_FLIGHT),
        second(Point.ACCEPT_BEFORE_INSERT),
        repeated(Point.ACCEPT_LEAD_WRITTEN_MESSAGE_NOT),
        repeated(Point.ACCEPT_AFTER_INSERT),
        second(Point.ACCEPT_AFTER_INSERT_BEFORE_WAKE),
        second(Point.DISPATCH_AFTER_HEAD_READ),
        second(Point.DISPATCH_BEFORE_INTENT),
        second(Point.DISPATCH_AFTER_INTENT_BEFORE_BEGIN),
        second(Point.DISPATCH_AFTER_INTENT),
        at(Point.DISPATCH_AFTER_AVAILABILITY, 2, Trouble.NONE, EnumSet.of(IMESSAGE)),
        second(Point.DISPATCH_BEFORE_FIRST_BYTE),
        new Moment("dispatch.after-first-byte", Death.ASKED, 1, Trouble.STALLS, ALL),
        new Moment("dispatch.after-provider-acted", Death.TAKEN, 1, Trouble.WITHHOLDS, ALL),
        second(Point.DISPATCH_AFTER_ANSWER_BEFORE_RESULT),
        second(Point.DISPATCH_AFTER_RESULT_BEFORE_RELEASE),
        second(Point.DISPATCH_AFTER_RELEASE_BEFORE_PUBLISH),
        // Events are marked together: there may be no second time.
        at(Point.DISPATCH_AFTER_PUBLISH_BEFORE_MARK, 1, Trouble.NONE, ALL),
        at(Point.SETTLE_DURING_QUERY, 1, Trouble.GARBLES, EnumSet.of(IMESSAGE, SMS)),
        at(Point.SETTLE_AFTER_DECISION_BEFORE_WRITE, 1, Trouble.GARBLES, ALL),
        at(
            Point.FALLBACK_AFTER_DECISION_BEFORE_SMS,
            1,
            Trouble.REFUSES,
            EnumSet.of(IMESSAGE, EMAIL)),
        at(
            Point.FALLBACK_AFTER_SMS_ACCEPTED_BEFORE_RESULT,
            1,
            Trouble.REFUSES,
            EnumSet.of(IMESSAGE, EMAIL)),
        second(Point.WEBHOOKS_BEFORE_POST),
        second(Point.WEBHOOKS_AFTER_ANSWER_BEFORE_RESULT),
        second(Point.WEBHOOKS_DURING_ROTATION),
        again(Point.LANES_BEFORE_TAKEOVER),
        again(Point.LANES_AFTER_TAKEOVER),
        at(Point.TICKS_MID_SWEEP, 1, Trouble.WITHHOLDS, ALL),
        new Moment(
            "shutdown.sigterm-with-call-in-flight", Death.TERMINATED, 1, Trouble.WITHHOLDS, ALL),
        new Moment("shutdown.second-sigterm", Death.TERMINATED_TWICE, 1, Trouble.WITHHOLDS, ALL),
        new Moment(
            "shutdown.kill-while-draining",
            Death.KILLED_WHILE_STOPPING,
            1,
            Trouble.WITHHOLDS,
            ALL));
  }

  private static Moment second(Point point) {
    return at(point, 2, Trouble.NONE, ALL);
  }

  /** Whoever calls does so again, under the same key. */
  private static Moment repeated(Point point) {
    return new Moment(point.wire(), Death.FAILPOINT, 2, Trouble.NONE, ALL, true);
  }

  private static Moment again(Point point) {
    return new Moment(point.wire(), Death.TAKEN_AND_AGAIN, 1, Trouble.WITHHOLDS, ALL);
  }

  private static Moment at(Point point, int time, Trouble trouble, Set<Channel> channels) {
    return new Moment(point.wire(), Death.FAILPOINT, time, trouble, channels);
  }

  /** Whether it is the secret of an endpoint that is being changed then, and not a text. */
  boolean isRotation() {
    return name.equals(Point.WEBHOOKS_DURING_ROTATION.wire());
  }

  /** The JVM's flags that bring it about. */
  List<String> flags() {
    return death == Death.FAILPOINT ? List.of(failpoint()) : List.of();
  }

  /** The same for the server that comes after it; empty where that one lives. */
  Optional<String> secondDeath() {
    return Optional.of(failpoint()).filter(flag -> death == Death.TAKEN_AND_AGAIN);
  }

  int kills() {
    return death == Death.TAKEN_AND_AGAIN ? 2 : 1;
  }

  private String failpoint() {
    return "-Dtuco.failpoint=" + name + ":" + time + ":halt";
  }
}
