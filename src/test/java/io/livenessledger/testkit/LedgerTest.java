package io.livenessledger.testkit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of the whole program over a real PostgreSQL and a vendor stub. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(VendorResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LedgerTest {}
