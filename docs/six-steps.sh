#!/usr/bin/env bash
# From an option to a vendor's first lead, by HTTP, in the six steps of the help article: what the console does by
# clicks. Needs curl and node, and a running service with the campaign solar-dk:
#
#   BASE=http://127.0.0.1:3000 EMAIL=owner@example.com PASSWORD=… docs/six-steps.sh
#
# NAME is the new vendor's; each run needs one of its own, so it defaults to "Vendor " and the time.
set -euo pipefail

: "${EMAIL:?Set EMAIL to the e-mail address of an owner or admin}"
: "${PASSWORD:?Set PASSWORD to the password that goes with it}"
BASE=${BASE:-http://127.0.0.1:3000}
BASE=${BASE%/}
NAME=${NAME:-Vendor $(date +%Y%m%d-%H%M%S)}
MANAGE=$BASE/manage/v1
CAMPAIGN=$MANAGE/campaigns/solar-dk

jar=$(mktemp)
trap 'rm -f "$jar"' EXIT

# The answer's body; one from 400 up is told, and so is an address that does not answer. Both end the script.
call() {
  local answer url='' argument code=0
  for argument; do [[ $argument == http*://* ]] && url=$argument; done
  answer=$(curl --silent --show-error --fail-with-body "$@") || code=$?
  if ((code == 22)); then
    printf '%s refused: %s\n' "$url" "$answer" >&2
    return 1
  elif ((code != 0)); then
    printf '%s did not answer. Start the service, or set BASE to its address.\n' "$url" >&2
    return 1
  fi
  printf '%s\n' "$answer"
}

json=(--header 'Content-Type: application/json' --data)

# As the member who has signed in.
manage() { call --cookie "$jar" --cookie-jar "$jar" "$@"; }

# object name="Anne O'Neill" tags:='["a"]' → {"name":"Anne O'Neill","tags":["a"]}; = takes text, := takes JSON.
object() {
  node -e '
    const entries = process.argv.slice(1).map((pair) => {
      const [, key, raw, text] = /^(\w+)(:?)=(.*)$/s.exec(pair);
      return [key, raw ? JSON.parse(text) : text];
    });
    console.log(JSON.stringify(Object.fromEntries(entries)));
  ' -- "$@"
}

# Reads JSON; prints what an expression over `it` gives: a text as it is, anything else as JSON.
pick() {
  node -e '
    const text = require("node:fs").readFileSync(0, "utf8");
    if (text === "") process.exit(1); // The refusal has been told.
    let it;
    try {
      it = JSON.parse(text);
    } catch {
      console.error(`Something other than Leadspec answered at BASE: ${text.slice(0, 80)}`);
      process.exit(1);
    }
    const found = new Function("it", "given", `return ${process.argv[1]}`)(it, process.argv[2]);
    if (found === undefined || found === null || found === false) {
      console.error(`Expected ${process.argv[1]} in ${JSON.stringify(it)}`);
      process.exit(1);
    }
    console.log(typeof found === "string" ? found : JSON.stringify(found));
  ' -- "$@"
}

heading() { printf '\n== %s\n' "$1"; }

heading "Sign in as $EMAIL"
object email="$EMAIL" password="$PASSWORD" |
  manage "$MANAGE/session" "${json[@]}" @- | pick '`${it.member.email}, ${it.member.role} of ${it.account.name}`'

heading "1. The option \"$NAME\" in the select behind the field Source"
select=$(manage "$CAMPAIGN/fields" | pick 'it.data.find((field) => field.key === "source").select')
value=$(object label="$NAME" | manage "$CAMPAIGN/selects/$select/options" "${json[@]}" @- | pick 'it.value')
echo "option $value of the select $select"

heading "2. The filter \"$NAME\": Source is $NAME"
condition=$(object path=fields.source op=eq value="$value")
filter_id=$(object name="$NAME" condition:="$condition" | manage "$CAMPAIGN/filters" "${json[@]}" @- | pick 'it.id')
echo "filter $filter_id: $condition"

heading "3. A token with this filter that reads and writes"
token_id=$(object name="$NAME" permission=read_write filter_id="$filter_id" |
  manage "$CAMPAIGN/tokens" "${json[@]}" @- | pick 'it.id')
echo "token $token_id"

heading '4. Its documentation address from the list of tokens, and its secret by Show'
docs_url=$(manage "$CAMPAIGN/tokens" | pick 'it.data.find((token) => token.id === given).docs_url' "$token_id")
secret=$(manage --request POST "$MANAGE/tokens/$token_id/reveal" | pick 'it.secret')
echo "documentation: $docs_url"
echo "secret: ${secret:0:10}…"

heading '5. As the vendor: read the document, send a lead, list the leads'
document=$(call "$docs_url/openapi.json")
server=$(pick 'it.servers[0].url' <<<"$document")
pick '`${it.info.title}, OpenAPI ${it.openapi}, at ${it.servers[0].url}`' <<<"$document"
vendor() { call --header "Authorization: Bearer $secret" "$@"; }
lead=$(vendor "$server/leads" "${json[@]}" '{
  "fields": { "name": "Anne Møller", "email": "anne@example.com", "phone": "20 31 42 53", "zip": "8000" }
}')
echo "created: $lead"
lead_id=$(pick 'it.id' <<<"$lead")
pick 'it.fields.source === given' "$value" <<<"$lead" >/dev/null
echo "Source was filled in: $value"
listed=$(vendor "$server/leads")
pick 'it.data.some((lead) => lead.id === given)' "$lead_id" <<<"$listed" >/dev/null
pick '`leads that this vendor sees: ${it.data.length}`' <<<"$listed"

heading '6. A token of the account, with no filter, for an internal integration'
broad_id=$(object name="Integration beside $NAME" permission=read | manage "$MANAGE/tokens" "${json[@]}" @- | pick 'it.id')
broad=$(manage --request POST "$MANAGE/tokens/$broad_id/reveal" | pick 'it.secret')
call --header "Authorization: Bearer $broad" "$BASE/v1/campaigns" |
  pick '`campaigns: ${it.data.map((campaign) => campaign.slug).join(", ")}`'
