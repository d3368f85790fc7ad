package io.tuco.camel;

/**
 * The names where flows begin and meet. Packages of routes know each other by these alone; a test
 * enters at one and leaves at another.
 */
public final class Seams {

  /** In: a lane id. Looks at the lane soon. */
  public static final String LANE_WAKE = "direct:tuco-lane-wake";

  /** In: a {@code SubmissionResult.Accepted}, stored on this node. Looks at its lane soon. */
  public static final String LANE_EXPECT = "direct:tuco-lane-expect";

  /** In and out: a {@code LaneTurn}; carries commands out until the turn is over. */
  public static final String LANE_TURN = "direct:tuco-lane-turn";

  /** In and out: a {@code LaneTurn} whose command is for the store. */
  public static final String LANE_STORE = "direct:tuco-lane-store";

  /** In: a {@code DispatchCommand.Check}. Out: an {@code Availability}. */
  public static final String RELAY_CHECK = "direct:tuco-relay-check";

  /** In: a {@code DispatchCommand.Send}. Out: a {@code DeliveryOutcome}. */
  public static final String RELAY_SEND = "direct:tuco-relay-send";

  /** In: a {@code DispatchCommand.Verify}. Out: the {@code DeviceRows} that may be its. */
  public static final String RELAY_VERIFY = "direct:tuco-relay-verify";

  /** In: a {@code Device}. Out: its {@code SenderHealth}, not stored yet. */
  public static final String RELAY_PROBE = "direct:tuco-relay-probe";

  /** In: a {@code ChatSignal}. Out: its {@code Outcome}. */
  public static final String RELAY_SIGNAL = "direct:tuco-relay-signal";

  /** In: a {@code DeviceFile}. Out: an {@code OutboundAnswer} with its bytes. */
  public static final String RELAY_FILE = "direct:tuco-relay-file";

  /** In: a {@code HookRegistration}. Out: whether the device reports there now. */
  public static final String RELAY_REGISTER = "direct:tuco-relay-register";

  /** In: an {@code InboxQuestion}. Out: its {@code InboxPage}. */
  public static final String RELAY_INBOX = "direct:tuco-relay-inbox";

  /** In: a {@code Device}. Takes in what its reports may have missed. */
  public static final String DEVICE_LOOK = "direct:tuco-device-look";

  /** In and out: a {@code LookUpSeries}, walked to its end. */
  public static final String LOOK_UP = "direct:tuco-look-up";

  /** Takes up bulk checks that nobody works on. */
  public static final String BULK_CHECK = "direct:tuco-bulk-check";

  /** In: a {@code DispatchCommand.Send} over SMS. Out: a {@code DeliveryOutcome}. */
  public static final String SMS_SEND = "direct:tuco-sms-send";

  /** In: a {@code DispatchCommand.Verify} over SMS. Out: the {@code DeviceRows} that may be its. */
  public static final String SMS_VERIFY = "direct:tuco-sms-verify";

  /** In: an {@code SmsAccount}. Out: a {@code DeviceProbe}: whether its credentials are good. */
  public static final String SMS_PROBE = "direct:tuco-sms-probe";

  /** In: a {@code DispatchCommand.Send} by e-mail. Out: a {@code DeliveryOutcome}. */
  public static final String MAIL_SEND = "direct:tuco-mail-send";

  /** In: a {@code MailAccount}. Out: a {@code DeviceProbe}: whether its server takes mail. */
  public static final String MAIL_PROBE = "direct:tuco-mail-probe";

  /** In: a {@code Line} with an account. Out: its {@code SenderHealth}, not stored yet. */
  public static final String LINE_PROBE = "direct:tuco-line-probe";

  /** In: an {@code Outbox}. Publishes it soon, together with others. */
  public static final String OUTBOX_OFFER = "direct:tuco-outbox-offer";

  /** In: an {@code Outbox}. Makes deliveries of its events and marks them drained. */
  public static final String OUTBOX_PUBLISH = "direct:tuco-outbox-publish";

  /** In: a {@code RecordedSend}. Out: its {@code RecordedVerdict}, once it is stored if taken. */
  public static final String SEND_TAKE = "direct:tuco-send-take";

  /** In: the key of a delivery. Attempts it if it is due and nobody has it. */
  public static final String WEBHOOK_DELIVER = "direct:tuco-webhook-deliver";

  /** In: a {@code HealthCheck}. Out: the {@code DeliveryAnswer}, of which nothing is kept. */
  public static final String WEBHOOK_CHECK = "direct:tuco-webhook-check";

  /** In: an {@code OutboundCall} to a CRM. Out: an {@code OutboundAnswer}. */
  public static final String CRM_CALL = "direct:tuco-crm-call";

  /**
   * In: a {@code ConnectionClaim}. Out: its {@code Connection}, confirmed, or a {@code CrmFailure}.
   */
  public static final String CRM_VERIFY = "direct:tuco-crm-verify";

  /** In: an exchange with its exception. Out: the documented answer. */
  public static final String ANSWER_FAILURE = "direct:tuco-answer-failure";

  private Seams() {}
}
