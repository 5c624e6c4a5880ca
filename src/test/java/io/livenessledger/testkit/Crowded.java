package io.livenessledger.testkit;

import io.quarkus.test.junit.QuarkusTestProfile;

/** For tests that store so much that others would notice: they have a program of their own. */
public class Crowded implements QuarkusTestProfile {}
