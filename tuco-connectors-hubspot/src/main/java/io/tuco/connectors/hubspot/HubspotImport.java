package io.tuco.connectors.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import io.tuco.connectors.hubspot.ImportCursor.Kind;
import io.tuco.connectors.hubspot.SearchRequest.Filter;
import io.tuco.core.crm.ContactPage;
import io.tuco.core.crm.CrmContact;
import io.tuco.core.crm.CrmContext;
import io.tuco.core.crm.CrmFailure;
import io.tuco.core.crm.CrmImport;
import io.tuco.core.crm.Dialogue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Everything by the list, and what changed by searches (settled 25).
 *
 * <p>A search goes on behind the last change it met, never by HubSpot's {@code after}: a contact
 * that changes meanwhile moves to the end, and the others would move up past the mark. So no window
 * comes near the 10,000 results that HubSpot shows of one search.
 */
final class HubspotImport implements CrmImport {

  /** A search may not know the latest changes yet. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private static final int LIST_PAGE = 100;
  private static final int SEARCH_PAGE = 200;
  private static final String ID = "hs_object_id";

  @Override
  public Dialogue<ContactPage> page(
      CrmContext context, Optional<Instant> since, Optional<String> cursor) {
    if (cursor.isEmpty()) {
      return since.map(mark -> changed(context, start(mark), true)).orElseGet(() -> first(context));
    }
    return ImportCursor.parse(cursor.get())
        .map(at -> at.kind() == Kind.LIST ? listed(context, at.id()) : changed(context, at, false))
        .orElseGet(
            () -> Dialogue.broken(CrmFailure.refused("The import's mark is not one of HubSpot's")));
  }

  private static ImportCursor start(Instant since) {
    return ImportCursor.from(Math.max(0, since.minus(OVERLAP).toEpochMilli()), "");
  }

  /** The list does not say how many there are: a search does. */
  private static Dialogue<ContactPage> first(CrmContext context) {
    return listed(context, "")
        .then(
            page ->
                page.next().isEmpty()
                    ? Dialogue.ended(of(page, Optional.of((long) page.contacts().size())))
                    : total().map(total -> of(page, total)));
  }

  private static ContactPage of(ContactPage page, Optional<Long> total) {
    return new ContactPage(page.contacts(), page.next(), total);
  }

  private static Dialogue<Optional<Long>> total() {
    var request = SearchRequest.of(List.of(), List.of(Properties.EMAIL), 1, "0");
    return Word.ask(
        SearchRequest.call(request),
        word -> Dialogue.ended(word.isSuccess() ? total(word.body()) : Optional.empty()));
  }

  private static Optional<Long> total(JsonNode answer) {
    return Optional.of(answer.path("total")).filter(JsonNode::isNumber).map(JsonNode::asLong);
  }

  private static Dialogue<ContactPage> listed(CrmContext context, String after) {
    var from = after.isEmpty() ? "" : "&after=" + Calls.escaped(after);
    var path =
        ContactPaths.CONTACTS
            + "?limit="
            + LIST_PAGE
            + from
            + "&archived=false&"
            + ContactPaths.properties(context.mapping());
    return Word.need(
        Calls.get(path),
        word ->
            isPage(word)
                ? Dialogue.ended(
                    new ContactPage(
                        contacts(context, word, ""),
                        next(word).map(mark -> ImportCursor.list(mark).text()),
                        Optional.empty()))
                : word.broken());
  }

  private static Dialogue<ContactPage> changed(
      CrmContext context, ImportCursor at, boolean isFirst) {
    return Word.need(
        SearchRequest.call(request(context, at)),
        word -> {
          var following = following(at, word);
          if (!isPage(word) || following.isEmpty()) {
            return word.broken();
          }
          return Dialogue.ended(
              new ContactPage(
                  contacts(context, word, at.id()),
                  following.get().map(ImportCursor::text),
                  isFirst ? total(word.body()) : Optional.empty()));
        });
  }

  private static JsonNode request(CrmContext context, ImportCursor at) {
    var millis = String.valueOf(at.millis());
    var isFrom = at.kind() == Kind.FROM;
    var filters =
        isFrom
            ? List.of(new Filter(Properties.CHANGED, "GTE", millis))
            : List.of(Filter.is(Properties.CHANGED, millis), new Filter(ID, "GT", at.id()));
    return SearchRequest.of(
        List.of(filters),
        Properties.wanted(context.mapping()),
        SEARCH_PAGE,
        "0",
        isFrom ? Properties.CHANGED : ID);
  }

  /** The mark behind a page: an empty one at the end, none when the page cannot be read. */
  private static Optional<Optional<ImportCursor>> following(ImportCursor at, Word word) {
    var results = word.body().path("results");
    if (next(word).isEmpty() || results.isEmpty()) {
      return Optional.of(behindTheLast(at));
    }
    var last = results.path(results.size() - 1);
    var id = Json.field(last, "id").filter(Calls::isRecordId);
    if (at.kind() == Kind.AT) {
      return id.map(own -> Optional.of(ImportCursor.at(at.millis(), own)));
    }
    return id.flatMap(own -> Properties.changedAt(last).map(time -> behind(at, time, own)));
  }

  private static Optional<ImportCursor> behindTheLast(ImportCursor at) {
    return at.kind() == Kind.AT
        ? Optional.of(ImportCursor.from(at.millis() + 1, ""))
        : Optional.empty();
  }

  /** A whole page of one millisecond would lead back to itself. */
  private static Optional<ImportCursor> behind(ImportCursor at, Instant time, String id) {
    var millis = time.toEpochMilli();
    return Optional.of(
        millis > at.millis() ? ImportCursor.from(millis, id) : ImportCursor.at(at.millis(), "0"));
  }

  private static boolean isPage(Word word) {
    return word.body().path("results").isArray();
  }

  private static Optional<String> next(Word word) {
    return Json.field(word.body().path("paging").path("next"), "after");
  }

  /**
   * @param read of the last one of the page before, which comes again
   */
  private static List<CrmContact> contacts(CrmContext context, Word word, String read) {
    return StreamSupport.stream(word.body().path("results").spliterator(), false)
        .filter(record -> !Properties.isArchived(record))
        .flatMap(record -> Properties.contact(record, context.mapping()).stream())
        .filter(contact -> !contact.id().equals(read))
        .toList();
  }
}
