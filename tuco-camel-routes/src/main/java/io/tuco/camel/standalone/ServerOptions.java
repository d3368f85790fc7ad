package io.tuco.camel.standalone;

import io.tuco.camel.ConfigurationException;
import io.tuco.camel.Setting;
import io.tuco.camel.SettingKeys;
import io.tuco.camel.SettingSources;
import io.tuco.camel.TucoSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What the command line says, and the settings that follow from it and its surroundings. */
record ServerOptions(
    Optional<Integer> port, Optional<Path> dataDir, Optional<Path> config, boolean demo) {

  /** Numbers that let a newcomer see something happen at once (settled answer 2). */
  private static final Map<String, String> DEMO =
      Map.of(
          SettingKeys.RELAY_TEXT_LIFE.key(), "5s",
          SettingKeys.RELAY_ATTACHMENT_LIFE.key(), "5s",
          SettingKeys.RELAY_SETTLE_MARGIN.key(), "5s",
          SettingKeys.WEBHOOK_PORTS.key(), "*",
          SettingKeys.WEBHOOK_ALLOW_CIDRS.key(), "127.0.0.0/8,::1/128",
          SettingKeys.ATTACHMENT_PORTS.key(), "*");

  private static final List<Setting<Integer>> RATE_LIMITS =
      List.of(
          SettingKeys.RATE_LIMIT_SEND,
          SettingKeys.RATE_LIMIT_AVAILABILITY,
          SettingKeys.RATE_LIMIT_REPLIES,
          SettingKeys.RATE_LIMIT_OTHER,
          SettingKeys.RATE_LIMIT_V1);

  private static final String DEMO_REQUESTS = "60000";

  TucoSettings settings(Map<String, String> environment, Properties system) {
    var properties = new HashMap<String, String>(file());
    system.stringPropertyNames().stream()
        .filter(name -> name.startsWith("tuco."))
        .forEach(name -> properties.put(name, system.getProperty(name)));
    return TucoSettings.from(
        new SettingSources(fromCommandLine(), environment, properties, profile()));
  }

  private Map<String, String> fromCommandLine() {
    var given = new HashMap<String, String>();
    port.ifPresent(number -> given.put(SettingKeys.HTTP_PORT.key(), number.toString()));
    dataDir.ifPresent(path -> given.put(SettingKeys.DATA_DIR.key(), path.toString()));
    return given;
  }

  private Map<String, String> profile() {
    var standalone = new HashMap<String, String>();
    if (demo) {
      standalone.putAll(DEMO);
      RATE_LIMITS.forEach(limit -> standalone.put(limit.key(), DEMO_REQUESTS));
    }
    standalone.put(SettingKeys.ADMIN_ENABLED.key(), "true");
    return standalone;
  }

  private Map<String, String> file() {
    var read = new HashMap<String, String>();
    config.ifPresent(path -> load(path).forEach((k, v) -> read.put((String) k, (String) v)));
    return read;
  }

  private static Properties load(Path path) {
    var properties = new Properties();
    try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new ConfigurationException(List.of("--config " + path + " cannot be read: " + e));
    }
  }
}
