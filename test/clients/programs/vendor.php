<?php
/** What a vendor writes against the PHP client of openapi-generator: every call, and what came of it as one line of JSON. */
declare(strict_types=1);

require __DIR__ . '/client/vendor/autoload.php';

use Leads\Api\{FollowingApi, ReadingApi, WritingApi};
use Leads\{ApiException, Configuration};
use Leads\Model\{Batch, BatchItem, Lead, LeadCreate, LeadFieldsCreate, LeadFieldsUpdate, LeadUpdate, LeadUpsert, Problem, StatusInput};

error_reporting(E_ALL & ~E_DEPRECATED);
set_error_handler(static fn (int $kind, string $text): never => throw new ErrorException($text));
[, $base, $token] = $argv;
$config = (new Configuration())->setHost($base)->setAccessToken($token);
$http = new GuzzleHttp\Client();
$writing = new WritingApi($http, $config);
$reading = new ReadingApi($http, $config);
$following = new FollowingApi($http, $config);
$told = [];

$cursor = $following->listLeadChanges(cursor: 'latest')->getNextCursor();
$made = $writing->createLead(new LeadCreate([
    'external_id' => 'vendor-1',
    'fields' => new LeadFieldsCreate([
        'name' => 'Anna', 'email' => 'anna@example.com', 'roof_type' => 'tile', 'interests' => ['battery', 'charger'],
        'household_size' => 3, 'meter_no' => 9007199254740991, 'budget' => 1234567.89, 'owns_home' => true,
        'visit_date' => new DateTime('2026-12-01'), 'callback_at' => new DateTime('2026-12-01T09:30:00+01:00'),
    ]),
]));
assert($made instanceof Lead);
$f = $made->getFields();
$told['created'] = [
    $made->getVersion(), $f->getSource(), $f->getMeterNo(), $f->getBudget(), $f->getInterests(), $f->getRoofType(),
    $f->getOwnsHome(), $f->getPhone(), $f->getVisitDate()->format('Y-m-d'),
    $f->getCallbackAt()->setTimezone(new DateTimeZone('UTC'))->format('Y-m-d\TH:i:s\Z'),
];
$listed = $reading->listLeads(status: [StatusInput::_NEW, StatusInput::WON], fields_email: 'anna@example.com', limit: 10);
$told['listed'] = array_map(static fn (Lead $lead) => $lead->getId() === $made->getId(), $listed->getData());
$told['got'] = $reading->getLead($made->getId())->getVersion();
$changed = $writing->updateLead($made->getId(), new LeadUpdate([
    'status' => StatusInput::WON,
    'fields' => new LeadFieldsUpdate(['household_size' => null, 'meter_no' => 9007199254740990, 'interests' => ['charger']]),
]));
$told['updated'] = [
    $changed->getStatus(), $changed->getVersion(), $changed->getFields()->getHouseholdSize(), $changed->getFields()->getName(),
];
$history = $following->getLeadHistory($made->getId(), limit: 1);
$told['history'] = array_map(
    static fn ($change) => [$change->getPath(), $change->getFrom(), $change->getTo()],
    $history->getData()[0]->getChanges(),
);
$changes = $following->listLeadChanges(cursor: $cursor)->getData();
$told['changes'] = array_map(
    static fn ($one) => $one->getKind(),
    array_values(array_filter($changes, static fn ($one) => $one->getLeadId() === $made->getId())),
);
$batch = $writing->writeLeads(new Batch(['items' => [
    new BatchItem(['op' => 'create', 'fields' => ['name' => 'Bo', 'email' => 'bo@example.com', 'meter_no' => 9007199254740991]]),
    new BatchItem(['op' => 'create', 'fields' => ['name' => 'Cleo', 'email' => 'x']]),
]]));
$told['batch'] = array_map(
    static fn ($one) => [$one->getStatus(), $one->getLead()?->getFields()->getMeterNo(), $one->getProblem()?->getCode()],
    $batch->getResults(),
);
$upserted = $writing->upsertLead('vendor-1', new LeadUpsert(['fields' => new LeadFieldsUpdate(['language' => 'en'])]));
$told['upserted'] = [$upserted->getVersion(), $upserted->getFields()->getLanguage(), $upserted->getFields()->getBudget()];
$fresh = new LeadCreate(['fields' => new LeadFieldsCreate(['name' => 'Dora', 'email' => 'dora@example.com'])]);
[$dry, , $headers] = $writing->createLeadWithHttpInfo($fresh, dry_run: true);
$told['dry_run'] = [$dry->getId(), $dry->getVersion(), $headers['Dry-Run'][0]];
foreach ([$made, $batch->getResults()[0]->getLead()] as $one) {
    $writing->deleteLead($one->getId());
}
try {
    $reading->getLead($made->getId());
} catch (ApiException $refused) {
    $told['deleted'] = [$refused->getCode(), $refused->getResponseObject()->getCode()];
}
try {
    $writing->createLead(new LeadCreate(['fields' => new LeadFieldsCreate(['name' => 'Eve', 'email' => 'x', 'phone' => '12345678901'])]));
} catch (ApiException $refused) {
    $problem = $refused->getResponseObject();
    assert($problem instanceof Problem);
    $errors = array_map(static fn ($error) => "{$error->getPointer()} {$error->getCode()}", $problem->getErrors());
    sort($errors);
    $told['refused'] = [$problem->getCode(), $errors];
}
echo json_encode($told, JSON_PRESERVE_ZERO_FRACTION | JSON_UNESCAPED_SLASHES), "\n";
