package io.livenessledger.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that leave their database in ruins: nobody else sees it. */
public class OwnDatabase implements QuarkusTestProfile {}
