package io.tuco.camel.standalone.simulator;

import com.fasterxml.jackson.databind.node.TextNode;
import io.vertx.core.Future;
import java.time.Clock;

/** The calls that change nothing. */
final class LookupCalls {

  private final Faults faults;
  private final AttachmentFiles files;
  private final Clock clock;

  LookupCalls(Faults faults, AttachmentFiles files, Clock clock) {
    this.faults = faults;
    this.files = files;
    this.clock = clock;
  }

  Future<RelayAnswer> ping(RelayCall call) {
    return Future.succeededFuture(RelayAnswer.ok("Ping received!", TextNode.valueOf("pong")));
  }

  /** A Mac of before macOS 26 with the private API on and its helper connected. */
  Future<RelayAnswer> serverInfo(RelayCall call) {
    var data =
        Json.object()
            .put("computer_id", "simulated-" + call.device().name())
            .put("os_version", "15.5")
            .put("server_version", "1.9.9")
            .put("private_api", true)
            .put("proxy_service", "dynamic-dns")
            .put("helper_connected", true)
            .put("detected_icloud", "relay@example.com")
            .put("detected_imessage", "relay@example.com")
            .put("macos_time_sync", 0.01);
    data.putArray("local_ipv4s").add("127.0.0.1");
    data.putArray("local_ipv6s");
    return Future.succeededFuture(RelayAnswer.ok("Success", data));
  }

  Future<RelayAnswer> availability(RelayCall call) {
    var answer =
        call.parameter("address")
            .map(address -> availability(call.device(), address))
            .orElseGet(() -> RelayAnswer.badRequest("The address field is required."));
    return Future.succeededFuture(answer);
  }

  Future<RelayAnswer> messages(RelayCall call) {
    var answer =
        MessageQuery.complaint(call.fields())
            .map(RelayAnswer::badRequest)
            .orElseGet(() -> messages(call.device(), MessageQuery.from(call.fields())));
    return Future.succeededFuture(answer);
  }

  Future<RelayAnswer> message(RelayCall call) {
    var json = call.device().json();
    var answer =
        call.device()
            .table()
            .find(call.variable())
            .map(row -> RelayAnswer.ok("Success", json.answer(row)))
            .orElseGet(() -> RelayAnswer.missing("Message does not exist!"));
    return Future.succeededFuture(answer);
  }

  Future<RelayAnswer> download(RelayCall call) {
    var answer =
        call.device()
            .table()
            .attachment(call.variable())
            .map(file -> RelayAnswer.file(file.mimeType(), files.of(file.guid())))
            .orElseGet(() -> RelayAnswer.missing("Attachment does not exist!"));
    return Future.succeededFuture(answer);
  }

  /** Refuses a date in the past as recorded; nothing is ever kept for later. */
  Future<RelayAnswer> schedule(RelayCall call) {
    var past = call.fields().path("scheduledFor").asLong() <= clock.millis();
    return Future.succeededFuture(
        past
            ? RelayAnswer.badRequest("scheduledFor must be in the future")
            : RelayAnswer.unhandled("The relay simulator does not schedule messages"));
  }

  private RelayAnswer availability(RelayDevice device, String address) {
    var aim = Fault.Aim.of(device.name(), address);
    var struck = faults.take(kind -> kind == FaultKind.NO_IMESSAGE, aim).isPresent();
    return RelayAnswer.ok("Success", Json.object().put("available", !struck));
  }

  private static RelayAnswer messages(RelayDevice device, MessageQuery query) {
    var rows = device.table().matching(query);
    var metadata =
        Json.object()
            .put("offset", query.offset())
            .put("limit", query.limit())
            .put("total", device.table().count(query))
            .put("count", rows.size());
    return RelayAnswer.ok("Success", Json.array(rows, device.json()::answer), metadata);
  }
}
