package io.tuco.camel.event;

/** The ids of the event routes. Those that are inner begin at {@code direct:} and their id. */
final class EventRouteIds {

  static final String OUTBOX_PUBLISH = "tuco-outbox-publish";
  static final String OUTBOX_OFFER = "tuco-outbox-offer";
  static final String OUTBOX_BATCH = "tuco-outbox-batch";
  static final String OUTBOX_SWEEP = "tuco-outbox-sweep";
  static final String WEBHOOK_DELIVER = "tuco-webhook-deliver";
  static final String WEBHOOK_SWEEP = "tuco-webhook-sweep";
  static final String WEBHOOK_QUEUE = "tuco-webhook-queue";
  static final String WEBHOOK_TURN = "tuco-webhook-turn";
  static final String WEBHOOK_ATTEMPT = "tuco-webhook-attempt";
  static final String WEBHOOK_POST = "tuco-webhook-post";
  static final String WEBHOOK_OFFER = "tuco-webhook-offer";
  static final String WEBHOOK_RECORD = "tuco-webhook-record";
  static final String WEBHOOK_NOTE = "tuco-webhook-note";
  static final String WEBHOOK_CHECK = "tuco-webhook-check";

  private EventRouteIds() {}

  static String direct(String routeId) {
    return "direct:" + routeId;
  }
}
