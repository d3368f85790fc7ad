package io.tuco.camel.http;

import io.tuco.core.secret.SecretBox;
import java.util.random.RandomGenerator;

/**
 * How secrets are made and kept.
 *
 * @param random a cryptographic generator outside of tests
 */
public record Secrets(SecretBox box, RandomGenerator random) {}
