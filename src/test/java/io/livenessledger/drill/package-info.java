/** Fault drills: what is broken while the packaged program works, and what holds all the same. */
package io.livenessledger.drill;
