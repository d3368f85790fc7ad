package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.core.crm.Connection;
import io.tuco.core.line.Device;
import io.tuco.core.line.Line;
import io.tuco.core.store.Stores;
import io.tuco.core.workspace.ApiKey;
import io.tuco.core.workspace.Member;
import io.tuco.core.workspace.Workspace;

/** Finds what a path names, or the documented 404. */
final class AdminDirectory {

  /** {@code /admin/<things>/{id}…} */
  private static final int ID = 2;

  private final Stores stores;

  AdminDirectory(Stores stores) {
    this.stores = stores;
  }

  OrAnswer<Workspace> workspace(HttpRequest request) {
    return OrAnswer.of(
        stores.workspaces().find(request.segment(ID)), AdminAnswers.WORKSPACE_NOT_FOUND);
  }

  OrAnswer<Member> user(HttpRequest request) {
    return OrAnswer.of(stores.members().find(request.segment(ID)), AdminAnswers.USER_NOT_FOUND);
  }

  OrAnswer<ApiKey> key(HttpRequest request) {
    return OrAnswer.of(stores.apiKeys().find(request.segment(ID)), AdminAnswers.KEY_NOT_FOUND);
  }

  OrAnswer<Device> device(HttpRequest request) {
    return OrAnswer.of(stores.devices().find(request.segment(ID)), AdminAnswers.DEVICE_NOT_FOUND);
  }

  OrAnswer<Connection> connection(HttpRequest request) {
    return OrAnswer.of(
        stores.connections().find(request.segment(ID)), AdminAnswers.CONNECTION_NOT_FOUND);
  }

  OrAnswer<Line> line(HttpRequest request) {
    return OrAnswer.of(stores.lines().find(request.segment(ID)), AdminAnswers.LINE_NOT_FOUND);
  }
}
