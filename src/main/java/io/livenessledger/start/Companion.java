package io.livenessledger.start;

import org.eclipse.microprofile.config.Config;

/**
 * What dev mode brings along so that the program runs on a machine with nothing but a JDK: started
 * before the application, stopped after it.
 */
interface Companion {

  /**
   * False when the configuration names the real thing, and when this JVM started it before a live
   * reload: whoever starts must leave a mark in a system property, the one thing a reload keeps.
   */
  boolean isWanted(Config config);

  /** Starts it, and sets the system properties by which the application finds it. */
  void start(Config config);

  /**
   * Ends what {@link #start} started, also a start that is still at work. Called once, when the JVM
   * ends. After a live reload the class loader of this object is closed: nothing here may need a
   * class that was not used before.
   */
  void stop();
}
