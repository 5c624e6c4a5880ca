/** What the program is made of, and that it is made of nothing else. */
package io.livenessledger.supply;
