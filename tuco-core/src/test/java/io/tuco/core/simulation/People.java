package io.tuco.core.simulation;

import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.fixture.Fixtures;
import io.tuco.core.lead.Lead;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom the workspaces write to. Nobody shares an address with somebody else. */
final class People {

  private final List<Lead> leads = new ArrayList<>();
  private final Set<String> withoutIMessage = new HashSet<>();
  private int numbers;

  List<Lead> of(String workspaceId) {
    return leads.stream().filter(lead -> lead.workspaceId().equals(workspaceId)).toList();
  }

  List<Lead> all() {
    return leads;
  }

  boolean hasIMessage(Address address) {
    return !withoutIMessage.contains(address.value());
  }

  /** Somebody new, whom the workspace knows from now on. */
  Lead join(String workspaceId, Chance chance) {
    var lead =
        Fixtures.aLead()
            .withId(Fixtures.id(0x1000 + leads.size()))
            .inWorkspace(workspaceId)
            .named("Person" + leads.size())
            .withPhone(phone());
    if (chance.hits(0.4)) {
      lead.withAltPhones(phone());
    }
    if (chance.hits(0.6)) {
      lead.withEmail(email());
    }
    var made = lead.build();
    leads.add(made);
    made.addresses().all().stream()
        .filter(address -> chance.hits(address instanceof EmailAddress ? 0.5 : 0.15))
        .forEach(address -> withoutIMessage.add(address.value()));
    return made;
  }

  private String phone() {
    numbers++;
    return new PhoneNumber(String.format(Locale.ROOT, "+1202555%04d", numbers)).value();
  }

  private String email() {
    numbers++;
    return "p" + numbers + "@example.com";
  }
}
