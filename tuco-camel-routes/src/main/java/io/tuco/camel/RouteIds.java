package io.tuco.camel;

/**
 * The ids of our routes: {@code tuco-}, a noun and a verb. Camel silently replaces a route by
 * another of the same id, so each is written down once, here.
 */
public final class RouteIds {

  public static final String ANSWER_FAILURE = "tuco-answer-failure";

  public static final String MESSAGE_SUBMIT = "tuco-message-submit";
  public static final String MESSAGE_SUBMIT_MANY = "tuco-message-submit-many";
  public static final String MESSAGE_LIST = "tuco-message-list";
  public static final String MESSAGE_CANCEL = "tuco-message-cancel";
  public static final String MESSAGE_RESOLVE = "tuco-message-resolve";
  public static final String MESSAGE_READ = "tuco-message-read";
  public static final String MESSAGE_REACT = "tuco-message-react";
  public static final String TYPING_START = "tuco-typing-start";
  public static final String TYPING_STOP = "tuco-typing-stop";
  public static final String AVAILABILITY_READ = "tuco-availability-read";
  public static final String AVAILABILITY_CHECK = "tuco-availability-check";
  public static final String AVAILABILITY_FIND = "tuco-availability-find";
  public static final String LEAD_AVAILABILITY_READ = "tuco-lead-availability-read";
  public static final String LEAD_AVAILABILITY_CHECK = "tuco-lead-availability-check";
  public static final String MESSAGE_HISTORY = "tuco-message-history";
  public static final String MESSAGE_EXPORT = "tuco-message-export";
  public static final String MESSAGE_REPORT = "tuco-message-report";
  public static final String REPLY_LIST = "tuco-reply-list";
  public static final String LINE_LIST = "tuco-line-list";
  public static final String LINE_HEALTH = "tuco-line-health";
  public static final String LINE_SPAM = "tuco-line-spam";
  public static final String LEAD_READ = "tuco-lead-read";
  public static final String LEAD_CREATE = "tuco-lead-create";
  public static final String LEAD_CHANGE = "tuco-lead-change";
  public static final String LEAD_CHANGE_IN_BODY = "tuco-lead-change-in-body";
  public static final String LEAD_DELETE = "tuco-lead-delete";
  public static final String LEAD_LIST_DELETE = "tuco-lead-list-delete";
  public static final String LEAD_LIST_LIST = "tuco-lead-list-list";
  public static final String LEAD_LIST_CREATE = "tuco-lead-list-create";
  public static final String WEBHOOK_CREATE = "tuco-webhook-create";
  public static final String WEBHOOK_LIST = "tuco-webhook-list";
  public static final String WEBHOOK_READ = "tuco-webhook-read";
  public static final String WEBHOOK_CHANGE = "tuco-webhook-change";
  public static final String WEBHOOK_HEALTH_CHECK = "tuco-webhook-health-check";
  public static final String WEBHOOK_SECRET_ROTATE = "tuco-webhook-secret-rotate";
  public static final String WEBHOOK_REPLAY = "tuco-webhook-replay";
  public static final String DELIVERY_LIST = "tuco-delivery-list";
  public static final String DELIVERY_READ = "tuco-delivery-read";
  public static final String DELIVERY_REPLAY = "tuco-delivery-replay";
  public static final String WEBHOOK_DELETE = "tuco-webhook-delete";
  public static final String DNC_LIST = "tuco-dnc-list";
  public static final String DNC_ADD = "tuco-dnc-add";
  public static final String DNC_REMOVE = "tuco-dnc-remove";
  public static final String FALLBACK_READ = "tuco-fallback-read";
  public static final String FALLBACK_CHANGE = "tuco-fallback-change";
  public static final String SETTINGS_READ = "tuco-settings-read";
  public static final String SETTINGS_CHANGE = "tuco-settings-change";
  public static final String API_REFUSE = "tuco-api-refuse";
  public static final String OPENAPI_READ = "tuco-openapi-read";

