package io.tuco.camel;

import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Pools that say no when they can take no more, or are shut down. Camel's own would then drop a
 * task without a word, and whoever waits for it would wait for ever.
 */
public final class LoudPools {

  private static final int WAITING = 10_000;

  private LoudPools() {}

  public static ThreadPoolProfile of(String name, int threads) {
    return new ThreadPoolProfileBuilder(name)
        .poolSize(threads)
        .maxPoolSize(threads)
        .maxQueueSize(WAITING)
        .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
        .build();
  }
}
