package io.tuco.core.workspace;

/**
 * What is counted together.
 *
 * @param name anything that tells it apart within the workspace, such as {@code api:send}
 */
public record RateKey(String workspaceId, String name) {}
