package io.tuco.camel.http.api;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.Operation;
import java.util.List;

/** Everything the facade offers. */
final class ApiOperations {

  static final Operation SUBMIT_MESSAGE =
      new Operation("POST", "/api/messages", RouteIds.MESSAGE_SUBMIT);
  static final Operation SUBMIT_MANY =
      new Operation("POST", "/api/messages/bulk", RouteIds.MESSAGE_SUBMIT_MANY);
  static final Operation LIST_MESSAGES =
      new Operation("GET", "/api/messages", RouteIds.MESSAGE_LIST);
  static final Operation READ_MESSAGE =
      new Operation("GET", "/api/messages/{id}", RouteIds.MESSAGE_READ);
  static final Operation CANCEL_MESSAGES =
      new Operation("POST", "/api/messages/cancel-for-lead", RouteIds.MESSAGE_CANCEL);
  static final Operation RESOLVE_MESSAGE =
      new Operation("POST", "/api/messages/{id}/resolve", RouteIds.MESSAGE_RESOLVE);
  static final Operation READ_HISTORY =
      new Operation("GET", "/api/messages/{id}/history", RouteIds.MESSAGE_HISTORY);
  static final Operation EXPORT_MESSAGES =
      new Operation("GET", "/api/messages/export", RouteIds.MESSAGE_EXPORT);
  static final Operation REPORT_MESSAGES =
      new Operation("GET", "/api/reports/messages", RouteIds.MESSAGE_REPORT);
  static final Operation LIST_REPLIES = new Operation("GET", "/api/replies", RouteIds.REPLY_LIST);
  static final Operation LIST_LINES =
      new Operation("GET", "/api/lines/by-user", RouteIds.LINE_LIST);
  static final Operation LINE_HEALTH =
      new Operation("GET", "/api/lines/check-availability", RouteIds.LINE_HEALTH);
  static final Operation LINE_SPAM =
      new Operation("GET", "/api/lines/spam-monitor", RouteIds.LINE_SPAM);
  static final Operation START_TYPING =
      new Operation("POST", "/api/messages/typing", RouteIds.TYPING_START);
  static final Operation STOP_TYPING =
      new Operation("DELETE", "/api/messages/typing", RouteIds.TYPING_STOP);
  static final Operation REACT =
      new Operation("POST", "/api/messages/react", RouteIds.MESSAGE_REACT);
  static final Operation READ_AVAILABILITY =
      new Operation("GET", "/api/check-availability", RouteIds.AVAILABILITY_READ);
  static final Operation CHECK_AVAILABILITY =
      new Operation("POST", "/api/check-availability", RouteIds.AVAILABILITY_CHECK);
  static final Operation FIND_AVAILABLE =
      new Operation("POST", "/api/check-availability-rr", RouteIds.AVAILABILITY_FIND);
  static final Operation READ_LEAD_AVAILABILITY =
      new Operation("GET", "/api/leads/check-availability", RouteIds.LEAD_AVAILABILITY_READ);
  static final Operation CHECK_LEAD_AVAILABILITY =
      new Operation("POST", "/api/leads/check-availability", RouteIds.LEAD_AVAILABILITY_CHECK);
  static final Operation READ_LEADS = new Operation("GET", "/api/leads", RouteIds.LEAD_READ);
  static final Operation CREATE_LEADS = new Operation("POST", "/api/leads", RouteIds.LEAD_CREATE);
  static final Operation CHANGE_LEAD =
      new Operation("PUT", "/api/leads/{id}", RouteIds.LEAD_CHANGE);
  static final Operation CHANGE_LEAD_IN_BODY =
      new Operation("PUT", "/api/leads", RouteIds.LEAD_CHANGE_IN_BODY);
  static final Operation DELETE_LEADS = new Operation("DELETE", "/api/leads", RouteIds.LEAD_DELETE);
  static final Operation DELETE_LIST =
      new Operation("DELETE", "/api/lists", RouteIds.LEAD_LIST_DELETE);
  static final Operation LIST_LISTS = new Operation("GET", "/api/lists", RouteIds.LEAD_LIST_LIST);
  static final Operation CREATE_LIST =
      new Operation("POST", "/api/lists", RouteIds.LEAD_LIST_CREATE);
  static final Operation CREATE_WEBHOOK =
      new Operation("POST", "/api/webhooks", RouteIds.WEBHOOK_CREATE);
  static final Operation LIST_WEBHOOKS =
      new Operation("GET", "/api/webhooks", RouteIds.WEBHOOK_LIST);
  static final Operation READ_WEBHOOK =
      new Operation("GET", "/api/webhooks/{id}", RouteIds.WEBHOOK_READ);
  static final Operation DELETE_WEBHOOK =
      new Operation("DELETE", "/api/webhooks/{id}", RouteIds.WEBHOOK_DELETE);

