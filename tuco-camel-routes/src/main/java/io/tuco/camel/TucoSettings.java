package io.tuco.camel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The settings, resolved once and frozen: builder, then environment, then system properties and
 * files, then default. Refuses to exist with a value it cannot read, and says which ones.
 */
public final class TucoSettings {

  private final Map<String, Object> values;
  private final Map<String, String> texts;
  private final SettingSources sources;

  private TucoSettings(
      Map<String, Object> values, Map<String, String> texts, SettingSources sources) {
    this.values = Map.copyOf(values);
    this.texts = Map.copyOf(texts);
    this.sources = sources;
  }

  /** All defaults. */
  public static TucoSettings defaults() {
    return from(new SettingSources(Map.of(), Map.of(), Map.of(), Map.of()));
  }

  /** Only what an embedder's builder says, over the defaults and the given environment. */
  public static TucoSettings from(SettingSources sources) {
    var problems = new ArrayList<String>();
    var values = new HashMap<String, Object>();
    var texts = new HashMap<String, String>();
    for (var setting : SettingKeys.all()) {
      var text = sources.textOf(setting);
      texts.put(setting.key(), text);
      read(setting, text, problems).ifPresent(value -> values.put(setting.key(), value));
    }
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new TucoSettings(values, texts, sources);
  }

  @SuppressWarnings("unchecked") // a setting's own reader made the value under its key
  public <T> T get(Setting<T> setting) {
    return (T) values.get(setting.key());
  }

  /**
   * A setting by its key, also one that only somebody's connector knows; empty when it is not set,
   * or blank.
   */
  public Optional<String> find(String key) {
    return Optional.ofNullable(texts.get(key))
        .or(() -> sources.find(key).map(String::strip))
        .filter(text -> !text.isEmpty());
  }

  /** The same settings with one text replaced. */
  public TucoSettings with(Setting<String> setting, String text) {
    var changed = new HashMap<>(values);
    changed.put(setting.key(), setting.read().apply(text));
    var shown = new HashMap<>(texts);
    shown.put(setting.key(), text);
    return new TucoSettings(changed, shown, sources);
  }

  /** The settings for people, secrets hidden. */
  @Override
  public String toString() {
    return SettingKeys.all().stream()
        .map(setting -> setting.key() + "=" + shown(setting))
        .collect(Collectors.joining("\n"));
  }

  private String shown(Setting<?> setting) {
    var text = texts.get(setting.key());
    return setting.secret() && !text.isEmpty() ? "•••" : text;
  }

  private static Optional<Object> read(Setting<?> setting, String text, List<String> problems) {
    try {
      return Optional.of(setting.read().apply(text));
    } catch (RuntimeException e) {
      problems.add(
          setting.key()
              + " must be "
              + setting.shape()
              + (setting.secret() ? "" : ", not \"" + text + "\""));
      return Optional.empty();
    }
  }
}
