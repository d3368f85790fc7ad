package io.tuco.camel.http.admin;

import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.crm.CrmCounts;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the operator's API knows of CRMs.
 *
 * @param hookBase what the addresses begin with that CRMs call, without a slash at the end
 * @param counts what was said to each CRM, by its name
 */
public record ConnectionParts(
    CrmConnectors connectors, String hookBase, Supplier<Map<String, CrmCounts>> counts) {}
