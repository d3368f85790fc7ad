package io.tuco.camel;

import io.tuco.camel.callback.CallbackRoutes;
import io.tuco.core.line.Device;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Where providers, devices and CRMs reach us. */
final class CallbackAddresses {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

  private final TucoParts parts;
  private final TucoSettings settings;

  CallbackAddresses(TucoParts parts) {
    this.parts = parts;
    this.settings = parts.settings();
  }

  /** Without a slash at its end. */
  String base() {
    return PublicUrl.of(settings).replaceFirst("/+$", "");
  }

  /**
   * Where the device is to report. Without a public address only one on this machine can reach us;
   * another would tell its own machine what people write.
   */
  Optional<String> reachableFrom(Device device) {
    var canReachUs =
        !settings.get(SettingKeys.PUBLIC_URL).isEmpty()
            || LOOPBACK.contains(String.valueOf(URI.create(device.baseUrl()).getHost()));
    return Optional.of(of(device.id())).filter(url -> parts.http().isPresent() && canReachUs);
  }

  /** It holds a secret. */
  String of(String deviceId) {
    return base()
        + CallbackRoutes.RELAY_PATH
        + deviceId
        + "?secret="
        + parts.callbackSecrets().of(deviceId);
  }
}
