package io.tuco.core.intake;

import static io.tuco.core.intake.RejectionKind.CONFLICT;
import static io.tuco.core.intake.RejectionKind.FORBIDDEN;
import static io.tuco.core.intake.RejectionKind.INVALID;
import static io.tuco.core.intake.RejectionKind.NOT_FOUND;
import static io.tuco.core.intake.RejectionKind.READ_ONLY;
import static io.tuco.core.intake.RejectionKind.UNPROCESSABLE;

import java.util.Optional;

/**
 * Every refusal with its text, to the letter of the contracts (API, sections 1 and 2.4; operator
 * API, section 3).
 */
public enum RejectionCode {
  WRONG_TYPE(INVALID, "%s must be a %s", "VALIDATION_ERROR"),
  INVALID_FIELD(INVALID, "Invalid %s", "VALIDATION_ERROR"),
  FIELD_REQUIRED(INVALID, "%s is required", "VALIDATION_ERROR"),
  IDEMPOTENCY_KEY_INVALID(
      INVALID, "Idempotency-Key must be 1 to 255 characters", "IDEMPOTENCY_KEY_INVALID"),
  IDEMPOTENCY_IN_PROGRESS(
      CONFLICT,
      "A request with this Idempotency-Key is still in progress",
      "IDEMPOTENCY_IN_PROGRESS"),
  IDEMPOTENCY_KEY_REUSED(
      UNPROCESSABLE,
      "Idempotency-Key was already used with a different request body",
      "IDEMPOTENCY_KEY_REUSED"),
  MESSAGES_MISSING(INVALID, "messages must be a non-empty array"),
  TOO_MANY_MESSAGES(INVALID, "Maximum 1000 messages per request"),
  NOT_AN_OBJECT(INVALID, "Request body must be a JSON object"),
  INVALID_MESSAGE_TYPE(INVALID, "Invalid messageType. Must be email, sms, or imessage"),
  EMPTY_CONTENT(INVALID, "Message and attachmentUrls cannot both be empty"),
  ATTACHMENTS_NOT_AN_ARRAY(INVALID, "attachmentUrls must be an array"),
  TOO_MANY_ATTACHMENTS(INVALID, "Maximum 2 attachments per message"),
  INVALID_ATTACHMENT_URL(INVALID, "Invalid attachment URL"),
  MESSAGE_TOO_LONG(INVALID, "Message is too long", "MESSAGE_TOO_LONG"),
  INVALID_CHARACTERS(INVALID, "Invalid characters in %s", "VALIDATION_ERROR"),
  LEAD_NOT_FOUND(NOT_FOUND, "Lead not found or access denied"),
  RECIPIENT_MISSING(
      INVALID,
      "Either recipientEmail or recipientPhone is required (in body or on the lead when leadId is"
          + " provided)."),
  INVALID_SCHEDULED_DATE(INVALID, "Invalid scheduledDate format"),
  INVALID_TIME_FORMAT(
      INVALID,
      "Invalid time format. sendWindowStart and sendWindowEnd must be in HH:mm format (e.g., 09:00,"
          + " 17:00)"),
  INVALID_WINDOW(
      INVALID,
      "Invalid timezone or time window settings. Please check your timezone and time format."),
  FALLBACK_NOT_CONFIGURED(
      INVALID,
      "sendFallbackSmsOnFailed is true but fallback SMS is not configured. Configure fallback in"
          + " workspace settings (Settings → Fallback) or set sendFallbackSmsOnFailed to false.",
      "FALLBACK_NOT_CONFIGURED"),
  INVALID_PROVIDER(INVALID, "Invalid provider. Must be twilio", "VALIDATION_ERROR"),
  TWO_SMS_SENDERS(
      INVALID, "Provide either fromNumber or messagingServiceSid, not both", "VALIDATION_ERROR"),
  CREDENTIALS_REFUSED(INVALID, "Credentials were refused", "VALIDATION_ERROR"),
  LINE_NOT_FOUND(NOT_FOUND, "Line not found or access denied"),
  LINE_NOT_ACCESSIBLE(FORBIDDEN, "Line not accessible", "line_not_accessible"),
  LINE_NOT_ACTIVE(INVALID, "Line is not active"),
  LINE_CHANNEL_MISMATCH(INVALID, "Line cannot send %s", "LINE_CHANNEL_MISMATCH"),
  NO_ACTIVE_LINES(
      INVALID, "No active lines in workspace. Add and activate a line, or provide fromLineId."),
  FOREIGN_ATTACHMENT(FORBIDDEN, "Attachment URL does not belong to this organization"),
  CONTACT_HAS_NOT_MESSAGED(
      FORBIDDEN,
      "Cannot send to a contact who has not messaged this line first.",
      "contact_has_not_messaged"),
  READ_ONLY_WORKSPACE(READ_ONLY, "READ_ONLY", "READ_ONLY");

  private final RejectionKind kind;
  private final String text;
  private final Optional<String> wire;

  RejectionCode(RejectionKind kind, String text) {
    this.kind = kind;
    this.text = text;
    this.wire = Optional.empty();
  }

  RejectionCode(RejectionKind kind, String text, String wire) {
    this.kind = kind;
    this.text = text;
    this.wire = Optional.of(wire);
  }

  public RejectionKind kind() {
    return kind;
  }

  /** The {@code code} field of the answer, where the contract gives one. */
  public Optional<String> wire() {
    return wire;
  }

  /** The refusal, its text filled with {@code parts}; the first part names the parameter. */
  public Rejection rejection(String... parts) {
    var parameter = parts.length == 0 ? Optional.<String>empty() : Optional.of(parts[0]);
    return new Rejection(this, text.formatted((Object[]) parts), parameter);
  }
}
