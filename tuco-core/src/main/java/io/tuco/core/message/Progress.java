package io.tuco.core.message;

import io.tuco.core.address.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far the sending of a message has come.
 *
 * @param send the attempt under way, or the last one; earlier ones are in {@link Tries}
 * @param nextAttemptAt earliest next try of a waiting message
 * @param followUp the text that follows it, when one does
 * @param resolution somebody's order, where the outcome was settled by one
 * @param events how many events the message has had; the next one's {@code seq} less one
 */
public record Progress(
    Tries tries,
    Contact contact,
    Optional<Send> send,
    Optional<Instant> nextAttemptAt,
    Optional<String> reason,
    Optional<String> errorMessage,
    Optional<String> externalId,
    Optional<FollowUp> followUp,
    Optional<Resolution> resolution,
    long events) {

  public static Progress none() {
    return new Progress(
        Tries.none(),
        Contact.known(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  /** Of what a person wrote, which the provider knows under this id. */
  public static Progress received(String externalId) {
    return new Progress(
        Tries.none(),
        Contact.known(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(externalId),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  public int attempts() {
    return tries.attempts();
  }

  public int failedChecks() {
    return tries.failedChecks();
  }

  public List<Address> unreachable() {
    return tries.unreachable();
  }

  /** Waiting, for this reason; what has left already stays known. */
  public Progress waitingUntil(Optional<Instant> instant, String why) {
    return new Progress(
        tries,
        contact,
        send,
        instant,
        Optional.of(why),
        errorMessage,
        externalId,
        followUp,
        resolution,
        events);
  }

  /** Nothing holds it any more but its turn. */
  public Progress waitingForItsTurn() {
    return said(Optional.empty(), errorMessage);
  }

  Progress sending(Send begun) {
    var before =
        send.filter(last -> !last.id().equals(begun.id()))
            .map(last -> tries.withEarlier(last.id()))
            .orElse(tries);
    return new Progress(
        before,
        contact,
        Optional.of(begun),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        externalId,
        followUp,
        resolution,
        events);
  }

  /**
   * Whether this was made of what {@code stored} says now: it knows of the last send there. What
   * was read before another attempt must not be stored over it.
   */
  public boolean continues(Progress stored) {
    return stored
        .send()
        .map(Send::id)
        .map(
            last ->
                send.map(Send::id).filter(last::equals).isPresent()
                    || tries.earlierSends().contains(last))
        .orElse(true);
  }

  /**
   * An attempt under this id is not to begin any more, though it waits as before: who was about to
   * begin it finds that it does not know of the last send.
   */
  public Progress voiding(String sendId, Instant now) {
    var last =
        send.map(
                known ->
                    new Send(
                        sendId,
                        known.text(),
                        known.addresses(),
                        known.parts(),
                        known.startedAt(),
                        Optional.empty()))
            .orElseGet(() -> Send.ofText(sendId, "", List.of(), now));
    return new Progress(
        send.map(known -> tries.withEarlier(known.id())).orElse(tries),
        contact,
        Optional.of(last),
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        resolution,
        events);
  }

  /** Whether it is the last send, or one of those before. */
  public boolean hasTried(String sendId) {
    return send.map(Send::id).filter(sendId::equals).isPresent()
        || tries.earlierSends().contains(sendId);
  }

  /** Whether this attempt was begun knowing of the last send of what is stored. */
  public boolean follows(Progress stored) {
    return stored.send().map(Send::id).map(tries.earlierSends()::contains).orElse(true);
  }

  Progress unknown(Instant began, String why) {
    return with(send.map(begun -> begun.unknownFrom(began))).said(Optional.of(why), errorMessage);
  }

  /** One part was taken; others are to follow. */
  Progress partAccepted(Part part, Address address, String reference) {
    return with(send.map(begun -> begun.accepted(part, address, reference)))
        .said(Optional.empty(), Optional.empty());
  }

  Progress accepted(Optional<String> reference) {
    return new Progress(
        tries.afterAttempt(),
        contact,
        send.map(Send::spent),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        reference,
        followUp,
        resolution,
        events);
  }

  Progress ended(Optional<String> why, Optional<String> error) {
    return said(why, error);
  }

  public Progress afterAttempt() {
    return with(tries.afterAttempt());
  }

  public Progress afterFailedCheck() {
    return with(tries.afterFailedCheck());
  }

  public Progress afterRepeat() {
    return with(tries.afterRepeat());
  }

  public Progress withUnreachable(List<Address> found) {
    return with(tries.withUnreachable(found));
  }

  /** The line it waits for has, or has not, written to the person before. */
  public Progress presumingFirstTouch(boolean first) {
    return with(contact.presumedFirst(first));
  }

  /** The line has reached out to the person; {@code marks} say which line and whom. */
  public Progress touching(List<String> marks) {
    return with(contact.touching(marks));
  }

  Progress followedBy(FollowUp text) {
    return new Progress(
        tries,
        contact,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        Optional.of(text),
        resolution,
        events);
  }

  Progress resolvedBy(Resolution order) {
    return new Progress(
        tries,
        contact,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        Optional.of(order),
        events);
  }

  Progress withEvents(long count) {
    return new Progress(
        tries,
        contact,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        resolution,
        count);
  }

  private Progress said(Optional<String> why, Optional<String> error) {
    return new Progress(
        tries,
        contact,
        send,
        Optional.empty(),
        why,
        error,
        externalId,
        followUp,
        resolution,
        events);
  }

  private Progress with(Tries changed) {
    return new Progress(
        changed,
        contact,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        resolution,
        events);
  }

  private Progress with(Contact changed) {
    return new Progress(
        tries,
        changed,
        send,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        resolution,
        events);
  }

  private Progress with(Optional<Send> changed) {
    return new Progress(
        tries,
        contact,
        changed,
        nextAttemptAt,
        reason,
        errorMessage,
        externalId,
        followUp,
        resolution,
        events);
  }
}
