package io.tuco.camel.http.api;

import io.tuco.camel.http.HttpAnswer;
import io.tuco.camel.http.OrAnswer;
import io.tuco.camel.json.JsonReader;
import io.tuco.core.address.Address;
import io.tuco.core.address.EmailAddress;
import io.tuco.core.address.PhoneNumber;
import io.tuco.core.intake.RejectionCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a client wants nobody to write to (API contract, section 9).
 *
 * @param addresses the phone, the e-mail, or both in this order
 */
record DoNotContactWords(List<Address> addresses, Optional<String> reason) {

  private static final int LONGEST_REASON = 1_000;
  private static final HttpAnswer NOBODY =
      HttpAnswer.error(400, "Either phone or email is required");

  static OrAnswer<DoNotContactWords> read(JsonReader body, String region) {
    var phone = body.text("phone").filter(text -> !text.isBlank());
    var email = body.text("email").filter(text -> !text.isBlank());
    var reason = body.text("reason").map(String::strip).filter(text -> !text.isEmpty());
    if (body.refusal().isPresent()) {
      return OrAnswer.answer(RejectionAnswers.of(body.refusal().get()));
    }
    if (phone.isEmpty() && email.isEmpty()) {
      return OrAnswer.answer(NOBODY);
    }
    var number = phone.flatMap(text -> PhoneNumber.parse(text, region).value());
    var mail = email.flatMap(text -> EmailAddress.parse(text).value());
    return OrAnswer.of(
            new DoNotContactWords(
                Stream.<Optional<? extends Address>>of(number, mail)
                    .<Address>flatMap(Optional::stream)
                    .toList(),
                reason))
        .unless(words -> refusalIf("phone", phone.isPresent() && number.isEmpty()))
        .unless(words -> refusalIf("email", email.isPresent() && mail.isEmpty()))
        .unless(words -> refusalIf("reason", isTooLong(reason)));
  }

  private static boolean isTooLong(Optional<String> reason) {
    return reason.filter(text -> text.length() > LONGEST_REASON).isPresent();
  }

  private static Optional<HttpAnswer> refusalIf(String field, boolean invalid) {
    return invalid
        ? Optional.of(RejectionAnswers.of(RejectionCode.INVALID_FIELD.rejection(field)))
        : Optional.empty();
  }
}
