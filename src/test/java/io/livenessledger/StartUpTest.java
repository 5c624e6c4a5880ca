package io.livenessledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StartUpTest {
  @Test
  void failureIsToldInOneLineFromTheInside() {
    Throwable cause =
        new RuntimeException(
            "Failed to start",
            new IllegalStateException(
                "Connection to db:5432\n refused\n-------\nSQL State",
                new java.net.ConnectException("no route")));
    assertEquals("Connection to db:5432 refused: no route", StartUp.oneLine(cause));
    assertEquals("alone", StartUp.oneLine(new RuntimeException("alone")));
  }
}
