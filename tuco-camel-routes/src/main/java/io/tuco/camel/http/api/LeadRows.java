package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.lead.LeadChange;
import io.tuco.core.lead.LeadSource;
import io.tuco.core.message.CrmIds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many leads as a client sends them (API contract, section 8).
 *
 * @param inputs the rows as they came, for an answer that repeats some
 * @param listId absent for the list Quick Sends
 */
record LeadRows(
    List<LeadChange> leads,
    List<Map<String, @Nullable Object>> inputs,
    Optional<String> listId,
    LeadSource source,
    Optional<String> owner) {

  private static final int MOST = 1_000;
  private static final HttpAnswer NO_ARRAY = HttpAnswer.error(400, "leads array is required");
  private static final HttpAnswer TOO_MANY =
      HttpAnswer.error(400, "Maximum " + MOST + " leads per request");
  private static final HttpAnswer NO_ADDRESS =
      HttpAnswer.error(400, "Each lead needs a phone or an email");

  static OrAnswer<LeadRows> read(JsonReader body, String region) {
    var field = body.shape("leads") == JsonReader.Shape.ABSENT ? "body" : "leads";
    var rows =
        body.shape(field) == JsonReader.Shape.ARRAY
            ? body.array(field).filter(items -> !items.isEmpty())
            : Optional.<List<@Nullable Object>>empty();
    return OrAnswer.of(rows, NO_ARRAY)
        .unless(items -> items.size() > MOST ? Optional.of(TOO_MANY) : Optional.empty())
        .then(items -> read(body, body.objects(field).orElseGet(List::of), region));
  }

  private static OrAnswer<LeadRows> read(JsonReader body, List<JsonReader> rows, String region) {
    var code = body.parsed("defaultCountryCode", text -> PhoneNumber.regionOf(text.strip()));
    var source = body.parsed("source", LeadSource::parse).orElse(LeadSource.CSV);
    var listId = body.text("listId").filter(text -> !text.isBlank());
    var owner = body.text("contactOwnerEmail").filter(text -> !text.isBlank());
    var location = body.text("ghlLocationId").filter(text -> !text.isBlank());
    var ids = new CrmIds(Optional.empty(), location, Optional.empty(), Optional.empty());
    var leads =
        rows.stream()
            .map(row -> LeadWords.read(row, code.orElse(region)).completedBy(ids))
            .toList();
    var inputs = rows.stream().map(JsonReader::members).toList();
    return body.refusal()
        .map(RejectionAnswers::of)
        .<OrAnswer<LeadRows>>map(OrAnswer::answer)
        .orElseGet(() -> OrAnswer.of(new LeadRows(leads, inputs, listId, source, owner)))
        .unless(all -> all.isReachable() ? Optional.empty() : Optional.of(NO_ADDRESS));
  }

  private boolean isReachable() {
    return leads.stream()
        .map(LeadChange::addresses)
        .allMatch(
            at ->
                at.phone().after(Optional.empty()).isPresent()
                    || at.email().after(Optional.empty()).isPresent());
  }
}
