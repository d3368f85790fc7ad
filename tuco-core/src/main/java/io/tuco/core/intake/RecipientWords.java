package io.tuco.core.intake;

import java.util.List;
import java.util.Optional;

/**
 * Whom a request names, as written; blank counts as absent.
 *
 * @param altPhones places 1 to 3
 * @param altEmails places 1 to 3
 */
public record RecipientWords(
    Optional<String> phone,
    Optional<String> email,
    Optional<String> name,
    Optional<String> leadId,
    List<Optional<String>> altPhones,
    List<Optional<String>> altEmails,
    Optional<Boolean> tryAlternates) {

  public RecipientWords {
    if (altPhones.size() != 3 || altEmails.size() != 3) {
      throw new IllegalArgumentException("three places of each kind");
    }
    altPhones = List.copyOf(altPhones);
    altEmails = List.copyOf(altEmails);
  }

  public static RecipientWords nobody() {
    return new RecipientWords(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        List.of(Optional.empty(), Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  public RecipientWords withPhone(String number) {
    return new RecipientWords(
        Optional.of(number), email, name, leadId, altPhones, altEmails, tryAlternates);
  }

  public RecipientWords withEmail(String address) {
    return new RecipientWords(
        phone, Optional.of(address), name, leadId, altPhones, altEmails, tryAlternates);
  }

  public RecipientWords withName(String full) {
    return new RecipientWords(
        phone, email, Optional.of(full), leadId, altPhones, altEmails, tryAlternates);
  }

  public RecipientWords withLead(String id) {
    return new RecipientWords(
        phone, email, name, Optional.of(id), altPhones, altEmails, tryAlternates);
  }
}