  static final Operation CHANGE_WEBHOOK =
      new Operation("PATCH", "/api/webhooks/{id}", RouteIds.WEBHOOK_CHANGE);
  static final Operation CHECK_WEBHOOK =
      new Operation("POST", "/api/webhooks/{id}/health-check", RouteIds.WEBHOOK_HEALTH_CHECK);
  static final Operation ROTATE_WEBHOOK_SECRET =
      new Operation("POST", "/api/webhooks/{id}/rotate-secret", RouteIds.WEBHOOK_SECRET_ROTATE);
  static final Operation REPLAY_WEBHOOK =
      new Operation("POST", "/api/webhooks/{id}/replay", RouteIds.WEBHOOK_REPLAY);
  static final Operation LIST_DELIVERIES =
      new Operation("GET", "/api/webhooks/{id}/deliveries", RouteIds.DELIVERY_LIST);
  static final Operation READ_DELIVERY =
      new Operation("GET", "/api/webhooks/{id}/deliveries/{deliveryId}", RouteIds.DELIVERY_READ);
  static final Operation REPLAY_DELIVERY =
      new Operation(
          "POST", "/api/webhooks/{id}/deliveries/{deliveryId}/replay", RouteIds.DELIVERY_REPLAY);

  static final Operation LIST_DNC = new Operation("GET", "/api/dnc", RouteIds.DNC_LIST);
  static final Operation ADD_DNC = new Operation("POST", "/api/dnc", RouteIds.DNC_ADD);
  static final Operation REMOVE_DNC = new Operation("DELETE", "/api/dnc", RouteIds.DNC_REMOVE);

  static final Operation READ_FALLBACK =
      new Operation("GET", "/api/workspace/fallback-config", RouteIds.FALLBACK_READ);
  static final Operation CHANGE_FALLBACK =
      new Operation("PATCH", "/api/workspace/fallback-config", RouteIds.FALLBACK_CHANGE);
  static final Operation READ_SETTINGS =
      new Operation("GET", "/api/workspace/settings", RouteIds.SETTINGS_READ);
  static final Operation CHANGE_SETTINGS =
      new Operation("PATCH", "/api/workspace/settings", RouteIds.SETTINGS_CHANGE);

  /** Whatever else comes under the facade's path. */
  static final Operation ANYTHING_ELSE = new Operation("*", "/api", RouteIds.API_REFUSE);

  private ApiOperations() {}

  static List<Operation> all() {
    return List.of(
        SUBMIT_MESSAGE,
        SUBMIT_MANY,
        LIST_MESSAGES,
        READ_MESSAGE,
        CANCEL_MESSAGES,
        RESOLVE_MESSAGE,
        READ_HISTORY,
        EXPORT_MESSAGES,
        REPORT_MESSAGES,
        LIST_REPLIES,
        LIST_LINES,
        LINE_HEALTH,
        LINE_SPAM,
        START_TYPING,
        STOP_TYPING,
        REACT,
        READ_AVAILABILITY,
        CHECK_AVAILABILITY,
        FIND_AVAILABLE,
        READ_LEAD_AVAILABILITY,
        CHECK_LEAD_AVAILABILITY,
        READ_LEADS,
        CREATE_LEADS,
        CHANGE_LEAD,
        CHANGE_LEAD_IN_BODY,
        DELETE_LEADS,
        DELETE_LIST,
        LIST_LISTS,
        CREATE_LIST,
        CREATE_WEBHOOK,
        LIST_WEBHOOKS,
        READ_WEBHOOK,
        DELETE_WEBHOOK,
        CHANGE_WEBHOOK,
        CHECK_WEBHOOK,
        ROTATE_WEBHOOK_SECRET,
        REPLAY_WEBHOOK,
        LIST_DELIVERIES,
        READ_DELIVERY,
        REPLAY_DELIVERY,
        LIST_DNC,
        ADD_DNC,
        REMOVE_DNC,
        READ_FALLBACK,
        CHANGE_FALLBACK,
        READ_SETTINGS,
        CHANGE_SETTINGS);
  }
}
