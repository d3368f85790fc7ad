package io.tuco.camel;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where settings come from, strongest first.
 *
 * @param builder by key
 * @param environment by environment name
 * @param properties system properties and files, by key
 * @param profile defaults of a way of running, such as the demo's, by key
 */
public record SettingSources(
    Map<String, String> builder,
    Map<String, String> environment,
    Map<String, String> properties,
    Map<String, String> profile) {

  public SettingSources {
    builder = Map.copyOf(builder);
    environment = Map.copyOf(environment);
    properties = Map.copyOf(properties);
    profile = Map.copyOf(profile);
  }

  String textOf(Setting<?> setting) {
    return find(setting.key()).orElse(setting.fallback()).strip();
  }

  Optional<String> find(String key) {
    return Stream.of(
            Optional.ofNullable(builder.get(key)),
            Optional.ofNullable(environment.get(Setting.environmentName(key))),
            Optional.ofNullable(properties.get(key)),
            Optional.ofNullable(profile.get(key)))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
