<?php
/*
 * Send a lead, read all leads, keep a copy of them. PHP 8.0 or later with the curl extension; nothing to install.
 *
 *   php leads.php send           sends the lead below                                  [[send]]
 *   php leads.php list           prints every lead, one a line
 *   php leads.php mirror         keeps leads.json up to date until you stop it
 *   php leads.php mirror once    brings leads.json up to date and ends
 *
 * The token is read from the environment variable LEADS_TOKEN.
 */
const BASE_URL = '__BASE_URL__';
const TIMEOUT = 60; // seconds; longer than `wait` below
const ATTEMPTS = 5;

/** An error response: its status, and the problem that says what is wrong. */
class Refused extends Exception
{
    public function __construct(public int $status, public array $problem)
    {
        $text = $status . ' ' . ($problem['code'] ?? '') . ': ' . ($problem['detail'] ?? '');
        foreach ($problem['errors'] ?? [] as $error) {
            $text .= "\n  " . ($error['pointer'] ?? $error['parameter'] ?? '') . ': ' . $error['detail'];
        }
        parent::__construct($text);
    }
}

/** Returns the status and the JSON of the response. Sends again on 429, 500, 503 and lost connections. */
function call(string $method, string $path, array $query = [], ?string $body = null): array
{
    $headers = ['Authorization: Bearer ' . (getenv('LEADS_TOKEN') ?: 'YOUR_API_TOKEN'), 'Accept: application/json'];
    if ($body !== null) {
        $headers[] = 'Content-Type: application/json';
    }
    if ($method !== 'GET') {
        $headers[] = 'Idempotency-Key: ' . bin2hex(random_bytes(16)); // the same key for every attempt, so that the lead is written once
    }
    for ($attempt = 1; ; $attempt++) {
        $pause = 2 ** $attempt;
        $curl = curl_init(BASE_URL . $path . ($query ? '?' . http_build_query($query) : ''));
        curl_setopt_array($curl, [
            CURLOPT_CUSTOMREQUEST => $method,
            CURLOPT_HTTPHEADER => $headers,
            CURLOPT_RETURNTRANSFER => true,
            CURLOPT_TIMEOUT => TIMEOUT,
            CURLOPT_HEADERFUNCTION => function ($curl, $line) use (&$pause) {
                if (preg_match('/^retry-after:\s*(\d+)/i', $line, $found)) {
                    $pause = (int) $found[1];
                }
                return strlen($line);
            },
        ]);
        if ($body !== null) {
            curl_setopt($curl, CURLOPT_POSTFIELDS, $body);
        }
        $text = curl_exec($curl);
        $status = (int) curl_getinfo($curl, CURLINFO_RESPONSE_CODE);
        if ($text === false && $attempt === ATTEMPTS) {
            throw new RuntimeException(curl_error($curl));
        }
        if ($text !== false && $status < 400) {
            return [$status, json_decode($text)];
        }
        if ($text !== false && (!in_array($status, [429, 500, 503], true) || $attempt === ATTEMPTS)) {
            $problem = json_decode($text, true);
            throw new Refused($status, is_array($problem) ? $problem : ['detail' => $text]);
        }
        sleep($pause);
    }
}

// >>> send
function send(): void
{
    // The body as JSON. To make it from PHP values: json_encode(['fields' => [...]]).
    $lead = <<<'JSON'
__LEAD__
JSON;
    [$status, $stored] = call('POST', '/leads', [], $lead);
    echo $status, ' ', $stored->id, "\n";
}

// <<< send
function allLeads(): Generator
{
    $cursor = null;
    do {
        [, $page] = call('GET', '/leads', ['limit' => 200] + ($cursor === null ? [] : ['cursor' => $cursor]));
        foreach ($page->data as $lead) {
            yield $lead;
        }
        $cursor = $page->next_cursor;
    } while ($cursor !== null);
}

function mirror(bool $once): void
{
    $copy = is_file('leads.json') ? json_decode(file_get_contents('leads.json')) : readAll();
    for ($finished = false; !$finished; ) {
        try {
            [, $news] = call('GET', '/leads/changes', ['wait' => $once ? 0 : 30, 'cursor' => $copy->cursor]);
            foreach ($news->data as $change) {
                if (isset($change->lead)) {
                    $copy->leads->{$change->lead_id} = $change->lead;
                } else { // it was deleted, or left what this token sees
                    unset($copy->leads->{$change->lead_id});
                }
            }
            $finished = $once && $news->data === [];
            $copy->cursor = $news->next_cursor;
        } catch (Refused $refused) {
            if (($refused->problem['code'] ?? '') !== 'feed_reset') {
                throw $refused;
            }
            $copy = readAll();
        }
        file_put_contents('leads.json.new', json_encode($copy));
        rename('leads.json.new', 'leads.json');
    }
    echo count((array) $copy->leads), " leads\n";
}

/** Gets the cursor first, then the list. The change feed has everything that changes in between. */
function readAll(): stdClass
{
    [, $news] = call('GET', '/leads/changes', ['cursor' => 'latest']);
    $leads = new stdClass();
    foreach (allLeads() as $lead) {
        $leads->{$lead->id} = $lead;
    }
    return (object) ['cursor' => $news->next_cursor, 'leads' => $leads];
}

$command = $argv[1] ?? '';
try {
    if ($command === 'list') {
        foreach (allLeads() as $lead) {
            echo json_encode($lead), "\n";
        }
    } elseif ($command === 'mirror') {
        mirror(($argv[2] ?? '') === 'once');
    } elseif ($command === 'send') { // [[send]]
        send(); // [[send]]
    } else {
        echo "Unknown command. See the top of this file.\n";
    }
} catch (Throwable $error) {
    fwrite(STDERR, $error->getMessage() . "\n");
    exit(1);
}
