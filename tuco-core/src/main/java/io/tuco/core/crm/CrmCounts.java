package io.tuco.core.crm;

/**
 * What a node has said to a CRM since it started.
 *
 * @param calls HTTP calls that were made, repetitions included
 * @param failures of them: no answer, or one that says that the CRM failed
 * @param putOff what was put off for longer than a dialogue waits
 * @param refreshes of tokens
 * @param averageMillis how long a call took
 */
public record CrmCounts(
    long calls, long failures, long putOff, long refreshes, long averageMillis) {}
