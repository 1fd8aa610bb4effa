<?php

declare(strict_types=1);

/**
 * Calls Domainflow's order API: one class without dependencies, for PHP 8.1 with curl.
 *
 * Every order has a reference of the caller's own. After a timeout or a 5xx send the same order again:
 * it is carried out once.
 */
final class Domainflow
{
    private const TRIES = 4;

    public function __construct(
        private string $address,
        private string $login,
        private string $password,
        private string $account
    ) {
    }

    /** Registers a name. $client has Blesta's names: first_name, last_name, company, address1 … */
    public function register(string $reference, string $domain, int $years, array $client, array $more = []): array
    {
        return $this->place($reference, 'REGISTER', $domain, [
            'period' => $years . 'Y',
            'registrant' => self::contact($client),
        ] + $more);
    }

    /** Brings a name from another registrar. Without a code the order waits for one. */
    public function transfer(string $reference, string $domain, ?string $authCode): array
    {
        return $this->place($reference, 'TRANSFER', $domain, ['authCode' => $authCode]);
    }

    /** Buys further years. $expires is the day on which the period ends as the shop knows it. */
    public function renew(string $reference, string $domain, int $years, string $expires): array
    {
        return $this->place($reference, 'RENEW', $domain, ['period' => $years . 'Y', 'expires' => $expires]);
    }

    /** SUSPEND, UNSUSPEND, CANCEL, RESTORE or DELETE. */
    public function change(string $reference, string $operation, string $domain, array $more = []): array
    {
        return $this->place($reference, $operation, $domain, $more);
    }

    /** How an order stands. Waits up to so many seconds for it to end or to wait for somebody. */
    public function order(string $reference, int $wait = 0): array
    {
        return $this->call('GET', '/api/v1/orders/' . rawurlencode($reference), null, $wait);
    }

    public function cancel(string $reference): array
    {
        return $this->call('POST', '/api/v1/orders/' . rawurlencode($reference) . '/cancel');
    }

    /** Gives an order what it waits for, such as ['authCode' => …] or ['additionalFields' => [...]]. */
    public function input(string $reference, array $members): array
    {
        return $this->call('POST', '/api/v1/orders/' . rawurlencode($reference) . '/input', $members);
    }

    /** What was last read of a name: dates, renewal mode, locks. */
    public function domain(string $domain): array
    {
        return $this->call('GET', '/api/v1/domains/' . rawurlencode($domain));
    }

    /** Whether names are free, and what they cost; 250 at most. */
    public function availability(array $domains, array $operations = ['REGISTER']): array
    {
        return $this->call('POST', '/api/v1/availability', [
            'account' => $this->account,
            'domains' => $domains,
            'operations' => $operations,
        ])['names'];
    }

    private function place(string $reference, string $operation, string $domain, array $more): array
    {
        return $this->call('POST', '/api/v1/orders', [
            'reference' => $reference,
            'operation' => $operation,
            'account' => $this->account,
            'domain' => $domain,
        ] + $more);
    }

    /** Blesta's client and contact fields as a contact of Domainflow. */
    private static function contact(array $client): array
    {
        return [
            'firstName' => $client['first_name'],
            'lastName' => $client['last_name'],
            'organization' => ($client['company'] ?? '') ?: null,
            'street' => array_values(array_filter([$client['address1'], $client['address2'] ?? ''])),
            'city' => $client['city'],
            'state' => ($client['state'] ?? '') ?: null,
            'postalCode' => $client['zip'],
            'country' => $client['country'],
            'phone' => $client['phone'],
            'email' => $client['email'],
        ];
    }

    /** @throws DomainflowProblem if the request is refused, or nobody answers after some tries */
    private function call(string $method, string $path, ?array $body = null, int $wait = 0): array
    {
        // Every try of an order, of input and of a cancellation gets the answer of the first that came through.
        $key = $method === 'POST' ? bin2hex(random_bytes(16)) : null;
        for ($try = 1; ; $try++) {
            [$status, $text, $retryAfter] = $this->send($method, $path, $body, $wait, $key);
            if ($status >= 200 && $status < 300) {
                return json_decode($text, true, 512, JSON_THROW_ON_ERROR);
            }
            $again = $status === 0 || $status === 429 || $status >= 500 || self::isInFlight($status, $text);
            if (!$again || $try === self::TRIES) {
                throw new DomainflowProblem($status, json_decode($text, true) ?? []);
            }
            sleep($retryAfter ?: 2 ** $try);
        }
    }

    private static function isInFlight(int $status, string $text): bool
    {
        return $status === 409 && str_contains($text, 'request-in-flight');
    }

    private function send(string $method, string $path, ?array $body, int $wait, ?string $key): array
    {
        $retryAfter = 0;
        $headers = ['Accept: application/json, application/problem+json'];
        if ($body !== null) {
            $headers[] = 'Content-Type: application/json';
        }
        if ($key !== null) {
            $headers[] = 'Idempotency-Key: ' . $key;
        }
        if ($wait > 0) {
            $headers[] = 'Prefer: wait=' . $wait;
        }
        $call = curl_init($this->address . $path);
        curl_setopt_array($call, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_USERPWD => $this->login . ':' . $this->password,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_CONNECTTIMEOUT => 5,
            CURLOPT_TIMEOUT => 20 + $wait,
            CURLOPT_HEADERFUNCTION => function ($call, string $line) use (&$retryAfter): int {
                if (stripos($line, 'Retry-After:') === 0) {
                    $retryAfter = min(60, (int) substr($line, 12));
                }
                return strlen($line);
            },
        ]);
        if ($body !== null) {
            // An empty list of members is an object here.
            curl_setopt($call, CURLOPT_POSTFIELDS, json_encode((object) $body, JSON_THROW_ON_ERROR));
        }
        $text = curl_exec($call);
        return [(int) curl_getinfo($call, CURLINFO_RESPONSE_CODE), (string) $text, $retryAfter];
    }
}

/** A refusal. The message is for people; type and errors are for programs. */
final class DomainflowProblem extends RuntimeException
{
    public readonly string $type;
    public readonly array $errors;

    public function __construct(public readonly int $status, array $problem)
    {
        parent::__construct($problem['detail'] ?? 'Domainflow did not answer; send the same request again later');
        $this->type = str_replace('urn:domainflow:problem:', '', $problem['type'] ?? '');
        $this->errors = $problem['errors'] ?? [];
    }
}
