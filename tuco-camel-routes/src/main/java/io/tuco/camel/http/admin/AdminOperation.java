package io.tuco.camel.http.admin;

import io.tuco.camel.RouteIds;
import io.tuco.camel.http.Operation;
import java.util.Arrays;
import java.util.List;

/** Everything the operator's API offers. */
enum AdminOperation {
  CREATE_WORKSPACE("POST", "/admin/workspaces", RouteIds.WORKSPACE_CREATE),
  LIST_WORKSPACES("GET", "/admin/workspaces", RouteIds.WORKSPACE_LIST),
  READ_WORKSPACE("GET", "/admin/workspaces/{id}", RouteIds.WORKSPACE_READ),
  CHANGE_WORKSPACE("PATCH", "/admin/workspaces/{id}", RouteIds.WORKSPACE_CHANGE),
  CREATE_USER("POST", "/admin/workspaces/{id}/users", RouteIds.USER_CREATE),
  LIST_USERS("GET", "/admin/workspaces/{id}/users", RouteIds.USER_LIST),
  DELETE_USER("DELETE", "/admin/users/{id}", RouteIds.USER_DELETE),
  CREATE_KEY("POST", "/admin/workspaces/{id}/keys", RouteIds.KEY_CREATE),
  LIST_KEYS("GET", "/admin/workspaces/{id}/keys", RouteIds.KEY_LIST),
  CHANGE_KEY("PATCH", "/admin/keys/{id}", RouteIds.KEY_CHANGE),
  DELETE_KEY("DELETE", "/admin/keys/{id}", RouteIds.KEY_DELETE),
  CREATE_DEVICE("POST", "/admin/devices", RouteIds.DEVICE_CREATE),
  LIST_DEVICES("GET", "/admin/devices", RouteIds.DEVICE_LIST),
  READ_DEVICE("GET", "/admin/devices/{id}", RouteIds.DEVICE_READ),
  CHANGE_DEVICE("PATCH", "/admin/devices/{id}", RouteIds.DEVICE_CHANGE),
  DELETE_DEVICE("DELETE", "/admin/devices/{id}", RouteIds.DEVICE_DELETE),
  CREATE_LINE("POST", "/admin/workspaces/{id}/lines", RouteIds.OPERATOR_LINE_CREATE),
  LIST_LINES("GET", "/admin/workspaces/{id}/lines", RouteIds.OPERATOR_LINE_LIST),
  CHANGE_LINE("PATCH", "/admin/lines/{id}", RouteIds.OPERATOR_LINE_CHANGE),
  DELETE_LINE("DELETE", "/admin/lines/{id}", RouteIds.OPERATOR_LINE_DELETE),
  CREATE_CONNECTION("POST", "/admin/workspaces/{id}/connections", RouteIds.CONNECTION_CREATE),
  LIST_CONNECTIONS("GET", "/admin/workspaces/{id}/connections", RouteIds.CONNECTION_LIST),
  READ_CONNECTION("GET", "/admin/connections/{id}", RouteIds.CONNECTION_READ),
  CHANGE_CONNECTION("PATCH", "/admin/connections/{id}", RouteIds.CONNECTION_CHANGE),
  DELETE_CONNECTION("DELETE", "/admin/connections/{id}", RouteIds.CONNECTION_DELETE),
  SYNC_CONNECTION("POST", "/admin/connections/{id}/sync", RouteIds.CONNECTION_SYNC),
  LIST_STRAYS("GET", "/admin/strays", RouteIds.STRAY_LIST),
  READ_STATUS("GET", "/admin/status", RouteIds.STATUS_READ);

  /** Whatever else comes under the API's path. */
  static final Operation ANYTHING_ELSE = new Operation("*", "/admin", RouteIds.ADMIN_REFUSE);

  private final Operation operation;

  AdminOperation(String method, String path, String routeId) {
    this.operation = new Operation(method, path, routeId);
  }

  Operation operation() {
    return operation;
  }

  static List<Operation> all() {
    return Arrays.stream(values()).map(AdminOperation::operation).toList();
  }
}
