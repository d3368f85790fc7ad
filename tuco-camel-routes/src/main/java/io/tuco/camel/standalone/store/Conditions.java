package io.tuco.camel.standalone.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says that an index can use. {@code $and} is flattened, as the driver's {@code
 * Filters.and} renders it; whatever is not understood here is left to the matcher, which looks at
 * every document anyway.
 */
final class Conditions {

  private static final Set<String> COMPARISONS = Set.of("$gt", "$gte", "$lt", "$lte");

  private final Map<String, List<Bounds>> bounds = new HashMap<>();
  private final Set<String> present = new HashSet<>();
  private boolean complete = true;

  static Conditions of(Document filter) {
    Conditions conditions = new Conditions();
    conditions.read(filter);
    return conditions;
  }

  /**
   * The bounds of a field. A field that may hold an array gets one clause only: each clause may be
   * met by another element.
   */
  @Nullable Bounds on(String field, boolean mayBeArray) {
    List<Bounds> clauses = bounds.get(field);
    if (clauses == null) {
      return null;
    }
    return mayBeArray ? clauses.get(0) : clauses.stream().reduce(Bounds::and).orElseThrow();
  }

  /** Whether only documents can match that have this field: a sparse index holds them all. */
  boolean demands(String field) {
    return present.contains(field);
  }

  /** Whether bounds on these fields say all that the filter says. */
  boolean areSaidBy(Collection<String> fields) {
    return complete
        && fields.containsAll(bounds.keySet())
        && bounds.values().stream().allMatch(Conditions::isOneStatement);
  }

  private static boolean isOneStatement(List<Bounds> clauses) {
    return clauses.size() == 1 || clauses.stream().noneMatch(Bounds::isPoints);
  }

  private void read(Document filter) {
    for (Map.Entry<String, Object> entry : filter.entrySet()) {
      String key = entry.getKey();
      if (key.equals("$and") && entry.getValue() instanceof List<?> clauses) {
        clauses.forEach(this::readClause);
      } else if (key.startsWith("$")) {
        complete = false;
      } else {
        readField(key, entry.getValue());
      }
    }
  }

  private void readClause(Object clause) {
    if (clause instanceof Document filter) {
      read(filter);
    } else {
      complete = false;
    }
  }

  private void readField(String field, @Nullable Object operand) {
    if (operand instanceof Document operators && isOperators(operators)) {
      readOperators(field, operators);
    } else {
      add(field, Bounds.ofPoints(listOf(operand)), operand != null);
    }
  }

  private static boolean isOperators(Document operand) {
    return !BsonRegularExpression.isRegularExpression(operand)
        && !operand.isEmpty()
        && operand.keySet().iterator().next().startsWith("$");
  }

  /** Several comparisons in one document are one clause: one element must meet them all. */
  private void readOperators(String field, Document operators) {
    Bounds all = null;
    for (Map.Entry<String, Object> operator : operators.entrySet()) {
      Bounds each = readOperator(field, operator.getKey(), operator.getValue());
      if (each == null || all != null && (all.isPoints() || each.isPoints())) {
        complete = false;
      }
      if (each != null) {
        all = all == null ? each : all.and(each);
      }
    }
    if (all != null) {
      bounds.computeIfAbsent(field, name -> new ArrayList<>()).add(all);
    }
  }

  private @Nullable Bounds readOperator(String field, String operator, @Nullable Object operand) {
    if (COMPARISONS.contains(operator)) {
      present.add(field);
      return Bounds.ofComparison(operator, operand);
    }
    if (operator.equals("$eq")) {
      demandUnlessNull(field, listOf(operand));
      return Bounds.ofPoints(listOf(operand));
    }
    if (operator.equals("$in") && operand instanceof Collection<?> values) {
      demandUnlessNull(field, values);
      return Bounds.ofPoints(values);
    }
    if (operator.equals("$exists") && Utils.isTrue(operand)) {
      present.add(field);
    }
    return null;
  }

  private void add(String field, @Nullable Bounds clause, boolean demanded) {
    if (demanded) {
      present.add(field);
    }
    if (clause == null) {
      complete = false;
    } else {
      bounds.computeIfAbsent(field, name -> new ArrayList<>()).add(clause);
    }
  }

  private void demandUnlessNull(String field, Collection<?> values) {
    if (!values.contains(null)) {
      present.add(field);
    }
  }

  private static List<@Nullable Object> listOf(@Nullable Object value) {
    List<@Nullable Object> values = new ArrayList<>(1);
    values.add(value);
    return values;
  }
}
