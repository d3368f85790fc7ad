package io.tuco.core.store;

import io.tuco.core.message.MessageStatus;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a report.
 *
 * @param key as in {@link GroupCount}
 * @param byStatus statuses that the group has, and how many of each
 */
public record ReportGroup(Optional<String> key, Map<MessageStatus, Long> byStatus) {

  /** By key; those without one come last. */
  private static final Comparator<ReportGroup> IN_ORDER =
      Comparator.comparing((ReportGroup group) -> group.key().isEmpty())
          .thenComparing(group -> group.key().orElse(""));

  public ReportGroup {
    byStatus = Collections.unmodifiableMap(new EnumMap<>(byStatus));
  }

  public static List<ReportGroup> of(List<GroupCount> counts) {
    var groups = new HashMap<Optional<String>, Map<MessageStatus, Long>>();
    counts.forEach(
        each ->
            groups
                .computeIfAbsent(each.key(), key -> new EnumMap<>(MessageStatus.class))
                .merge(each.status(), each.count(), Long::sum));
    return groups.entrySet().stream()
        .map(each -> new ReportGroup(each.getKey(), each.getValue()))
        .sorted(IN_ORDER)
        .toList();
  }

  public long total() {
    return byStatus.values().stream().mapToLong(Long::longValue).sum();
  }
}
