package io.tuco.core.intake;

import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.Alternates;
import io.tuco.core.line.Line;
import io.tuco.core.message.Content;
import io.tuco.core.message.Manner;
import io.tuco.core.message.MessageType;
import io.tuco.core.message.Recipient;
import io.tuco.core.message.WindowSettings;
import java.time.Instant;
import java.util.Optional;

/** A request read as far as it can be without asking the store. */
public final class SubmissionReading {

  private final Submission submission;
  private final ContentReading content;
  private final RecipientReading recipient;
  private final WindowReading window;

  public SubmissionReading(Submission submission, AttachmentUrls attachmentUrls) {
    var words = submission.words();
    this.submission = submission;
    this.content = new ContentReading(words, attachmentUrls);
    this.recipient =
        new RecipientReading(words.recipient(), submission.access().workspace().defaultRegion());
    this.window = new WindowReading(words.window());
  }

  /** The refusals that come before the lead is looked at. */
  public Optional<Rejection> formRefusal() {
    return content.refusal().or(recipient::refusal);
  }

  /** The refusals that come after the lead is known. */
  public Optional<Rejection> windowRefusal(Instant now) {
    return window.refusal(submission.access().workspace().zone(), now);
  }

  /** The refusal that comes last. */
  public Optional<Rejection> foreignAttachmentRefusal() {
    return content.foreignRefusal(submission.access().workspace().id());
  }

  public Submission submission() {
    return submission;
  }

  public MessageType type() {
    return content.type().orElseThrow();
  }

  public Content content() {
    var terms = submission.terms();
    return content.content().in(new Manner(terms.ofV1(), terms.answers()));
  }

  /** Whether the double-send guard is asked. */
  public boolean isGuarded() {
    var guard = submission.access().workspace().doubleSendGuard();
    return submission.terms().ofV1() ? guard.onV1() : guard.enabled();
  }

  /** Whether only those who have written to the line may be written to. */
  public boolean isContactFirst(Line line) {
    var usual = submission.access().workspace().sendDefaults().contactFirst();
    return submission.terms().ofV1() && !line.sandbox() && line.contactFirst().orElse(usual);
  }

  public Recipient recipient() {
    return recipient.recipient();
  }

  public Alternates<PhoneNumber> altPhones() {
    return recipient.altPhones();
  }

  public Alternates<EmailAddress> altEmails() {
    return recipient.altEmails();
  }

  public Optional<Instant> scheduledAfter(Instant now) {
    return window.scheduledFor().filter(now::isBefore);
  }

  public WindowSettings windowSettings() {
    return window.settings();
  }

  /** The lead that was named; a blank id names none. */
  public Optional<String> leadId() {
    return submission.words().recipient().leadId().filter(id -> !id.isBlank());
  }

  /** The line that was named; a blank id names none. */
  public Optional<String> lineId() {
    return submission.words().fromLineId().filter(id -> !id.isBlank());
  }
}
