package io.tuco.camel;

/**
 * The ids of our routes: {@code tuco-}, a noun and a verb. Camel silently replaces a route by another
 * of the same id, so each is written down once, here.
 */
public final class RouteIds {

  public static final String ANSWER_FAILURE = "tuco-answer-failure";

  public static final String MESSAGE_SUBMIT = "tuco-message-submit";
  public static final String MESSAGE_LIST = "tuco-message-list";
  public static final String MESSAGE_READ = "tuco-message-read";
  public static final String LINE_LIST = "tuco-line-list";
  public static final String WEBHOOK_CREATE = "tuco-webhook-create";
  public static final String WEBHOOK_LIST = "tuco-webhook-list";
  public static final String WEBHOOK_READ = "tuco-webhook-read";
  public static final String WEBHOOK_DELETE = "tuco-webhook-delete";
  public static final String API_REFUSE = "tuco-api-refuse";

  private RouteIds() {}
}
