package io.tuco.connectors.ghl;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.core.address.Address;
import io.tuco.core.address.AddressKind;
import io.tuco.core.crm.ContactMatch;
import io.tuco.core.crm.ContactWanted;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmContacts;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmDone;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Contacts of a location: the known one, the found one, and only then a new one. */
final class GhlContacts implements CrmContacts {

  /** How long GHL's search may not know a contact that was just made. */
  private static final Duration SEARCH_LAG = Duration.ofSeconds(60);

  private final GhlCalls calls;
  private final Notes notes;

  GhlContacts(GhlCalls calls) {
    this.calls = calls;
    notes = new Notes(calls);
  }

  @Override
  public Dialogue<ContactMatch> match(CrmContext context, ContactWanted wanted) {
    return wanted
        .knownId()
        .map(id -> Dialogue.ended(new ContactMatch(id, false)))
        .orElseGet(
            () ->
                found(context, wanted)
                    .then(
                        contact ->
                            contact
                                .map(there -> completed(there, wanted, false))
                                .orElseGet(() -> made(context, wanted))));
  }

  /** By number, then by e-mail. */
  private Dialogue<Optional<JsonNode>> found(CrmContext context, ContactWanted wanted) {
    return found(context, ContactFields.address(wanted, AddressKind.PHONE))
        .then(
            byPhone ->
                byPhone.isPresent()
                    ? Dialogue.ended(byPhone)
                    : found(context, ContactFields.address(wanted, AddressKind.EMAIL)));
  }

  private Dialogue<Optional<JsonNode>> found(CrmContext context, Optional<Address> address) {
    if (address.isEmpty()) {
      return Dialogue.ended(Optional.empty());
    }
    var field = address.get().kind() == AddressKind.PHONE ? "number" : "email";
    var query =
        GhlCalls.query(Map.of("locationId", context.accountId(), field, address.get().value()));
    return Asking.of(
        calls.get("/contacts/search/duplicate?" + query),
        json -> Dialogue.ended(there(json.path("contact"))),
        refusal -> refusal.status() == 404 ? Dialogue.ended(Optional.empty()) : refusal.broken());
  }

  private static Optional<JsonNode> there(JsonNode contact) {
    return Optional.of(contact).filter(json -> GhlJson.text(json, "id").isPresent());
  }

  private Dialogue<ContactMatch> made(CrmContext context, ContactWanted wanted) {
    var visible = wanted.triedAt().map(tried -> tried.plus(SEARCH_LAG));
    if (visible.filter(context.now()::isBefore).isPresent()) {
      return Dialogue.broken(
          CrmFailure.later(visible.get(), "GHL may not show yet what an earlier attempt made."));
    }
    var upsert = calls.once("POST", "/contacts/upsert", ContactFields.made(context, wanted));
    return Asking.<ContactMatch>of(
            upsert, json -> answered(json, wanted), refusal -> refused(context, wanted, refusal))
        .orElse(failure -> looked(context, wanted, failure));
  }

  private Dialogue<ContactMatch> answered(JsonNode json, ContactWanted wanted) {
    return there(json.path("contact"))
        .map(contact -> completed(contact, wanted, GhlJson.flag(json, "new").orElse(true)))
        .orElseGet(
            () -> Dialogue.broken(CrmFailure.unknown("GHL did not say which contact it made.")));
  }

  /** A duplicate leads to the one that is there; also after a 422 it may be (contract, 1). */
  private Dialogue<ContactMatch> refused(
      CrmContext context, ContactWanted wanted, Asking.Refusal refusal) {
    var named = GhlJson.text(refusal.body().path("meta"), "contactId");
    if (named.isPresent()) {
      return Dialogue.ended(new ContactMatch(named.get(), false));
    }
    return switch (refusal.status()) {
      case 400, 409, 422 ->
          found(context, wanted)
              .then(
                  contact ->
                      contact
                          .map(there -> completed(there, wanted, false))
                          .orElseGet(refusal::broken));
      default -> refusal.broken();
    };
  }

  /** It may have been made although nobody said so. */
  private Dialogue<ContactMatch> looked(
      CrmContext context, ContactWanted wanted, CrmFailure failure) {
    if (failure.kind() != CrmFailure.Kind.UNKNOWN) {
      return Dialogue.broken(failure);
    }
    return found(context, wanted)
        .orElse(any -> Dialogue.broken(failure))
        .then(
            contact ->
                contact
                    .map(there -> completed(there, wanted, true))
                    .orElseGet(() -> Dialogue.broken(failure)));
  }

  /** Adds what it lacks. The match stands whatever comes of that. */
  private Dialogue<ContactMatch> completed(JsonNode contact, ContactWanted wanted, boolean made) {
    var id = contact.path("id").asText();
    var match = new ContactMatch(id, made);
    return filled(id, contact, wanted)
        .then(done -> made ? tagged(id, wanted) : Dialogue.ended(done))
        .map(done -> match)
        .orElse(failure -> Dialogue.ended(match));
  }

  private Dialogue<CrmDone> filled(String id, JsonNode contact, ContactWanted wanted) {
    var body = ContactFields.lacking(contact, wanted);
    return body.isEmpty()
        ? Dialogue.ended(CrmDone.DONE)
        : Asking.of(
            calls.repeatable("PUT", path(id), body),
            json -> Dialogue.ended(CrmDone.DONE),
            refusal -> Dialogue.ended(CrmDone.DONE));
  }

  private Dialogue<CrmDone> tagged(String id, ContactWanted wanted) {
    var tags = wanted.lead().profile().tags();
    if (tags.isEmpty()) {
      return Dialogue.ended(CrmDone.DONE);
    }
    var body = GhlJson.object();
    tags.forEach(body.putArray("tags")::add);
    return Asking.of(
        calls.repeatable("POST", path(id) + "/tags", body), json -> Dialogue.ended(CrmDone.DONE));
  }

  @Override
  public Dialogue<CrmContact> fetch(CrmContext context, String contactId) {
    return Asking.of(
        calls.get(path(contactId)),
        json ->
            ContactJson.read(json.path("contact"), context.mapping())
                .map(Dialogue::ended)
                .orElseGet(() -> Dialogue.broken(CrmFailure.refused("GHL has no such contact."))));
  }

  @Override
  public Dialogue<CrmDone> markOptOut(CrmContext context, String contactId, boolean optedOut) {
    var body = GhlJson.object();
    var sms = body.putObject("dndSettings").putObject("SMS");
    if (optedOut) {
      sms.put("status", "active").put("message", "STOP").put("code", "103");
    } else {
      sms.put("status", "inactive");
    }
    return Asking.of(
        calls.repeatable("PUT", path(contactId), body),
        json -> Dialogue.ended(CrmDone.DONE),
        refusal ->
            refusal.status() == 404 ? refusal.broken() : noted(context, contactId, optedOut));
  }

  private Dialogue<CrmDone> noted(CrmContext context, String contactId, boolean optedOut) {
    var text =
        optedOut
            ? "[Tuco] The person has opted out (STOP): nobody may write to them."
            : "[Tuco] The person may be written to again.";
    return notes.write(contactId, text).map(note -> CrmDone.DONE);
  }

  private static String path(String id) {
    return "/contacts/" + GhlCalls.encoded(id);
  }
}
