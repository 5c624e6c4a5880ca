package io.livenessledger.webhook;

import io.livenessledger.testkit.OwnDatabase;
import java.util.HashMap;
import java.util.Map;

/** Small messages, tried again at once. */
public class PromptRetries extends OwnDatabase {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
    settings.put("ledger.webhook.message-size", "7");
    settings.put("ledger.webhook.timeout", "PT1S");
    settings.put("ledger.webhook.retry.delay", "PT0.05S");
    settings.put("ledger.webhook.retry.max-delay", "PT0.2S");
    return settings;
  }
}
