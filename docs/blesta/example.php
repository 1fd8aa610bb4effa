<?php

// What a registrar module does in the life of a service, against a running Domainflow:
//   php docs/blesta/example.php http://localhost:8080 billing billing sandbox

declare(strict_types=1);

require __DIR__ . '/Domainflow.php';

[, $address, $login, $password, $account] = $argv + ['', 'http://localhost:8080', 'billing', 'billing', 'sandbox'];
$domainflow = new Domainflow($address, $login, $password, $account);
$service = random_int(1, 1_000_000_000);
$domain = "service-$service.com";

$client = [
    'first_name' => 'Ada', 'last_name' => 'Example', 'company' => '', 'address1' => 'Main Street 1', 'address2' => '',
    'city' => 'Berlin', 'state' => '', 'zip' => '10115', 'country' => 'DE', 'phone' => '+49.301234567',
    'email' => 'ada@example.net',
];
$nameservers = ['nameservers' => ['ns1.example.net', 'ns2.example.net']];

function tell(string $what, array $order): array
{
    $end = $order['outcome']['code'] ?? $order['failure']['reason'] ?? $order['waitingFor']['code'] ?? '';
    echo "$what: {$order['status']} $end, charged {$order['charged']}\n";
    return $order;
}

// checkAvailability()
$name = $domainflow->availability([$domain])[0];
echo "availability: {$name['status']}\n";

// addService(): the reference is the service's own, so a second web request or cron run changes nothing
$domainflow->register("blesta-$service", $domain, 1, $client, $nameservers);
$domainflow->register("blesta-$service", $domain, 1, $client, $nameservers);
$order = tell('addService', $domainflow->order("blesta-$service", 20));

// getExpirationDate()
$expires = substr($domainflow->domain($domain)['dates']['expires']['at'], 0, 10);

// renewService(): once per period, however often it is called
$renewal = "blesta-$service-renew-$expires";
$domainflow->renew($renewal, $domain, 1, $expires);
$domainflow->renew($renewal, $domain, 1, $expires);
tell('renewService', $domainflow->order($renewal, 20));

// the customer's invoice was created from an old date: nothing is bought
$domainflow->renew("blesta-$service-late", $domain, 1, $expires);
tell('renewService with an old date', $domainflow->order("blesta-$service-late", 20));

// suspendService(), unsuspendService(), cancelService()
foreach (['SUSPEND', 'UNSUSPEND', 'CANCEL'] as $n => $operation) {
    $domainflow->change("blesta-$service-$n", $operation, $domain);
    tell($operation, $domainflow->order("blesta-$service-$n", 20));
}

// addService() with a transfer key, for a name that nobody holds: it never becomes a registration
$domainflow->transfer("blesta-$service-transfer", "transfer-$service.net", 'the key');
tell('addService, transfer', $domainflow->order("blesta-$service-transfer", 20));

// input that is wrong is refused before anything is bought
try {
    $domainflow->register("blesta-$service-bad", "bad-$service.com", 11, $client);
} catch (DomainflowProblem $problem) {
    echo "refused: {$problem->type} {$problem->errors[0]['field']}\n";
}
