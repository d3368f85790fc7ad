package io.tuco.core.intake;

import io.tuco.core.lead.Lead;
import io.tuco.core.line.Line;
import java.util.List;
import java.util.Optional;

/**
 * What the store knows about a request.
 *
 * @param lead the lead that was named, or else the one that its addresses or CRM ids match
 * @param namedLine the line that was named, if the workspace has it
 * @param usableLines active lines of the channel that the key reaches
 * @param healthyLines those of them whose device answers
 * @param awaitsContact whether the named line may not write to the person before that one has
 */
public record SubmissionFacts(
    Optional<Lead> lead,
    Optional<Line> namedLine,
    List<Line> usableLines,
    List<Line> healthyLines,
    boolean awaitsContact) {

  /** The person may be written to. */
  public SubmissionFacts(
      Optional<Lead> lead,
      Optional<Line> namedLine,
      List<Line> usableLines,
      List<Line> healthyLines) {
    this(lead, namedLine, usableLines, healthyLines, false);
  }

  public SubmissionFacts {
    usableLines = List.copyOf(usableLines);
    healthyLines = List.copyOf(healthyLines);
  }
}
