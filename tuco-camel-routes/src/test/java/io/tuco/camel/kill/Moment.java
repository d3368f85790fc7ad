package io.tuco.camel.kill;

import static io.tuco.camel.kill.Channel.EMAIL;
import static io.tuco.camel.kill.Channel.IMESSAGE;
import static io.tuco.camel.kill.Channel.SMS;

import io.tuco.camel.failpoint.Point;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * When the server dies.
 *
 * @param time at which reaching of a failpoint, counted from 1
 * @param channels on which there is such a moment
 */
record Moment(String name, Death death, int time, Trouble trouble, Set<Channel> channels) {

  /** How it dies. */
  enum Death {
    /** By a failpoint of its own. */
    FAILPOINT,
    /** By {@code kill -9}, once the provider was asked and is busy. */
    ASKED,
    /** By {@code kill -9}, once the provider has taken what it does not answer. */
    TAKEN,
    /** By SIGTERM then, which waits for the answer that never comes. */
    TERMINATED
  }

  private static final Set<Channel> ALL = EnumSet.allOf(Channel.class);

  /** All of them. */
  static List<Moment> all() {
    return List.of(
        second(Point.ACCEPT_BEFORE_INSERT),
        second(Point.ACCEPT_LEAD_WRITTEN_MESSAGE_NOT),
        second(Point.ACCEPT_AFTER_INSERT),
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
        second(Point.DISPATCH_AFTER_PUBLISH_BEFORE_MARK),
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
        at(Point.TICKS_MID_SWEEP, 1, Trouble.WITHHOLDS, ALL),
        new Moment(
            "shutdown.sigterm-with-call-in-flight", Death.TERMINATED, 1, Trouble.WITHHOLDS, ALL));
  }

  private static Moment second(Point point) {
    return at(point, 2, Trouble.NONE, ALL);
  }

  private static Moment at(Point point, int time, Trouble trouble, Set<Channel> channels) {
    return new Moment(point.wire(), Death.FAILPOINT, time, trouble, channels);
  }

  /** The JVM's flags that bring it about. */
  List<String> flags() {
    return death == Death.FAILPOINT
        ? List.of("-Dtuco.failpoint=" + name + ":" + time + ":halt")
        : List.of();
  }
}
