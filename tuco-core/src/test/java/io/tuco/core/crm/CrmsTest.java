package io.tuco.core.crm;

import static io.tuco.core.fixture.Fixtures.aConnection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CrmsTest {

  @Test
  void breaksADialogueWhoseConnectorIsNotInstalled() {
    var ends = new ArrayList<Dialogue.End<CrmAccount>>();

    Crms.none().hold(aConnection().build(), connector -> connector.verify(null), ends::add);

    assertThat(ends)
        .containsExactly(
            new Dialogue.Broken<>(CrmFailure.forbidden("No connector for toy is installed")));
  }

  @Test
  void tellsAllThatIsWrongWithTheConnectors() {
    var providers =
        List.of(refusing("a", "tuco.a.client-id is missing"), refusing("b", "b cannot be used"));

    assertThatThrownBy(() -> CrmConnectors.of(providers, crm -> name -> Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tuco.a.client-id is missing; b cannot be used");
  }

  private static CrmConnectorProvider refusing(String crm, String problem) {
    return new CrmConnectorProvider() {
      @Override
      public String crm() {
        return crm;
      }

      @Override
      public CrmConnector create(CrmOptions options) {
        throw new IllegalArgumentException(problem);
      }
    };
  }
}
