package io.tuco.camel.callback;

import io.tuco.core.line.SenderFault;
import java.util.Optional;

/**
 * What an error code of a carrier's failure says.
 *
 * @param reason a sentence for people
 * @param fault present when nothing of the sender arrives
 */
public record CarrierNews(String reason, Optional<SenderFault> fault) {}
