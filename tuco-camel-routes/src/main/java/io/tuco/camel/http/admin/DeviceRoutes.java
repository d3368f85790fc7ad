package io.tuco.camel.http.admin;

import io.tuco.camel.FailureRoutes;
import io.tuco.camel.Seams;
import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.camel.http.HttpRequest;
import io.tuco.core.line.Device;
import io.tuco.core.line.SenderHealth;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** {@code POST /admin/devices}: store, probe, keep what the probe said, answer. */
final class DeviceRoutes extends RouteBuilder {

  private final HttpEndpoints endpoints;
  private final HttpExchangeCodec codec;
  private final DeviceApi devices;

  DeviceRoutes(HttpEndpoints endpoints, HttpExchangeCodec codec, DeviceApi devices) {
    this.endpoints = endpoints;
    this.codec = codec;
    this.devices = devices;
  }

  @Override
  public void configure() {
    var operation = AdminOperation.CREATE_DEVICE.operation();
    // spotless:off
    from(endpoints.uri(operation.method(), operation.path()))
        .routeId(operation.routeId()).routeConfigurationId(FailureRoutes.ANSWERING)
        .process(codec::receive)
        .transform().body(HttpRequest.class, this::create)
        .choice().when(body().isInstanceOf(Device.class))
            // The device is stored: a probe that breaks leaves it unknown, and that is no error.
            .doTry()
                .enrich(Seams.RELAY_PROBE, DeviceRoutes::withHealth)
            .doCatch(Exception.class)
                .process(FailureRoutes::note)
            .end()
            .transform().body(Device.class, devices::probed)
        .end()
        .process(codec::answer);
    // spotless:on
  }

  /** A device to probe, or the answer that ended the request. */
  private Object create(HttpRequest request) {
    return devices.create(request).<Object>fold(device -> device, answer -> answer);
  }

  private static Exchange withHealth(Exchange device, Exchange probe) {
    var known = device.getMessage().getBody(Device.class);
    device.getMessage().setBody(known.withHealth(probe.getMessage().getBody(SenderHealth.class)));
    return device;
  }
}
