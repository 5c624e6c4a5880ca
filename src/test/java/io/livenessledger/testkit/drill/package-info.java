/**
 * Parts of the fault drills: a load that remembers what it was told, and what must be true after.
 */
package io.livenessledger.testkit.drill;