  public static final String V1_LINE_LIST = "tuco-v1-line-list";
  public static final String V1_MESSAGE_SEND = "tuco-v1-message-send";
  public static final String V1_AUDIO_SEND = "tuco-v1-audio-send";
  public static final String V1_MESSAGE_LIST = "tuco-v1-message-list";
  public static final String V1_OUTBOX_READ = "tuco-v1-outbox-read";
  public static final String V1_FILE_KEEP = "tuco-v1-file-keep";
  public static final String V1_FILE_READ = "tuco-v1-file-read";
  public static final String V1_SANDBOX_READ = "tuco-v1-sandbox-read";
  public static final String V1_SANDBOX_OPEN = "tuco-v1-sandbox-open";
  public static final String V1_WEBHOOK_LIST = "tuco-v1-webhook-list";
  public static final String V1_WEBHOOK_CREATE = "tuco-v1-webhook-create";
  public static final String V1_WEBHOOK_DELETE = "tuco-v1-webhook-delete";
  public static final String V1_CHAT_LIST = "tuco-v1-chat-list";
  public static final String V1_TYPING_READ = "tuco-v1-typing-read";
  public static final String V1_TYPING_SEND = "tuco-v1-typing-send";
  public static final String V1_RECEIPT_READ = "tuco-v1-receipt-read";
  public static final String V1_RECEIPT_SEND = "tuco-v1-receipt-send";
  public static final String V1_REACTION_LIST = "tuco-v1-reaction-list";
  public static final String V1_REACTION_SEND = "tuco-v1-reaction-send";
  public static final String V1_OPENAPI_READ = "tuco-v1-openapi-read";
  public static final String V1_REFUSE = "tuco-v1-refuse";

  public static final String WORKSPACE_CREATE = "tuco-workspace-create";
  public static final String WORKSPACE_LIST = "tuco-workspace-list";
  public static final String WORKSPACE_READ = "tuco-workspace-read";
  public static final String WORKSPACE_CHANGE = "tuco-workspace-change";
  public static final String USER_CREATE = "tuco-user-create";
  public static final String USER_LIST = "tuco-user-list";
  public static final String USER_DELETE = "tuco-user-delete";
  public static final String KEY_CREATE = "tuco-key-create";
  public static final String KEY_LIST = "tuco-key-list";
  public static final String KEY_CHANGE = "tuco-key-change";
  public static final String KEY_DELETE = "tuco-key-delete";
  public static final String DEVICE_CREATE = "tuco-device-create";
  public static final String DEVICE_LIST = "tuco-device-list";
  public static final String DEVICE_READ = "tuco-device-read";
  public static final String DEVICE_CHANGE = "tuco-device-change";
  public static final String DEVICE_DELETE = "tuco-device-delete";
  public static final String OPERATOR_LINE_CREATE = "tuco-operator-line-create";
  public static final String OPERATOR_LINE_LIST = "tuco-operator-line-list";
  public static final String OPERATOR_LINE_CHANGE = "tuco-operator-line-change";
  public static final String OPERATOR_LINE_DELETE = "tuco-operator-line-delete";
  public static final String CONNECTION_CREATE = "tuco-connection-create";
  public static final String CONNECTION_LIST = "tuco-connection-list";
  public static final String CONNECTION_READ = "tuco-connection-read";
  public static final String CONNECTION_CHANGE = "tuco-connection-change";
  public static final String CONNECTION_DELETE = "tuco-connection-delete";
  public static final String CONNECTION_SYNC = "tuco-connection-sync";
  public static final String FILE_DOWNLOAD = "tuco-file-download";
  public static final String OPT_OUT_ASK = "tuco-opt-out-ask";
  public static final String OPT_OUT_CLICK = "tuco-opt-out-click";
  public static final String RELAY_REPORT = "tuco-relay-report";
  public static final String SMS_REPORT = "tuco-sms-report";
  public static final String SMS_RECEIVE = "tuco-sms-receive";
  public static final String STRAY_LIST = "tuco-stray-list";
  public static final String STATUS_READ = "tuco-status-read";
  public static final String ADMIN_REFUSE = "tuco-admin-refuse";

  private RouteIds() {}
}
