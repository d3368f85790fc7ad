package io.tuco.camel;

/** Where people and providers reach us: the base of every URL we hand out. */
final class PublicUrl {

  private PublicUrl() {}

  /** Links must lead somewhere; without a public address, to the listener itself. */
  static String of(TucoSettings settings) {
    var given = settings.get(SettingKeys.PUBLIC_URL);
    return given.isEmpty()
        ? "http://"
            + settings.get(SettingKeys.HTTP_HOST)
            + ":"
            + settings.get(SettingKeys.HTTP_PORT)
        : given;
  }
}
