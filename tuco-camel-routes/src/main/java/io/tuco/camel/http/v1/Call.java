package io.tuco.camel.http.v1;

import io.tuco.camel.http.HttpRequest;
import io.tuco.core.workspace.Access;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.Workspace;

/**
 * A request of somebody who may make it.
 *
 * @param words its query, or the members of its body
 */
record Call(Access access, HttpRequest request, Words words) {

  Workspace workspace() {
    return access.workspace();
  }

  String workspaceId() {
    return access.workspace().id();
  }

  ApiKey key() {
    return access.key();
  }

  Call saying(Words others) {
    return new Call(access, request, others);
  }
}
