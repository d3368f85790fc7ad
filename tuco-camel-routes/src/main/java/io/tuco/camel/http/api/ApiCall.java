package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpRequest;
import io.tuco.core.workspace.Access;

/** A request of somebody we know. */
record ApiCall(Access access, HttpRequest request) {

  String workspaceId() {
    return access.workspace().id();
  }
}
