package io.tuco.camel.http.v1;

import io.tuco.camel.http.OrAnswer;
import io.tuco.core.intake.SendTerms;
import io.tuco.core.intake.SubmitMessage;
import io.tuco.core.line.Line;

/** Makes a send of what a call says: its parameters, then its line, then what it speaks of. */
interface SendReading {

  /** What is to be sent. */
  record Sending(Line line, SubmitMessage words, SendTerms terms) {}

  OrAnswer<Sending> read(Call call);
}
