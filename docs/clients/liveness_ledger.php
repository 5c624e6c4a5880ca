<?php
// Refreshes a record and reads it back. PHP 8.1 or newer with the curl extension.
//
//   LEDGER_USER=operator LEDGER_PASSWORD=operator php liveness_ledger.php <record id>
declare(strict_types=1);

/** What the service refused or could not do, as it said it (RFC 9457). */
final class Problem extends RuntimeException
{
    public readonly string $problemCode;

    /** @param array<string, mixed> $problem */
    public function __construct(public readonly array $problem, public readonly int $status, public readonly ?string $retryAfter)
    {
        $this->problemCode = basename($problem['type'] ?? '') ?: ($problem['title'] ?? 'unknown');
        $text = sprintf('problem %s (%d): %s', $this->problemCode, $status, $problem['detail'] ?? $problem['title'] ?? 'no detail');
        if (isset($problem['instance'])) {
            $text .= " [request {$problem['instance']}]";
        }
        if ($retryAfter !== null) {
            $text .= " [retry after $retryAfter]";
        }
        parent::__construct($text);
    }
}

final class LivenessLedger
{
    private const TIMEOUT_SECONDS = 60; // a refresh waits for the vendor, who may be tried three times

    public function __construct(private readonly string $base, private readonly string $user, private readonly string $password)
    {
    }

    /** Fetches the record from the vendor now and keeps the answer: result, record, observation. */
    public function refresh(string $id): array
    {
        return $this->call('POST', $id, '/refresh');
    }

    /** Reads the record from the store; the vendor is not asked. */
    public function read(string $id): array
    {
        return $this->call('GET', $id, '');
    }

    private function call(string $method, string $id, string $action): array
    {
        $retryAfter = null;
        $curl = curl_init(rtrim($this->base, '/') . '/v1/document-liveness/' . rawurlencode($id) . $action);
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true, // redirects are not followed unless asked for: good
            CURLOPT_TIMEOUT => self::TIMEOUT_SECONDS,
            CURLOPT_HTTPAUTH => CURLAUTH_BASIC,
            CURLOPT_USERNAME => $this->user,
            CURLOPT_PASSWORD => $this->password,
            CURLOPT_HTTPHEADER => [
                'Accept: application/json, application/problem+json',
                'X-Request-Id: ' . bin2hex(random_bytes(16)), // stands in the service's log, and in a problem's "instance"
            ],
            CURLOPT_HEADERFUNCTION => function ($curl, string $line) use (&$retryAfter): int {
                if (stripos($line, 'Retry-After:') === 0) {
                    $retryAfter = trim(substr($line, strlen('Retry-After:')));
                }
                return strlen($line);
            },
        ]);
        $body = curl_exec($curl);
        if ($body === false) {
            throw new RuntimeException("$this->base: " . curl_error($curl));
        }
        $status = curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        $type = (string) curl_getinfo($curl, CURLINFO_CONTENT_TYPE);
        if ($status >= 200 && $status < 300 && str_starts_with($type, 'application/json')) {
            return self::parseExact($body);
        }
        if (str_starts_with($type, 'application/problem+json')) {
            throw new Problem(json_decode($body, true, flags: JSON_THROW_ON_ERROR), $status, $retryAfter);
        }
        throw new RuntimeException("unexpected answer: $status, $type");
    }

    /**
     * Decimals come out as strings, digit for digit: 0.420 as a float would be 0.42, and what the vendor
     * wrote is evidence. Strings are matched first, so that digits inside them are left alone.
     */
    private static function parseExact(string $json): array
    {
        $stringOrDecimal = '/"(?:[^"\\\\]|\\\\.)*+"|-?\d+(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+)/';
        $quoted = preg_replace_callback($stringOrDecimal, fn ($found) => $found[0][0] === '"' ? $found[0] : "\"$found[0]\"", $json);
        return json_decode($quoted, true, flags: JSON_THROW_ON_ERROR);
    }
}

function main(array $argv): void
{
    [$user, $password] = [getenv('LEDGER_USER'), getenv('LEDGER_PASSWORD')];
    if (count($argv) !== 2 || !$user || !$password) {
        throw new RuntimeException('usage: LEDGER_USER=… LEDGER_PASSWORD=… php liveness_ledger.php <record id>');
    }
    $id = $argv[1];
    $ledger = new LivenessLedger(getenv('LEDGER_URL') ?: 'http://localhost:8080', $user, $password);

    ['result' => $result, 'observation' => $observation] = $ledger->refresh($id);
    echo "refreshed $id: $result, observation {$observation['number']}, revision " . ($observation['revision'] ?? 'none') . "\n";

    $record = $ledger->read($id);
    $live = isset($record['live']) ? var_export($record['live'], true) : 'unknown';
    echo "read $id: live=$live, state={$record['freshness']['state']}, upstream={$record['freshness']['upstream']}\n";
    foreach ($record['checks'] ?? [] as $name => $check) {
        if (isset($check['score'])) {
            echo "score $name: {$check['score']}\n";
        }
    }
}

try {
    main($argv);
} catch (Exception $failure) {
    fwrite(STDERR, preg_replace('/\s+/', ' ', $failure->getMessage()) . "\n");
    exit(1);
}
