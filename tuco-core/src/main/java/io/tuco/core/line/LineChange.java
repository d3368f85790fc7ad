package io.tuco.core.line;

import io.tuco.core.Change;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A partial update of a line; absent values stay. Channel and device are settled for its life; the
 * account behind a line of its own may change.
 */
public record LineChange(
    Change<PhoneNumber> phone,
    Change<EmailAddress> email,
    Optional<String> firstName,
    Change<String> lastName,
    Optional<Boolean> active,
    LimitsChange limits,
    Change<Boolean> contactFirst,
    Optional<Boolean> sandbox,
    Optional<Carrier> carrier) {

  /** The part of the update that speaks of limits. */
  public record LimitsChange(
      Optional<Integer> newConversationsPerDay,
      Optional<Integer> messagesPerDay,
      Optional<Integer> firstTouchesPerHour,
      Optional<Duration> contactGap) {

    public LineLimits appliedTo(LineLimits current) {
      return new LineLimits(
          newConversationsPerDay.orElse(current.newConversationsPerDay()),
          messagesPerDay.orElse(current.messagesPerDay()),
          firstTouchesPerHour.orElse(current.firstTouchesPerHour()),
          contactGap.orElse(current.contactGap()));
    }
  }

  public Line appliedTo(Line current, Instant now) {
    return new Line(
        current.id(),
        current.workspaceId(),
        current.channel(),
        carrier.orElse(current.carrier()),
        phone.after(current.phone()),
        email.after(current.email()),
        firstName.orElse(current.firstName()),
        lastName.after(current.lastName()),
        active.orElse(current.active()),
        limits.appliedTo(current.limits()),
        contactFirst.after(current.contactFirst()),
        sandbox.orElse(current.sandbox()),
        current.createdAt(),
        now);
  }
}
