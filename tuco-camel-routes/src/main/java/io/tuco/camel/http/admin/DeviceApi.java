package io.tuco.camel.http.admin;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.Paging;
import io.tuco.camel.http.Secrets;
import io.tuco.camel.http.Served;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.IdGenerator;
import io.tuco.core.line.Device;
import io.tuco.core.line.DeviceChange;
import io.tuco.core.line.RelayBaseUrl;
import io.tuco.core.line.SendMethod;
import io.tuco.core.line.SenderHealth;
import io.tuco.core.secret.Sealed;
import io.tuco.core.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Devices (operator API, section 2). A password goes in and never comes out. */
final class DeviceApi {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_PASSWORD = 1_000;
  private static final int LONGEST_GAP = 3_600;
  private static final int DEFAULT_GAP = 30;

  private final Stores stores;
  private final AdminDirectory directory;
  private final AdminGate gate;
  private final Secrets secrets;
  private final IdGenerator ids;
  private final Clock clock;
  private final UnaryOperator<String> callbackUrl;

  DeviceApi(AdminParts parts, AdminDirectory directory, AdminGate gate) {
    this.stores = parts.stores();
    this.directory = directory;
    this.gate = gate;
    this.secrets = parts.secrets();
    this.ids = parts.ids();
    this.clock = parts.clock();
    this.callbackUrl = parts.callbackUrl();
  }

  /** Everything but creation, which asks the device and so has a route of its own. */
  List<Served> served() {
    return List.of(
        gate.asking(AdminOperation.LIST_DEVICES, this::list),
        gate.asking(AdminOperation.READ_DEVICE, this::read),
        gate.telling(AdminOperation.CHANGE_DEVICE, this::change),
        gate.asking(AdminOperation.DELETE_DEVICE, this::delete));
  }

  /** Stores a device that nobody has probed yet: it is there, whatever the probe says. */
  OrAnswer<Device> create(HttpRequest request) {
    return gate.admitJson(request)
        .then(json -> draft(json.body()))
        .map(
            device -> {
              stores.devices().insert(device);
              return device;
            });
  }

  HttpAnswer probed(Device device) {
    stores.devices().updateHealth(device.id(), device.health());
    return answer(201, device);
  }

  private OrAnswer<Device> draft(JsonReader body) {
    body.require("name", "baseUrl", "password");
    var name = body.words("name", LONGEST_NAME);
    var type = body.parsed("type", DeviceApi::type).orElse(Device.BLUEBUBBLES);
    var baseUrl = body.parsed("baseUrl", RelayBaseUrl::parse);
    var password = password(body);
    var gap = gap(body).orElse(Duration.ofSeconds(DEFAULT_GAP));
    var method = body.parsed("method", SendMethod::parse).orElse(SendMethod.AUTO);
    var now = now();
    return AdminAnswers.checked(
        body,
        () ->
            new Device(
                ids.objectId(),
                name.orElseThrow(),
                type,
                baseUrl.orElseThrow(),
                password.orElseThrow(),
                gap,
                method,
                SenderHealth.unknown(),
                now,
                now));
  }

  private HttpAnswer list(HttpRequest request) {
    return Paging.of(request)
        .map(paging -> stores.devices().page(paging))
        .answered(
            page ->
                HttpAnswer.of(
                    200,
                    new JsonFields()
                        .put("devices", page.items().stream().map(AdminJson::device).toList())
                        .put("pagination", Paging.json(page))));
  }

  private HttpAnswer read(HttpRequest request) {
    return directory.device(request).answered(device -> answer(200, device));
  }

  private HttpAnswer change(HttpRequest request, JsonReader body) {
    return directory
        .device(request)
        .then(current -> changed(body, current))
        .unless(
            changed ->
                stores.devices().update(changed)
                    ? Optional.empty()
                    : Optional.of(AdminAnswers.DEVICE_NOT_FOUND))
        .answered(changed -> answer(200, changed));
  }

  private OrAnswer<Device> changed(JsonReader body, Device current) {
    var change =
        new DeviceChange(
            body.words("name", LONGEST_NAME),
            body.parsed("baseUrl", RelayBaseUrl::parse),
            password(body),
            gap(body),
            body.parsed("method", SendMethod::parse));
    return AdminAnswers.checked(body, () -> change.appliedTo(current, now()));
  }

  private HttpAnswer delete(HttpRequest request) {
    return directory
        .device(request)
        .unless(
            device -> isInUse(device) ? Optional.of(AdminAnswers.DEVICE_IN_USE) : Optional.empty())
        .answered(
            device -> {
              stores.devices().delete(device.id());
              return HttpAnswer.success();
            });
  }

  /** By a line, or by a send in flight, which nobody but the device can settle. */
  private boolean isInUse(Device device) {
    return !stores.lines().ofDevice(device.id()).isEmpty()
        || stores
            .lanes()
            .find(device.laneId())
            .filter(lane -> !lane.inFlight().isEmpty())
            .isPresent();
  }

  private Optional<Sealed> password(JsonReader body) {
    return body.secret("password", LONGEST_PASSWORD).map(secrets.box()::seal);
  }

  private static Optional<Duration> gap(JsonReader body) {
    return body.integer("gapSeconds", 0, LONGEST_GAP).map(Duration::ofSeconds);
  }

  private static Optional<String> type(String word) {
    return Optional.of(word).filter(Device.BLUEBUBBLES::equals);
  }

  /** With the address for its reports, which lists leave out: it is a secret. */
  private HttpAnswer answer(int status, Device device) {
    var document = new LinkedHashMap<String, @Nullable Object>(AdminJson.device(device));
    document.put("callbackUrl", callbackUrl.apply(device.id()));
    return HttpAnswer.of(status, new JsonFields().put("device", document));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
