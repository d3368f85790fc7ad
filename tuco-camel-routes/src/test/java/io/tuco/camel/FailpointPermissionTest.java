package io.tuco.camel;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class FailpointPermissionTest {

  private static final String FAILPOINT = "dispatch.after-intent:1:halt";

  @Test
  void refusesAFailpointThatNobodyAllowed() {
    var builder = TucoRoutes.builder().set(SettingKeys.FAILPOINT.key(), FAILPOINT);

    assertThatThrownBy(builder::build)
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("tuco.failpoint is for tests");
  }

  @Test
  void takesAFailpointThatIsAllowed() {
    var builder = TucoRoutes.builder().set(SettingKeys.FAILPOINT.key(), FAILPOINT);

    assertThatCode(() -> builder.allowFailpoints().build()).doesNotThrowAnyException();
  }
}
