package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.HttpRequest;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.http.api.AvailabilityCall.Asking;
import io.tuco.camel.http.api.AvailabilityCall.Ended;
import io.tuco.camel.json.JsonFields;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.engine.LookUpResult;
import io.tuco.core.engine.LookUpSeries;
import io.tuco.core.engine.OwnLines;
import io.tuco.core.intake.RejectionCode;
import io.tuco.core.workspace.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which addresses have iMessage (API contract, section 6). Nothing is stored but the quota. */
final class AddressChecks {

  private static final int MOST = 100;
  private static final HttpAnswer NO_ADDRESS =
      HttpAnswer.error(400, "Address parameter is required (phone or email)");
  private static final HttpAnswer NO_ADDRESSES =
      HttpAnswer.error(400, "addresses array is required and must not be empty");
  private static final HttpAnswer BOTH =
      HttpAnswer.error(400, "Provide either address or addresses, not both", "VALIDATION_ERROR");
  private static final HttpAnswer TOO_MANY =
      HttpAnswer.error(400, "Maximum " + MOST + " addresses per request");
  private static final HttpAnswer NOBODY =
      AvailabilityAnswers.notFound(400, "No phone or email addresses provided");
  private static final HttpAnswer NO_HIT =
      AvailabilityAnswers.notFound(200, "Contact not available on iMessage");

  private final ApiGate gate;

  AddressChecks(ApiGate gate) {
    this.gate = gate;
  }

  /** {@code GET /api/check-availability?address=}. */
  AvailabilityCall read(HttpRequest request) {
    return gate.admit(request, Scope.LINES_READ)
        .then(
            call ->
                OrAnswer.of(request.queryParameter("address"), NO_ADDRESS)
                    .map(text -> AddressWords.ofQuery(text, regionOf(call)))
                    .map(words -> single(call, words)))
        .fold(call -> call, Ended::new);
  }

  /** {@code POST /api/check-availability}. */
  AvailabilityCall check(HttpRequest request) {
    return gate.admitBody(request, Scope.LINES_READ)
        .then(json -> check(json.call(), json.body()))
        .fold(call -> call, Ended::new);
  }

  /** {@code POST /api/check-availability-rr}. */
  AvailabilityCall find(HttpRequest request) {
    return gate.admitBody(request, Scope.LINES_READ)
        .then(json -> find(json.call(), json.body()))
        .fold(call -> call, Ended::new);
  }

  /** One address, in the words of an answer about one. */
  static AvailabilityCall single(ApiCall call, AddressWords words) {
    if (words.address().isEmpty()) {
      return new Ended(RejectionAnswers.of(RejectionCode.INVALID_FIELD.rejection("address")));
    }
    return new Asking(
        LookUpSeries.each(OwnLines.of(call.access()), List.of(words.address())),
        results -> one(words.said(), results.get(0)));
  }

  private static HttpAnswer one(String said, LookUpResult result) {
    return switch (result) {
      case AVAILABLE, UNAVAILABLE ->
          HttpAnswer.of(
              200,
              new JsonFields()
                  .put("success", true)
                  .put("available", result == LookUpResult.AVAILABLE)
                  .put("address", said));
      case NO_QUOTA -> AvailabilityAnswers.QUOTA;
      case FAILED, NO_DEVICE -> AvailabilityAnswers.unanswered(result);
    };
  }

  private static OrAnswer<AvailabilityCall> check(ApiCall call, JsonReader body) {
    var one = body.text("address").filter(text -> !text.isBlank());
    if (one.isPresent()) {
      return OrAnswer.of(AddressWords.of(one.get(), regionOf(call)))
          .unless(words -> body.has("addresses") ? Optional.of(BOTH) : Optional.empty())
          .map(words -> listedOne(call, words));
    }
    return OrAnswer.of(
            Optional.of(body).filter(at -> at.shape("addresses") == JsonReader.Shape.ARRAY),
            NO_ADDRESSES)
        .map(at -> at.texts("addresses").orElseGet(List::of))
        .unless(texts -> body.refusal().map(RejectionAnswers::of))
        .unless(texts -> texts.isEmpty() ? Optional.of(NO_ADDRESSES) : Optional.empty())
        .unless(texts -> texts.size() > MOST ? Optional.of(TOO_MANY) : Optional.empty())
        .map(texts -> texts.stream().map(text -> AddressWords.of(text, regionOf(call))).toList())
        .map(words -> listed(call, words));
  }

  private static AvailabilityCall listedOne(ApiCall call, AddressWords words) {
    return single(call, words) instanceof Asking asking
        ? new Asking(
            asking.series(),
            results ->
                results.get(0).isAnswer()
                    ? listed(List.of(words), results)
                    : one(words.said(), results.get(0)))
        : single(call, words);
  }

  private static AvailabilityCall listed(ApiCall call, List<AddressWords> words) {
    var addresses = words.stream().map(AddressWords::address).toList();
    return new Asking(
        LookUpSeries.each(OwnLines.of(call.access()), addresses),
        results -> listed(words, results));
  }

  private static HttpAnswer listed(List<AddressWords> words, List<LookUpResult> results) {
    if (AvailabilityAnswers.isWithoutQuota(results)) {
      return AvailabilityAnswers.QUOTA;
    }
    var rows =
        IntStream.range(0, words.size())
            .mapToObj(place -> row(words.get(place).said(), results.get(place)))
            .toList();
    return HttpAnswer.of(200, new JsonFields().put("success", true).put("results", rows));
  }

  /** A client that knows two words takes what is not known for unavailable; the third tells. */
  private static Map<String, @Nullable Object> row(String said, LookUpResult result) {
    return new JsonFields()
        .put("address", said)
        .put("available", result == LookUpResult.AVAILABLE)
        .putIf("status", Optional.of("error").filter(word -> !result.isAnswer()))
        .tree();
  }

  private static OrAnswer<AvailabilityCall> find(ApiCall call, JsonReader body) {
    var texts =
        Stream.of("phones", "emails")
            .flatMap(field -> body.texts(field).stream())
            .flatMap(List::stream)
            .toList();
    var addresses =
        texts.stream()
            .flatMap(text -> AddressWords.of(text, regionOf(call)).address().stream())
            .distinct()
            .toList();
    return OrAnswer.of(addresses)
        .unless(all -> body.refusal().map(RejectionAnswers::of))
        .unless(all -> texts.size() > MOST ? Optional.of(TOO_MANY) : Optional.empty())
        .unless(all -> all.isEmpty() ? Optional.of(NOBODY) : Optional.empty())
        .map(
            all ->
                new Asking(
                    LookUpSeries.untilHit(OwnLines.of(call.access()), all), AddressChecks::found));
  }

  private static HttpAnswer found(List<LookUpResult> results) {
    if (results.contains(LookUpResult.AVAILABLE)) {
      return HttpAnswer.of(200, new JsonFields().put("available", true));
    }
    return results.contains(LookUpResult.NO_QUOTA)
        ? AvailabilityAnswers.quotaOfSearch()
        : results.stream()
            .filter(result -> !result.isAnswer())
            .findFirst()
            .map(AvailabilityAnswers::unanswered)
            .orElse(NO_HIT);
  }

  private static String regionOf(ApiCall call) {
    return call.access().workspace().defaultRegion();
  }
}
