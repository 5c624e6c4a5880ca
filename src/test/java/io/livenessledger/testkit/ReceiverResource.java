package io.livenessledger.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/** Three webhooks that go to one {@link Receiver}. */
public class ReceiverResource implements QuarkusTestResourceLifecycleManager {
  /** Told of what comes, with one secret. */
  public static final String ONBOARDING = "onboarding";

  /** Told of one client's records, with two secrets. */
  public static final String ONE_CLIENT = "one-client";

  /** Told of everything, with a secret in a file. */
  public static final String ARCHIVE = "archive";

  public static final String CLIENT = "client-a";
  public static final String SECRET = "whsec_b25lLXNlY3JldC1mb3ItdGVzdHMtYWxvbmU=";
  public static final String SECOND_SECRET = "whsec_YW5vdGhlci1zZWNyZXQtZm9yLXRlc3RzLWFsb25l";

  /** Behind the host of an address. */
  public static final String ADDRESS_SECRET = "secret-of-the-address";

  public static final Path SECRET_FILE = Path.of("target", "webhook-secret");

  /** Argument: {@code false} for a receiver that nobody trusts. */
  public static final String TRUSTED = "trusted";

  private Receiver receiver;
  private boolean isTrusted = true;

  @Override
  public void init(Map<String, String> arguments) {
    isTrusted = Boolean.parseBoolean(arguments.getOrDefault(TRUSTED, "true"));
  }

  @Override
  public Map<String, String> start() {
    try {
      receiver = new Receiver();
      Files.writeString(SECRET_FILE, SECRET + "\n");
      return settings();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, String> settings() throws IOException {
    Map<String, String> settings = new HashMap<>();
    settings.put("ledger.webhook.allowed-hosts", "localhost");
    if (isTrusted) {
      settings.putAll(receiver.trust());
    }
    for (String name : new String[] {ONBOARDING, ONE_CLIENT, ARCHIVE}) {
      settings.put(key(name, "url"), receiver.url(name) + "?token=" + ADDRESS_SECRET);
    }
    settings.put(key(ONBOARDING, "secret"), SECRET);
    settings.put(key(ONE_CLIENT, "secret"), SECRET + "," + SECOND_SECRET);
    settings.put(key(ONE_CLIENT, "clients"), CLIENT);
    settings.put(key(ARCHIVE, "secret-file"), SECRET_FILE.toString());
    settings.put(key(ARCHIVE, "from"), "BEGINNING");
    return settings;
  }

  private static String key(String name, String key) {
    return "ledger.webhook.endpoints." + name + "." + key;
  }

  @Override
  public void stop() {
    receiver.close();
  }

  @Override
  public void inject(TestInjector injector) {
    injector.injectIntoFields(receiver, new TestInjector.MatchesType(Receiver.class));
  }
}
