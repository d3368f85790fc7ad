package io.tuco.core.store;

/**
 * How it stands with what is to be done at CRMs.
 *
 * @param pending open, and not tried in vain yet
 * @param failing open, and tried in vain
 * @param refused ended by the CRM's refusal
 * @param givenUp ended because it took too long
 */
public record CrmJobCounts(long pending, long failing, long refused, long givenUp) {}
