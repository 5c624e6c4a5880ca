/** What tests share: the vendor stub, the database, the clock, bodies, callers. */
package io.livenessledger.testkit;
