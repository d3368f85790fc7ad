package io.tuco.camel.crm;

import io.tuco.camel.http.HttpEndpoints;
import io.tuco.camel.http.HttpExchangeCodec;
import io.tuco.core.crm.CrmConnectors;
import io.tuco.core.engine.crm.CrmSends;
import io.tuco.core.engine.crm.NoticeIntake;
import io.tuco.core.secret.SecretBox;
import io.tuco.core.store.Stores;
import java.time.Clock;

/**
 * What the hooks of CRMs are made of.
 *
 * @param publicUrl where CRMs come to, without a slash at its end; part of what they sign
 */
public record HookParts(
    HttpEndpoints endpoints,
    HttpExchangeCodec codec,
    Stores stores,
    CrmConnectors connectors,
    SecretBox box,
    String publicUrl,
    CrmSends sends,
    NoticeIntake notices,
    Clock clock) {}
