package io.tuco.core.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonNameTest {

  @ParameterizedTest
  @CsvSource({
    "'Ada',                 Ada, '',             Ada",
    "'Ada Lovelace',        Ada, Lovelace,       Ada Lovelace",
    "'  Ada   Lovelace  ',  Ada, Lovelace,       Ada Lovelace",
    "'Ada King Lovelace',   Ada, King Lovelace,  Ada King Lovelace",
    "'Jean-Luc O''Brien',   Jean-Luc, O'Brien,   Jean-Luc O'Brien",
    "'İnci Şen',            İnci, Şen,           İnci Şen",
    "'',                    '', '',              ''",
    "'   ',                 '', '',              ''",
  })
  void splitsAtTheFirstSpace(String full, String first, String last, String together) {
    var name = PersonName.split(full);

    assertThat(name.first()).isEqualTo(present(first));
    assertThat(name.last()).isEqualTo(present(last));
    assertThat(name.full()).isEqualTo(present(together));
  }

  @Test
  void isTheLastNameWhenThatIsAllThereIs() {
    var name = new PersonName(Optional.empty(), Optional.of("Lovelace"));

    assertThat(name.full()).contains("Lovelace");
    assertThat(PersonName.unknown().full()).isEmpty();
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(kept -> !kept.isEmpty());
  }
}
