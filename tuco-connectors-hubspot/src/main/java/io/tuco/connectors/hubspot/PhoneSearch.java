package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.hubspot.SearchRequest.Filter;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.Dialogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Contacts by phone, which is not unique: of those whose number is the same in E.164, the one that
 * was changed last (HubSpot contract, section 2).
 */
final class PhoneSearch {

  private static final int LIMIT = 200;
  private static final int MOST_PAGES = 10;
  private static final int LONGEST_COUNTRY_CODE = 3;

  private final CrmContext context;
  private final PhoneNumber phone;

  PhoneSearch(CrmContext context, PhoneNumber phone) {
    this.context = context;
    this.phone = phone;
  }

  Dialogue<Optional<JsonNode>> latest() {
    return page("0", 1, List.of()).map(PhoneSearch::newest);
  }

  private Dialogue<List<JsonNode>> page(String after, int number, List<JsonNode> before) {
    return Word.need(
        SearchRequest.call(request(after)),
        word -> {
          if (!word.body().path("results").isArray()) {
            return word.broken();
          }
          var found = Stream.concat(before.stream(), theirs(word.body().path("results"))).toList();
          var next = Json.field(word.body().path("paging").path("next"), "after");
          return next.isPresent() && number < MOST_PAGES
              ? page(next.get(), number + 1, found)
              : Dialogue.ended(found);
        });
  }

  /** The national form crosses countries: the same digits are somebody else's elsewhere. */
  private Stream<JsonNode> theirs(JsonNode results) {
    return StreamSupport.stream(results.spliterator(), false)
        .filter(record -> hasId(record) && !Properties.isArchived(record))
        .filter(
            record -> LeadProperties.numbers(context, record.path("properties")).contains(phone));
  }

  private static boolean hasId(JsonNode record) {
    return Json.field(record, "id").filter(Calls::isRecordId).isPresent();
  }

  private static Optional<JsonNode> newest(List<JsonNode> found) {
    return found.stream()
        .max(
            Comparator.comparing(
                    (JsonNode record) -> Properties.changedAt(record).orElse(Instant.EPOCH))
                .thenComparing(record -> record.path("id").asText()));
  }

  private JsonNode request(String after) {
    return SearchRequest.of(groups(), Properties.wanted(context.mapping()), LIMIT, after);
  }

  private List<List<Filter>> groups() {
    var groups = new ArrayList<List<Filter>>();
    groups.add(List.of(Filter.is(Properties.PHONE, phone.value())));
    groups.add(List.of(Filter.is(Properties.MOBILE, phone.value())));
    nationalDigits(phone)
        .ifPresent(
            digits -> {
              groups.add(List.of(Filter.is("hs_searchable_calculated_phone_number", digits)));
              groups.add(List.of(Filter.is("hs_searchable_calculated_mobile_number", digits)));
            });
    return groups;
  }

  /** Empty for numbers of no country. No country code is the beginning of another. */
  static Optional<String> nationalDigits(PhoneNumber phone) {
    var number = phone.value();
    for (var length = 1; length <= LONGEST_COUNTRY_CODE; length++) {
      if (PhoneNumber.regionOf(number.substring(0, length + 1)).isPresent()) {
        return Optional.of(number.substring(length + 1));
      }
    }
    return Optional.empty();
  }
}
