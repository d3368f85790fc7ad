package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tuco.connectors.hubspot.SearchRequest.Filter;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmFailure.Kind;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One contact per person (HubSpot contract, section 2): the known one, else that of the e-mail,
 * else that of the phone, else a new one.
 */
final class ContactMatching {

  /** How long a search may not know what was written: no contact is missing before. */
  private static final Duration INDEX_LAG = Duration.ofSeconds(60);

  private static final Pattern EXISTING = Pattern.compile("Existing ID:\\s*(\\d{1,20})");
  private static final JsonNode NOTHING = MissingNode.getInstance();

  private final CrmContext context;
  private final ContactWanted wanted;
  private final LeadProperties lead;

  ContactMatching(CrmContext context, ContactWanted wanted) {
    this.context = context;
    this.wanted = wanted;
    this.lead = new LeadProperties(context, wanted);
  }

  Dialogue<ContactMatch> match() {
    return wanted
        .knownId()
        .filter(Calls::isRecordId)
        .map(id -> there(id, this::byAddress))
        .orElseGet(this::byAddress);
  }

  /** The contact of that id, or what follows when it is gone; merged ones answer under a new id. */
  private Dialogue<ContactMatch> there(String id, Supplier<Dialogue<ContactMatch>> gone) {
    return Word.ask(
        ContactPaths.read(id, context.mapping()),
        word -> {
          if (word.isRefusal(404) || Properties.isArchived(word.body())) {
            return gone.get();
          }
          return word.then(read -> read.id().map(own -> found(own, read)).orElseGet(read::broken));
        });
  }

  private Dialogue<ContactMatch> found(String id, Word read) {
    return filled(new ContactMatch(id, false), read.body().path("properties"));
  }

  private Dialogue<ContactMatch> byAddress() {
    return lead.email().map(this::byEmail).orElseGet(this::byPhone);
  }

  private Dialogue<ContactMatch> byEmail(EmailAddress email) {
    var upsert = new Upsert(email, wanted.lead().id());
    return Word.ask(
        upsert.call(),
        word ->
            word.isRefusal(400)
                ? withoutEmail(word.failure().orElseThrow())
                : word.then(answer -> upserted(upsert, answer)));
  }

  private Dialogue<ContactMatch> upserted(Upsert upsert, Word word) {
    var result = upsert.result(word.body());
    var id = result.flatMap(own -> Json.field(own, "id")).filter(Calls::isRecordId);
    if (id.isPresent()) {
      return result.orElseThrow().path("new").asBoolean(false)
          ? filled(new ContactMatch(id.get(), true), NOTHING)
          : there(id.get(), () -> Dialogue.broken(gone()));
    }
    return upsert.error(word.body()).map(this::refused).orElseGet(word::broken);
  }

  private Dialogue<ContactMatch> refused(JsonNode error) {
    var failure = Upsert.failure(error);
    if (failure.kind() != Kind.REFUSED) {
      return Dialogue.broken(failure);
    }
    return Json.field(error, "category").filter("CONFLICT"::equals).isPresent()
        ? existing(error, failure)
        : withoutEmail(failure);
  }

  /** An e-mail that HubSpot refuses must not keep a message to a phone from being logged. */
  private Dialogue<ContactMatch> withoutEmail(CrmFailure failure) {
    return wanted.address() instanceof PhoneNumber ? byPhone() : Dialogue.broken(failure);
  }

  private Dialogue<ContactMatch> byPhone() {
    return lead.phone()
        .map(phone -> new PhoneSearch(context, phone).latest().then(this::searched))
        .orElseGet(() -> Dialogue.broken(CrmFailure.refused("The lead has no address")));
  }

  private Dialogue<ContactMatch> searched(Optional<JsonNode> hit) {
    return hit.map(
            record ->
                filled(
                    new ContactMatch(record.path("id").asText(), false), record.path("properties")))
        .orElseGet(this::createUnlessJustTried);
  }

  private Dialogue<ContactMatch> createUnlessJustTried() {
    var indexed = wanted.triedAt().map(tried -> tried.plus(INDEX_LAG));
    return indexed
        .filter(context.now()::isBefore)
        .<Dialogue<ContactMatch>>map(ContactMatching::notYet)
        .orElseGet(this::create);
  }

  private static Dialogue<ContactMatch> notYet(Instant indexed) {
    return Dialogue.broken(
        CrmFailure.later(
            indexed, "The contact may be there, and HubSpot's search not know it yet"));
  }

  private Dialogue<ContactMatch> create() {
    var properties = lead.plain(NOTHING);
    return Word.ask(
        ContactPaths.create(properties),
        word -> {
          if (word.isRefusal(409)) {
            return existing(word.body(), word.failure().orElseThrow());
          }
          return word.then(
              made -> made.id().map(id -> made(id, properties)).orElseGet(made::broken));
        });
  }

  /** Whatever becomes of the rest: the id of a contact that was made must not be lost. */
  private Dialogue<ContactMatch> made(String id, JsonNode written) {
    var match = new ContactMatch(id, true);
    return filled(match, written).orElse(failure -> Dialogue.ended(match));
  }

  private Dialogue<ContactMatch> existing(JsonNode conflict, CrmFailure failure) {
    var id = EXISTING.matcher(conflict.path("message").asText(""));
    if (id.find()) {
      return there(id.group(1), () -> Dialogue.broken(failure));
    }
    return lead.email()
        .map(email -> searchedBy(email, failure))
        .orElseGet(() -> Dialogue.broken(failure));
  }

  private Dialogue<ContactMatch> searchedBy(EmailAddress email, CrmFailure failure) {
    var request =
        SearchRequest.of(
            List.of(List.of(Filter.is(Properties.EMAIL, email.value()))),
            Properties.wanted(context.mapping()),
            1,
            "0");
    return Word.need(
        SearchRequest.call(request),
        word ->
            Json.field(word.body().path("results").path(0), "id")
                .filter(Calls::isRecordId)
                .map(id -> there(id, () -> Dialogue.broken(failure)))
                .orElseGet(() -> notYet(context.now().plus(INDEX_LAG))));
  }

  private Dialogue<ContactMatch> filled(ContactMatch match, JsonNode there) {
    var all = lead.all(there);
    if (all.isEmpty()) {
      return Dialogue.ended(match);
    }
    return Word.ask(
        ContactPaths.change(match.contactId(), all),
        word ->
            isTasteOfThePortal(word)
                ? filledPlainly(match, all, there)
                : word.then(done -> Dialogue.ended(match)));
  }

  /** A value, an owner or an e-mail that the portal refuses costs those, not the rest. */
  private Dialogue<ContactMatch> filledPlainly(
      ContactMatch match, ObjectNode refused, JsonNode there) {
    var plain = lead.plain(there);
    if (plain.isEmpty() || plain.equals(refused)) {
      return Dialogue.ended(match);
    }
    return Word.ask(
        ContactPaths.change(match.contactId(), plain),
        word ->
            isTasteOfThePortal(word)
                ? Dialogue.ended(match)
                : word.then(done -> Dialogue.ended(match)));
  }

  private static boolean isTasteOfThePortal(Word word) {
    return word.isRefusal(400) || word.isRefusal(409);
  }

  private static CrmFailure gone() {
    return CrmFailure.later("The contact went while it was read");
  }
}
