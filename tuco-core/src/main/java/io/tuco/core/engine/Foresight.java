package io.tuco.core.engine;

import io.tuco.core.address.Address;
import io.tuco.core.dispatch.Sender;
import io.tuco.core.intake.SubmissionFacts;
import io.tuco.core.intake.SubmissionReading;
import io.tuco.core.intake.SubmissionRules;
import io.tuco.core.lead.DoNotContact;
import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import io.tuco.core.store.Asked;
import io.tuco.core.store.Stores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a call will want to know, asked before its turn, so that the answers are there when it
 * comes. What was not foreseen is asked then; what is not wanted after all is forgotten when it is
 * closed. For one call and one thread.
 */
final class Foresight implements AutoCloseable {

  private final Stores stores;
  private final Asked<Optional<Lead>> byPhone;
  private final Set<Address> addresses;
  private final Asked<List<DoNotContact>> entries;
  private Set<Address> others = Set.of();
  private Asked<List<DoNotContact>> entriesOfOthers = List::of;
  private Set<String> marks = Set.of();
  private Asked<Set<String>> touched = Set::of;

  private Foresight(
      Stores stores,
      Asked<Optional<Lead>> byPhone,
      Set<Address> addresses,
      Asked<List<DoNotContact>> entries) {
    this.stores = stores;
    this.byPhone = byPhone;
    this.addresses = addresses;
    this.entries = entries;
  }

  /**
   * From the call's words alone: whose its phone is, and whether its addresses may be written to.
   */
  static Foresight of(Stores stores, SubmissionReading reading) {
    var named = new LinkedHashSet<Address>();
    reading.recipient().phone().ifPresent(named::add);
    reading.recipient().email().ifPresent(named::add);
    var workspaceId = reading.submission().access().workspace().id();
    return new Foresight(
        stores,
        askByPhone(stores, reading),
        named,
        named.isEmpty() ? List::of : stores.doNotContact().ask(workspaceId, named));
  }

  /** Whether the first questions of the call are all foreseen: who has its phone. */
  static boolean covers(SubmissionReading reading) {
    return reading.leadId().isEmpty() && reading.recipient().phone().isPresent();
  }

  private static Asked<Optional<Lead>> askByPhone(Stores stores, SubmissionReading reading) {
    var workspaceId = reading.submission().access().workspace().id();
    return reading
        .recipient()
        .phone()
        .filter(phone -> reading.leadId().isEmpty())
        .map(phone -> stores.leads().askByAddress(workspaceId, phone))
        .orElse(Optional::empty);
  }

  /** Whose the call's phone is, where no lead was named. */
  Optional<Lead> byPhone() {
    return byPhone.answer();
  }

  /**
   * With the lead: whether its other addresses may be written to, and whether the line, where there
   * is no choice, has met it.
   */
  void learns(SubmissionReading reading, SubmissionFacts known) {
    known.lead().ifPresent(this::learns);
    var lines = SubmissionRules.lines(reading, known);
    if (known.lead().isPresent() && lines.size() == 1 && sendsItself(lines.get(0), reading)) {
      marks = LineChoice.marks(lines.get(0), reading, known.lead().get());
      touched = stores.messages().askTouched(marks);
    }
  }

  private void learns(Lead lead) {
    others = new LinkedHashSet<>(lead.addresses().all());
    others.removeAll(addresses);
    if (!others.isEmpty()) {
      entriesOfOthers = stores.doNotContact().ask(lead.workspaceId(), others);
    }
  }

  private static boolean sendsItself(Line line, SubmissionReading reading) {
    return !Sender.isByWorkspace(reading.type(), Optional.of(line));
  }

  /** Has others ask at once what is not asked yet, but for the lead, which is fetched first. */
  void send() {
    entries.send();
    entriesOfOthers.send();
    touched.send();
  }

  List<DoNotContact> doNotContact(String workspaceId, Set<Address> wanted) {
    if (!wanted.containsAll(addresses) || !wanted.containsAll(others)) {
      return stores.doNotContact().find(workspaceId, wanted);
    }
    var rest =
        wanted.stream()
            .filter(address -> !addresses.contains(address) && !others.contains(address))
            .toList();
    var found = new ArrayList<>(entries.answer());
    found.addAll(entriesOfOthers.answer());
    if (!rest.isEmpty()) {
      found.addAll(stores.doNotContact().find(workspaceId, rest));
    }
    return found;
  }

  Set<String> touched(Collection<String> wanted) {
    return marks.equals(Set.copyOf(wanted)) ? touched.answer() : stores.messages().touched(wanted);
  }

  @Override
  public void close() {
    byPhone.forget();
    entries.forget();
    entriesOfOthers.forget();
    touched.forget();
  }
}
