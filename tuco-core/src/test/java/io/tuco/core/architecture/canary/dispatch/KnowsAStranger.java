package io.tuco.core.architecture.canary.dispatch;

import com.tngtech.archunit.lang.ArchRule;

/** Uses a library that core does not have. */
public record KnowsAStranger(ArchRule rule) {}
